/** What a process keeps of the diagrams that it has drawn is bounded in bytes, however they are made. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deflateRaw } from 'pako';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { MxsvgError, render } from '../../src/index.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const MEBI = 1024 * 1024;

function used(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEBI;
}

const page = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;
const vertex = (id: string, value: string, style: string, width = 90): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="1"><mxGeometry width="${width}" height="40" as="geometry"/></mxCell>`;
const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join('');
const base64 = (data: string | Uint8Array): string => Buffer.from(data).toString('base64');

const rectangles = '<rect x="0" y="0" w="9" h="9" width="9" height="9"/><fillstroke/>';
const inlineStencil = (i: number): string => {
  const xml = `<shape w="100" h="100" name="n${i}"><foreground>${rectangles.repeat(4000)}</foreground></shape>`;
  return `shape=stencil(${base64(deflateRaw(encodeURIComponent(xml)))});`;
};
/** Each is drawn so often that a memory of it all would take several times what may be kept. */
describe('drawing many', () => {
  test.each<[string, number, (index: number) => string]>([
    [
      'large files with texts of their own',
      100,
      (i) =>
        page(
          vertex('a', `the label of file ${i}`, `html=1;note=of file number ${i};`) +
            `<mxCell id="p" note="${'x'.repeat(2 * MEBI)}" parent="1"/>`,
        ),
    ],
    [
      'labels of very many lines',
      6,
      (i) => page(many(20, (k) => vertex(`a${k}`, `${i} ${k} ${'a '.repeat(1900)}`, 'html=1;whiteSpace=wrap;', 1))),
    ],
    [
      'styles of many keys',
      200,
      (i) =>
        page(
          vertex(
            'a',
            '',
            many(3000, (k) => `k${i}_${k}=${k};`),
          ),
        ),
    ],
    [
      'fonts that there aren’t',
      60,
      (i) => page(many(50, (k) => vertex(`a${k}`, 'x', `html=1;fontFamily=F${i} ${k} ${'y'.repeat(3000)};`))),
    ],
  ])('%s', (_name, count, source) => {
    render(source(-1));
    const before = used();
    for (let i = 0; i < count; i++) render(source(i));
    expect(used() - before).toBeLessThan(64);
  });
});

test('what a stencil inflates to counts, whether it is known already or not', () => {
  const source = page(vertex('a', '', inlineStencil(-2)));
  const limits = { inflatedBytes: 1000 };
  const refused = { code: 'limit-exceeded', limit: 'inflatedBytes' };
  expect(() => render(source, { limits })).toThrow(MxsvgError);
  render(source);
  expect(() => render(source, { limits })).toThrow(expect.objectContaining(refused));
});

test('a stencil that many cells have counts once', () => {
  const source = page(many(5, (k) => vertex(`a${k}`, '', inlineStencil(-3))));
  const limits = { inflatedBytes: 2 * MEBI };
  expect(render(source, { limits })).toBe(render(source, { limits }));
});

describe('modules', () => {
  const root = path.resolve(import.meta.dirname, '../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

  test('keep nothing in maps and sets that may grow: a BoundedCache is there for that', () => {
    const kept = files.flatMap((file) => {
      const { program } = parseSync(file, readFileSync(path.join(root, file), 'utf8'));
      return program.body
        .map((statement) => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
        .flatMap((statement) => (statement?.type === 'VariableDeclaration' ? statement.declarations : []))
        .flatMap(({ id, init }) => {
          const growing =
            init?.type === 'NewExpression' &&
            init.callee.type === 'Identifier' &&
            ['Map', 'Set'].includes(init.callee.name) &&
            init.arguments.length === 0;
          const annotation = id.type === 'Identifier' ? id.typeAnnotation?.typeAnnotation : undefined;
          const constant =
            annotation?.type === 'TSTypeReference' &&
            annotation.typeName.type === 'Identifier' &&
            /^Readonly|^CustomProperties$/.test(annotation.typeName.name);
          return growing && !constant ? [`${file}: ${id.type === 'Identifier' ? id.name : '…'}`] : [];
        });
    });
    expect(kept).toEqual([]);
  });
});
