// Draws with the installed package, under Node, Deno or Bun: smoke.mjs FOLDER writes what came out into it, or compares.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { MxsvgError, render, renderPdf, renderPng } from 'mxsvg';
import { mermaidToDrawio } from 'mxsvg/mermaid';

const folder = process.argv[2];
const required = createRequire(import.meta.url)('mxsvg');
const diagram = (label, attributes = '') =>
  `<mxGraphModel ${attributes}><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${label}" style="html=1;shape=mxgraph.aws4.lambda_function;" vertex="1" parent="1"><mxGeometry width="80" height="60" as="geometry"/></mxCell></root></mxGraphModel>`;

const plain = diagram('نص &lt;b&gt;bold&lt;/b&gt;');
const now = new Date(0);
const drawn = {
  'plain.svg': render(plain),
  'required.svg': required.render(plain),
  'formula.svg': render(diagram('\\(\\frac{a}{b}\\)', 'math="1"')),
  'mermaid.svg': render(mermaidToDrawio('flowchart LR\n a --> b')),
  'plain.png': await renderPng(plain, { scale: 2 }),
  'plain.pdf': await renderPdf(plain, { now }),
};

const failures = [];
const check = (holds, what) => holds || failures.push(what);
check(drawn['formula.svg'].includes('aria-label') || /<path/.test(drawn['formula.svg']), 'the formula is typeset');
check(required.MxsvgError === MxsvgError, 'import and require give one library');
check(drawn['plain.svg'] === drawn['required.svg'], 'required, it draws the same');
check(Buffer.from(drawn['plain.png']).readUInt32BE(12) === 0x49484452, 'PNG begins with its header');
check(Buffer.from(drawn['plain.pdf']).toString('latin1', 0, 5) === '%PDF-', 'PDF begins as PDF');
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(drawn)) {
  const file = path.join(folder, name);
  const bytes = Buffer.from(content);
  if (existsSync(file)) check(readFileSync(file).equals(bytes), `${name} is the same as before`);
  else writeFileSync(file, bytes);
}
for (const failure of failures) console.error(`not so: ${failure}`);
process.exit(failures.length > 0 ? 1 : 0);
