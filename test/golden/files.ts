/** The golden files: diagrams, and the pictures that stand for how they are drawn. */
/// <reference types="vite/client" />
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { comparePictures } from './picture.js';

export const GOLDEN_FOLDER = path.resolve(import.meta.dirname, '../../golden');

/** A fixed clock, for diagrams that show the date; no fonts that one machine has and another hasn't. */
export const GOLDEN_OPTIONS = { now: new Date('2024-05-06T07:08:09Z'), systemFonts: 'none' } as const;

/** True under `npm run golden:update`: pictures are rewritten instead of compared. */
const UPDATING = import.meta.env.MODE === 'golden-update';

/** All files of the folder, read once. */
let files: readonly string[] | undefined;
const goldenFiles = (): readonly string[] => {
  files ??= readdirSync(GOLDEN_FOLDER, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll(path.sep, '/'),
  );
  return files;
};

/** Every golden diagram as "<area>/<feature>", in order. */
export const goldenNames = (): readonly string[] =>
  goldenFiles()
    .filter((file) => file.endsWith('.drawio'))
    .map((file) => file.replace(/\.drawio$/, ''))
    .sort();

/** Every golden picture, by its name without ending, of one ending. */
export const goldenPictures = (ending: 'svg' | 'png'): readonly string[] =>
  readdirSync(GOLDEN_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(`.${ending}`) && !/\.(?:actual|diff)\.\w+$/.test(file))
    .map((file) => file.replaceAll(path.sep, '/').slice(0, -ending.length - 1))
    .sort();

const fileOf = (name: string, ending: string): string => path.join(GOLDEN_FOLDER, `${name}.${ending}`);

export const goldenSource = (name: string): Uint8Array => readFileSync(fileOf(name, 'drawio'));

/** The picture as it was accepted. */
export const goldenSvg = (name: string): string => readFileSync(fileOf(name, 'svg'), 'utf8');

/** Compares an SVG, as text, with its golden file; the new one is left beside it where they differ. */
export function expectGoldenSvg(name: string, svg: string): void {
  const golden = fileOf(name, 'svg');
  const actual = fileOf(name, 'actual.svg');
  rmSync(actual, { force: true });
  if (UPDATING) writeFileSync(golden, svg);
  requireGolden(golden);
  const expected = goldenSvg(name);
  if (expected !== svg) writeFileSync(actual, svg);
  expect(byElement(svg)).toEqual(byElement(expected));
}

/** Compares a PNG, pixel by pixel, with its golden file; a picture of both and the difference is left beside it. */
export function expectGoldenPng(name: string, png: Uint8Array): void {
  const golden = fileOf(name, 'png');
  const difference = fileOf(name, 'diff.png');
  rmSync(difference, { force: true });
  if (UPDATING) writeFileSync(golden, png);
  requireGolden(golden);
  const result = comparePictures(readFileSync(golden), png);
  if (result.kind === 'different') writeFileSync(difference, result.panels);
  expect(result.message, `see ${path.relative(process.cwd(), difference)}`).toBe('the same');
}

function requireGolden(file: string): void {
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run golden:update writes it; look at it, commit it.`);
}

/** One line an element, so that a difference shows where it is. */
const byElement = (svg: string): readonly string[] => svg.split(/(?<=>)(?=<)/);
