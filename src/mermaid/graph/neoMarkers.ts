/** The arrowheads of the look neo: larger than others, and a little away from what they point at. */
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { pixels } from '../theme.js';
import type { ModelEdge } from './model.js';
import { round } from './shapeRequest.js';

/** How large a marker is as it is seen, and how far from what it points at its line ends at either side, px. */
interface NeoMarker {
  readonly size: (lineWidth: number) => number;
  readonly atStart: number;
  readonly atEnd: number;
}

/** draw.io adds the line's width to a head's length, and draws its outline around it as wide as the line. */
const head =
  (seen: number) =>
  (lineWidth: number): number =>
    Math.max(1, seen - 2.62 * lineWidth);

const NEO_MARKERS: Readonly<Record<string, NeoMarker>> = {
  arrow_point: { size: head(11.5), atStart: 3, atEnd: 4 },
  arrow_barb_neo: { size: head(11), atStart: 3.5, atEnd: 3.5 },
  // Mermaid's circle is 3 px away; draw.io's has its middle where the line ends.
  arrow_circle: { size: (lineWidth) => 14 - lineWidth, atStart: 10, atEnd: 10 },
};

/** The style of an edge with neo's markers, if that is the look; edges that move keep theirs. */
export function withNeoMarkers(style: CellStyle, edge: ModelEdge, { config }: DrawContext): CellStyle {
  if (config.look !== 'neo' || edge.animate || edge.animation) return style;
  const [start, end] = [NEO_MARKERS[edge.arrowTypeStart ?? ''], NEO_MARKERS[edge.arrowTypeEnd ?? '']];
  const width = Number(style.strokeWidth ?? 1);
  const lineWidth = width === 1 ? (pixels(config.themeVariables?.strokeWidth) ?? 1) : width;
  return {
    ...style,
    ...(start && { startSize: round(start.size(lineWidth)), sourcePerimeterSpacing: start.atStart }),
    ...(end && { endSize: round(end.size(lineWidth)), targetPerimeterSpacing: end.atEnd }),
  };
}
