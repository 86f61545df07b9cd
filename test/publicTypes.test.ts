/** The declarations of the built package, as a stranger's compiler reads them: strictly, without Node's or a page's types. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PROJECT = path.resolve(import.meta.dirname, '..');
const TYPES =
  'Diagram HtmlOptions JpegOptions PdfOptions ReadOptions Rect Renderer RenderOptions Scene SceneNode XmlOptions';

const CALLER = `
import { createRenderer, MxsvgError, nodeAssets, parse, render, renderPdf, renderPng } from 'mxsvg';
import type { ${TYPES.replaceAll(' ', ', ')} } from 'mxsvg';
import { createBrowserRenderer } from 'mxsvg/browser';
import markdownIt from 'mxsvg/markdown-it';
import { mermaidToDrawio, MxsvgError as MermaidError } from 'mxsvg/mermaid';
import rehype from 'mxsvg/rehype';
import remark from 'mxsvg/remark';
import vite from 'mxsvg/vite';
import plan from './plan.drawio';
import planUrl from './plan.drawio?url';
import dark from './plan.drawio?page=2&theme=dark&svg';

const options: RenderOptions = { page: 'One', scale: 2 };
export const svg: string = render(mermaidToDrawio('flowchart LR\\n a --> b'), options);
export const pages: readonly string[] = parse(svg).pages.map(({ name }) => name);
export const png: Promise<Uint8Array> = renderPng(svg, { width: 100 });
export const pdf: Promise<Uint8Array> = renderPdf(svg, { pages: [1] } satisfies PdfOptions);
export const renderer: Renderer = createRenderer(nodeAssets);
export const scene: Scene = renderer.scene(svg);
export const error: MxsvgError = new MermaidError('mermaid-syntax', 'x');
export const browser = createBrowserRenderer({ assets: '/assets/' });
export const imported: readonly string[] = [plan, planUrl, dark];
export const plugin: 'mxsvg' = vite({ theme: 'auto', failOn: 'diagnostic' }).name;
export const change = [remark({ output: { folder: 'out' } }), rehype({ fences: ['mermaid'] })];
markdownIt({ renderer: { rules: {} } }, { onProblem: ({ message }) => message });
export type Told = [${TYPES.replaceAll(' ', ', ')}];
// @ts-expect-error: the insides of a renderer are nobody's business.
renderer.embeddedXml(svg, {});
// @ts-expect-error: no such size.
render(svg, { size: 'sheet' });
`;

/** What is CommonJS in the eyes of its compiler. */
const COMMON_CALLER = `
import mxsvg = require('mxsvg');
import mermaid = require('mxsvg/mermaid');

export const svg: string = mxsvg.render(mermaid.mermaidToDrawio('flowchart LR\\n a --> b'), { scale: 2 });
export const error: mxsvg.MxsvgError = new mermaid.MxsvgError('mermaid-syntax', 'x');
// @ts-expect-error: no such size.
mxsvg.render(svg, { size: 'sheet' });
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-types-'));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(PROJECT, path.join(folder, 'node_modules/mxsvg'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(folder, 'caller.ts'), CALLER);
  writeFileSync(path.join(folder, 'common.cts'), COMMON_CALLER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['node16', 'node16', ['caller.ts', 'common.cts']],
  ['nodenext', 'nodenext', ['caller.ts', 'common.cts']],
  ['esnext', 'bundler', ['caller.ts']],
])('are read with module %s and moduleResolution %s', (module, resolution, files) => {
  const options = {
    module,
    moduleResolution: resolution,
    lib: ['es2022'],
    target: 'es2022',
    types: ['mxsvg/client'],
    strict: true,
  };
  const config = {
    compilerOptions: { ...options, exactOptionalPropertyTypes: true, noEmit: true },
    files,
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { stdout, status } = spawnSync(path.join(PROJECT, 'node_modules/.bin/tsc'), ['-p', folder], {
    encoding: 'utf8',
  });
  expect({ told: stdout, status }).toEqual({ told: '', status: 0 });
});

test('are a file for each entry, and few for what these share', () => {
  const files = readdirSync(path.join(PROJECT, 'dist'), { recursive: true, encoding: 'utf8' });
  const declarations = files.filter((file) => file.endsWith('.d.ts'));
  const shared = declarations.filter((file) => file.startsWith('types'));
  expect(declarations.filter((file) => !shared.includes(file)).sort()).toEqual(
    [
      'browser.d.ts',
      ...['client', 'markdownIt', 'rehype', 'remark', 'vite'].map((door) => `doors/${door}.d.ts`),
      'index.d.ts',
      'mermaid/browser.d.ts',
      'mermaid/index.d.ts',
    ].map(path.normalize),
  );
  expect(shared.length).toBeLessThan(8);
});
