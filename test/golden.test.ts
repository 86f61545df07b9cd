/** Every golden diagram is drawn as its golden picture shows; `npm run golden:update` rewrites the pictures. */
import { describe, expect, test } from 'vitest';
import { render, renderPng } from '../src/index.js';
import { expectGoldenPng, expectGoldenSvg, goldenNames, goldenPictures, goldenSource } from './golden/files.js';

/** A fixed clock, for diagrams that show the date; no fonts that one machine has and another hasn't. */
const OPTIONS = { now: new Date('2024-05-06T07:08:09Z'), systemFonts: 'none' } as const;

/** Those that are compared as pixels too: one of text and connectors, one of images. */
const AS_PNG: ReadonlySet<string> = new Set(['seed/deepseek-r1-phases', 'seed/deepseek-r1-training', 'model/groups']);

const names = goldenNames();

describe.each(names)('golden %s', (name) => {
  test('as SVG', () => {
    expectGoldenSvg(name, render(goldenSource(name), OPTIONS));
  });

  if (AS_PNG.has(name)) {
    test('as PNG', async () => {
      expectGoldenPng(name, await renderPng(goldenSource(name), { ...OPTIONS, background: '#ffffff' }));
    });
  }
});

test('no golden picture is without its diagram', () => {
  expect(goldenPictures('svg').filter((name) => !names.includes(name))).toEqual([]);
  expect(goldenPictures('png')).toEqual([...AS_PNG].sort());
});
