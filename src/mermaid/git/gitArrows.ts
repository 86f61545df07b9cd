/** The lines from commit to commit of a git graph: along one branch, then round a corner to the other. */
import type { Budget } from '../../budget.js';
import { type Point, point } from '../../geometry/plane.js';
import { COMMIT_TYPES, type GitCommit, type GitModel } from './gitModel.js';
import type { GitPlaces } from './gitPlaces.js';

/** Mermaid's radii of corners, px: of a line with one corner, and of one that takes a lane between branches. */
const RADIUS = 20;
const LANE_RADIUS = 10;
/** Lanes keep so far apart, px, where a few trials find room. */
const LANE_GAP = 10;
const MOST_TRIALS = 6;

export interface GitArrow {
  readonly from: string;
  readonly to: string;
  readonly waypoints: readonly Point[];
  /** Px. */
  readonly radius: number;
  /** Whose colour it has. */
  readonly branch: string;
}

/** `taken` are places across the graph that lanes keep off: the branches', where these are shown. */
export function gitArrows(
  { commits, direction }: GitModel,
  { commits: places }: GitPlaces,
  taken: readonly number[],
  budget: Budget,
): readonly GitArrow[] {
  const isUpright = direction !== 'LR';
  const byId = new Map(commits.map((commit) => [commit.id, commit]));
  const history = new BranchHistory(commits);
  const lanes = new Lanes(taken);
  const arrows: GitArrow[] = [];
  for (const commit of byId.values()) {
    for (const parentId of commit.parents) {
      budget.spend(1);
      const parent = byId.get(parentId);
      const [start, end] = [places.get(parentId), places.get(commit.id)];
      if (!parent || parent === commit || !start || !end) continue;
      const [from, to] = isUpright ? [start.x, end.x] : [start.y, end.y];
      const ends = { from: parentId, to: commit.id };
      if (history.isBetween(parent, commit, from < to ? commit.branch : parent.branch)) {
        const lane = lanes.find(start, end, isUpright);
        const waypoints = isUpright
          ? [point(lane, start.y), point(lane, end.y)]
          : [point(start.x, lane), point(end.x, lane)];
        const branch = from < to ? branchOf(parent, commit) : parent.branch;
        arrows.push({ ...ends, waypoints, radius: LANE_RADIUS, branch });
      } else {
        // Branches leave across the graph, merges come in across it.
        const endsUpright = isMergedIn(parent, commit) !== isUpright;
        const corner = endsUpright ? point(end.x, start.y) : point(start.x, end.y);
        const waypoints = from === to ? [] : [corner];
        arrows.push({ ...ends, waypoints, radius: RADIUS, branch: branchOf(parent, commit) });
      }
    }
  }
  return arrows;
}

/** From another branch into a merge. */
const isMergedIn = (parent: GitCommit, commit: GitCommit): boolean =>
  commit.type === COMMIT_TYPES.merge && parent.id !== commit.parents[0];

const branchOf = (parent: GitCommit, commit: GitCommit): string =>
  isMergedIn(parent, commit) ? parent.branch : commit.branch;

/** The numbers of each branch's commits, ascending. */
class BranchHistory {
  readonly #numbers = new Map<string, number[]>();

  constructor(commits: readonly GitCommit[]) {
    for (const { branch, seq } of commits) {
      const numbers = this.#numbers.get(branch);
      if (numbers) numbers.push(seq);
      else this.#numbers.set(branch, [seq]);
    }
  }

  /** Whether a branch has a commit after one and before another. */
  isBetween(after: GitCommit, before: GitCommit, branch: string): boolean {
    const numbers = this.#numbers.get(branch) ?? [];
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[middle] as number) <= after.seq) low = middle + 1;
      else high = middle;
    }
    return (numbers[low] ?? Number.POSITIVE_INFINITY) < before.seq;
  }
}

/** Places of lines that go along the graph, by tens of px. */
class Lanes {
  readonly #taken = new Map<number, number[]>();

  constructor(taken: readonly number[]) {
    for (const place of taken) this.#take(place);
  }

  #take(place: number): void {
    const ten = Math.floor(place / LANE_GAP);
    const places = this.#taken.get(ten);
    if (places) places.push(place);
    else this.#taken.set(ten, [place]);
  }

  #isFree(place: number): boolean {
    const ten = Math.floor(place / LANE_GAP);
    return [ten - 1, ten, ten + 1].every((each) =>
      (this.#taken.get(each) ?? []).every((taken) => Math.abs(taken - place) >= LANE_GAP),
    );
  }

  /** A free place between two, the nearer to the first the more trials it takes. */
  #between(low: number, high: number): number {
    let end = high;
    let candidate = low;
    for (let trial = 0; trial <= MOST_TRIALS; trial++) {
      candidate = low + Math.abs(low - end) / 2;
      if (trial === MOST_TRIALS) break;
      if (this.#isFree(candidate)) {
        this.#take(candidate);
        break;
      }
      end -= Math.abs(low - end) / 5;
    }
    return candidate;
  }

  /** Mermaid takes a lane in both directions, and uses that which goes along the graph. */
  find(start: Point, end: Point, isUpright: boolean): number {
    const lying = this.#between(Math.min(start.y, end.y), Math.max(start.y, end.y));
    const upright = this.#between(Math.min(start.x, end.x), Math.max(start.x, end.x));
    return isUpright ? upright : lying;
  }
}
