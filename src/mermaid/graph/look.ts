/** Mermaid's looks of graphs: as they are, drawn by hand, or neo with its shadows. */
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { pixels } from '../theme.js';

/** What a look does to the styles of cells. */
export interface Look {
  vertex(style: CellStyle): CellStyle;
  edge(style: CellStyle): CellStyle;
}

const AS_IT_IS = (style: CellStyle): CellStyle => style;

/** How rough Mermaid draws nodes and edges by hand, in draw.io's words. */
const NODE: CellStyle = { sketch: 1, jiggle: 0.7, fillStyle: 'hachure', fillWeight: 4, hachureGap: 5.2 };
const EDGE: CellStyle = { sketch: 1, jiggle: 0.3 };

/** Where nothing is painted there is nothing to draw by hand, and no shadow. */
const isSeen = ({ strokeColor, fillColor }: CellStyle): boolean => strokeColor !== 'none' || fillColor !== 'none';

/** Throws nothing: of a look that there isn't the diagram's reader is told. */
export function lookOf({ config, report }: DrawContext): Look {
  switch (config.look) {
    case undefined:
    case 'classic':
      return { vertex: AS_IT_IS, edge: AS_IT_IS };
    case 'handDrawn':
      return {
        vertex: (style) => (isSeen(style) ? { ...style, ...NODE } : style),
        edge: (style) => ({ ...style, ...EDGE }),
      };
    case 'neo': {
      const strokeWidth = pixels(config.themeVariables?.strokeWidth);
      const edge = (style: CellStyle): CellStyle => (style.strokeWidth === 1 ? { ...style, strokeWidth } : style);
      return {
        vertex: (style) =>
          isSeen(style) ? { shadow: 1, ...style, strokeWidth: style.strokeWidth ?? strokeWidth } : style,
        edge: strokeWidth === undefined ? AS_IT_IS : edge,
      };
    }
    default: {
      const name = JSON.stringify(config.look)?.slice(0, 40);
      report({ code: 'mermaid-ignored', message: `There is no look ${name}: the diagram looks as it does without.` });
      return { vertex: AS_IT_IS, edge: AS_IT_IS };
    }
  }
}
