/** The track of a railroad diagram: lines from each of its symbols to the next, and those that fork, go past or back. */
import type { Point } from '../../geometry/plane.js';
import type { Part, SymbolPart } from './railroadParts.js';

/** Where a line ends: at the side of a cell, or at a point where several lines meet. */
export interface TrackEnd {
  readonly point: Point;
  readonly side?: { readonly cell: string; readonly at: 'left' | 'right' };
}

export interface TrackLine {
  readonly from: TrackEnd;
  readonly to: TrackEnd;
  readonly corners: readonly Point[];
}

/** Receives symbols and lines with their places, px. */
export interface TrackPainter {
  /** How far from a fork's sides its tracks turn. */
  readonly arcRadius: number;
  /** Draws a symbol whose left side is at `x`, with the track in its middle; gives the id of its cell. */
  symbol(part: SymbolPart, x: number, y: number): string;
  line(line: TrackLine): void;
}

/** A part in its place: `x` is its left side, `y` its track. */
type Placed = Point & { readonly part: Part } & (
    | { readonly type: 'symbol'; readonly cell: string }
    | { readonly type: 'fork'; readonly inner: readonly (readonly Placed[])[] }
  );

/** One end of a line of which the rest is still to be drawn, and the corners between. */
interface Open {
  readonly end: TrackEnd;
  readonly corners: readonly Point[];
}

/** Draws a part between what comes before it and what comes behind it on its track. */
export function drawTrack(
  part: Part,
  { x, y }: Point,
  { before, behind }: { readonly before: TrackEnd; readonly behind: TrackEnd },
  painter: TrackPainter,
): void {
  connect(placed(part, { x, y }, painter), opened(before), opened(behind), painter);
}

const opened = (end: TrackEnd): Open => ({ end, corners: [] });

/** What is on one track. */
function placed(part: Part, { x, y }: Point, painter: TrackPainter): readonly Placed[] {
  if (part.type === 'symbol') return [{ type: 'symbol', part, x, y, cell: painter.symbol(part, x, y) }];
  const inner = part.inner.map((each) => placed(each.part, { x: x + each.x, y: y + each.y }, painter));
  return part.type === 'sequence' ? inner.flat() : [{ type: 'fork', part, x, y, inner }];
}

const rightOf = ({ x, part }: Placed): number => x + part.width;
/** The left and the right end of a part: where a line to it ends, and where one from it begins. */
const endAt = (placed: Placed, at: 'left' | 'right'): TrackEnd => ({
  point: { x: at === 'left' ? placed.x : rightOf(placed), y: placed.y },
  side: placed.type === 'symbol' ? { cell: placed.cell, at } : undefined,
});

/** Lines of each part up to the next one, or to what is behind the last. */
function connect(track: readonly Placed[], before: Open, behind: Open, painter: TrackPainter): void {
  let from = before;
  for (const [index, each] of track.entries()) {
    const next = track[index + 1];
    const to = next ? opened(endAt(next, 'left')) : behind;
    if (each.type === 'fork') {
      drawFork(each, from, to, painter);
      from = to;
      continue;
    }
    drawLine(from, opened(endAt(each, 'left')), painter);
    from = opened(endAt(each, 'right'));
    if (!next) drawLine(from, behind, painter);
  }
  if (track.length === 0) drawLine(before, behind, painter);
}

function drawLine(from: Open, to: Open, painter: TrackPainter): void {
  // What a fork's lines reach already.
  if (from.end.side && from.end.side.cell === to.end.side?.cell && from.end.side.at === to.end.side.at) return;
  painter.line({ from: from.end, to: to.end, corners: [...from.corners, ...to.corners] });
}

/** Nearer tracks are one. */
const NEAR = 0.01;

function drawFork(fork: Placed & { readonly type: 'fork' }, before: Open, behind: Open, painter: TrackPainter): void {
  const { part, x, y, inner } = fork;
  if (part.type !== 'fork') return;
  const { arcRadius } = painter;
  const [start, end] = [startOf(before, x, y, painter), endOf(behind, rightOf(fork), y, painter)];
  const [left, right] = [x + arcRadius, rightOf(fork) - arcRadius];
  for (const track of inner) {
    const level = track[0]?.y ?? y;
    const isStraight = Math.abs(level - y) < NEAR;
    const turns = (at: number, first: number, second: number): readonly Point[] =>
      isStraight
        ? []
        : [
            { x: at, y: first },
            { x: at, y: second },
          ];
    connect(track, { end: start, corners: turns(left, y, level) }, { end, corners: turns(right, level, y) }, painter);
  }
  const around = (level: number, from: number, to: number): readonly Point[] => [
    { x: from, y },
    { x: from, y: level },
    { x: to, y: level },
    { x: to, y },
  ];
  if (part.hasBypass) painter.line({ from: start, to: end, corners: around(y - part.up, left, right) });
  const [first, last] = [inner[0]?.[0], inner[0]?.at(-1)];
  if (part.hasLoop && first && last)
    painter.line({ from: endAt(last, 'right'), to: endAt(first, 'left'), corners: around(y + part.down, right, left) });
}

/** All lines of a fork begin where its track does, and end where that ends. */
function startOf(open: Open, x: number, y: number, painter: TrackPainter): TrackEnd {
  const start: TrackEnd = { point: { x, y } };
  if (!isAt(open, x)) drawLine(open, opened(start), painter);
  return start;
}

function endOf(open: Open, x: number, y: number, painter: TrackPainter): TrackEnd {
  const end: TrackEnd = { point: { x, y } };
  if (!isAt(open, x)) drawLine(opened(end), open, painter);
  return end;
}

const isAt = ({ end, corners }: Open, x: number): boolean => corners.length === 0 && Math.abs(end.point.x - x) < NEAR;
