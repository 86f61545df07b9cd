/** The bones of an Ishikawa diagram: where the causes of a cause and their causes stand along it. */
import type { Point } from '../../geometry/plane.js';
import type { IshikawaCause } from './ishikawaModel.js';
import { brokenText } from './ishikawaTexts.js';

/** The side of the spine that a cause is on: -1 above it, 1 below it. */
export type Side = -1 | 1;

/** So steep bones lean that aren't level. */
const ANGLE = (82 * Math.PI) / 180;
export const LEAN = { x: -Math.cos(ANGLE), y: Math.sin(ANGLE) };

/** The length of a level bone without causes, of one with them, and what each of those adds, px. */
const LEVEL = { bare: 30, least: 60, each: 5 };
const LETTERS = 15;

/** A line from its beginning at another to its end, where its text is. */
export interface Bone {
  readonly text: string;
  readonly start: Point;
  readonly end: Point;
  readonly isLevel: boolean;
}

interface Joint extends Bone {
  /** Causes along it, and how many of them are placed. */
  readonly causes: number;
  placed: number;
}

/** A cause in the order of the text, with its place along the main bone, counted from the spine. */
interface Entry {
  readonly cause: IshikawaCause;
  readonly parent: number | undefined;
  readonly isLevel: boolean;
  slot: number;
}

/** All bones of a main bone that goes from the spine to its cause, each after the one that it is at. */
export function bonesOf({ children }: IshikawaCause, { start, end }: Omit<Bone, 'text'>, side: Side): readonly Bone[] {
  const entries = entriesOf(children, side);
  const main: Joint = { text: '', start, end, isLevel: false, causes: children.length, placed: 0 };
  const joints: Joint[] = [];
  for (const { cause, parent, isLevel, slot } of entries) {
    const y = start.y + ((end.y - start.y) * (slot + 1)) / (entries.length + 1);
    const at = parent === undefined ? main : (joints[parent] ?? main);
    const line = isLevel ? levelBone(at, y, cause.children.length) : leaningBone(at, y, side);
    joints.push({
      ...line,
      text: brokenText(cause.text, LETTERS),
      isLevel,
      causes: cause.children.length,
      placed: 0,
    });
  }
  return joints;
}

type Line = Pick<Bone, 'start' | 'end'>;

function levelBone(at: Joint, y: number, causes: number): Line {
  const height = at.end.y - at.start.y;
  const x = between(at, height === 0 ? 0.5 : (y - at.start.y) / height);
  const length = causes > 0 ? LEVEL.least + causes * LEVEL.each : LEVEL.bare;
  return { start: { x, y }, end: { x: x - length, y } };
}

/** Causes of a level bone stand at equal distances along it, the first one the furthest out. */
function leaningBone(at: Joint, y: number, side: Side): Line {
  const x = between(at, (at.causes - at.placed++) / (at.causes + 1));
  return { start: { x, y: at.start.y }, end: { x: x + (LEAN.x * (y - at.start.y)) / (LEAN.y * side), y } };
}

const between = ({ start, end }: Bone, part: number): number => start.x + (end.x - start.x) * part;

/** Above the spine, what comes first is the furthest from it. */
function entriesOf(children: readonly IshikawaCause[], side: Side): readonly Entry[] {
  const entries: Entry[] = [];
  let slots = 0;
  const visit = (causes: readonly IshikawaCause[], parent: number | undefined, isLevel: boolean): void => {
    for (const cause of side < 0 ? [...causes].reverse() : causes) {
      const index = entries.length;
      const entry: Entry = { cause, parent, isLevel, slot: 0 };
      entries.push(entry);
      // What leans goes beyond all that is at it.
      if (isLevel) entry.slot = slots++;
      visit(cause.children, index, !isLevel);
      if (!isLevel) entry.slot = slots++;
    }
  };
  visit(children, undefined, true);
  return entries;
}
