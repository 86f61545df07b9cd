/** What diagrams hold beside plain boxes, each a row: stencils, tables in labels, formulas, Mermaid texts, PDF. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as Mxsvg from '../src/index.js';
import type * as Mermaid from '../src/mermaid/index.js';
import { generateDiagram } from './generate.js';

export interface Feature {
  readonly name: string;
  run(): unknown;
}

/** By the names after --only. `goldens`: the folder of golden diagrams. */
export function features(
  mxsvg: typeof Mxsvg,
  mermaid: typeof Mermaid,
  goldens: string,
): Readonly<Record<string, () => Feature>> {
  const read = (folder: string, ending: string): readonly string[] =>
    readdirSync(path.join(goldens, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => readFileSync(path.join(goldens, folder, file), 'utf8'));
  return {
    libraries: () => {
      const sources = read('libraries', '.drawio');
      return { name: `shapes of libraries, ${sources.length} files`, run: () => each(sources, mxsvg.render) };
    },
    tables: () => {
      const source = labelled(200, tableLabel);
      return { name: '200 labels with tables', run: () => mxsvg.render(source) };
    },
    formulas: () => {
      const source = labelled(50, formulaLabel, ' math="1"');
      return { name: '50 formulas', run: () => mxsvg.render(source) };
    },
    mermaid: () => {
      const texts = read('mermaid', '.mmd');
      return {
        name: `Mermaid, ${texts.length} texts`,
        run: () => each(texts, (text) => mermaid.mermaidToDrawio(text)),
      };
    },
    pdf: () => {
      const source = generateDiagram(1000);
      return { name: 'PDF of 1,000 cells', run: () => mxsvg.renderPdf(source) };
    },
  };
}

function each(sources: readonly string[], draw: (source: string) => unknown): void {
  for (const source of sources) draw(source);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A diagram of boxes with labels of HTML, no two alike. */
function labelled(count: number, label: (i: number) => string, attributes = ''): string {
  const cells = Array.from(
    { length: count },
    (_, i) =>
      `<mxCell id="c${i}" value="${escaped(label(i))}" style="html=1;whiteSpace=wrap;overflow=fill;" vertex="1" parent="1">` +
      `<mxGeometry x="${(i % 10) * 220}" y="${Math.floor(i / 10) * 160}" width="200" height="140" as="geometry"/></mxCell>`,
  );
  return `<mxGraphModel${attributes}><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
}

function tableLabel(i: number): string {
  const row = (n: number): string =>
    `<tr><td style="padding:4px">field ${i}.${n}</td><td align="right"><b>${n * i}</b></td><td>varchar(${n + 10})</td></tr>`;
  const rows = Array.from({ length: 5 }, (_, n) => row(n)).join('');
  return `<table border="1" style="width:100%;border-collapse:collapse"><tr><th colspan="3">Table ${i}</th></tr>${rows}</table>`;
}

const formulaLabel = (i: number): string =>
  `$$\\int_0^{${i}} \\frac{x^{${i}}}{\\sqrt{1 + x^2}}\\,dx = \\sum_{k=1}^{${i}} \\alpha_k^2$$`;
