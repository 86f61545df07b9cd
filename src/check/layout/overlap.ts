/** Vertices that lie on each other, and children that have left their container. */
import { intersection, type Point, point, type Rect } from '../../geometry/plane.js';
import type { PlacedVertex } from '../../layout/placed.js';
import { areKin, boxOf, type CheckedPage, isInside, isText, nameOf, TOUCHING } from '../checkedPage.js';
import type { PageRule } from '../rule.js';

export const overlap: PageRule = {
  name: 'overlap',
  scope: 'page',
  family: 'layout',
  severity: 'warning',
  threshold: { value: 10, unit: '%', meaning: 'how much of the smaller of two vertices may be covered by the other' },
  summary: 'Two vertices lie on each other, and neither is in the other one.',
  *find(page, most) {
    const told = new Set<string>();
    for (const vertex of page.vertices) {
      if (!isNode(page, vertex) || !covers(page, vertex)) continue;
      for (const other of page.near(page.vertexIndex, boxOf(vertex))) {
        if (other === vertex || !isNode(page, other) || !covers(page, other) || areKin(other.cell, vertex.cell))
          continue;
        const ids = [vertex.cell.id, other.cell.id];
        const pair = JSON.stringify([...ids].sort());
        if (told.has(pair)) continue;
        const shared = sharedBox(page, vertex, other, most / 100);
        if (!shared) continue;
        told.add(pair);
        yield {
          cells: ids,
          box: shared,
          message: `${nameOf(page, vertex.cell.id)} and ${nameOf(page, other.cell.id)} lie on each other (${Math.round(shared.width)} × ${Math.round(shared.height)} px). Move one, or put it into the other (parent).`,
        };
      }
    }
  },
};

/** The part of both boxes that both shapes fill, if it is more than so much of the smaller one. */
function sharedBox(page: CheckedPage, a: PlacedVertex, b: PlacedVertex, most: number): Rect | undefined {
  const [one, other] = [boxOf(a), boxOf(b)];
  // What is all within the other is put there on purpose, but not what lies exactly on it.
  if (isInside(one, other) !== isInside(other, one)) return undefined;
  const shared = intersection(one, other);
  if (shared.width <= TOUCHING || shared.height <= TOUCHING) return undefined;
  const smaller = Math.min(one.width * one.height, other.width * other.height);
  if (shared.width * shared.height <= most * smaller) return undefined;
  const { surfaces } = page.paint;
  const both = samples(shared).filter((at) => surfaces.isPainted(at, a.cell.id) && surfaces.isPainted(at, b.cell.id));
  return both.length >= 3 ? shared : undefined;
}

/** The middle of a box and of its quarters. */
const samples = ({ x, y, width, height }: Rect): readonly Point[] =>
  [
    [0.5, 0.5],
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([across = 0, down = 0]) => point(x + across * width, y + down * height));

/** Whether something should not lie on it or under it: badges are put on borders, and backdrops lie behind it all. */
const covers = (page: CheckedPage, vertex: PlacedVertex): boolean =>
  !isBadge(vertex) && !(page.holders.has(vertex) && vertex.style.color('strokeColor') === undefined);

/** Numbers and icons of up to this size, px, are put on borders and lines to mark them. */
const BADGE = 40;

export const isBadge = ({ box }: PlacedVertex): boolean => Math.max(box.width, box.height) <= BADGE;

/** What a reader takes for a thing of its own: it has an outline and words, or edges end at it. Decoration may overlap. */
export function isNode(page: CheckedPage, vertex: PlacedVertex): boolean {
  const { cell, style, box } = vertex;
  if (cell.parent?.kind === 'edge' || cell.geometry?.relative || box.width * box.height === 0) return false;
  if (style.number('opacity', 100) === 0 || isText(vertex)) return false;
  const isSeen = style.color('strokeColor') !== undefined || style.color('fillColor') !== undefined;
  return isSeen && (page.labelled.has(cell.id) || page.connected.has(cell.id));
}

export const outsideParent: PageRule = {
  name: 'outside-parent',
  scope: 'page',
  family: 'layout',
  severity: 'warning',
  threshold: { value: 50, unit: '%', meaning: 'how much of a child may stand out of its container' },
  summary: 'A vertex stands outside of the container that it is in.',
  *find(page, most) {
    for (const vertex of page.vertices) {
      const { cell } = vertex;
      const parent = cell.parent && page.use.page.layout.cells.get(cell.parent.id);
      if (parent?.kind !== 'vertex' || cell.geometry?.relative || !isContainer(parent)) continue;
      const [own, around] = [boxOf(vertex), boxOf(parent)];
      const area = own.width * own.height;
      const shared = intersection(own, around);
      if (area === 0 || around.width * around.height === 0) continue;
      const outside = 100 * (1 - (shared.width * shared.height) / area);
      if (outside <= most) continue;
      yield {
        cells: [cell.id, parent.cell.id],
        box: own,
        message: `${nameOf(page, cell.id)} stands outside of ${nameOf(page, parent.cell.id)}, which it is in: x and y count from the container's corner. Move it in, or give it another parent.`,
      };
    }
  },
};

/** Groups have no outline that anybody could see something leave. */
const isContainer = ({ style, cell }: PlacedVertex): boolean =>
  (style.color('strokeColor') !== undefined || style.color('fillColor') !== undefined) &&
  !cell.style.startsWith('group');
