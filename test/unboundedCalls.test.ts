/** No call gets a list's items as arguments: an engine has room for some ten thousands, and files have lists of any length. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const SOURCE = path.resolve(import.meta.dirname, '../src');

/** Functions that take any number of arguments. */
const VARIADIC = new Set([
  'push',
  'unshift',
  'splice',
  'max',
  'min',
  'hypot',
  'fromCharCode',
  'fromCodePoint',
  'concat',
]);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesIn(child);
  }
}

/** As long as it is written, or a part of bytes. */
const isShort = (spread: string): boolean => /^\.\.\.\[/.test(spread) || /\.subarray\([^)]*,[^)]*\)$/.test(spread);

function unboundedCalls(source: string, file: string): readonly string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const calls = [...nodesIn(program as unknown as Node)].filter(({ type }) => type === 'CallExpression');
  return calls.flatMap((call) => {
    const callee = call.callee as Node;
    const name = (callee.property as Node | undefined)?.name ?? callee.name;
    if (!VARIADIC.has(String(name))) return [];
    const spreads = (call.arguments as readonly Node[]).filter(({ type }) => type === 'SpreadElement');
    return spreads.some(({ start, end }) => !isShort(source.slice(start, end)))
      ? [`${file}: ${source.slice(call.start, call.end)}`]
      : [];
  });
}

test('lists of any length are told from those as long as they are written', () => {
  const found = (source: string): number => unboundedCalls(source, 'a.ts').length;
  expect(['a.push(...b)', 'Math.max(0, ...b.map(f))', 'a.splice(1, 2, ...b)'].map(found)).toEqual([1, 1, 1]);
  expect(
    ['a.push(b)', 'Math.max(...[1, 2])', 'String.fromCharCode(...b.subarray(0, 9))', 'f(...b)'].map(found),
  ).toEqual([0, 0, 0, 0]);
});

test('no call of the source has one', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(files.flatMap((file) => unboundedCalls(readFileSync(path.join(SOURCE, file), 'utf8'), file))).toEqual([]);
});
