/**
 * Holds the diagrams of golden/ against what draw.io 30.2.7 made of them: `places.json` has every cell's box (x, y, width,
 * height) or route, in page px; `pictures` what Chromium showed of draw.io's own drawing, with Liberation's fonts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { type CellBox, layout, renderPng } from '../../src/index.js';

const HERE = import.meta.dirname;
const golden = (name: string): string => readFileSync(path.resolve(HERE, '../../golden', `${name}.drawio`), 'utf8');

type Place = readonly [number, number, number, number] | readonly (readonly [number, number])[];

const PLACES = JSON.parse(readFileSync(path.join(HERE, 'places.json'), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, Place>>>
>;

const rounded = (value: number): number => Math.round(value * 100) / 100;

const placeOf = ({ x, y, width, height, points }: CellBox): Place =>
  points
    ? points.map((each) => [rounded(each.x), rounded(each.y)] as const)
    : ([x, y, width, height].map(rounded) as never);

test.each(Object.entries(PLACES))('every cell of %s stands where draw.io puts it', (name, places) => {
  expect(Object.fromEntries(layout(golden(name)).cells.map((cell) => [cell.id, placeOf(cell)]))).toEqual(places);
});

/** How much of 255 a pixel differs on average, and which share of them by more than a third: edges of glyphs do. */
const [LARGEST_MEAN, LARGEST_SHARE] = [1, 0.003];

test.each(readdirSync(path.join(HERE, 'pictures')))('%s is what draw.io draws', async (file) => {
  const name = file.replace('.png', '').replace('-', '/');
  const theirs = PNG.sync.read(readFileSync(path.join(HERE, 'pictures', file)));
  const ours = PNG.sync.read(Buffer.from(await renderPng(golden(name), { background: '#ffffff' })));
  expect([ours.width, ours.height]).toEqual([theirs.width, theirs.height]);
  let sum = 0;
  let apart = 0;
  for (let at = 0; at < ours.data.length; at += 4) {
    let difference = 0;
    for (let k = at; k < at + 3; k++) {
      difference = Math.max(difference, Math.abs((ours.data[k] as number) - (theirs.data[k] as number)));
    }
    sum += difference;
    if (difference > 96) apart += 1;
  }
  const pixels = ours.width * ours.height;
  expect(sum / pixels).toBeLessThan(LARGEST_MEAN);
  expect(apart / pixels).toBeLessThan(LARGEST_SHARE);
});
