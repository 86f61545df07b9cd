/** Which side of each terminal an orthogonal edge leaves from and arrives at. */
import { bottom, right } from '../geometry/plane.js';
import type { OrthogonalEnd } from './orthogonalEnd.js';
import { oppositeSide, type Side } from './side.js';

/** The first choice and the second for one terminal. */
type Preference = readonly [Side, Side];

/** The clear distance from the source to the target on each side; negative where they overlap. */
export type Gaps = Readonly<Record<Side, number>>;

export const gapsBetween = (source: OrthogonalEnd, target: OrthogonalEnd): Gaps => ({
  west: source.box.x - right(target.box),
  north: source.box.y - bottom(target.box),
  east: target.box.x - right(source.box),
  south: target.box.y - bottom(source.box),
});

const allows = (end: OrthogonalEnd, side: Side): boolean => end.allowed === undefined || end.allowed.has(side);

/** A side that the port constraint forbids is replaced by the one across. */
const permitted = (end: OrthogonalEnd, side: Side): Side =>
  end.fixedSide !== undefined || allows(end, side) ? side : oppositeSide(side);

interface Candidates {
  readonly horizontal: Side;
  readonly vertical: Side;
}

function preferences(
  source: OrthogonalEnd,
  target: OrthogonalEnd,
  gaps: Gaps,
): { readonly source: Preference; readonly target: Preference } {
  const horizontal: Side = gaps.west >= gaps.east ? 'west' : 'east';
  const vertical: Side = gaps.north >= gaps.south ? 'north' : 'south';
  const from: Candidates = { horizontal: permitted(source, horizontal), vertical: permitted(source, vertical) };
  const to: Candidates = {
    horizontal: permitted(target, oppositeSide(horizontal)),
    vertical: permitted(target, oppositeSide(vertical)),
  };
  const verticalFirst = (c: Candidates): Preference => [c.vertical, c.horizontal];
  const horizontalFirst = (c: Candidates): Preference => [c.horizontal, c.vertical];
  const clearVertically = gaps[vertical] > 0;
  const clearHorizontally = gaps[horizontal] > 0;
  if (clearVertically && clearHorizontally) {
    // A single bend will do: out sideways and in vertically, or the other way round.
    if (allows(source, from.horizontal) && allows(target, to.vertical)) {
      return { source: horizontalFirst(from), target: verticalFirst(to) };
    }
    if (allows(source, from.vertical) && allows(target, to.horizontal)) {
      return { source: verticalFirst(from), target: horizontalFirst(to) };
    }
  }
  if (!clearVertically && clearHorizontally) return { source: horizontalFirst(from), target: horizontalFirst(to) };
  return { source: verticalFirst(from), target: verticalFirst(to) };
}

/** The side of one end; undefined where its port constraint leaves none. */
function sideOf(end: OrthogonalEnd, preference: Preference): Side | undefined {
  if (end.fixedSide) return end.fixedSide;
  return preference.find((side) => allows(end, side)) ?? (end.allowed?.size === 1 ? [...end.allowed][0] : undefined);
}

export function chooseSides(
  source: OrthogonalEnd,
  target: OrthogonalEnd,
  gaps: Gaps,
): { readonly leave: Side | undefined; readonly arrive: Side | undefined } {
  const preferred = preferences(source, target, gaps);
  return { leave: sideOf(source, preferred.source), arrive: sideOf(target, preferred.target) };
}
