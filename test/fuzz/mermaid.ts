/** Mermaid texts of every kind that is read, by a small grammar of statements each. */
import type { Random } from './random.js';
import { COLORS, NUMBERS, TEXTS } from './values.js';

/** A statement in which § stands for a name, ¶ for a text, ° for a number and ¤ for a colour. */
interface Grammar {
  readonly heads: readonly string[];
  readonly statements: readonly string[];
}

/** By the names of the kinds. */
export const GRAMMARS: Readonly<Record<string, Grammar>> = {
  flowchart: {
    heads: ['flowchart TD', 'flowchart LR', 'graph BT', 'graph RL', 'flowchart-elk TD', 'flowchart'],
    statements: [
      '§ --> §',
      '§[¶] -->|¶| §(¶)',
      '§ -. ¶ .-> §',
      '§ ==> § & § --- §',
      '§ <--> §; § o--o §; § x--x §',
      '§ ----> §',
      '§ ~~~ §',
      '§((¶))',
      '§>¶]',
      '§{¶}',
      '§{{¶}}',
      '§[/¶/]',
      '§[\\¶\\]',
      '§[(¶)]',
      '§(((¶)))',
      '§["`**¶** _¶_`"]',
      '§@{ shape: hex, label: "¶" }',
      '§@{ shape: ¶, w: °, h: ° }',
      '§@{ img: "https://example.org/x.png", label: "¶", pos: "t", w: ° }',
      '§@{ icon: "fa:user", form: "circle" }',
      'e1@--> §',
      '§ e1@==> §\ne1@{ animate: true, curve: stepBefore }',
      'subgraph § [¶]\n§ --> §\nend',
      'subgraph §\ndirection LR\nsubgraph §\n§\nend\nend',
      'style § fill:¤,stroke:¤,stroke-width:°px,color:¤',
      'classDef § fill:¤,font-size:°px\nclass § §',
      'linkStyle ° stroke:¤,stroke-width:°',
      'linkStyle default stroke:¤',
      'click § "https://example.org" "¶" _blank',
      'click § href "javascript:alert(1)"',
      'click § call ¶()',
      '%% ¶',
    ],
  },
  swimlane: {
    heads: ['swimlane-beta', 'swimlane-beta LR', 'swimlane-beta BT', 'swimlane-beta RL', 'swimlane-beta TB'],
    statements: [
      '§ --> §',
      '§ -->|¶| §',
      '§ -. ¶ .-> §{¶}',
      '§ ==> §((¶)) --> §',
      '§[¶]',
      '§ ~~~ §',
      'subgraph § [¶]\n§ --> §\nend',
      'subgraph § [¶]\n§\n§\nend',
      'subgraph §\nsubgraph §\n§ --> §\nend\n§\nend',
      'subgraph § [¶]\nend',
      'subgraph §\n__swimlane_default__\nend',
      'style § fill:¤,stroke:¤,color:¤',
      'linkStyle ° stroke:¤,stroke-width:°px',
      'linkStyle default interpolate stepBefore',
    ],
  },
  sequence: {
    heads: ['sequenceDiagram', 'sequenceDiagram\nautonumber', 'sequenceDiagram\nautonumber ° °'],
    statements: [
      'participant § as ¶',
      'actor §',
      'participant §@{ "type": "database" }',
      'create participant §\n§->>§: ¶',
      'destroy §\n§-x§: ¶',
      '§->>§: ¶',
      '§-->>§: ¶',
      '§-)§: ¶',
      '§<<->>§: ¶',
      '§->>+§: ¶\n§-->>-§: ¶',
      'activate §\n§->>§: ¶\ndeactivate §',
      'Note over §,§: ¶',
      'Note left of §: ¶',
      'loop ¶\n§->>§: ¶\nend',
      'alt ¶\n§->>§: ¶\nelse ¶\n§->>§: ¶\nend',
      'par ¶\n§->>§: ¶\nand ¶\n§->>§: ¶\nend',
      'critical ¶\n§->>§: ¶\noption ¶\nend',
      'break ¶\n§->>§: ¶\nend',
      'opt ¶\nend',
      'rect ¤\n§->>§: ¶\nend',
      'box ¤ ¶\nparticipant §\nend',
      'links §: {"¶": "https://example.org"}',
      'link §: ¶ ¶ javascript:alert(1)',
      'title: ¶',
    ],
  },
  class: {
    heads: ['classDiagram', 'classDiagram-v2', 'classDiagram\ndirection LR'],
    statements: [
      '§ <|-- §',
      '§ "1" *-- "many" § : ¶',
      '§ ..> § : ¶',
      '§ ()-- §',
      '§ <|--|> §',
      'class § {\n+int ¶\n-§(¶) String§\n#method()*\n}',
      'class §["¶"]',
      'class §~T~',
      '§ : +¶()',
      '<<interface>> §',
      'namespace § {\nclass §\n}',
      'note "¶"',
      'note for § "¶"',
      'style § fill:¤',
      'classDef § fill:¤\ncssClass "§" §',
      'click § href "https://example.org"',
      'link § "javascript:alert(1)" "¶"',
    ],
  },
  state: {
    heads: ['stateDiagram-v2', 'stateDiagram', 'stateDiagram-v2\ndirection LR'],
    statements: [
      '[*] --> §',
      '§ --> [*]',
      '§ --> § : ¶',
      '§ : ¶',
      'state "¶" as §',
      'state § {\n[*] --> §\n§ --> [*]\n}',
      'state § {\n§\n--\n§\n}',
      'state § <<choice>>',
      'state § <<fork>>',
      'note right of § : ¶',
      'note left of §\n¶\nend note',
      'classDef § fill:¤\nclass § §',
    ],
  },
  er: {
    heads: ['erDiagram', 'erDiagram\ndirection LR'],
    statements: [
      '§ ||--o{ § : "¶"',
      '§ }|..|{ § : ¶',
      '§ one to zero or more § : has',
      '§ {\nint ° PK "¶"\nstring § FK,UK\n}',
      '§["¶"] {\n}',
      'style § fill:¤',
    ],
  },
  mindmap: {
    heads: ['mindmap\n root((¶))', 'mindmap\nroot'],
    statements: [
      '  §[¶]',
      '   §(¶)',
      '    §))¶((',
      '     §{{¶}}',
      '  ¶',
      '   ::icon(fa fa-book)',
      '   :::urgent large',
    ],
  },
  timeline: {
    heads: ['timeline', 'timeline\n title ¶', 'timeline TD'],
    statements: ['section ¶', '  ° : ¶', '  ° : ¶ : ¶\n    : ¶', '  ¶'],
  },
  gantt: {
    heads: ['gantt\ndateFormat YYYY-MM-DD', 'gantt\ndateFormat HH:mm\naxisFormat %H:%M', 'gantt\ntitle ¶', 'gantt'],
    statements: [
      'section ¶',
      '¶ : §, 2024-01-01, °d',
      '¶ : crit, done, §, after §, °w',
      '¶ : milestone, §, 2024-02-30, 0d',
      '¶ : active, 2024-01-01, until §',
      '¶ : °h',
      '¶ : vert, 17:30, 2m',
      'excludes weekends',
      'excludes 2024-01-01, monday, tuesday, wednesday, thursday, friday, saturday, sunday',
      'includes 2024-01-01',
      'tickInterval °day',
      'axisFormat ¶',
      'dateFormat ¶',
      'todayMarker off',
      'weekday monday',
      'inclusiveEndDates',
      'click § href "https://example.org"',
    ],
  },
  journey: {
    heads: ['journey', 'journey\ntitle ¶'],
    statements: ['section ¶', '  ¶: °: Me', '  ¶: 3: Me, §, ¶', '  ¶: 5'],
  },
  gitGraph: {
    heads: [
      'gitGraph',
      'gitGraph TB:',
      'gitGraph BT:',
      '%%{init: {"gitGraph": {"parallelCommits": true}}}%%\ngitGraph BT:',
    ],
    statements: [
      'commit',
      'commit id: "one" tag: "two words"',
      'commit id: "¶"',
      'commit id: "§" tag: "¶" tag: "¶"',
      'commit type: HIGHLIGHT',
      'commit type: REVERSE id: "§"',
      'checkout main',
      'branch §\ncommit\ncheckout main\ncommit id: "a"\nmerge § id: "§" type: REVERSE',
      'branch §\ncommit\ncheckout main\ncommit\nmerge §',
    ],
  },
  requirement: {
    heads: ['requirementDiagram', 'requirementDiagram\ndirection LR'],
    statements: [
      'requirement r {\nid: °\ntext: "some words"\nrisk: high\nverifymethod: test\n}',
      'functionalRequirement f {\nid: 1\ntext: "¶"\n}',
      'element § {\ntype: "¶"\ndocref: "¶"\n}',
      'element n1 {\n}',
      'element c {\ntype: x\n}\nc <- contains - c',
      'element a {\ntype: x\n}\nelement b {\ntype: x\n}\na - traces -> b',
      'style § fill:¤,stroke:¤',
      'classDef x fill:#ffff00,font-weight:bold\nclass a x',
    ],
  },
  c4: {
    heads: ['C4Context', 'C4Container\ntitle ¶', 'C4Component', 'C4Dynamic', 'C4Deployment'],
    statements: [
      'Person(§, "¶", "¶")',
      'Person_Ext(§, "¶")',
      'System(§, "¶", "¶", $tags="¶", $link="¶")',
      'SystemDb(§, "¶")\nSystemQueue_Ext(§, "¶", "¶")',
      'Container(§, "¶", "¶", "¶", $sprite="¶")',
      'ComponentDb(§, "¶", "¶")',
      'Container(a, "¶")\nContainer(b, "¶")\nRel(a, b, "¶", "¶")',
      'System(a, "¶")\nBiRel(a, a, "¶")',
      'System(c, "¶")\nSystem(d, "¶")\nRel_Back(c, d, "¶", "¶", "¶")',
      'System_Boundary(§, "¶") {\nSystem(§, "¶")\n}',
      'Deployment_Node(§, "¶", "¶", "¶") {\nContainer_Boundary(§, "¶") {\nContainer(§, "¶")\n}\n}',
      'UpdateElementStyle(§, $bgColor="¤", $fontColor="¤", $shape="¶")',
      'UpdateRelStyle(a, b, $textColor="¤", $offsetX="°", $offsetY="°")',
      'UpdateLayoutConfig($c4ShapeInRow="°", $c4BoundaryInRow="°")',
    ],
  },
  block: {
    heads: ['block-beta', 'block', 'block-beta\ncolumns °'],
    statements: [
      '§ §',
      '§["¶"]:°',
      '§("¶") §(("¶")) §{"¶"}',
      '§{{"¶"}} §(["¶"]) §[["¶"]] §[("¶")]',
      '§>"¶"] §[/"¶"/] §[/"¶"\\] §((("¶")))',
      '§<["¶"]>(right) §<["¶"]>(x, down)',
      'space space:°',
      'block:§:°\ncolumns °\n§ §\nend',
      'block\nblock\n§\nend\nend',
      '§ --> §',
      '§ -- "¶" --> §',
      '§ x--o §',
      'style § fill:¤,stroke:¤',
      'classDef § fill:¤\nclass § §',
    ],
  },
  architecture: {
    heads: [
      'architecture-beta\ngroup g(cloud)[one]\nservice a(disk)[two] in g\nservice b(server)[three] in g\njunction c\nservice d(internet)[four]',
    ],
    statements: [
      'a:R --> L:b',
      'b:T <--> B:a',
      'c:L -[five]- R:d',
      'a{group}:B -[six words]-> T:d',
      'd:T -- R:c',
      'a:R -- T:b',
      'group h[seven] in g',
      'service §(¶)[eight]',
      'service § "¶" [nine]',
      '§:R -- L:§',
      'align row c d',
    ],
  },
  kanban: {
    heads: ['kanban'],
    statements: [
      '  §[¶]',
      '    §[¶]',
      "    §[¶]@{ assigned: '¶', ticket: °, priority: 'Very High' }",
      '  ¶',
      '      §[¶]\n  [¶]',
    ],
  },
  pie: {
    heads: ['pie', 'pie showData', 'pie title ¶'],
    statements: ['"¶" : °', '"§" : 1', '"§" : 0.001', "'§' : 20", 'title ¶', 'accTitle: ¶'],
  },
  quadrantChart: {
    heads: ['quadrantChart', 'quadrantChart\ntitle ¶'],
    statements: [
      'x-axis § --> §',
      'y-axis "¶" --> §',
      'x-axis §',
      'y-axis § -->',
      'quadrant-1 §',
      'quadrant-3 "¶"',
      '§: [0.3, 0.°]',
      '§: [0, 1]',
      '"¶": [0.5, 0.5] radius: °, color: ¤',
      '§:::§: [1, 0.1] stroke-color: #ff0000, stroke-width: °px',
      'classDef § color: ¤, radius: °',
    ],
  },
  xychart: {
    heads: ['xychart', 'xychart-beta horizontal', 'xychart-beta\ntitle "¶"'],
    statements: [
      'x-axis [§, §, "¶"]',
      'x-axis "¶" ° --> °',
      'y-axis ° --> °',
      'y-axis "¶"',
      'bar [°, 5, 3]',
      'bar "¶" [1, -2, .5]',
      'line [4]',
      'line "§" [1.5, 2, +3, 100]',
    ],
  },
  radar: {
    heads: ['radar-beta', 'radar-beta\ntitle ¶', 'radar-beta\naxis a, b["¶"], c'],
    statements: [
      'axis §["¶"], §',
      'curve §["¶"]{°, 2, 3}',
      'curve n1{5, 4.5, 0}',
      'curve §{a: 1, b: 2, c: 3}',
      'max °',
      'min °',
      'ticks °',
      'graticule polygon',
      'showLegend false',
    ],
  },
  treemap: {
    heads: ['treemap', 'treemap-beta', 'treemap-beta\ntitle ¶'],
    statements: [
      '"¶"',
      '  "¶": °',
      '    "§": 3:::§',
      '  "¶":::§',
      '"§": °',
      'classDef § fill:¤,color:¤,stroke-width:°px',
    ],
  },
  sankey: {
    heads: ['sankey', 'sankey-beta'],
    statements: [
      '§,§,°',
      'one,§,5',
      '§,two,0.5',
      'one,five,°',
      'five,six,2',
      '"¶, ""¶""",three,1',
      '%% ¶',
      'three,four,°',
    ],
  },
  packet: {
    heads: ['packet', 'packet-beta', 'packet\ntitle ¶'],
    statements: ['+°: "¶"', '+16: "§"', '+8: "¶"', '+1: "¶"', '+100: "¶"', '°-°: "§"'],
  },
  treeView: {
    heads: ['treeView-beta', 'treeView-beta\ntitle ¶', '%%{init: {"treeView": {"showIcons": true}}}%%\ntreeView-beta'],
    statements: [
      '  "¶"',
      '    "¶"',
      '      §/',
      '  § :::highlight',
      '    "¶" :::§ ## ¶',
      '  § icon(§)',
      '  x.txt icon(none)',
      '├── §/',
      '│   └── § ## ¶',
    ],
  },
  ishikawa: {
    heads: ['ishikawa-beta\n  ¶', 'ishikawa\n ¶', 'ishikawa-beta'],
    statements: ['  ¶', '    ¶', '      ¶', '        §', ' § ¶'],
  },
  venn: {
    heads: ['venn-beta\nset a\nset b\nset c', 'venn-beta\ntitle ¶\nset a["¶"]\nset b:°\nset c'],
    statements: [
      'set d:5\nset A:3\nset n1:2',
      'set d["¶"]:°',
      'set §',
      'union a,b',
      'union a,c["¶"]:°',
      'union a,b,c["¶"]',
      'union a,§',
      'text a,b x["¶"]',
      '  text y["¶"]',
      'style a fill:¤,stroke:¤,stroke-width:°,fill-opacity:0.5',
      'style a,b fill:¤,color:¤',
    ],
  },
  wardley: {
    heads: ['wardley-beta', 'wardley-beta\ntitle ¶', 'wardley-beta\nsize [°, 300]'],
    statements: [
      'component a [0.5, 0.6]\ncomponent b [0.2, 0.9]\na -> b',
      'anchor § [0.9, 0.5]',
      'component "¶" [0.°, 0.3] label [-9, °]',
      'component c [0.4, 0.4] (market) (inertia)',
      'component d [0.1, 0.2] (build)\nd +> d',
      'a +<> b ; ¶',
      '§ -.-> §',
      "a +'¶'> b",
      'evolve a 0.°',
      'component n1 [0.5, 0.5]\npipeline n1 {\n component "¶" [0.4]\n component § [0.°]\n}',
      'note "¶" [0.5, 0.5]',
      'annotations [0.1, 0.1]\nannotation 1,[0.2, 0.3] "¶"',
      'evolution § @ 0.2 -> "¶" @ 0.5',
      'accelerator "¶" [0.2, 0.2]\ndeaccelerator § [0.4, 0.4]',
    ],
  },
  eventmodeling: {
    heads: ['eventmodeling', 'eventmodeling\ntitle ¶', 'eventmodeling\ntf 1 ui Page\ntf 2 cmd Order\ntf 3 evt Placed'],
    statements: [
      'tf ° ui §',
      'tf ° cmd a.b',
      'tf 4 evt § { ¶ }',
      'tf 5 rmo View ->> 1 ->> 3',
      'rf 6 pcr § ->> °',
      'tf 7 evt Done [[d]]\ndata d {\n ¶: ¶\n}',
      'entity §',
      'note 1 {\n¶\n}',
    ],
  },
  cynefin: {
    heads: ['cynefin-beta', 'cynefin-beta:\ntitle ¶', 'cynefin-beta\nclear "¶"'],
    statements: [
      'complex\n "¶"\n "§"',
      'chaotic "¶" "¶"',
      'confusion "a" "b" "c" "d"',
      'complex --> clear : "¶"',
      'confusion --> complicated',
      'clear --> clear',
      'accDescr { ¶ }',
    ],
  },
  railroad: {
    heads: ['railroad-beta', 'railroad-beta\ntitle ¶'],
    statements: [
      '§ = terminal("¶");',
      '§ = sequence(nonterminal("¶"), optional(terminal("¶")), special("¶"));',
      "a = choice(terminal('¶'), oneOrMore(choice(terminal('x'), nonterminal('¶'))), zeroOrMore(terminal('¶')));",
      'b = optional(zeroOrMore(sequence(choice(terminal("¶"), terminal("")), choice(terminal("c"), special("d")))));',
    ],
  },
  railroadEbnf: {
    heads: ['railroad-ebnf-beta', 'railroad-ebnf-beta\naccTitle: ¶'],
    statements: [
      '§ = "¶" ;',
      '§ ::= § , { "¶" | [ § ] }, ( ? ¶ ? )* ;',
      "a = § - '¶' | b+ c? ;",
      '(* ¶ *) b = { [ ( "¶" | c ) d ] } ;',
    ],
  },
  railroadAbnf: {
    heads: ['railroad-abnf-beta', 'railroad-abnf-beta\ntitle ¶'],
    statements: ['§ = "¶" ;', 'a = °a / *b [ "¶" ] %x30-39 ;', 'b = 2*3( "¶" / § ) *1c ;'],
  },
  railroadPeg: {
    heads: ['railroad-peg-beta', 'railroad-peg-beta\ntitle ¶'],
    statements: ['§ <- "¶" ;', "A <- !B &'¶' . / (C / D*)+ ;", 'B <- § ? ;', '# ¶'],
  },
  info: {
    heads: ['info', 'info showInfo'],
    statements: ['title ¶', 'accTitle: ¶'],
  },
  zenuml: {
    heads: [
      'zenuml',
      'zenuml\ntitle ¶',
      'zenuml\n@Actor § <<§>> n1 as "¶" ¤\ngroup § { § § }\n@Starter(§)',
      'zenuml\n@Database §\n<<"¶">> §',
    ],
    statements: [
      '§->§: ¶',
      '§.§(°, ¶) {\n§.go()\nreturn §\n}',
      'a = §.m() {\nb.n() {\n§.o()\n}\n}',
      'x = new §(°)',
      'new § {\n§()\n}',
      'if (¶) {\n§->§: ¶\n} else if (§ == °) {\n§()\n} else {\n§.x\n}',
      'while(§) {\n// ¶\n§->§: ¶\n}',
      'try {\n§()\n} catch(§) {\n§-->§: ¶\n} finally {\n}',
      'par {\na.x()\n§.y()\n}',
      'opt {\nsection(§) {\ncritical {\n§.z()\n}\n}\n}',
      'ref(§, §, §)',
      '== ¶ ==',
      '// [red, bold] ¶\n§.m()',
      '@return §->§: ¶',
      'return ¶',
      'return §.x(°)',
    ],
  },
};

