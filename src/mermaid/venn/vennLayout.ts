/** Where the circles of a Venn diagram are, and the middles of their areas: as the package lays them out that Mermaid uses. */
import {
  type Circle,
  computeTextCentres,
  greedyLayout,
  lossFunction,
  normalizeSolution,
  type SetOverlap,
  type Solution,
  scaleSolution,
  venn,
} from '@upsetjs/venn.js';
import type { Budget } from '../../budget.js';
import type { Point } from '../../geometry/plane.js';
import type { VennArea, VennModel } from './vennModel.js';

/** One layout in a box, px. */
export interface VennPlan {
  /** The circles of an area's sets. */
  circlesOf(area: VennArea): readonly Circle[];
  /** The middle of what the circles of an area have in common and no other circle is over; undefined for nothing. */
  middleOf(area: VennArea): Point | undefined;
}

/** What the areas are drawn with. */
export interface VennPicture {
  readonly model: VennModel;
  readonly plan: VennPlan;
  /** Where the circles are drawn. */
  readonly circles: VennPlan;
  readonly scale: number;
  /** The circles begin so far down, px. */
  readonly top: number;
}

/** Lays the circles out in a box, with so much room around them, px. */
export type VennLayout = (width: number, height: number, padding: number) => VennPlan;

/** The work of a pair of circles that are compared, in units of the budget. */
const PAIR_WORK = 0.2;
/** So often a middle, or all circles together, are moved to find a better place. */
const MOVES = 500;
/** Four sets and the pairs of them: from here on, where the circles begin decides how they end. */
const MANY_AREAS = 8;

/** Areas of sets that have no size are left out before. */
export function layoutOf(areas: readonly VennArea[], budget: Budget): VennLayout {
  const overlaps = areas.map(({ sets, size }) => ({ sets: sets.map(idsOf(areas)), size }));
  const count = new Set(overlaps.flatMap(({ sets }) => sets)).size;
  const pairs = (count * (count - 1)) / 2 + areas.length;
  // Each circle is tried at the places that those before it give, two by two, and then all are moved.
  budget.spend(PAIR_WORK * pairs * (count ** 3 / 3 + 2 * count ** 2 + 2 * MOVES));
  budget.spend(PAIR_WORK * areas.length * count * MOVES);
  const solution = normalizeSolution(venn(overlaps, { lossFunction, initialLayout: beginning }), Math.PI / 2);
  return (width, height, padding) => {
    const circles = scaleSolution(solution, width, height, padding);
    // The package writes to the console what areas are nowhere, unless they have no size.
    const middles = computeTextCentres(
      circles,
      overlaps.map(({ sets }) => ({ sets, size: 0 })),
    );
    const keys = new Map(areas.map((area, index) => [area, overlaps[index]?.sets ?? []]));
    return {
      circlesOf: (area) => (keys.get(area) ?? []).flatMap((id) => circles[id] ?? []),
      middleOf: (area) => {
        const middle = middles[String(keys.get(area))];
        return middle?.disjoint ? undefined : middle;
      },
    };
  };
}

/** The package keeps circles in objects by name, and sorts names: ours are no names that objects have. */
function idsOf(areas: readonly VennArea[]): (name: string) => string {
  const names = [...new Set(areas.flatMap(({ sets }) => sets))].sort();
  const ids = new Map(names.map((name, index) => [name, `s${String(index).padStart(6, '0')}`]));
  return (name) => ids.get(name) ?? name;
}

/** Circles one by one, or all of them in a ring, whichever is nearer to what is wanted: Mermaid throws dice for many. */
function beginning(
  areas: readonly SetOverlap[],
  parameters: { readonly lossFunction: typeof lossFunction } & Parameters<typeof greedyLayout>[1],
): Solution {
  const oneByOne = greedyLayout(areas, parameters);
  if (areas.length < MANY_AREAS) return oneByOne;
  const ring = ringOf(oneByOne);
  return lossFunction(ring, areas) < lossFunction(oneByOne, areas) ? ring : oneByOne;
}

function ringOf(circles: Solution): Solution {
  const entries = Object.entries(circles);
  const radius = entries[0]?.[1].radius ?? 0;
  return Object.fromEntries(
    entries.map(([id, circle], index) => {
      const angle = (2 * Math.PI * index) / entries.length;
      return [id, { ...circle, x: radius * Math.cos(angle), y: radius * Math.sin(angle) }];
    }),
  );
}
