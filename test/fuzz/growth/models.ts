/** Patterns of growth: how cells belong together, and what is written in their styles and attributes. */
import { cellPattern, edge, type GrowthPattern, grid, model, series, vertex } from './pattern.js';

/** Cells as deep in each other as may be, as often as that makes n. */
const DEEP = 100;

const nested = (n: number, style: string, mark: string): string =>
  series(n, (i) =>
    vertex(`${i} ${mark}`, style, { id: `c${i}`, parent: i % DEEP === 0 ? '1' : `c${i - 1}`, x: 5, y: 5 }),
  );

/** Containers of the children beside each other, all in one. */
const inOne = (n: number, outer: string, inner: string, mark: string): string =>
  vertex('all', outer, { id: 'all', width: 4000, height: 4000 }) +
  grid(n, (i, place) => vertex(`${i} ${mark}`, inner, { id: `c${i}`, parent: 'all', ...place }));

const withAttributes = (n: number, label: string, attributes: string): string =>
  `<object id="o${n}" label="${label}" placeholders="1" ${attributes}><mxCell style="html=1;" vertex="1" parent="1"><mxGeometry width="90" height="40" as="geometry"/></mxCell></object>`;

const rows = (n: number, columns: number, mark: string): string =>
  vertex('table', 'shape=table;startSize=30;container=1;collapsible=0;childLayout=tableLayout;', {
    id: 't',
    width: columns * 40,
    height: 30 + n * 20,
  }) +
  series(
    n,
    (i) =>
      vertex('', 'shape=tableRow;horizontal=0;startSize=0;collapsible=0;', {
        id: `r${i}`,
        parent: 't',
        y: 30 + i * 20,
        width: columns * 40,
        height: 20,
      }) +
      series(columns, (k) =>
        vertex(`${i} ${mark}`, 'shape=partialRectangle;html=1;overflow=hidden;', {
          parent: `r${i}`,
          x: k * 40,
          width: 40,
          height: 20,
        }),
      ),
  );