const KINDS = Object.values(GRAMMARS);

const WORDS = ['one', 'two words', 'a longer text of some words', 'a<br/>b', 'Ü & Ö', '**b** _i_', '#quot;', '$$x^2$$'];
const IDS = ['a', 'b', 'c', 'd', 'n1', 'end1', 'A-B', '__proto__', 'constructor', 'é'];

const VALUES: readonly ((random: Random) => string)[] = [
  (random) => `{"theme": "${random.pick(['dark', 'forest', 'neutral', 'base', 'nope'])}"}`,
  (random) => `{"themeVariables": {"primaryColor": "${random.pick(COLORS)}", "fontSize": "${random.pick(NUMBERS)}px"}}`,
  (random) => `{"flowchart": {"nodeSpacing": ${random.pick(NUMBERS)}, "curve": "${random.pick(TEXTS)}"}}`,
  (random) =>
    `{"swimlane": {"lineHops": ${random.pick(['false', '"gap"', '"arc"', '7'])}, "automaticLaneOrdering": true, "ignoreCrossLaneEdges": ${random.chance(0.5)}}}`,
  (random) => `{"sequence": {"mirrorActors": false, "width": ${random.pick(NUMBERS)}, "wrap": true}}`,
  (random) => `{"gantt": {"barHeight": ${random.pick(NUMBERS)}, "topAxis": true}}`,
  (random) => `{"pie": {"donutHole": ${random.pick(NUMBERS)}, "textPosition": ${random.pick(NUMBERS)}}}`,
  (random) => `{"xyChart": {"width": ${random.pick(NUMBERS)}, "showDataLabel": true}}`,
  (random) => `{"quadrantChart": {"chartWidth": ${random.pick(NUMBERS)}, "pointRadius": ${random.pick(NUMBERS)}}}`,
  (random) => `{"radar": {"height": ${random.pick(NUMBERS)}, "curveTension": ${random.pick(NUMBERS)}}}`,
  (random) =>
    `{"treemap": {"nodeWidth": ${random.pick(NUMBERS)}, "valueFormat": "${random.pick(['$0,0', '.1%', '%%', '9,'])}"}}`,
  (random) => `{"sankey": {"height": ${random.pick(NUMBERS)}, "nodePadding": ${random.pick(NUMBERS)}}}`,
  (random) => `{"treeView": {"rowIndent": ${random.pick(NUMBERS)}, "paddingX": ${random.pick(NUMBERS)}}}`,
  (random) => `{"venn": {"width": ${random.pick(NUMBERS)}, "padding": ${random.pick(NUMBERS)}}}`,
  (random) => `{"ishikawa": {"diagramPadding": ${random.pick(NUMBERS)}}, "fontSize": ${random.pick(NUMBERS)}}`,
  (random) => `{"wardley-beta": {"width": ${random.pick(NUMBERS)}, "nodeRadius": ${random.pick(NUMBERS)}}}`,
  (random) =>
    `{"railroad": {"padding": ${random.pick(NUMBERS)}, "arcRadius": ${random.pick(NUMBERS)}, "fontSize": ${random.pick(NUMBERS)}}}`,
  (random) =>
    `{"cynefin": {"width": ${random.pick(NUMBERS)}, "seed": ${random.pick(NUMBERS)}, "boundaryAmplitude": ${random.pick(NUMBERS)}}}`,
  (random) => `{"packet": {"bitsPerRow": ${random.pick(NUMBERS)}, "bitWidth": ${random.pick(NUMBERS)}}}`,
  (random) => `{"fontFamily": "${random.pick(TEXTS)}", "securityLevel": "loose"}`,
];

