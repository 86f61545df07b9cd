// Under Deno with --allow-read alone: SVG as Node draws it, and PNG says what it needs.
import { readFileSync } from 'node:fs';
import { render, renderPng } from 'mxsvg';

const diagram = '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="a" vertex="1" parent="1"><mxGeometry width="80" height="60" as="geometry"/></mxCell></root></mxGraphModel>';
readFileSync(new URL(import.meta.url));
if (!render(diagram).includes('<text')) throw new Error('SVG has no text.');
const told = await renderPng(diagram).then(
  () => 'drawn',
  (error) => `${error.name} ${error.code}: ${error.message}`,
);
console.log(`  PNG: ${told}`);
if (!/--allow-\w+/.test(told)) throw new Error('PNG does not say what it needs.');
