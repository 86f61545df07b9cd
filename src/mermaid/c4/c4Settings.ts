/** Mermaid's settings of C4 diagrams: fonts, colours and distances. */
import type { DrawContext } from '../context.js';
import { drawioColor } from '../css.js';
import { length } from '../text/readers.js';
import { pixels } from '../theme.js';

export interface C4Font {
  readonly fontFamily: string;
  /** Px. */
  readonly fontSize: number;
  readonly bold: boolean;
}

export interface C4Settings {
  /** Px. */
  readonly marginX: number;
  readonly marginY: number;
  readonly shapeMargin: number;
  readonly shapePadding: number;
  readonly width: number;
  readonly nextLinePadding: number;
  readonly wraps: boolean;
  /** By the names of kinds of elements, and for boundaries and messages. */
  font(of: string): C4Font;
  /** By the names of kinds of elements. */
  color(of: string, part: 'bg' | 'border'): string | undefined;
}

const FONT_FAMILY = 'Open Sans, sans-serif';
const FONT_SIZE = 14;

export function c4Settings({ config }: DrawContext): C4Settings {
  const given = (config.c4 ?? {}) as Readonly<Record<string, unknown>>;
  const px = (key: string, fallback: number): number => length(given[key]) ?? fallback;
  return {
    marginX: px('diagramMarginX', 50),
    marginY: px('diagramMarginY', 10),
    shapeMargin: px('c4ShapeMargin', 50),
    shapePadding: px('c4ShapePadding', 20),
    width: px('width', 216),
    nextLinePadding: px('nextLinePaddingX', 0),
    wraps: given.wrap !== false,
    font: (of) => {
      const family = given[`${of}FontFamily`];
      return {
        fontFamily: typeof family === 'string' ? family.replace(/[;"]/g, '').trim() : FONT_FAMILY,
        fontSize: pixels(given[`${of}FontSize`]) ?? FONT_SIZE,
        bold: /^bold/.test(String(given[`${of}FontWeight`])) || Number(given[`${of}FontWeight`]) >= 600,
      };
    },
    color: (of, part) => drawioColor(given[`${of}_${part}_color`])?.slice(0, 7),
  };
}
