/** What a diagram says: as data, as text, as a flowchart and as a graph. */
import { expect, describe as group, test } from 'vitest';
import { describe } from '../../src/index.js';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { file, ORDERS, page } from './diagram.js';

const labelled = (value: string): string =>
  file(
    page(
      'P',
      `<mxCell id="a" value="${value}" style="" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>`,
    ),
  );

group('as text', () => {
  test('names pages, nested shapes, links, tooltips, connections and ends that hang free', () => {
    expect(describe(ORDERS).text()).toBe(`Page 1 "Orders"
  Shop [swimlane]
    Take the order & pay [rectangle]
    Ship? [diamond], link to https://example.com/ship, tooltip "By van"
  a cylinder, link to page "Stock"
  an ellipse (1)
  an ellipse (2)
  Connections
    Shop <- an ellipse (2)
    Take the order & pay -> Ship?: paid / twice
    Ship? <-> a cylinder (ERmany at its start, dashed)
    an ellipse (1) -> (nothing): lost
    an ellipse (1) -- an ellipse (2)

Page 2 "Stock"
  Shelf
`);
  });

  test('holds the page that is asked for alone', () => {
    expect(describe(ORDERS, { page: 'Stock' }).text()).toBe('Page 2 "Stock"\n  Shelf\n');
  });

  test('says that there is nothing', () => {
    expect(describe(file(page('Bare'))).text()).toBe('Page 1 "Bare"\n  Nothing is on it.\n');
  });

  test('parts the layers of a page that shows several', () => {
    const layer = '<mxCell id="2" value="Wires" parent="0"/>';
    const box = (id: string, parent: string): string =>
      `<mxCell id="${id}" value="${id}" style="" vertex="1" parent="${parent}"><mxGeometry width="9" height="9" as="geometry"/></mxCell>`;
    const text = describe(file(page('P', layer, box('low', '1'), box('high', '2')))).text();
    expect(text).toBe('Page 1 "P"\n  Layer "Background"\n    low [rectangle]\n  Layer "Wires"\n    high [rectangle]\n');
  });

  test('tells the rows of a table by their cells', () => {
    const cell = (id: string, value: string, style: string, parent: string): string =>
      `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry width="90" height="30" as="geometry"/></mxCell>`;
    const table = [
      cell('t', 'User', 'shape=table;startSize=30;', '1'),
      cell('r', '', 'shape=tableRow;', 't'),
      cell('k', 'PK', 'shape=partialRectangle;', 'r'),
      cell('v', 'id int', 'shape=partialRectangle;', 'r'),
    ];
    expect(describe(file(page('P', ...table))).text()).toBe('Page 1 "P"\n  User [table]\n    PK | id int\n');
  });
});

group('ends that hang free', () => {
  const edge = (x: number, y: number): string =>
    `<mxCell id="e" style="" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint x="500" y="500" as="sourcePoint"/><mxPoint x="${x}" y="${y}" as="targetPoint"/></mxGeometry></mxCell>`;
  const box = (id: string, parent: string, place: string): string =>
    `<mxCell id="${id}" value="${id}" style="" vertex="1" parent="${parent}"><mxGeometry ${place} as="geometry"/></mxCell>`;
  const cells = [
    box('Pool', '1', 'width="300" height="300"'),
    box('Task', 'Pool', 'x="100" y="100" width="80" height="40"'),
  ];

  test.each([
    ['at a shape', 188, 120, 'Task'],
    ['on a shape', 140, 120, 'Task'],
    ['inside of a container', 250, 250, undefined],
    ['at the border of a container', 295, 250, 'Pool'],
    ['far from all', 400, 400, undefined],
  ])('%s', (_, x, y, near) => {
    const [shown] = describe(file(page('P', ...cells, edge(x, y)))).pages;
    expect(shown?.edges[0]?.target).toEqual({ arrow: 'classic', ...(near !== undefined && { near }) });
  });
});

group('as data', () => {
  test('keeps lines of labels, ids and what is at both ends', () => {
    const [{ nodes, edges, direction } = { nodes: [], edges: [], direction: '' }] = describe(ORDERS).pages;
    expect(nodes[0]?.children[0]).toEqual({
      id: 'take',
      name: 'Take the order & pay',
      label: 'Take the\norder & pay',
      shape: 'rectangle',
      children: [],
    });
    expect(edges.find(({ id }) => id === 'store')).toEqual({
      id: 'store',
      source: { id: 'ship', name: 'Ship?', arrow: 'ERmany' },
      target: { id: 'db', name: 'a cylinder', arrow: 'classic' },
      labels: [],
      line: 'dashed',
    });
    expect(edges.find(({ id }) => id === 'free')?.target).toEqual({ arrow: 'classic' });
    expect(direction).toBe('right');
  });

  test('reads cells of HTML tables apart, pictures by what stands for them, and no scripts', () => {
    const html =
      '<table><tr><td>id</td><td>int</td></tr></table><img alt="a cat">&amp;nbsp;<script>no()</script><a href="https://a.example/">more</a>';
    const value = html.replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
    const [shown] = describe(labelled(value).replace('style=""', 'style="html=1;"')).pages;
    expect(shown?.nodes[0]?.label).toBe('id int\na cat more');
    expect(shown?.nodes[0]?.links).toEqual([{ href: 'https://a.example/' }]);
  });

  test('cuts long labels where others refer to them', () => {
    const [shown] = describe(labelled('many words '.repeat(20))).pages;
    expect(shown?.nodes[0]?.name).toBe('many words many words many words many words many words many…');
    expect(shown?.nodes[0]?.label).toBe('many words '.repeat(20).trim());
  });
});

