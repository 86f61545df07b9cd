/** Cells without a place, and cells that draw.io leaves out for other reasons. */

import { boxOf, routeBox } from '../checkedPage.js';
import type { Problem } from '../finding.js';
import type { PageRule } from '../rule.js';

export const missingGeometry: PageRule = {
  name: 'missing-geometry',
  scope: 'page',
  family: 'structure',
  severity: 'error',
  summary: 'A vertex or an edge has no mxGeometry.',
  *find(page) {
    for (const { id, kind, geometry } of page.records) {
      if (kind === 'layer' || geometry) continue;
      const example =
        kind === 'edge'
          ? '<mxGeometry relative="1" as="geometry"/>'
          : '<mxGeometry x="0" y="0" width="120" height="60" as="geometry"/>';
      yield {
        cells: id === undefined ? [] : [id],
        message: `The ${kind} has no place: draw.io draws none of it but its label. Add ${example}.`,
      };
    }
  },
};

/** Of cells that one finding is about, so many are named to programs. */
const MOST_NAMED = 100;

/** What is told once for all cells that it befalls: one lost cell may take the whole page with it. */
const BELOW_NO_ROOT = /isn’t below the root/;

/** What other rules of the table tell better. */
const TOLD_ELSEWHERE = /has this id|is the id of several|to be the parent|its own parent|to connect to|no <mxGeometry/;

export const leftOut: PageRule = {
  name: 'left-out',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'draw.io leaves out a cell, or reads its numbers otherwise than they are written.',
  *find(page) {
    const unreached: string[] = [];
    for (const { code, cellId, message } of page.diagnostics) {
      if (code === 'invalid-structure' && BELOW_NO_ROOT.test(message)) {
        unreached.push(cellId ?? '');
        continue;
      }
      if ((code !== 'invalid-structure' && code !== 'invalid-geometry') || TOLD_ELSEWHERE.test(message)) continue;
      const placed = cellId === undefined ? undefined : page.use.page.layout.cells.get(cellId);
      const box = placed && (placed.kind === 'vertex' ? boxOf(placed) : routeBox(placed));
      yield { cells: cellId === undefined ? [] : [cellId], box, message };
    }
    if (unreached.length > 0) yield leftWithRoot(unreached);
  },
};

function leftWithRoot(ids: readonly string[]): Problem {
  const named = [...new Set(ids.filter((id) => id !== ''))];
  const shown = `${named
    .slice(0, 5)
    .map((id) => `"${id}"`)
    .join(', ')}${named.length > 5 ? ', …' : ''}`;
  const what = ids.length === 1 ? 'A cell is' : `${ids.length} cells are`;
  return {
    cells: named.slice(0, MOST_NAMED),
    message: `${what} not below the page's root, and left out: ${shown || 'without an id'}.`,
  };
}
