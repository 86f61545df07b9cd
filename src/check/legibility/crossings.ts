/** Text on top of other text, and text that an edge is drawn through. */
import { intersection, point, type Rect, rect } from '../../geometry/plane.js';
import { areKin, type CheckedPage, nameOf, type RouteSegment } from '../checkedPage.js';
import { lengthWithin } from '../layout/routeSegments.js';
import type { CellText, InkRun } from '../pictureTexts.js';
import type { PageRule } from '../rule.js';

export const textOnText: PageRule = {
  name: 'text-on-text',
  scope: 'page',
  family: 'legibility',
  severity: 'warning',
  threshold: {
    value: 15,
    unit: '%',
    meaning: 'how much of the smaller of two lines of text may be covered by the other',
  },
  summary: 'The texts of two cells are written over each other.',
  *find(page, most) {
    const told = new Set<string>();
    for (const text of page.paint.texts) {
      for (const other of page.near(page.textIndex, text.box)) {
        if (other.order <= text.order || other.cellId === text.cellId) continue;
        const pair = JSON.stringify([text.cellId, other.cellId]);
        if (told.has(pair)) continue;
        const shared = worstOverlap(text, other, most / 100);
        if (!shared || isHidden(page, text, other, shared)) continue;
        told.add(pair);
        yield {
          cells: [other.cellId, text.cellId],
          box: shared,
          message: `The texts of ${nameOf(page, other.cellId)} and ${nameOf(page, text.cellId)} are written over each other. Move one of them.`,
        };
      }
    }
  },
};

/** Lines of a label past this are passed over where two are compared. */
const MOST_LINES = 16;

function worstOverlap(a: CellText, b: CellText, most: number): Rect | undefined {
  for (const one of a.runs.slice(0, MOST_LINES)) {
    for (const other of b.runs.slice(0, MOST_LINES)) {
      const shared = intersection(one.box, other.box);
      const smaller = Math.min(area(one), area(other));
      if (shared.width * shared.height > most * smaller) return shared;
    }
  }
  return undefined;
}

const area = ({ box }: InkRun): number => box.width * box.height;

/** Whether the lower text is not seen there: what lies between them has paint of its own. */
function isHidden(page: CheckedPage, lower: CellText, upper: CellText, { x, y, width, height }: Rect): boolean {
  const middle = point(x + width / 2, y + height / 2);
  return page.paint.surfaces.hider(middle, lower.order, upper.order + 1) !== undefined;
}

export const crossedText: PageRule = {
  name: 'crossed-text',
  scope: 'page',
  family: 'legibility',
  severity: 'warning',
  threshold: { value: 6, unit: 'px', meaning: 'how long a piece of the edge may lie over a line of text' },
  summary: 'An edge is drawn through the text of a cell that it does not belong to.',
  *find(page, most) {
    const told = new Set<string>();
    for (const text of page.paint.texts) {
      const cell = page.cell(text.cellId);
      for (const segment of page.near(page.segments, text.box)) {
        const { edge } = segment;
        const pair = JSON.stringify([edge.cell.id, text.cellId]);
        if (told.has(pair) || (cell && areKin(cell, edge.cell)) || !isDrawn(segment)) continue;
        if (cell && (areKin(edge.cell.source, cell) || areKin(edge.cell.target, cell))) continue;
        const crossed = text.runs.slice(0, MOST_LINES).find((run) => isCrossed(page, text, run, segment, most));
        if (!crossed) continue;
        told.add(pair);
        yield {
          cells: [edge.cell.id, text.cellId],
          box: crossed.box,
          message: `The edge ${nameOf(page, edge.cell.id)} is drawn through the text of ${nameOf(page, text.cellId)}. Route it around, or move the text.`,
        };
      }
    }
  },
};

const isDrawn = ({ edge: { style } }: RouteSegment): boolean =>
  style.color('strokeColor') !== undefined &&
  style.number('opacity', 100) > 0 &&
  style.number('strokeOpacity', 100) > 0;

/** Through the letters themselves, as far as both are seen. */
function isCrossed(
  page: CheckedPage,
  text: CellText,
  { box, run }: InkRun,
  segment: RouteSegment,
  most: number,
): boolean {
  const middle = rect(box.x + 1, box.y + 0.2 * box.height, box.width - 2, 0.6 * box.height);
  const length = lengthWithin(segment.from, segment.to, middle);
  if (length.px <= Math.min(most, 0.5 * run.fontSize)) return false;
  const edgeOrder = page.paint.orders.get(segment.edge.cell.id) ?? 0;
  const [lower, upper] = edgeOrder < text.order ? [edgeOrder, text.order + 1] : [text.order, edgeOrder];
  // The edge's own drawing begins after its group, and has no fill to speak of.
  return page.paint.surfaces.hider(length.middle, lower, upper) === undefined;
}