export const MODELS: readonly GrowthPattern[] = [
  cellPattern('cells nested in each other', 200, (n, mark) => nested(n, 'html=1;', mark)),
  cellPattern('swimlanes nested in each other', 200, (n, mark) => nested(n, 'swimlane;html=1;', mark)),
  cellPattern('colours inherited through nested cells', 200, (n, mark) =>
    nested(n, 'fillColor=inherit;strokeColor=inherit;fontColor=swimlane;', mark),
  ),
  cellPattern('groups with derived bounds, nested', 100, (n, mark) => nested(n, 'group;transparentBounds=1;', mark)),
  cellPattern('children of one group with derived bounds', 200, (n, mark) =>
    inOne(n, 'group;transparentBounds=1;groupPadding=5;', 'html=1;', mark),
  ),
  cellPattern('children of one swimlane', 200, (n, mark) => inOne(n, 'swimlane;', 'html=1;fillColor=swimlane;', mark)),
  cellPattern('children of a rotated cell', 200, (n, mark) => inOne(n, 'rotation=30;', 'rotation=12;html=1;', mark)),
  cellPattern(
    'children placed relative to their parent',
    200,
    (n, mark) =>
      vertex('all', '', { id: 'all' }) +
      series(
        n,
        (i) =>
          `<mxCell value="${i} ${mark}" vertex="1" parent="all"><mxGeometry x="0.${i}" y="1" width="20" height="20" relative="1" as="geometry"/></mxCell>`,
      ),
  ),
  cellPattern('rows of a table shape', 30, (n, mark) => rows(n, 3, mark)),
  cellPattern('columns of a table shape', 30, (n, mark) => rows(3, n, mark)),
  cellPattern('layers', 200, (n, mark) =>
    series(
      n,
      (i) =>
        `<mxCell id="l${i}" value="Layer ${i}" parent="0"/>${vertex(`${i} ${mark}`, undefined, { parent: `l${i}`, x: i * 10 })}`,
    ),
  ),
  cellPattern('cells whose parents come after them', 200, (n, mark) =>
    series(n, (i) =>
      vertex(`${i} ${mark}`, 'html=1;', {
        id: `c${i}`,
        parent: (i + 1) % DEEP === 0 || i + 1 === n ? '1' : `c${i + 1}`,
      }),
    ),
  ),
  cellPattern('cells of one id', 500, (n, mark) => series(n, (i) => vertex(`${i} ${mark}`, '', { id: 'same' }))),
  cellPattern('cells without their parents', 500, (n, mark) =>
    series(n, (i) => vertex(mark, '', { parent: `gone${i}` })),
  ),
  cellPattern('custom properties of a cell', 2000, (n, mark) =>
    withAttributes(
      0,
      `%p1% ${mark}`,
      series(n, (i) => `p${i}="value ${i}" `),
    ),
  ),
  cellPattern('placeholders of a label', 2000, (n, mark) =>
    withAttributes(
      0,
      `${mark} ${series(n, (i) => `%p${i % 9}% `)}`,
      series(9, (i) => `p${i}="${i}" `),
    ),
  ),
  cellPattern('placeholders of unknown names', 2000, (n, mark) =>
    withAttributes(0, `${mark} ${series(n, (i) => `%u${i}% `)}`, ''),
  ),
  cellPattern('placeholders looked up through nested cells', 100, (n) =>
    series(
      n,
      (i) =>
        `<object id="c${i}" label="%top% %nowhere%" placeholders="1" ${i % DEEP === 0 ? 'top="found"' : ''}><mxCell style="html=1;" vertex="1" parent="${i % DEEP === 0 ? '1' : `c${i - 1}`}"><mxGeometry width="90" height="40" as="geometry"/></mxCell></object>`,
    ),
  ),
  {
    name: 'variables of a file',
    output: 'svg',
    from: 1000,
    source: (n, mark) =>
      `<mxfile vars="{${series(n, (i) => `&quot;v${i}&quot;:&quot;${i}${mark}&quot;,`)}&quot;w&quot;:1}"><diagram>${model(grid(n >> 3, (i) => withAttributes(i, `%v${i}%`, '')))}</diagram></mxfile>`,
  },
  cellPattern('a style of many keys', 2000, (n, mark) => vertex(mark, `html=1;${series(n, (i) => `key${i}=${i};`)}`)),
  cellPattern('a style of many colours that are none', 500, (n, mark) =>
    vertex(
      mark,
      series(n, (i) => `k${i}Color=none such ${mark};`),
    ),
  ),
  cellPattern('a style of one long value', 20_000, (n, mark) =>
    vertex(mark, `fontFamily=${'a '.repeat(n)};fillColor=${'x'.repeat(n)};`),
  ),
  cellPattern('style names without values', 2000, (n, mark) =>
    vertex(
      mark,
      series(n, (i) => `name${i};`),
    ),
  ),
  cellPattern(
    'long links',
    20_000,
    (n, mark) =>
      `<UserObject label="a" link="https://example.com/?${'q=%20&amp;'.repeat(n)}${mark}"><mxCell vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></UserObject>`,
  ),
  cellPattern('dash patterns of many lengths', 500, (n, mark) =>
    vertex(mark, `dashed=1;dashPattern=${'1 2 '.repeat(n)};`),
  ),
  cellPattern('hidden cells', 500, (n) =>
    series(
      n,
      (i) =>
        `<mxCell id="h${i}" visible="0" vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell>`,
    ),
  ),
  cellPattern(
    'collapsed groups with edges between their children',
    100,
    (n, mark) =>
      grid(
        n,
        (i, place) =>
          vertex(mark, 'group', { id: `g${i}`, ...place }).replace('vertex="1"', 'vertex="1" collapsed="1"') +
          vertex('', '', { id: `k${i}`, parent: `g${i}` }),
      ) + series(n - 1, (i) => edge('', { source: `k${i}`, target: `k${i + 1}` })),
  ),
];
