/** PDF pages as pictures: what poppler makes of them is what the PNG path draws, and their text is found. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pixels } from '../../../src/write/raster/drawer.js';
import { goldenNames, goldenSource } from '../../golden/files.js';
import { drawPages, readPpm, run } from './poppler.js';
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
  pages = drawPages(await write(scenes.map((scene) => ({ scene }))), folder, 96);
  run('pdftotext', ['-enc', 'UTF-8', path.join(folder, 'file.pdf'), path.join(folder, 'pages.txt')]);
});

describe.each(names.map((name, i) => [name, i] as const))('golden %s as PDF', (name, i) => {
  test('looks as it does as PNG', () => {
    const scene = scenes[i] as (typeof scenes)[number];
    const expected = drawer.pixels(drawer.document(scene, 1));
    const page = readPpm(pages[i] as string);
    expect([page.width, page.height]).toEqual([expected.width, expected.height]);
    expect(inkInPlace(expected, page)).toBeGreaterThanOrEqual(LEAST_OF[name] ?? LEAST);
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

/** The share of the pixels that aren't white, in both pictures, that have their like within a pixel in the other one. */
function inkInPlace(a: Pixels, b: Pixels): number {
  let ink = 0;
  let inPlace = 0;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const { data } = one;
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at] as number) > 250 && (data[at + 1] as number) > 250 && (data[at + 2] as number) > 250) continue;
      ink++;
      if (isInPlace(one, other, at)) inPlace++;
    }
  }
  return ink === 0 ? 1 : inPlace / ink;
}

function isInPlace(one: Pixels, other: Pixels, at: number): boolean {
  if (isAlike(one.data, other.data, at)) return true;
  let around = true;
  let blurred = true;
  for (let k = at; k < at + 3; k++) {
    const value = one.data[k] as number;
    const near = valuesAround(other, at, k - at);
    around &&= value >= near.least - TOLERANCE && value <= near.most + TOLERANCE;
    blurred &&= Math.abs(valuesAround(one, at, k - at).mean - near.mean) <= BLURRED_TOLERANCE;
    if (!around && !blurred) return false;
  }
  return true;
}

function isAlike(one: Uint8Array, other: Uint8Array, at: number): boolean {
  for (let k = at; k < at + 3; k++) {
    if (Math.abs((one[k] as number) - (other[k] as number)) > TOLERANCE) return false;
  }
  return true;
}

/** What a channel has in a pixel and in those around it. */
function valuesAround({ width, height, data }: Pixels, at: number, channel: number) {
  const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
  let [least, most, sum, count] = [255, 0, 0, 0];
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
      const value = data[(v * width + u) * 4 + channel] as number;
      least = Math.min(least, value);
      most = Math.max(most, value);
      sum += value;
      count++;
    }
  }
  return { least, most, mean: sum / count };
}
