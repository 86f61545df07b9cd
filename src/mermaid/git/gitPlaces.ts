/** Where the branches and commits of a git graph are: branches side by side, commits one after the other along them. */

import { type Point, point } from '../../geometry/plane.js';
import { largest, smallest } from '../../primitives/lists.js';
import type { GitCommit, GitModel } from './gitModel.js';

/** Mermaid's, px: from commit to commit, how far each stands in its step, and where upright graphs begin. */
const STEP = 40;
const OFFSET = 10;
const UPRIGHT_START = 30;
/** Between branches, and where names of commits are turned. */
const BRANCH_GAP = 50;
const TURNED_GAP = 40;
/** Commits of graphs that lie stand so far below their branch's place, those of slim graphs and others. */
const LYING_SHIFT = { slim: 7, usual: -2 };

export interface GitSettings {
  readonly rotateCommitLabel: boolean;
  readonly parallelCommits: boolean;
  readonly isSlim: boolean;
}

export interface GitPlaces {
  readonly branches: ReadonlyMap<string, { readonly index: number; readonly place: number }>;
  readonly commits: ReadonlyMap<string, Point>;
  /** Where the lines of branches begin and end along the graph. */
  readonly start: number;
  readonly end: number;
}

/** `widths` are those of the branches' names, px. */
export function gitPlaces(model: GitModel, widths: readonly number[], settings: GitSettings): GitPlaces {
  const isUpright = model.direction !== 'LR';
  const branches = new Map<string, { readonly index: number; readonly place: number }>();
  const shift = isUpright ? 0 : settings.isSlim ? LYING_SHIFT.slim : LYING_SHIFT.usual;
  let place = 0;
  for (const [index, name] of model.branches.entries()) {
    branches.set(name, { index, place: place + shift });
    place += BRANCH_GAP + (settings.rotateCommitLabel ? TURNED_GAP : 0) + (isUpright ? (widths[index] ?? 0) / 2 : 0);
  }
  const along = settings.parallelCommits ? parallelPlaces(model) : followingPlaces(model);
  const commits = model.commits.map(({ id, branch }): [string, Point] => {
    const [position, across] = [along.get(id) ?? 0, branches.get(branch)?.place ?? 0];
    return [id, isUpright ? point(across, position) : point(position, across)];
  });
  const start = isUpright ? UPRIGHT_START : 0;
  const end = [...along.values()].reduce((most, each) => Math.max(most, each + STEP), 0);
  return { branches, commits: new Map(commits), start, end };
}

/** One commit after the other, whatever their branches. */
function followingPlaces({ commits, direction }: GitModel): ReadonlyMap<string, number> {
  const ordered = direction === 'BT' ? commits.toReversed() : commits;
  const start = direction === 'LR' ? 0 : UPRIGHT_START;
  return new Map(ordered.map(({ id }, index) => [id, start + index * (STEP + OFFSET) + OFFSET]));
}

/** Each commit a step beyond the farthest of those that it comes of. */
function parallelPlaces(model: GitModel): ReadonlyMap<string, number> {
  if (model.direction === 'BT') return parallelFromBelow(model.commits);
  const start = model.direction === 'LR' ? 0 : UPRIGHT_START;
  const places = new Map<string, number>();
  for (const { id, parents } of model.commits) {
    const known = parents.flatMap((parent) => places.get(parent) ?? []);
    const before = known.length === 0 ? start : largest(known) + STEP;
    places.set(id, before + OFFSET);
  }
  return places;
}

/** From below, roots stand where Mermaid first reckoned the longest line of commits to end. */
function parallelFromBelow(commits: readonly GitCommit[]): ReadonlyMap<string, number> {
  const downward = new Map<string, number>();
  let current = UPRIGHT_START;
  let lowest = UPRIGHT_START;
  for (const { id, parents } of commits) {
    const known = parents.flatMap((parent) => downward.get(parent) ?? []);
    if (known.length > 0) {
      current = smallest(known) + STEP;
      lowest = Math.max(current, lowest);
    }
    downward.set(id, current + OFFSET);
  }
  const places = new Map<string, number>();
  for (const { id, parents } of commits) {
    const known = parents.flatMap((parent) => places.get(parent) ?? []);
    places.set(id, known.length === 0 ? lowest + UPRIGHT_START - STEP : smallest(known) - STEP - OFFSET);
  }
  return places;
}
