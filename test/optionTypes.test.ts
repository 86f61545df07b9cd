/** Options of a wrong type end in an error that says what is expected, from whichever function they are given to. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  compare,
  comparePng,
  describe,
  drawioXml,
  layout,
  parse,
  render,
  renderHtml,
  renderJpeg,
  renderPdf,
  renderPng,
} from '../src/index.js';

const source = readFileSync(new URL('../golden/decode/compressed.drawio', import.meta.url));

type Draw = (source: Uint8Array, options: never) => unknown;

const FUNCTIONS: Readonly<Record<string, Draw>> = {
  parse,
  render,
  renderPng,
  renderJpeg,
  renderPdf,
  renderHtml,
  drawioXml,
  layout,
  describe,
  compare: (before, options) => compare(before, before, options),
  comparePng: (before, options) => comparePng(before, before, options),
};

const failureOf = async (name: string, options: unknown): Promise<unknown> => {
  const draw = FUNCTIONS[name] as Draw;
  return (async () => draw(source, options as never))().then(
    () => undefined,
    (error: unknown) => error,
  );
};

test.each(Object.keys(FUNCTIONS))('%s', async (name) => {
  for (const options of [{ limits: 5 }, 'svg', null, 7]) {
    expect(await failureOf(name, options)).toMatchObject({ name: 'MxsvgError', code: 'invalid-option' });
  }
  expect(await failureOf(name, { limits: undefined, unknown: 1 })).toBeUndefined();
});

test.each<[string, object, RegExp]>([
  ['renderPdf', { pages: 'all' }, /^pages must be an array of numbers and strings, not "all"\.$/],
  ['renderPdf', { date: '2026-01-01' }, /^date must be a Date, not "2026-01-01"\.$/],
  ['renderPdf', { date: new Date(Number.NaN) }, /^date must be a Date/],
  ['render', { scale: '2' }, /^scale must be a number, not "2"\.$/],
  ['render', { layers: 'Background' }, /^layers must be an array/],
  ['render', { cells: [1] }, /^cells must be an array of ids, not that array\.$/],
  ['render', { theme: 'Dark' }, /^theme must be one of 'light', 'dark', 'auto', not "Dark"\.$/],
  ['render', { fonts: ['a.ttf'] }, /^fonts must be an array of Uint8Arrays/],
  ['render', { diagnostics: true }, /^diagnostics must be an array or a function, not true\.$/],
  ['render', { page: { name: 'x' } }, /^page must be a number or a string, not that object\.$/],
  ['render', { embedDiagram: true }, /^embedDiagram must be one of 'compressed', 'plain', not true\.$/],
  ['renderHtml', { title: 5 }, /^title must be a string, not 5\.$/],
  ['renderJpeg', { quality: 'high' }, /^quality must be a number/],
  ['drawioXml', { compressed: 'yes' }, /^compressed must be true or false/],
])('%s with %j', async (name, options, message) => {
  const error = await failureOf(name, options);
  expect(error).toMatchObject({ code: 'invalid-option' });
  expect((error as Error).message).toMatch(message);
});
