/** Holds the rooms of the house to their order: who may import whom, without circles, and where Node may be named. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const SOURCE = path.resolve(import.meta.dirname, '../src');

/** The rooms, and what each may import beside itself and the files that anyone may. The longest matching key counts. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  primitives: [],
  geometry: [],
  formulas: [],
  elk: ['geometry'],
  icons: ['decode', 'geometry'],
  decode: [],
  style: ['geometry'],
  drawing: ['geometry', 'style'],
  fonts: ['geometry'],
  assets: ['decode'],
  shaping: ['assets', 'drawing', 'fonts', 'geometry'],
  html: ['decode', 'drawing', 'formulas', 'geometry', 'shaping', 'style'],
  boxes: ['drawing', 'fonts', 'geometry', 'html', 'shaping', 'style'],
  labels: ['boxes', 'decode', 'drawing', 'formulas', 'geometry', 'html', 'shaping', 'style'],
  shapes: ['assets', 'decode', 'drawing', 'geometry', 'style'],
  route: ['geometry', 'style'],
  model: ['decode', 'geometry'],
  layout: [
    'assets',
    'boxes',
    'decode',
    'drawing',
    'formulas',
    'geometry',
    'html',
    'labels',
    'model',
    'route',
    'shapes',
    'shaping',
    'style',
  ],
  scene: ['assets', 'decode', 'drawing', 'geometry', 'labels', 'layout', 'model', 'shapes', 'style'],
  describe: ['decode', 'drawing', 'geometry', 'html', 'layout', 'model', 'style'],
  diff: ['drawing', 'geometry', 'layout', 'model'],
  write: ['decode', 'drawing', 'fonts', 'geometry', 'style'],
  pipeline: ['*'],
  check: ['decode', 'drawing', 'geometry', 'layout', 'model', 'pipeline', 'route', 'shapes', 'style', 'options.ts'],
  verify: ['decode', 'html', 'pipeline', 'write', 'options.ts', 'render.ts'],
  mermaid: ['decode', 'elk', 'formulas', 'geometry', 'html', 'icons', 'labels', 'shaping', 'style', 'write'],
  'mermaid/index.ts': ['*'],
  'mermaid/browser.ts': ['*'],
  'mermaid/page.ts': ['*'],
  edit: ['decode', 'geometry', 'model', 'write', 'options.ts'],
  mcp: ['*'],
  platform: ['*'],
  cli: ['*'],
  server: ['*'],
  queue: ['*'],
  doors: ['*'],
  'budget.ts': [],
  'diagnostics.ts': [],
  'limits.ts': [],
  'options.ts': ['assets', 'shaping', 'write'],
  'optionTypes.ts': ['options.ts'],
  'render.ts': ['*'],
  'index.ts': ['*'],
  'browser.ts': ['*'],
  'page.ts': ['*'],
  'cli.ts': ['*'],
};

/** Anyone may import these. */
const FREE = ['primitives', 'budget.ts', 'diagnostics.ts', 'limits.ts'];

/** Only these import the rooms that others enter through: the program's faces. */
const FACES = [
  'cli',
  'mcp',
  'platform',
  'server',
  'queue',
  'doors',
  'index.ts',
  'browser.ts',
  'page.ts',
  'cli.ts',
  'mermaid/index.ts',
  'mermaid/browser.ts',
  'mermaid/page.ts',
];

/** Where Node may be named. */
const NODE_ROOMS = ['platform/node', 'mcp', 'cli', 'server', 'queue', 'doors', 'cli.ts'];
const NODE_PACKAGES = ['@resvg/resvg-js', 'commander'];

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** The imported file of ours, relative to src; undefined for a package. */
  readonly to: string | undefined;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();

const imports: readonly Import[] = files.flatMap((file) => importsOf(file));

function importsOf(from: string): Import[] {
  const source = readFileSync(path.join(SOURCE, from), 'utf8');
  const { module, errors } = parseSync(from, source);
  if (errors.length > 0) throw new Error(`${from}: ${errors[0]?.message}`);
  const exported = module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value));
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    source.slice(start, end).replace(/^['"]|['"]$/g, ''),
  );
  const specifiers = [...imported, ...exported, ...dynamic].filter((specifier) => specifier !== undefined);
  return [...new Set(specifiers)].map((specifier) => {
    const to = specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, '.ts')
      : undefined;
    return { from, specifier, to };
  });
}

const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);

const roomOf = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file);

function rowOf(file: string): readonly string[] | undefined {
  const keys = Object.keys(ROOMS).filter((key) => isIn(file, key));
  const longest = keys.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : ROOMS[longest];
}

const told = (broken: readonly Import[]): readonly string[] =>
  broken.map(({ from, specifier }) => `${from} imports ${specifier}`);

describe('the rooms', () => {
  test('have every file in one of them', () => {
    expect(files.filter((file) => rowOf(file) === undefined)).toEqual([]);
  });

  test('import only what their row allows', () => {
    const broken = imports.filter(({ from, to }) => {
      if (to === undefined || FREE.some((place) => isIn(to, place)) || roomOf(to) === roomOf(from)) return false;
      return !rowOf(from)?.some((place) => place === '*' || isIn(to, place));
    });
    expect(told(broken)).toEqual([]);
  });

  test('need all that their row allows', () => {
    const idle = Object.entries(ROOMS).flatMap(([room, row]) =>
      row
        .filter((place) => place !== '*' && !imports.some(({ from, to }) => isIn(from, room) && to && isIn(to, place)))
        .map((place) => `${room} → ${place}`),
    );
    expect(idle).toEqual([]);
  });

  test('stand in a line: none leads back to itself', () => {
    const next = new Map<string, Set<string>>();
    for (const { from, to } of imports) {
      if (to === undefined || roomOf(to) === roomOf(from)) continue;
      next.set(roomOf(from), (next.get(roomOf(from)) ?? new Set()).add(roomOf(to)));
    }
    expect(circlesIn(next)).toEqual([]);
  });

  test('hold no files in a circle, but those of boxes: a block may have a table in it, and a cell of that a block', () => {
    const next = new Map<string, Set<string>>();
    for (const { from, to } of imports) if (to !== undefined) next.set(from, (next.get(from) ?? new Set()).add(to));
    expect(circlesIn(next).filter((file) => !isIn(file, 'boxes'))).toEqual([]);
  });

  test('know nothing of the faces of the program', () => {
    const broken = imports.filter(
      ({ from, to }) =>
        to !== undefined && FACES.some((face) => isIn(to, face)) && !FACES.some((face) => isIn(from, face)),
    );
    expect(told(broken)).toEqual([]);
  });
});

/** The places from which a way leads back to themselves. */
function circlesIn(next: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  return [...next.keys()].filter((start) => {
    const reached = new Set(next.get(start));
    for (const place of reached) for (const each of next.get(place) ?? []) reached.add(each);
    return reached.has(start);
  });
}

describe('Node', () => {
  const namesNode = (specifier: string): boolean => specifier.startsWith('node:') || NODE_PACKAGES.includes(specifier);

  test('is named only at the edges of the program', () => {
    const broken = imports.filter(
      ({ from, specifier }) => namesNode(specifier) && !NODE_ROOMS.some((room) => isIn(from, room)),
    );
    expect(told(broken)).toEqual([]);
  });

  test('is named by nothing that web pages load', () => {
    const reached = new Set(['page.ts']);
    for (const file of reached) {
      for (const { to, specifier } of imports.filter(({ from }) => from === file)) reached.add(to ?? specifier);
    }
    expect(reached.has('decode/container.ts')).toBe(true);
    expect([...reached].filter(namesNode)).toEqual([]);
  });
});
