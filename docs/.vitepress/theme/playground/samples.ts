/** Diagrams to begin with. */
export interface Sample {
  readonly title: string;
  readonly file: string;
  readonly text: string;
}

const box = (id: string, label: string, x: number, y: number, style: string): string =>
  `        <mxCell id="${id}" value="${label}" style="whiteSpace=wrap;html=1;${style}" vertex="1" parent="1">
          <mxGeometry x="${x}" y="${y}" width="140" height="60" as="geometry"/>
        </mxCell>`;

const edge = (id: string, source: string, target: string, label = ''): string =>
  `        <mxCell id="${id}" value="${label}" style="edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;" edge="1" parent="1" source="${source}" target="${target}">
          <mxGeometry relative="1" as="geometry"/>
        </mxCell>`;

const page = (id: string, name: string, ...cells: readonly string[]): string =>
  `  <diagram id="${id}" name="${name}">
    <mxGraphModel>
      <root>
        <mxCell id="0"/>
        <mxCell id="1" parent="0"/>
${cells.join('\n')}
      </root>
    </mxGraphModel>
  </diagram>`;

const BLUE = 'rounded=1;fillColor=#dae8fc;strokeColor=#6c8ebf;';
const GREEN = 'rounded=1;fillColor=#d5e8d4;strokeColor=#82b366;';
const ORANGE = 'rounded=1;fillColor=#ffe6cc;strokeColor=#d79b00;';

const SERVICE = `<mxfile>
${page(
  'overview',
  'Overview',
  box('web', 'Web shop', 40, 40, BLUE),
  box('api', 'Orders &lt;b&gt;API&lt;/b&gt;', 260, 40, GREEN),
  box('queue', 'Queue', 480, 40, 'shape=mxgraph.flowchart.direct_data;fillColor=#fff2cc;strokeColor=#d6b656;'),
  box('store', 'Orders', 260, 180, 'shape=cylinder3;boundedLbl=1;size=12;fillColor=#f5f5f5;strokeColor=#666666;'),
  box('mail', 'Mailer', 480, 180, ORANGE),
  edge('e1', 'web', 'api', 'HTTPS'),
  edge('e2', 'api', 'queue'),
  edge('e3', 'api', 'store'),
  edge('e4', 'queue', 'mail'),
)}
${page(
  'states',
  'States of an order',
  box('new', 'New', 40, 40, BLUE),
  box('paid', 'Paid', 260, 40, GREEN),
  box('gone', 'Cancelled', 260, 160, 'rounded=1;fillColor=#f8cecc;strokeColor=#b85450;'),
  edge('s1', 'new', 'paid', 'pay'),
  edge('s2', 'new', 'gone', 'cancel'),
)}
</mxfile>
`;

const FLOWCHART = `flowchart LR
  idea([An idea]) --> draft[Draft]
  draft --> review{Reviewed?}
  review -->|no| draft
  review -->|yes| publish[[Publish]]
`;

const SEQUENCE = `sequenceDiagram
  participant B as Browser
  participant S as Shop
  participant P as Payments
  B->>S: Order
  S->>P: Charge the card
  alt accepted
    P-->>S: Receipt
    S-->>B: Thank you
  else declined
    P-->>S: Reason
    S-->>B: Please try again
  end
`;

export const SAMPLES: readonly Sample[] = [
  { title: 'A draw.io file with two pages', file: 'service.drawio', text: SERVICE },
  { title: 'Mermaid: flowchart', file: 'flow.mmd', text: FLOWCHART },
  { title: 'Mermaid: sequence diagram', file: 'order.mmd', text: SEQUENCE },
];
