/** A diagram for the tests of descriptions. */

const vertex = (id: string, value: string, style: string, parent = '1', geometry = 'width="80" height="40"'): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${geometry} as="geometry"/></mxCell>`;

interface Ends {
  readonly source?: string;
  readonly target?: string;
  readonly value?: string;
  readonly style?: string;
}

const edge = (id: string, { source, target, value = '', style = '' }: Ends): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" edge="1" parent="1"` +
  `${source ? ` source="${source}"` : ''}${target ? ` target="${target}"` : ''}><mxGeometry relative="1" as="geometry">` +
  '<mxPoint x="300" y="300" as="sourcePoint"/><mxPoint x="400" y="300" as="targetPoint"/></mxGeometry></mxCell>';

export const page = (name: string, ...cells: string[]): string =>
  `<diagram id="${name}" name="${name}"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel></diagram>`;

export const file = (...pages: string[]): string => `<mxfile>${pages.join('')}</mxfile>`;

const at = (x: number, y: number, width = 80, height = 40): string =>
  `x="${x}" y="${y}" width="${width}" height="${height}"`;

/** Containers, shapes, links, tooltips, labels as HTML, arrows of all kinds, ends that hang free, and a hidden cell. */
export const ORDERS = file(
  page(
    'Orders',
    vertex('pool', 'Shop', 'swimlane;html=1;', '1', at(0, 0, 400, 200)),
    vertex('take', '&lt;b&gt;Take&lt;/b&gt; the&lt;br&gt;order &amp;amp; pay', 'html=1;', 'pool', at(20, 60)),
    `<UserObject label="Ship?" link="https://example.com/ship" tooltip="By &lt;i&gt;van&lt;/i&gt;" id="ship">${vertex('', '', 'rhombus;html=1;', 'pool', at(200, 60)).replace(' id="" value=""', '')}</UserObject>`,
    `<UserObject label="" link="data:page/id,Stock" id="db">${vertex('', '', 'shape=cylinder3;', '1', at(600, 60)).replace(' id="" value=""', '')}</UserObject>`,
    vertex('e1', '', 'ellipse;', '1', at(0, 300)),
    vertex('e2', '', 'ellipse;', '1', at(100, 300)),
    vertex('hidden', 'secret', '', '1', at(0, 500)).replace('vertex="1"', 'vertex="1" visible="0"'),
    edge('free', { source: 'e1', value: 'lost' }),
    edge('go', { source: 'take', target: 'ship', value: 'paid', style: 'html=1;' }),
    edge('store', { source: 'ship', target: 'db', style: 'startArrow=ERmany;endArrow=classic;dashed=1;' }),
    edge('line', { source: 'e1', target: 'e2', style: 'endArrow=none;' }),
    edge('back', { source: 'pool', target: 'e2', style: 'endArrow=none;startArrow=open;' }),
    vertex('note', 'twice', 'edgeLabel;html=1;', 'go', 'x="0.5" relative="1"'),
  ),
  page('Stock', vertex('shelf', 'Shelf', 'text;html=1;strokeColor=none;fillColor=none;')),
);
