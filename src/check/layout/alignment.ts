/** Vertices in a row or a column that are nearly, but not quite, in line or equally far apart. */
import { bottom, type Rect, rect, right, union } from '../../geometry/plane.js';
import type { PlacedVertex } from '../../layout/placed.js';
import { type CheckedPage, nameOf } from '../checkedPage.js';
import type { Problem } from '../finding.js';
import type { PageRule } from '../rule.js';
import { isNode } from './overlap.js';

/** How far the next one in a row may be, in sizes of a vertex. */
const REACH = 2;

type Axis = 'x' | 'y';

/** A row runs along x, a column along y. */
interface Line {
  readonly along: Axis;
  readonly across: Axis;
  readonly size: 'width' | 'height';
  readonly breadth: 'width' | 'height';
}

const ROW: Line = { along: 'x', across: 'y', size: 'width', breadth: 'height' };
const COLUMN: Line = { along: 'y', across: 'x', size: 'height', breadth: 'width' };

const isUpright = (page: CheckedPage, vertex: PlacedVertex): boolean =>
  isNode(page, vertex) && vertex.style.number('rotation', 0) === 0;

/** The nearest vertex of the same size after this one, with the same parent and beside it. */
function next(page: CheckedPage, vertex: PlacedVertex, line: Line): PlacedVertex | undefined {
  const { box, cell } = vertex;
  const end = box[line.along] + box[line.size];
  const reach = REACH * box[line.size];
  const area = line === ROW ? rect(end, box.y, reach, box.height) : rect(box.x, end, box.width, reach);
  let best: PlacedVertex | undefined;
  for (const other of page.near(page.vertexIndex, area)) {
    if (other === vertex || other.cell.parent !== cell.parent || !isUpright(page, other)) continue;
    if (other.box[line.along] < end || Math.abs(other.box[line.breadth] - box[line.breadth]) > 0.5) continue;
    if (!best || other.box[line.along] < best.box[line.along]) best = other;
  }
  return best;
}

export const nearMiss: PageRule = {
  name: 'near-miss',
  scope: 'page',
  family: 'layout',
  severity: 'info',
  threshold: { value: 4, unit: 'px', meaning: 'how far neighbours of one size are out of line to be taken for a slip' },
  summary: 'Neighbours of one size are nearly in line.',
  *find(page, most) {
    const moved = new Set<PlacedVertex>();
    for (const vertex of page.vertices) {
      if (!isUpright(page, vertex)) continue;
      for (const line of [ROW, COLUMN]) {
        const other = next(page, vertex, line);
        const off = other ? other.box[line.across] - vertex.box[line.across] : 0;
        if (!other || Math.abs(off) < 1 || Math.abs(off) > most || moved.has(other)) continue;
        moved.add(other);
        yield slipped(page, [vertex, other], line, off);
      }
    }
  },
};

function slipped(
  page: CheckedPage,
  [first, second]: readonly [PlacedVertex, PlacedVertex],
  line: Line,
  off: number,
): Problem {
  const { id, geometry } = second.cell;
  const ordinal = page.ordinals.get(id);
  const place = (geometry?.[line.across] ?? 0) - off;
  const value = String(Number(place.toFixed(3)));
  return {
    cells: [id, first.cell.id],
    box: union(first.box, second.box),
    message: `${nameOf(page, id)} is ${Number(Math.abs(off).toFixed(1))} px out of line with ${nameOf(page, first.cell.id)}. Set its ${line.across} to ${value}.`,
    fix:
      ordinal === undefined
        ? undefined
        : {
            what: `its ${line.across} becomes ${value}`,
            edits: [{ ordinal, part: 'geometry', attribute: line.across, value }],
          },
  };
}

export const unevenGaps: PageRule = {
  name: 'uneven-gaps',
  scope: 'page',
  family: 'layout',
  severity: 'info',
  threshold: { value: 8, unit: 'px', meaning: 'by how much two gaps of a row differ to be taken for a slip' },
  summary: 'Vertices in a row are nearly, but not quite, equally far apart.',
  *find(page, most) {
    for (const vertex of page.vertices) {
      if (!isUpright(page, vertex)) continue;
      for (const line of [ROW, COLUMN]) {
        const second = next(page, vertex, line);
        const third = second && next(page, second, line);
        if (!second || !third) continue;
        const [before, after] = [gap(vertex.box, second.box, line), gap(second.box, third.box, line)];
        const difference = Math.abs(before - after);
        if (difference < 1 || difference > most) continue;
        const names = [vertex, second, third].map(({ cell }) => nameOf(page, cell.id));
        yield {
          cells: [third.cell.id, second.cell.id, vertex.cell.id],
          box: union(vertex.box, third.box),
          message: `The gaps between ${names.join(', ')} are ${Math.round(before)} and ${Math.round(after)} px. Make them the same.`,
        };
      }
    }
  },
};

const gap = (before: Rect, after: Rect, { along }: Line): number =>
  along === 'x' ? after.x - right(before) : after.y - bottom(before);
