/** Every block of code in the site's pages is run, read by a compiler or parsed, by its language; none is left out. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { picture, withStages } from '../../docs/architecture/stages.js';
import markdownItMxsvg from '../../src/doors/markdownIt.js';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { COMMAND, PROJECT } from '../cli/command.js';
import { codeCells } from '../notebook/cells.js';

const DOCS = path.join(PROJECT, 'docs');
const PAGES = readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && !/node_modules|^api|\.vitepress/.test(name))
  .sort();

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const blocks: readonly Block[] = PAGES.flatMap((page) =>
  [...readFileSync(path.join(DOCS, page), 'utf8').matchAll(/^```(\w+).*\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', text = '']) => ({ page, language, text }),
  ),
);
/** What the page of architecture shows is made, and compared as a whole. */
const MADE = ['text', 'xml'];
const of = (language: string): readonly Block[] => blocks.filter((block) => block.language === language);
const isCell = ({ text }: Block): boolean => text.includes('display_drawio(');

let folder = '';
const at = (name: string): string => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-docs-'));
  mkdirSync(at('node_modules'));
  symlinkSync(PROJECT, at('node_modules/mxsvg'));
  for (const name of [
    '@types',
    'markdown-it',
    'rehype-parse',
    'rehype-stringify',
    'remark-parse',
    'remark-rehype',
    'unified',
    'vite',
    'vitepress',
  ]) {
    symlinkSync(path.join(PROJECT, 'node_modules', name), at(`node_modules/${name}`));
  }
  for (const name of ['diagram.drawio', 'changed.drawio', 'orders.drawio', 'plan.drawio', 'docs/a.drawio']) {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    copyFileSync(path.join(PROJECT, 'golden/decode/pages.drawio'), at(name));
  }
  writeFileSync(at('flow.mmd'), 'flowchart LR\n  a --> b\n');
  writeFileSync(at('package.json'), '{ "type": "module" }');
  mkdirSync(at('bin'));
  symlinkSync(COMMAND, at('bin/mxsvg'));
  // npm and docker would ask others: what they are told to do is taken for done; and what npx runs is there.
  for (const [name, script] of [
    ['npm', 'exit 0'],
    ['docker', 'exit 0'],
    ['npx', '[ "$1" = mxsvg ] && shift && exec mxsvg "$@"'],
  ] as const) {
    writeFileSync(at(`bin/${name}`), `#!/bin/sh\n${script}\n`);
    chmodSync(at(`bin/${name}`), 0o755);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('of each language there is something that tries its blocks', () => {
  const tried = ['sh', 'js', 'ts', 'json', 'yaml', 'md', 'python', 'mermaid', ...MADE];
  expect([...new Set(blocks.map(({ language }) => language))].filter((language) => !tried.includes(language))).toEqual(
    [],
  );
  expect(blocks.filter(({ language, page }) => MADE.includes(language) && page !== 'architecture.md')).toEqual([]);
  expect(blocks.length).toBeGreaterThan(30);
});

test.each(of('sh').map(({ page, text }) => [page, text]))('commands of %s run: %s', (_, text) => {
  const env = { ...process.env, PATH: `${at('bin')}:${process.env.PATH}`, MXSVG_ASSETS: at('user-assets') };
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, env, encoding: 'utf8' });
    // A check that finds something exits with 3: it ran.
    const ran = status === 0 || (status === 3 && line.includes(' check '));
    expect({ line, told: ran ? '' : `${status}: ${stderr}` }).toEqual({ line, told: '' });
  }
});

test.each(of('js').map(({ page, text }) => [page, text]))('programs of %s run: %s', (_, text) => {
  writeFileSync(at('example.js'), text);
  const { status, stderr, stdout } = spawnSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  if (text.includes('console.log')) expect(stdout.trim()).not.toBe('');
});

