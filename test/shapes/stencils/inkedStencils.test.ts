/** Stencils that draw.io 25 recoloured: found by their new names in libraries that only have the old ones. */
import { expect, test } from 'vitest';
import { parseXml } from '../../../src/decode/xml.js';
import { Canvas } from '../../../src/drawing/canvas.js';
import { rect } from '../../../src/geometry/plane.js';
import { withInkedStencils } from '../../../src/shapes/stencils/inkedStencils.js';
import { stencilShape } from '../../../src/shapes/stencils/stencil.js';
import { readStencil, type StencilProgram } from '../../../src/shapes/stencils/stencilProgram.js';
import { resolveStyle } from '../../../src/style/resolve.js';

const SQUARE = '<rect x="0" y="0" w="10" h="10"/><fillstroke/>';
const stencil = (body: string): StencilProgram =>
  readStencil(parseXml(`<shape w="10" h="10"><foreground>${body}</foreground></shape>`));

const LIBRARY: Readonly<Record<string, StencilProgram>> = {
  'mxgraph.pid.piping.blank': stencil(`${SQUARE}<fillcolor color="#000000"/>${SQUARE}`),
  'mxgraph.pid.piping.plain': stencil(SQUARE),
  'mxgraph.pid.piping.own': stencil(`<fillcolor color="#000000"/>${SQUARE}`),
  'mxgraph.pid.piping.own2': stencil(`<fillcolor color="#00ff00"/>${SQUARE}`),
  'mxgraph.flowchart.blank': stencil(`<fillcolor color="#000000"/>${SQUARE}`),
};

const find = withInkedStencils((name) => LIBRARY[name]);

function fillsOf(name: string): (string | undefined)[] {
  const program = find(name);
  if (!program) throw new Error(`no stencil ${name}`);
  const canvas = new Canvas();
  canvas.setFillColor('#ffffff');
  canvas.setStrokeColor('#ff0000');
  const cell = { id: 'a', value: '', collapsed: false, children: [], image: () => undefined };
  stencilShape(program, find).draw(canvas, rect(0, 0, 10, 10), resolveStyle('', false), cell);
  return canvas.nodes.map((node) =>
    node.kind === 'drawing' && node.fill?.paint.kind === 'solid' ? node.fill.paint.color : undefined,
  );
}

test('black parts take the colour of the lines, others keep theirs', () => {
  expect(fillsOf('mxgraph.pid.piping.blank2')).toEqual(['#ffffff', '#ff0000']);
});

test('the old name stays black', () => {
  expect(fillsOf('mxgraph.pid.piping.blank')).toEqual(['#ffffff', '#000000']);
});

test('a stencil of its own is preferred', () => {
  expect(fillsOf('mxgraph.pid.piping.own2')).toEqual(['#00ff00']);
});

test('nothing is made up: for stencils without black parts, for unknown ones, in other libraries', () => {
  expect(find('mxgraph.pid.piping.plain2')).toBeUndefined();
  expect(find('mxgraph.pid.piping.unknown2')).toBeUndefined();
  expect(find('mxgraph.flowchart.blank2')).toBeUndefined();
});
