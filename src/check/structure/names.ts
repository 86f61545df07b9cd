/** Names of shapes, stencils, edge styles and markers that nobody knows, with the nearest that there are. */
import { EDGE_STYLES } from '../../route/registry.js';
import { MARKERS } from '../../shapes/edges/markers.js';
import { EDGE_SHAPES, SHAPES } from '../../shapes/registry.js';
import type { PageRule } from '../rule.js';
import { adviser } from './spelling.js';

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
    const vertexShape = adviser(() => SHAPES.keys());
    const edgeShape = adviser(() => EDGE_SHAPES.keys());
    for (const { code, cellId = '', message } of page.diagnostics) {
      if (code !== 'unknown-shape') continue;
      const name = quoted(message);
      const near = (page.cell(cellId)?.kind === 'edge' ? edgeShape : vertexShape)(name);
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
    const near = adviser((name) => page.use.stencilNames(libraryOf(name)).map((own) => `${libraryOf(name)}.${own}`));
    for (const { code, cellId, message, asset } of page.diagnostics) {
      if (code !== 'missing-stencil') continue;
      const meant = asset === undefined ? undefined : near(asset);
      yield { cells: cellId === undefined ? [] : [cellId], message: `${message}${advice(meant)}` };
    }
  },
};

const libraryOf = (stencil: string): string => stencil.slice(0, stencil.lastIndexOf('.'));

export const unknownEdgeStyle: PageRule = {
  name: 'unknown-edge-style',
  scope: 'page',
  family: 'structure',
  severity: 'warning',
  summary: 'An edge has an edge style or a marker that draw.io does not have.',
  *find(page) {
    const marker = adviser(() => MARKERS.keys());
    const edgeStyle = adviser(() => EDGE_STYLES.keys());
    for (const { code, cellId, message } of page.diagnostics) {
      if (code !== 'unknown-edge-style' && code !== 'unknown-marker') continue;
      const near = (code === 'unknown-marker' ? marker : edgeStyle)(quoted(message));
      const sentence = message.endsWith('.') ? message : `${message}.`;
      yield { cells: cellId === undefined ? [] : [cellId], message: `${sentence}${advice(near)}` };
    }
  },
};
