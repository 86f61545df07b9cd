/** PDF pages as pictures: what poppler makes of them is what the PNG path draws, and their text is found. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pixels } from '../../../src/write/raster/drawer.js';
import { goldenNames, goldenSource } from '../../golden/files.js';
import { drawer, sceneOf, write } from './written.js';

/** A fixed clock, for diagrams that show the date. */
const NOW = new Date('2024-05-06T07:08:09Z');

/**
 * How much of the ink has to be in its place. poppler moves lines to whole pixels, and so do other viewers; resvg draws
 * fill patterns in tiles of whole pixels, which PDF doesn't.
 */
const LEAST = 0.99;
const LEAST_OF: Readonly<Record<string, number>> = { 'style/fill-patterns': 0.8 };

const names = goldenNames();
const scenes = names.map((name) => sceneOf(goldenSource(name), { now: NOW, background: '#ffffff' }));

const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

let pages: readonly string[] = [];

beforeAll(async () => {
  const file = path.join(folder, 'pages.pdf');
  writeFileSync(file, await write(scenes.map((scene) => ({ scene }))));
  run('pdftoppm', ['-r', '96', '-png', file, path.join(folder, 'page')]);
  run('pdftotext', ['-enc', 'UTF-8', file, path.join(folder, 'pages.txt')]);
  pages = readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .sort();
});

/** Runs a tool of poppler-utils; what it complains about is an error. */
function run(tool: string, options: readonly string[]): void {
  try {
    const complaints = execFileSync(tool, options, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
    if (complaints) throw new Error(complaints);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw missing ? new Error(`${tool} is missing: install poppler-utils.`, { cause }) : cause;
  }
}

describe.each(names.map((name, i) => [name, i] as const))('golden %s as PDF', (name, i) => {
  test('looks as it does as PNG', () => {
    const scene = scenes[i] as (typeof scenes)[number];
    const expected = drawer.pixels(drawer.document(scene, 1));
    const { width, height, data } = PNG.sync.read(readFileSync(path.join(folder, pages[i] as string)));
    expect([width, height]).toEqual([expected.width, expected.height]);
    expect(inkInPlace(expected, { width, height, data })).toBeGreaterThanOrEqual(LEAST_OF[name] ?? LEAST);
  });
});

test('the words of labels are found', () => {
  const texts = readFileSync(path.join(folder, 'pages.txt'), 'utf8').split('\f');
  const words = (name: string) => texts[names.indexOf(name)] ?? '';
  expect(words('seed/deepseek-r1-phases')).toContain(
    'Data, Fine-Tuning Phases, RL Phases, and Distillation for DeepSeek-R1',
  );
  expect(words('text/rotation')).toMatch(/\S/);
  expect(words('text/scripts')).toMatch(/[\u0400-\u04ff]{3}/);
});

/** How far a pixel may be from what stands around it in the other picture, of 255. */
const TOLERANCE = 45;
/** The same between both pictures once they are blurred: a line may be one sharp pixel or two soft ones. */
const BLURRED_TOLERANCE = 55;

const CHANNELS = [0, 1, 2] as const;

/** The share of the pixels that aren't white, in both pictures, that have their like within a pixel in the other one. */
function inkInPlace(a: Pixels, b: Pixels): number {
  let ink = 0;
  let inPlace = 0;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (let at = 0; at < one.data.length; at += 4) {
      if (CHANNELS.every((k) => (one.data[at + k] as number) > 250)) continue;
      ink++;
      if (isInPlace(one, other, at)) inPlace++;
    }
  }
  return ink === 0 ? 1 : inPlace / ink;
}

function isInPlace(one: Pixels, other: Pixels, at: number): boolean {
  const difference = (k: number): number => Math.abs((one.data[at + k] as number) - (other.data[at + k] as number));
  if (CHANNELS.every((k) => difference(k) <= TOLERANCE)) return true;
  const places = placesAround(one, at);
  const values = (pixels: Pixels, k: number): readonly number[] =>
    places.map((place) => pixels.data[place + k] as number);
  const isAround = (k: number): boolean => {
    const value = one.data[at + k] as number;
    const near = values(other, k);
    return value >= Math.min(...near) - TOLERANCE && value <= Math.max(...near) + TOLERANCE;
  };
  const sum = (pixels: Pixels, k: number): number => values(pixels, k).reduce((total, value) => total + value, 0);
  const isAlikeBlurred = (k: number): boolean =>
    Math.abs(sum(one, k) - sum(other, k)) / places.length <= BLURRED_TOLERANCE;
  return CHANNELS.every(isAround) || CHANNELS.every(isAlikeBlurred);
}

/** Where a pixel and those around it stand in the data. */
function placesAround({ width, height }: Pixels, at: number): readonly number[] {
  const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
  const places: number[] = [];
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) places.push((v * width + u) * 4);
  }
  return places;
}