function filled(statement: string, random: Random): string {
  return statement.replace(/[§¶°¤]/g, (sign) => {
    if (sign === '§') return random.pick(IDS);
    if (sign === '¤') return random.pick(COLORS);
    if (sign === '°') return random.pick(random.chance(0.7) ? ['1', '2', '3', '5', '0'] : NUMBERS);
    return random.pick(random.chance(0.75) ? WORDS : TEXTS).replace(/\n/g, ' ');
  });
}

/** A text of a kind, by default a random one: most are ones that Mermaid reads, some are not. */
export function randomMermaid(random: Random, grammar: Grammar = random.pick(KINDS)): string {
  const settings = random.chance(0.2) ? `%%{init: ${random.pick(VALUES)(random)}}%%\n` : '';
  const front = random.chance(0.1) ? `---\ntitle: ${filled('¶', random)}\nconfig:\n  look: handDrawn\n---\n` : '';
  const lines = random.some(10, () => filled(random.pick(grammar.statements), random));
  if (random.chance(0.05)) lines.push(filled(random.pick(random.pick(KINDS).statements), random));
  return `${front}${settings}${filled(random.pick(grammar.heads), random)}\n${lines.join('\n')}\n`;
}

/** Lines of a text dropped, doubled, exchanged, or with another name or text in them. */
export function changeMermaid(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  switch (random.below(5)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, ...Array(1 + random.below(5)).fill(line));
      break;
    case 2:
      lines[at] = random.pick(lines);
      break;
    case 3:
      lines.splice(at, 0, filled(random.pick(random.pick(KINDS).statements), random));
      break;
    default: {
      const words = line.split(/\b/);
      words[random.below(words.length)] = random.pick([...NUMBERS, ...TEXTS, ...IDS]);
      lines[at] = words.join('');
    }
  }
  return lines.join('\n');
}
