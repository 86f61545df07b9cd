/** Patterns of growth: Mermaid texts of many statements. */
import { type GrowthPattern, series } from './pattern.js';

const mermaid = (name: string, from: number, source: (n: number, mark: string) => string): GrowthPattern => ({
  name: `Mermaid: ${name}`,
  output: 'mermaid',
  from,
  source,
});

export const MERMAID: readonly GrowthPattern[] = [
  mermaid(
    'a flowchart in a row',
    20,
    (n, mark) => `flowchart LR\n${series(n, (i) => `n${i}[${mark}] --> n${i + 1}\n`)}`,
  ),
  mermaid(
    'a flowchart as a tree',
    20,
    (n, mark) => `flowchart TD\n${series(n, (i) => `n${i >> 1}[${mark}] -->|${i}| n${i + 1}\n`)}`,
  ),
  mermaid('a flowchart of pairs', 20, (n, mark) => `flowchart TD\n${series(n, (i) => `a${i}{${mark}} --- b${i}\n`)}`),
  mermaid('nodes without edges', 20, (n, mark) => `flowchart TD\n${series(n, (i) => `a${i}["${mark}"]\n`)}`),
  mermaid(
    'nested subgraphs',
    10,
    (n, mark) => `flowchart TD\n${series(n, (i) => `subgraph s${i}\na${i}[${mark}] --> b${i}\nend\n`)}`,
  ),
  mermaid(
    'styles and classes',
    20,
    (n, mark) => `flowchart TD\n${series(n, (i) => `classDef c${i} fill:#f9f,stroke:#333\na${i}[${mark}]:::c${i}\n`)}`,
  ),
  mermaid('a sequence of messages', 20, (n, mark) => `sequenceDiagram\n${series(n, (i) => `A->>B: ${i} ${mark}\n`)}`),
  mermaid(
    'a sequence of participants',
    20,
    (n, mark) => `sequenceDiagram\n${series(n, (i) => `p${i}->>p${i + 1}: ${mark}\n`)}`,
  ),
  mermaid(
    'a sequence of loops and notes',
    20,
    (n, mark) =>
      `sequenceDiagram\n${series(n, (i) => `loop ${i}\nA->>+B: ${mark}\nNote over A,B: ${i}\nB-->>-A: x\nend\n`)}`,
  ),
  mermaid(
    'nested frames of a sequence',
    10,
    (n, mark) => `sequenceDiagram\n${'loop a\n'.repeat(n)}A->>B: ${mark}\n${'end\n'.repeat(n)}`,
  ),
  mermaid(
    'classes',
    10,
    (n, mark) => `classDiagram\n${series(n, (i) => `C${i} <|-- C${i + 1}\nC${i} : +int ${mark}\n`)}`,
  ),
  mermaid(
    'members of a class',
    50,
    (n, mark) => `classDiagram\nclass A {\n${series(n, (i) => `+int m${i}${mark}\n`)}}\n`,
  ),
  mermaid('states', 20, (n, mark) => `stateDiagram-v2\n${series(n, (i) => `s${i} --> s${i + 1} : ${mark}\n`)}`),
  mermaid(
    'entities',
    10,
    (n, mark) => `erDiagram\n${series(n, (i) => `E${i} ||--o{ E${i + 1} : ${mark}\nE${i} {\nstring name\n}\n`)}`,
  ),
  mermaid(
    'attributes of an entity',
    50,
    (n, mark) => `erDiagram\nA {\n${series(n, (i) => `string a${i}${mark}\n`)}}\n`,
  ),
  mermaid(
    'a mind map',
    20,
    (n, mark) => `mindmap\n  root((${mark}))\n${series(n, (i) => `    ${'  '.repeat(i % 3)}n${i}\n`)}`,
  ),
  mermaid(
    'a timeline',
    20,
    (n, mark) => `timeline\n title ${mark}\n${series(n, (i) => ` ${1900 + i} : event ${i} : other\n`)}`,
  ),
  mermaid(
    'a Gantt chart',
    20,
    (n, mark) =>
      `gantt\n dateFormat YYYY-MM-DD\n section ${mark}\n${series(n, (i) => ` task ${i} :t${i}, ${i === 0 ? '2024-01-01' : `after t${i - 1}`}, 3d\n`)}`,
  ),
  mermaid(
    'a Gantt chart of excluded days',
    20,
    (n, mark) =>
      `gantt\n dateFormat YYYY-MM-DD\n excludes weekends\n section ${mark}\n${series(n, (i) => ` task ${i} :t${i}, 2024-01-01, 30d\n`)}`,
  ),
  mermaid(
    'a journey',
    20,
    (n, mark) => `journey\n title ${mark}\n section a\n${series(n, (i) => `  task ${i}: ${i % 6}: me, you\n`)}`,
  ),
  mermaid(
    'actors of a journey',
    20,
    (n, mark) => `journey\n section a\n${series(n, (i) => `  task ${i}: 3: actor ${i}, ${mark}\n`)}`,
  ),
  mermaid(
    'a kanban board',
    20,
    (n, mark) => `kanban\n${series(n, (i) => (i % 5 === 0 ? `  c${i}[${mark}]\n` : `    t${i}[task ${i}]\n`))}`,
  ),
  mermaid('slices of a pie chart', 50, (n, mark) => `pie title ${mark}\n${series(n, (i) => `"s${i}" : ${i}\n`)}`),
  mermaid(
    'points of a quadrant chart',
    50,
    (n, mark) => `quadrantChart\n title ${mark}\n${series(n, (i) => ` p${i}: [0.${i}, 0.5]\n`)}`,
  ),
  mermaid(
    'bars of an XY chart',
    50,
    (n, mark) =>
      `xychart\n title "${mark}"\n x-axis [${series(n, (i) => `c${i}, `)}last]\n bar [${series(n, (i) => `${i}, `)}1]\n`,
  ),
  mermaid(
    'lines of an XY chart',
    50,
    (n, mark) => `xychart\n title "${mark}"\n${series(n, (i) => ` line [1, ${i}]\n`)}`,
  ),
  mermaid(
    'axes of a radar chart',
    50,
    (n, mark) =>
      `radar-beta\n title ${mark}\n axis ${series(n, (i) => `a${i}, `)}last\n curve c{${series(n, (i) => `${i}, `)}1}\n`,
  ),
  mermaid(
    'curves of a radar chart',
    50,
    (n, mark) => `radar-beta\n title ${mark}\n axis a, b, c\n${series(n, (i) => ` curve c${i}{1, 2, ${i}}\n`)}`,
  ),
  mermaid('boxes of a treemap', 50, (n, mark) => `treemap\n"${mark}"\n${series(n, (i) => `  "b${i}": ${i}\n`)}`),
  mermaid('a long name in a treemap', 2000, (n, mark) => `treemap\n"${mark}${'name '.repeat(n)}"\n  "b": 1\n`),
  mermaid('flows of a Sankey diagram', 50, (n, mark) => `sankey\n${series(n, (i) => `${mark},t${i % 40},${i + 1}\n`)}`),
  mermaid('fields of a packet', 50, (n, mark) => `packet\n title ${mark}\n${series(n, (i) => `+5: "f${i}"\n`)}`),
  mermaid(
    'a tree view',
    50,
    (n, mark) => `treeView-beta\n  "${mark}"\n${series(n, (i) => `    ${'  '.repeat(i % 4)}"f${i}.txt"\n`)}`,
  ),
  mermaid(
    'causes of an Ishikawa diagram',
    20,
    (n, mark) => `ishikawa-beta\n  ${mark}\n${series(n, (i) => `  ${'  '.repeat(1 + (i % 4))}cause ${i}\n`)}`,
  ),
  mermaid(
    'texts of a Venn diagram',
    50,
    (n, mark) => `venn-beta\nset a["${mark}"]\n${series(n, (i) => `  text t${i}\n`)}`,
  ),
  mermaid(
    'components of a Wardley map',
    20,
    (n, mark) =>
      `wardley-beta\ntitle ${mark}\n${series(n, (i) => `component c${i} [0.5, 0.${i}]\nc${i} -> c${i >> 1}\n`)}`,
  ),
  mermaid(
    'frames of an event model',
    20,
    (n, mark) => `eventmodeling\n${series(n, (i) => `tf ${i % 999} ${i % 2 === 0 ? 'cmd' : 'evt'} A${mark}${i}\n`)}`,
  ),
  mermaid(
    'rules of a railroad diagram',
    20,
    (n, mark) => `railroad-ebnf-beta\n${series(n, (i) => `r${i} = "${mark}" , { a | "b" } , [ c ] ;\n`)}`,
  ),
  mermaid(
    'a railroad diagram in itself',
    20,
    (n, mark) => `railroad-ebnf-beta\na = ${'[ x | '.repeat(n)}"${mark}"${' ]'.repeat(n)} ;\n`,
  ),
  mermaid(
    'items of a Cynefin diagram',
    50,
    (n, mark) => `cynefin-beta\ncomplex\n${series(n, (i) => `"${mark} ${i}"\n`)}`,
  ),
  mermaid(
    'calls in each other of ZenUML',
    20,
    (n, mark) => `zenuml\n${series(n, (i) => `p${i}.m${i}(${mark}) {\nq${i % 7}.n()\n}\n`)}`,
  ),
  mermaid(
    'nested frames of ZenUML',
    10,
    (n, mark) => `zenuml\n${'opt {\n'.repeat(n)}A->B: ${mark}\n${'}\n'.repeat(n)}`,
  ),
  mermaid('one long label', 1000, (n, mark) => `flowchart TD\na["${mark} ${'word '.repeat(n)}"]\n`),
  mermaid('comments', 500, (n, mark) => `flowchart TD\n${series(n, (i) => `%% ${i}\n`)}a[${mark}]\n`),
  mermaid('blanks', 5000, (n, mark) => `flowchart TD\na[${mark}]${' \n'.repeat(n)}`),
];
