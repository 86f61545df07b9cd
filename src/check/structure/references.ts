/** Ids that cells have and refer to: the same twice, parents and terminals that aren't there, circles of parents. */
import type { CellRecord } from '../../model/record.js';
import type { CheckedPage } from '../checkedPage.js';
import type { Problem } from '../finding.js';
import type { PageRule } from '../rule.js';
import { adviser } from './spelling.js';

/** Past so many cells no near id is looked for. */
const MOST_IDS = 2000;

/** Proposes ids that are nearly the same. */
function idAdviser(ids: ReadonlySet<string>): (id: string) => string {
  const near = adviser(() => (ids.size > MOST_IDS ? [] : ids));
  return (id) => {
    const meant = near(id);
    return meant === undefined ? '' : ` Is "${meant}" meant?`;
  };
}

const idsOf = (page: CheckedPage): ReadonlySet<string> =>
  new Set(page.records.map(({ id }) => id).filter((id) => id !== undefined));

export const duplicateId: PageRule = {
  name: 'duplicate-id',
  scope: 'page',
  family: 'structure',
  severity: 'error',
  summary: 'Two cells of a page have one id.',
  *find(page) {
    const taken = new Set(idsOf(page));
    const seen = new Set<string>();
    const numbers = new Map<string, number>();
    for (const [ordinal, { id }] of page.records.entries()) {
      if (id === undefined || !seen.has(id)) {
        if (id !== undefined) seen.add(id);
        continue;
      }
      let number = numbers.get(id) ?? 2;
      while (taken.has(`${id}-${number}`)) number += 1;
      const own = `${id}-${number}`;
      numbers.set(id, number + 1);
      taken.add(own);
      yield {
        cells: [id],
        message: `"${id}" is the id of several cells: draw.io connects and nests nothing by it. Give each its own.`,
        fix: {
          what: `the later one becomes "${own}"`,
          edits: [{ ordinal, part: 'outer', attribute: 'id', value: own }],
        },
      };
    }
  },
};

export const missingParent: PageRule = {
  name: 'missing-parent',
  scope: 'page',
  family: 'structure',
  severity: 'error',
  summary: 'A cell names a parent that is not on the page.',
  *find(page) {
    const ids = idsOf(page);
    const meant = idAdviser(ids);
    const root = page.records.findLastIndex(({ parentId }) => parentId === undefined || !ids.has(parentId));
    for (const [ordinal, { id, parentId, kind }] of page.records.entries()) {
      if (parentId !== undefined && !ids.has(parentId)) {
        const fate =
          ordinal === root ? "takes it for the page's root, and leaves out all that is not in it" : 'leaves it out';
        const what = `Its parent "${parentId}" is no cell of the page: draw.io ${fate}.`;
        yield {
          cells: named(id),
          message: `${what}${meant(parentId)} Put it into a layer (parent="1") or a group.`,
        };
      } else if (parentId === undefined && kind !== 'layer') {
        yield { cells: named(id), message: 'It has no parent. Put it into a layer: parent="1".' };
      }
    }
  },
};

const named = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id]);

export const parentCycle: PageRule = {
  name: 'parent-cycle',
  scope: 'page',
  family: 'structure',
  severity: 'error',
  summary: 'A cell is its own parent, or that of its parent.',
  *find(page) {
    const byId = new Map(page.records.map((record) => [record.id, record]));
    const settled = new Set<CellRecord>();
    for (const start of page.records) {
      const path = new Set<CellRecord>();
      let at: CellRecord | undefined = start;
      while (at && !settled.has(at) && !path.has(at)) {
        path.add(at);
        at = at.parentId === undefined ? undefined : byId.get(at.parentId);
      }
      if (at && path.has(at)) yield circle([...path].slice([...path].indexOf(at)));
      for (const each of path) settled.add(each);
    }
  },
};

function circle(cells: readonly CellRecord[]): Problem {
  const ids = cells.map(({ id }) => id).filter((id) => id !== undefined);
  const shown = [...ids.slice(0, 5), ...(ids.length > 5 ? ['…'] : [])].join('" in "');
  return { cells: ids, message: `The cells lie in each other in a circle ("${shown}"): draw.io leaves them out.` };
}

export const missingTerminal: PageRule = {
  name: 'missing-terminal',
  scope: 'page',
  family: 'structure',
  severity: 'error',
  summary: 'An edge names a source or a target that is not on the page.',
  *find(page) {
    const ids = idsOf(page);
    const meant = idAdviser(ids);
    for (const { kind, id, sourceId, targetId } of page.records) {
      if (kind !== 'edge') continue;
      for (const [end, terminal] of [['source', sourceId] as const, ['target', targetId] as const]) {
        if (terminal === undefined || terminal === '' || ids.has(terminal)) continue;
        const what = `Its ${end} "${terminal}" is no cell of the page.`;
        yield { cells: named(id), message: `${what}${meant(terminal)} Name the id of a vertex.` };
      }
    }
  },
};