test('TypeScript is as the compiler wants it', () => {
  const files = of('ts')
    .filter((block) => !isCell(block))
    .map(({ text }, index) => {
      const name = `example${index}.ts`;
      writeFileSync(at(name), /^(?:import|export)\b/m.test(text) ? text : `export {};\n${text}`);
      return name;
    });
  expect(files.length).toBeGreaterThan(3);
  const [client] = of('json').filter(({ text }) => text.includes('mxsvg/client'));
  const { compilerOptions } = JSON.parse(client?.text ?? '{}') as { compilerOptions: object };
  const options = {
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2022',
    lib: ['es2023', 'dom'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  writeFileSync(at('tsconfig.json'), JSON.stringify({ compilerOptions: { ...options, ...compilerOptions }, files }));
  const { stdout, status } = spawnSync(path.join(PROJECT, 'node_modules/.bin/tsc'), ['-p', folder], {
    encoding: 'utf8',
  });
  expect({ told: stdout, status }).toEqual({ told: '', status: 0 });
});

test('cells of notebooks are those of the notebooks', () => {
  const cells = [...codeCells('python.ipynb'), ...codeCells('deno.ipynb')];
  const lines = blocks.filter(isCell).flatMap(({ text }) => text.trim().split('\n'));
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.filter((line) => !cells.includes(line.replace(/;$/, '')))).toEqual([]);
});

test('workflows and hooks name what there is', () => {
  const action = parseYaml(readFileSync(path.join(PROJECT, 'action.yml'), 'utf8')) as { inputs: object };
  const hooks = parseYaml(readFileSync(path.join(PROJECT, '.pre-commit-hooks.yaml'), 'utf8')) as { id: string }[];
  const read = of('yaml').map(({ text }) => parseYaml(text) as Record<string, never>);
  const steps = read
    .flatMap(({ jobs }) => Object.values((jobs ?? {}) as Record<string, { steps: { uses: string; with: object }[] }>))
    .flatMap(({ steps }) => steps);
  const ours = steps.filter(({ uses }) => /\/mxsvg@/.test(uses));
  expect(ours).toHaveLength(1);
  expect(Object.keys(ours[0]?.with ?? {}).filter((name) => !(name in action.inputs))).toEqual([]);
  const named = read
    .flatMap(({ repos }) => (repos ?? []) as { hooks: { id: string }[] }[])
    .flatMap((repo) => repo.hooks);
  expect(named.map(({ id }) => id).filter((id) => !hooks.some((hook) => hook.id === id))).toEqual([]);
  expect(named.length).toBeGreaterThan(0);
});

test('Markdown has pictures', () => {
  for (const { text } of of('md')) {
    const html = new MarkdownIt().use(markdownItMxsvg, { root: folder, failOn: 'error' }).render(text);
    expect(html).toContain('<svg ');
  }
  for (const { text } of of('mermaid')) expect(mermaidToDrawio(text)).toContain('<mxfile');
});

test('the page of architecture shows what the stages give', () => {
  const page = readFileSync(path.join(DOCS, 'architecture.md'), 'utf8');
  expect(withStages(page)).toBe(page);
  expect(page.match(/<!-- stage: /g)).toHaveLength(7);
  expect(readFileSync(path.join(DOCS, 'architecture/review.svg'), 'utf8')).toBe(picture());
});

test('links between pages lead somewhere', () => {
  const dead = PAGES.flatMap((page) => {
    const text = readFileSync(path.join(DOCS, page), 'utf8').replace(/^```[\s\S]*?^```$|`[^`\n]*`/gm, '');
    const targets = [...text.matchAll(/(?:\]\(|link: )([^)\s#]+)/g)].map(([, target = '']) => target);
    return targets
      .filter((target) => !/^https?:|^\/api\//.test(target))
      .map((target) =>
        target.startsWith('/') ? path.join(DOCS, target) : path.resolve(DOCS, path.dirname(page), target),
      )
      .filter((file) => ![file, `${file}.md`, path.join(file, 'index.md')].some((each) => existsSync(each)))
      .map((file) => `${page}: ${path.relative(DOCS, file)}`);
  });
  expect(dead).toEqual([]);
});