group('as a Mermaid flowchart', () => {
  /** What is left of a page where neither ids nor the order of its connections count. */
  const gist = (source: string): unknown => {
    const [shown] = describe(source).pages;
    return {
      lines: describe(source)
        .text()
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
        .filter((line) => line !== 'a group')
        .sort(),
      direction: shown?.direction,
    };
  };

  test('comes back the same through the parser', () => {
    const source = file(ORDERS.slice(ORDERS.indexOf('<diagram'), ORDERS.indexOf('</diagram>') + 10))
      .replace(/<mxCell id="free".*?<\/mxCell>/, '')
      .replaceAll('ellipse;', 'rounded=1;')
      .replace('swimlane;', '')
      .replace('ERmany', 'classic')
      .replace(' link="data:page/id,Stock"', '')
      .replace('startArrow=open', 'startArrow=classic')
      .replace('edgeLabel', 'removed')
      .replace('value="twice"', 'value=""');
    const again = mermaidToDrawio(describe(source).mermaid());
    const turned = (gist(source) as { lines: string[] }).lines.map((line) =>
      line === 'Shop <- a rounded rectangle (2)' ? 'a rounded rectangle (2) -> Shop' : line,
    );
    expect(gist(again)).toEqual({ lines: turned.sort(), direction: 'right' });
  });

  test('tells what is left out', () => {
    expect(describe(ORDERS).mermaid()).toMatch(
      /^%% Orders\n%% Left out: a link of a cylinder\.\n%% Left out: the connection of an ellipse \(1\) to \(nothing\), since an end of it is no node\.\n%% Drawn as plain arrows: ERmany\.\nflowchart LR\n/,
    );
  });

  test.each([
    'say "no" #35; & <b>',
    '1. first',
    '- item',
    '`code` *bold* _it_ ~~x~~ \\ $$x$$',
    'end',
    '`',
    '%% no comment',
    '[x] (y) {z} |w|',
    'click a href "x"',
    ':::klass',
    'style="a:b;" #x; & <c>;',
    '%%{init: {"theme":"dark"}}%% x',
  ])('keeps %j as it is', (text) => {
    const value = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
    const [shown] = describe(mermaidToDrawio(describe(labelled(value)).mermaid())).pages;
    expect(shown?.nodes[0]?.children[0]?.label).toBe(text);
  });

  test('begins no directive with the name of a page', () => {
    const source = labelled('x').replace('name="P"', 'name="%%{init: {&quot;flowchart&quot;: 7}}%%"');
    expect(describe(source).mermaid()).toMatch(/^%% %\{init: \{'flowchart': 7\}\}%\nflowchart/);
  });

  test('keeps apart what it says in comments and what it draws', () => {
    const value = '&lt;ruby srcset=&quot;x';
    const source = labelled(value).replace(
      '</root>',
      `<UserObject label="${value}" tooltip="tip" id="u"><mxCell vertex="1" parent="1"><mxGeometry y="90" width="80" height="40" as="geometry"/></mxCell></UserObject></root>`,
    );
    expect(describe(source).mermaid()).toContain(
      "%% Left out: the tooltip of ruby srcset='x (2), which has no web link.",
    );
    const [shown] = describe(mermaidToDrawio(describe(source).mermaid())).pages;
    expect(shown?.nodes[0]?.children.map(({ label }) => label)).toEqual(['<ruby srcset="x', '<ruby srcset="x']);
  });

  test('gives cells ids of their own, whatever they are called in the file', () => {
    const ids = ['é', 'ü', 'end', 'n_', 'x'];
    const boxes = ids.map(
      (id, i) =>
        `<mxCell id="${id}" value="${i}" style="" vertex="1" parent="1"><mxGeometry x="${100 * i}" width="80" height="40" as="geometry"/></mxCell>`,
    );
    const [shown] = describe(mermaidToDrawio(describe(file(page('P', ...boxes))).mermaid())).pages;
    expect(shown?.nodes[0]?.children.map(({ label }) => label)).toEqual(['0', '1', '2', '3', '4']);
  });
});

group('as a graph for Graphviz', () => {
  test('has clusters, dashes, arrowheads and points for ends that hang free', () => {
    expect(describe(ORDERS, { page: 1 }).dot()).toBe(`digraph "Orders" {
  rankdir=LR; compound=true;
  subgraph "cluster_pool" {
    label="Shop";
    "take" [label="Take the\\norder & pay", shape="box"];
    "ship" [label="Ship?", shape="diamond", URL="https://example.com/ship", tooltip="By van"];
  }
  "db" [label="", shape="cylinder", URL="data:page/id,Stock"];
  "e1" [label="", shape="ellipse"];
  "e2" [label="", shape="ellipse"];
  "take" -> "e2" [dir="back", arrowtail="vee", ltail="cluster_pool"];
  "take" -> "ship" [label="paid\\ntwice"];
  "ship" -> "db" [dir="both", arrowtail="crow", style="dashed"];
  "free\\n1" [shape="point", style="invis"];
  "e1" -> "free\\n1" [label="lost"];
  "e1" -> "e2" [dir="none"];
}
`);
  });

  test('quotes what is special to it', () => {
    expect(describe(labelled('a &quot;b&quot; \\N \\')).dot()).toContain(
      '"a" [label="a \\"b\\" \\\\N \\\\", shape="box"];',
    );
  });
});
