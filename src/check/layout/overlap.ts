/** Vertices that lie on each other, and children that have left their container. */
import { bottom, intersection, type Rect, rect, right } from '../../geometry/plane.js';
import type { PlacedVertex } from '../../layout/layout.js';
import { areKin, boxOf, type CheckedPage, nameOf } from '../page.js';
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
      if (!isNode(page, vertex)) continue;
      for (const other of page.near(page.vertexIndex, boxOf(vertex))) {
        if (other === vertex || !isNode(page, other) || areKin(other.cell, vertex.cell)) continue;
        const ids = [vertex.cell.id, other.cell.id];
        const pair = JSON.stringify([...ids].sort());
        if (told.has(pair)) continue;
        const shared = sharedBox(bodyOf(vertex), bodyOf(other), most / 100);
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

/** Px by which neighbours may overlap all the same: a line's width and roundings. */
const TOUCHING = 3;

/** What is all within the other is put there on purpose. */
function sharedBox(a: Rect, b: Rect, most: number): Rect | undefined {
  const shared = intersection(a, b);
  if (shared.width <= TOUCHING || shared.height <= TOUCHING || isInside(a, b) || isInside(b, a)) return undefined;
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return shared.width * shared.height > most * smaller ? shared : undefined;
}

const isInside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - TOUCHING &&
  inner.y >= outer.y - TOUCHING &&
  right(inner) <= right(outer) + TOUCHING &&
  bottom(inner) <= bottom(outer) + TOUCHING;

/** What a reader takes for a thing of its own: it has an outline and words, or edges end at it. Decoration may overlap. */
export function isNode(page: CheckedPage, { cell, style, box }: PlacedVertex): boolean {
  if (cell.parent?.kind === 'edge' || cell.geometry?.relative || box.width * box.height === 0) return false;
  if (style.number('opacity', 100) === 0 || isText(style.string('shape', ''), cell.style)) return false;
  const isSeen = style.color('strokeColor') !== undefined || style.color('fillColor') !== undefined;
  return isSeen && (page.labelled.has(cell.id) || page.connected.has(cell.id));
}

const isText = (shape: string, style: string): boolean => shape === 'text' || /^(?:text|edgeLabel);/.test(style);

/** What of its box a shape fills for certain. */
function bodyOf(vertex: PlacedVertex): Rect {
  const box = boxOf(vertex);
  if (vertex.style.string('perimeter', '') === 'rectanglePerimeter' && !ROUND.test(vertex.style.string('shape', '')))
    return box;
  return rect(
    box.x + INSET * box.width,
    box.y + INSET * box.height,
    (1 - 2 * INSET) * box.width,
    (1 - 2 * INSET) * box.height,
  );
}

/** Ellipses, rhombuses and the like leave the corners of their boxes free: the box in an ellipse begins here. */
const INSET = 0.15;
const ROUND = /cloud|actor|triangle|hexagon|ellipse|mxgraph/;

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
