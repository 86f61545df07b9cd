/** Files of random cells: shapes, groups, tables, lanes, edges on edges and loops, on layers of several pages. */
import { randomHtml } from './labels.js';
import { escaped } from './markup.js';
import type { Random } from './random.js';
import { NUMBERS, TEXTS } from './values.js';
import type { Vocabulary } from './vocabulary.js';

const SANE_NUMBERS = ['0', '10', '20', '40', '60', '80', '120', '160', '240', '0.5', '-30'];
const COUNT = 5;

const number = (random: Random): string => random.pick(random.chance(0.85) ? SANE_NUMBERS : NUMBERS);

const box = (random: Random): string =>
  ['x', 'y', 'width', 'height'].map((name) => ` ${name}="${number(random)}"`).join('') +
  (random.chance(0.1) ? ' relative="1"' : '');

const point = (random: Random, as?: string): string =>
  `<mxPoint x="${number(random)}" y="${number(random)}"${as ? ` as="${as}"` : ''}/>`;

const label = (random: Random): string => {
  if (random.chance(0.3)) return random.pick(['', 'Text', 'A longer text', 'one<br>two', '%name%']);
  return random.chance(0.7) ? randomHtml(random) : random.pick(TEXTS);
};

const anyId = (random: Random): string =>
  random.pick(['0', '1', 'c0', 'c1', 'c2', 'c3', `c${random.below(COUNT)}`, 't']);

interface Cell {
  readonly id: string;
  readonly value: string;
  readonly style: string;
  readonly attributes: string;
  readonly geometry: string;
}

const LINKS = [
  'https://example.org',
  'javascript:alert(1)',
  'data:page/id,b',
  'data:action/json,{}',
  ' java\tscript:x',
];

/** A cell, or one with data around it. */
function cellXml({ id, value, style, attributes, geometry }: Cell, random: Random): string {
  const tail = ` style="${escaped(style)}"${attributes}`;
  if (random.chance(0.85)) return `<mxCell id="${id}" value="${escaped(value)}"${tail}>${geometry}</mxCell>`;
  const data = [
    ['placeholders', '1'],
    ['name', random.pick(TEXTS)],
    ['tooltip', random.pick(TEXTS)],
    ['link', random.pick(random.chance(0.5) ? LINKS : TEXTS)],
  ];
  const own = data.filter(() => random.chance(0.6)).map(([name, text]) => ` ${name}="${escaped(text as string)}"`);
  return `<object id="${id}" label="${escaped(value)}"${own.join('')}><mxCell${tail}>${geometry}</mxCell></object>`;
}

function vertex(id: string, parent: string, random: Random, vocabulary: Vocabulary): string {
  const group = random.chance(0.15) ? random.pick(['group;', 'swimlane;', 'container=1;collapsible=1;']) : '';
  const flags = random.chance(0.08) ? random.pick([' collapsed="1"', ' visible="0"', ' connectable="0"']) : '';
  return cellXml(
    {
      id,
      value: label(random),
      style: group + vocabulary.vertexStyle(random),
      attributes: ` vertex="1" parent="${parent}"${flags}`,
      geometry: `<mxGeometry${box(random)} as="geometry">${random.chance(0.1) ? point(random, 'offset') : ''}</mxGeometry>`,
    },
    random,
  );
}

function edge(id: string, parent: string, random: Random, vocabulary: Vocabulary): string {
  const end = (name: string): string => (random.chance(0.75) ? ` ${name}="${anyId(random)}"` : '');
  const free = random.chance(0.4) ? point(random, 'sourcePoint') + point(random, 'targetPoint') : '';
  const points = random.chance(0.4) ? random.some(5, () => point(random)).join('') : '';
  const way = points && `<Array as="points">${points}</Array>`;
  return cellXml(
    {
      id,
      value: random.chance(0.5) ? label(random) : '',
      style: vocabulary.edgeStyle(random),
      attributes: ` edge="1" parent="${parent}"${end('source')}${end('target')}`,
      geometry: `<mxGeometry relative="1" as="geometry">${free}${way}</mxGeometry>`,
    },
    random,
  );
}

/** A table of rows of cells, whose sizes are as they may be. */
function table(random: Random, vocabulary: Vocabulary): string {
  const rows = random.some(3, () => 0).length;
  const columns = random.some(3, () => 0).length;
  const part = (id: string, parent: string, style: string, value = ''): string =>
    `<mxCell id="${id}" value="${escaped(value)}" style="${escaped(`${style};${vocabulary.entry(random)};`)}" vertex="1" parent="${parent}"><mxGeometry${box(random)} as="geometry"/></mxCell>`;
  const layout = 'shape=table;childLayout=tableLayout;startSize=20;html=1';
  let xml = part('t', '1', layout, label(random));
  for (let row = 0; row < rows; row++) {
    xml += part(`t${row}`, 't', 'shape=tableRow;horizontal=0;startSize=0;html=1');
    for (let column = 0; column < columns; column++)
      xml += part(`t${row}-${column}`, `t${row}`, 'shape=partialRectangle;html=1', label(random));
  }
  return xml;
}

function model(random: Random, vocabulary: Vocabulary): string {
  const count = 1 + random.below(COUNT);
  const cells = Array.from({ length: count }, (_, i) => {
    const parent = random.chance(0.7) ? '1' : anyId(random);
    return (random.chance(0.4) ? edge : vertex)(`c${i}`, parent, random, vocabulary);
  });
  if (random.chance(0.08)) cells.splice(random.below(count + 1), 0, table(random, vocabulary));
  const layer = random.chance(0.15) ? '<mxCell id="2" value="Layer" parent="0" visible="0"/>' : '';
  const settings = SETTINGS.filter(() => random.chance(0.06)).map(
    (name) => ` ${name}="${escaped(vocabulary.valueOf(name === 'background' ? 'aColor' : name, random))}"`,
  );
  return `<mxGraphModel${settings.join('')}><root><mxCell id="0"/><mxCell id="1" parent="0"/>${layer}${cells.join('')}</root></mxGraphModel>`;
}

const SETTINGS = [
  ...['math', 'shadow', 'background', 'pageScale', 'pageWidth', 'pageHeight', 'page', 'grid', 'gridSize'],
  ...['backgroundImage', 'adaptiveColors', 'fold', 'arrows', 'dx', 'dy'],
];

/** A page of random cells, or a file of some. */
export function randomFile(random: Random, vocabulary: Vocabulary): string {
  if (random.chance(0.7)) return model(random, vocabulary);
  const pages = random.some(
    3,
    () =>
      `<diagram id="${escaped(random.pick(['a', 'b', ...TEXTS]))}" name="${escaped(random.pick(['Page', ...TEXTS]))}">${model(random, vocabulary)}</diagram>`,
  );
  const variables = random.chance(0.1) ? ` vars="${escaped('{"name":"<b>x</b>"}')}"` : '';
  return `<mxfile${variables}>${pages.join('')}</mxfile>`;
}
