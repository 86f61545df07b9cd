/** Holds the rooms of the house to their order: who may import whom, without circles, and where Node may be named. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const SOURCE = path.resolve(import.meta.dirname, '../src');

/** Anyone may import these; they import each other alone. */
const GROUND = ['primitives', 'geometry', 'budget.ts', 'diagnostics.ts', 'limits.ts'];

/** The rooms in between, each below those that import it, and what it may import beside itself and the ground. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  decode: [],
  elk: [],
  fonts: [],
  formulas: [],
  style: [],
  assets: ['decode'],
  icons: ['decode'],
  model: ['decode'],
  route: ['style'],
  drawing: ['style'],
  shapes: ['assets', 'decode', 'drawing', 'style'],
  shaping: ['assets', 'drawing', 'fonts'],
  html: ['decode', 'drawing', 'formulas', 'style'],
  boxes: ['drawing', 'html', 'shaping', 'style'],
  labels: ['boxes', 'decode', 'drawing', 'formulas', 'html', 'shaping', 'style'],
  layout: ['decode', 'drawing', 'formulas', 'html', 'labels', 'model', 'route', 'shapes', 'shaping', 'style'],
  scene: ['assets', 'decode', 'drawing', 'layout', 'model', 'shapes', 'style'],
  describe: ['decode', 'drawing', 'layout', 'model', 'style'],
  diff: ['drawing', 'layout', 'model'],
  write: ['decode', 'drawing', 'style'],
  'options.ts': ['assets', 'shaping', 'write'],
  'optionTypes.ts': ['options.ts'],
  edit: ['decode', 'model', 'options.ts', 'write'],
  pipeline: ['*'],
  check: ['decode', 'drawing', 'layout', 'model', 'options.ts', 'pipeline', 'route', 'shapes', 'style'],
  'render.ts': ['*'],
  verify: ['decode', 'html', 'options.ts', 'pipeline', 'render.ts', 'write'],
  mermaid: ['decode', 'elk', 'formulas', 'html', 'icons', 'labels', 'shaping', 'style', 'write'],
};

/** Through these, others enter: they may import all, and only they import each other. */
const FACES = [
  ...['cli', 'mcp', 'platform', 'server', 'queue', 'doors'],
  ...['index.ts', 'browser.ts', 'page.ts', 'cli.ts', 'start.ts'],
  ...['mermaid/index.ts', 'mermaid/browser.ts', 'mermaid/page.ts'],
];

/** Where Node may be named. */
const NODE_ROOMS = ['platform/node', 'mcp', 'cli', 'server', 'queue', 'doors', 'cli.ts', 'start.ts'];
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

const isAmong = (places: readonly string[], file: string): boolean => places.some((place) => isIn(file, place));

const roomOf = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file);

/** What a file may import beside its own room and the ground; undefined for one that stands in no room. */
function rowOf(file: string): readonly string[] | undefined {
  if (isAmong(FACES, file)) return ['*'];
  return isAmong(GROUND, file) ? [] : ROOMS[roomOf(file)];
}

const told = (broken: readonly Import[]): readonly string[] =>
  broken.map(({ from, specifier }) => `${from} imports ${specifier}`);

describe('the rooms', () => {
  test('have every file in one of them', () => {
    expect(files.filter((file) => rowOf(file) === undefined)).toEqual([]);
  });

  test('import only what their row allows', () => {
    const broken = imports.filter(({ from, to }) => {
      if (to === undefined || isAmong(GROUND, to) || roomOf(to) === roomOf(from)) return false;
      return !rowOf(from)?.some((place) => place === '*' || isIn(to, place));
    });
    expect(told(broken)).toEqual([]);
  });

  test('need all that their row allows', () => {
    const inner = imports.filter(({ from }) => !isAmong(FACES, from));
    const idle = Object.entries(ROOMS).flatMap(([room, row]) =>
      row
        .filter((place) => place !== '*' && !inner.some(({ from, to }) => isIn(from, room) && to && isIn(to, place)))
        .map((place) => `${room} → ${place}`),
    );
    expect(idle).toEqual([]);
  });

  test('stand in the order of the table: a row names only those before it', () => {
    const order = Object.keys(ROOMS);
    const early = order.flatMap((room, index) =>
      (ROOMS[room] ?? []).filter((place) => order.indexOf(place) >= index).map((place) => `${room} → ${place}`),
    );
    expect(early).toEqual([]);
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
    const broken = imports.filter(({ from, to }) => to !== undefined && isAmong(FACES, to) && !isAmong(FACES, from));
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
    const broken = imports.filter(({ from, specifier }) => namesNode(specifier) && !isAmong(NODE_ROOMS, from));
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
