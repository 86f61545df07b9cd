/** For each rule a diagram in which it finds something, with the first cells of what it finds, and one that is well. */
import { box, edge, file, model } from './diagrams.js';

export interface Case {
  readonly bad: string;
  readonly good: string;
  /** The ids of the first finding. */
  readonly cells: readonly string[];
}

const HTML = 'html=1;whiteSpace=wrap;';
const image = (length: number): string => `shape=image;image=data:image/png,${'A'.repeat(length)};`;
const SVG_IMAGE =
  'shape=image;image=data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22 height=%229%22/%3E;';
const link = (id: string): string =>
  `<object id="a" label="a" link="data:page/id,${id}"><mxCell style="html=1" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></object>`;
const row = (y: number, x = 340): string => model(box('a', 0, 0), box('b', 170, 0), box('c', x, y));

export const CASES: Readonly<Record<string, Case>> = {
  'broken-page': {
    bad: file(['A', model(box('a', 0, 0))], ['B', 'bm90IGEgcGFnZQ==']),
    good: file(['A', model(box('a', 0, 0))]),
    cells: [],
  },
  'duplicate-id': {
    bad: model(box('a', 0, 0), box('a', 200, 0)),
    good: model(box('a', 0, 0), box('b', 200, 0)),
    cells: ['a'],
  },
  'missing-parent': {
    bad: model(box('a', 0, 0, { parent: 'group' })),
    good: model(box('group', 0, 0), box('a', 0, 0, { parent: 'group' })),
    cells: ['a'],
  },
  'parent-cycle': {
    bad: model(box('a', 0, 0, { parent: 'b' }), box('b', 0, 0, { parent: 'a' }), box('c', 0, 0)),
    good: model(box('a', 0, 0, { parent: 'b' }), box('b', 0, 0), box('c', 0, 0)),
    cells: ['a', 'b'],
  },
  'missing-terminal': {
    bad: model(box('first', 0, 0), edge('e', 'first', 'second')),
    good: model(box('first', 0, 0), box('second', 200, 0), edge('e', 'first', 'second')),
    cells: ['e'],
  },
  'missing-geometry': {
    bad: model('<mxCell id="a" value="a" vertex="1" parent="1"/>', box('b', 0, 0)),
    good: model(box('a', 0, 0), box('b', 0, 0)),
    cells: ['a'],
  },
  'left-out': {
    bad: model(box('a', 0, 0, { label: '', size: [0, 40] })),
    good: model(box('a', 0, 0, { label: '' })),
    cells: ['a'],
  },
  'double-escaped': {
    bad: model(box('a', 0, 0, { label: '&lt;b&gt;Name&lt;/b&gt;' })),
    good: model(box('a', 0, 0, { label: '<b>Name</b> &lt; 3 &amp; more' })),
    cells: ['a'],
  },
  'unescaped-label': {
    bad: model(box('a', 0, 0, { label: 'List<String>' })),
    good: model(box('a', 0, 0, { label: 'List&lt;String&gt; <font color="red">x</font> 1 < 2' })),
    cells: ['a'],
  },
  'markup-in-plain-label': {
    bad: model(box('a', 0, 0, { label: '<b>Name</b>', style: 'whiteSpace=wrap;' })),
    good: model(box('a', 0, 0, { label: 'a <b and c> d', style: 'whiteSpace=wrap;' })),
    cells: ['a'],
  },
  'literal-newline': {
    bad: model(box('a', 0, 0, { label: 'one\\ntwo' })),
    good: model(box('a', 0, 0, { label: 'C:\\new' })),
    cells: ['a'],
  },
  'unknown-style-key': {
    bad: model(box('a', 0, 0, { style: `${HTML}filColor=#ffffff;` })),
    good: model(box('a', 0, 0, { style: `${HTML}fillColor2=#ffffff;owner=me;` })),
    cells: ['a'],
  },
  'unknown-style-value': {
    bad: model(box('a', 0, 0, { style: `${HTML}align=centre;` })),
    good: model(box('a', 0, 0, { style: `${HTML}align=center;fontSize=12px;` })),
    cells: ['a'],
  },
  'unknown-shape': {
    bad: model(box('a', 0, 0, { style: `shape=cylindr3;${HTML}` })),
    good: model(box('a', 0, 0, { style: `shape=cylinder3;${HTML}` })),
    cells: ['a'],
  },
  'unknown-stencil': {
    bad: model(box('a', 0, 0, { style: `shape=mxgraph.cisco.routers.ruoter;${HTML}` })),
    good: model(box('a', 0, 0, { style: `shape=mxgraph.cisco.routers.router;${HTML}` })),
    cells: ['a'],
  },
  'unknown-edge-style': {
    bad: model(box('a', 0, 0), box('b', 200, 0), edge('e', 'a', 'b', 'edgeStyle=ortogonalEdgeStyle;')),
    good: model(box('a', 0, 0), box('b', 200, 0), edge('e', 'a', 'b', 'edgeStyle=orthogonalEdgeStyle;')),
    cells: ['e'],
  },
  'broken-data-uri': {
    bad: model(box('a', 0, 0, { style: 'shape=image;image=data:image/png;base64,iVBORw0KGgo=;' })),
    good: model(box('a', 0, 0, { style: 'shape=image;image=data:image/png,iVBORw0KGgo=;' })),
    cells: ['a'],
  },
  'text-overflow': {
    bad: model(box('a', 0, 0, { label: 'more words than there is room for in it', size: [60, 20] })),
    good: model(box('a', 0, 0, { label: 'few words', size: [120, 40] })),
    cells: ['a'],
  },
  'text-clipped': {
    bad: model(
      box('a', 0, 0, {
        label: 'more words than there is room for in it',
        style: `${HTML}overflow=hidden;`,
        size: [60, 20],
      }),
    ),
    good: model(box('a', 0, 0, { label: 'few words', style: `${HTML}overflow=hidden;`, size: [120, 40] })),
    cells: ['a'],
  },
  'text-on-text': {
    bad: model(
      box('a', 0, 0, { label: 'some words', style: 'text;html=1;' }),
      box('b', 10, 4, { label: 'other words', style: 'text;html=1;' }),
    ),
    good: model(
      box('a', 0, 0, { label: 'some words', style: 'text;html=1;' }),
      box('b', 10, 40, { label: 'other words', style: 'text;html=1;' }),
    ),
    cells: ['b', 'a'],
  },
  'crossed-text': {
    bad: model(
      box('t', 100, 80, { label: 'some words', style: 'text;html=1;align=center;verticalAlign=middle;' }),
      edge('e', '0,110', '400,110'),
    ),
    good: model(
      box('t', 100, 80, { label: 'some words', style: 'text;html=1;align=center;verticalAlign=middle;' }),
      edge('e', '0,140', '400,140'),
    ),
    cells: ['e', 't'],
  },
  'hidden-text': {
    bad: model(box('a', 0, 0, { label: 'below' }), box('b', -20, -20, { label: '', size: [200, 100] })),
    good: model(box('b', -20, -20, { label: '', size: [200, 100] }), box('a', 0, 0, { label: 'above' })),
    cells: ['a', 'b'],
  },
  'low-contrast': {
    bad: model(box('a', 0, 0, { label: 'pale', style: `${HTML}fillColor=#ffff00;fontColor=#ffffff;` })),
    good: model(box('a', 0, 0, { label: 'dark', style: `${HTML}fillColor=#1a237e;fontColor=#ffffff;` })),
    cells: ['a'],
  },
  'small-text': {
    bad: model(box('a', 0, 0, { style: `${HTML}fontSize=4;` })),
    good: model(box('a', 0, 0, { style: `${HTML}fontSize=9;` })),
    cells: ['a'],
  },
  overlap: {
    bad: model(box('a', 0, 0), box('b', 60, 30)),
    good: model(box('a', 0, 0, { size: [400, 300] }), box('b', 60, 100), box('c', 390, 130, { size: [30, 30] })),
    cells: ['a', 'b'],
  },
  'outside-parent': {
    bad: model(box('a', 300, 300), box('b', 310, 310, { parent: 'a' })),
    good: model(box('a', 300, 300), box('b', 10, 10, { parent: 'a', size: [40, 20] })),
    cells: ['b', 'a'],
  },
  'edge-through-vertex': {
    bad: model(box('a', 0, 0), box('b', 200, 0), box('c', 400, 0), edge('e', 'a', 'c')),
    good: model(box('a', 0, 0), box('b', 200, 100), box('c', 400, 0), edge('e', 'a', 'c')),
    cells: ['e', 'b'],
  },
  'edges-overlap': {
    bad: model(edge('e', '0,0', '300,0'), edge('f', '100,0', '400,0')),
    good: model(edge('e', '0,0', '300,0'), edge('f', '100,5', '400,5')),
    cells: ['e', 'f'],
  },
  'dangling-end': {
    bad: model(box('a', 0, 0), edge('e', '125,30', '300,30')),
    good: model(box('a', 0, 0), edge('e', '160,30', '300,30')),
    cells: ['e', 'a'],
  },
  'short-edge': {
    bad: model(box('a', 0, 0), box('b', 125, 0), edge('e', 'a', 'b')),
    good: model(box('a', 0, 0), box('b', 150, 0), edge('e', 'a', 'b')),
    cells: ['e'],
  },
  'far-away': {
    bad: model(box('a', 0, 0), box('b', 200, 0), box('c', 0, 100), box('d', 200, 100), box('far', 5000, 0)),
    good: model(box('a', 0, 0), box('b', 200, 0), box('c', 0, 100), box('d', 200, 100), box('near', 700, 0)),
    cells: ['far'],
  },
  'off-page': {
    bad: model(box('a', 0, 0), box('b', 200, 0), box('off', -300, -300)),
    good: model(box('a', 0, 0), box('b', 200, 0), box('on', -30, 100)),
    cells: ['off'],
  },
  'near-miss': { bad: row(3), good: row(0), cells: ['c', 'b'] },
  'uneven-gaps': { bad: row(0, 345), good: row(0), cells: ['c', 'b', 'a'] },
  'duplicate-page-name': {
    bad: file(['A', model(box('a', 0, 0))], ['A', model(box('b', 0, 0))]),
    good: file(['A', model(box('a', 0, 0))], ['B', model(box('b', 0, 0))]),
    cells: [],
  },
  'broken-page-link': { bad: file(['A', model(link('gone'))]), good: file(['A', model(link('p0'))]), cells: ['a'] },
  'missing-image': {
    bad: model(box('a', 0, 0, { style: 'shape=image;image=img/lib/no/such.svg;' })),
    good: model(box('a', 0, 0, { style: SVG_IMAGE })),
    cells: ['a'],
  },
  'remote-image': {
    bad: model(box('a', 0, 0, { style: 'shape=image;image=https://example.com/a.png;' })),
    good: model(box('a', 0, 0, { style: image(8) })),
    cells: ['a'],
  },
  'large-image': {
    bad: model(box('a', 0, 0, { style: image(1_100_000) })),
    good: model(box('a', 0, 0, { style: image(1000) })),
    cells: ['a'],
  },
  'large-file': {
    bad: `${model(box('a', 0, 0))}<!--${' '.repeat(5_100_000)}-->`,
    good: model(box('a', 0, 0)),
    cells: [],
  },
};
