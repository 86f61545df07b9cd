/** Names of shapes, stencils, edge styles and markers that nobody knows, with the nearest that there are. */
import { EDGE_STYLES } from '../../route/registry.js';
import { MARKERS } from '../../shapes/edges/markers.js';
import { EDGE_SHAPES, SHAPES } from '../../shapes/registry.js';
import type { CheckedPage } from '../page.js';
import type { PageRule } from '../rule.js';
import { nearest } from './spelling.js';

/** What is quoted first in a diagnostic: the name that nobody knows. */
const quoted = (message: string): string => /"([^"]*)"/.exec(message)?.[1] ?? '';

const advice = (near: string | undefined): string => (near === undefined ? '' : ` Is ${near} meant?`);

export const unknownShape: PageRule = {
  name: 'unknown-shape',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'A style names a shape that draw.io does not have.',
  *find(page) {
    for (const { code, cellId = '', message } of page.diagnostics) {
      if (code !== 'unknown-shape') continue;
      const name = quoted(message);
      const near = nearest(name, page.cell(cellId)?.kind === 'edge' ? EDGE_SHAPES.keys() : SHAPES.keys());
      yield { cells: [cellId], message: `${message}${advice(near)}` };
    }
  },
};

export const unknownStencil: PageRule = {
  name: 'unknown-stencil',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'A style names a stencil that is not in the libraries at hand.',
  *find(page) {
    for (const { code, cellId, message, asset } of page.diagnostics) {
      if (code !== 'missing-stencil') continue;
      const near = asset === undefined ? undefined : nearStencil(page, asset);
      yield { cells: cellId === undefined ? [] : [cellId], message: `${message}${advice(near)}` };
    }
  },
};

/** Another stencil of the same library. */
function nearStencil(page: CheckedPage, name: string): string | undefined {
  const library = name.slice(0, name.lastIndexOf('.'));
  const near = nearest(name.slice(library.length + 1), page.use.stencilNames(library));
  return near === undefined ? undefined : `${library}.${near}`;
}

export const unknownEdgeStyle: PageRule = {
  name: 'unknown-edge-style',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'An edge has an edge style or a marker that draw.io does not have.',
  *find(page) {
    for (const { code, cellId, message } of page.diagnostics) {
      if (code !== 'unknown-edge-style' && code !== 'unknown-marker') continue;
      const near = nearest(quoted(message), (code === 'unknown-marker' ? MARKERS : EDGE_STYLES).keys());
      const sentence = message.endsWith('.') ? message : `${message}.`;
      yield { cells: cellId === undefined ? [] : [cellId], message: `${sentence}${advice(near)}` };
    }
  },
};
