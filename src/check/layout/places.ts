/** Cells far away from the others, and cells that lie before the page. */
import { bottom, type Rect, right, union } from '../../geometry/plane.js';
import { boxOf, type CheckedPage, nameOf, routeBox } from '../checkedPage.js';
import type { PageRule } from '../rule.js';

interface Placed {
  readonly id: string;
  readonly box: Rect;
}

const placedOf = (page: CheckedPage): readonly Placed[] => [
  ...page.vertices.map((vertex) => ({ id: vertex.cell.id, box: boxOf(vertex) })),
  ...page.edges.map((edge) => ({ id: edge.cell.id, box: routeBox(edge) })),
];

export const farAway: PageRule = {
  name: 'far-away',
  scope: 'page',
  family: 'layout',
  severity: 'warning',
  threshold: { value: 1000, unit: 'px', meaning: 'how wide a gap may part some cells from all others' },
  summary: 'Some cells stand so far from the others that the picture is mostly empty.',
  *find(page, most) {
    const all = placedOf(page);
    for (const direction of ['x', 'y'] as const) {
      const parts = partsOf(all, direction, most);
      const largest = parts.reduce<readonly Placed[]>((best, part) => (part.length > best.length ? part : best), []);
      for (const part of parts) {
        // Two halves of one size are two drawings on a page.
        if (part === largest || part.length * 4 > largest.length) continue;
        const ids = part.map(({ id }) => id);
        const others = ids.length > 1 ? ` and ${ids.length - 1} other cells` : '';
        yield {
          cells: ids.slice(0, 20),
          box: part.map(({ box }) => box).reduce(union),
          message: `${nameOf(page, ids[0] as string)}${others} stand more than ${most} px from all others. Move them near, or to a page of their own.`,
        };
      }
    }
  },
};

/** The cells between gaps, from left to right or downwards. */
function partsOf(all: readonly Placed[], direction: 'x' | 'y', gap: number): readonly (readonly Placed[])[] {
  const end = ({ box }: Placed): number => (direction === 'x' ? right(box) : bottom(box));
  const parts: Placed[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const placed of [...all].sort((a, b) => a.box[direction] - b.box[direction])) {
    if (placed.box[direction] - reach > gap || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(placed);
    reach = Math.max(reach, end(placed));
  }
  return parts;
}

export const offPage: PageRule = {
  name: 'off-page',
  scope: 'page',
  family: 'layout',
  severity: 'info',
  summary: 'A vertex lies left of the page or above it, while others lie on it.',
  *find(page) {
    const boxes = page.vertices
      .filter(({ cell }) => cell.parent?.kind === 'layer')
      .map((vertex) => ({ vertex, box: boxOf(vertex) }));
    const off = boxes.filter(({ box }) => right(box) < 0 || bottom(box) < 0);
    if (off.length * 2 >= boxes.length) return;
    for (const { vertex, box } of off) {
      yield {
        cells: [vertex.cell.id],
        box,
        message: `${nameOf(page, vertex.cell.id)} lies before the page's corner (${Math.round(box.x)}, ${Math.round(box.y)}). Give it a place of positive x and y.`,
      };
    }
  },
};
