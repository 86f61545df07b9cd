/** Parts that shapes repeat. A style or a size may ask for billions of them; only so many are drawn. */
import type { Style } from '../../style/style.js';
import { clamp } from './outline.js';

const MOST_PARTS = 10_000;
const MOST_COLUMNS = 100;

/** 0, 1, 2 … below `count`. */
export const indices = (count: number): number[] =>
  Array.from({ length: clamp(Math.ceil(count) || 0, 0, MOST_PARTS) }, (_, index) => index);

/** `first` and what follows in steps, as long as it `fits`; nothing where the steps lead nowhere. */
export function places(first: number, step: number, fits: (place: number) => boolean): number[] {
  const found: number[] = [];
  if (!(step > 0)) return found;
  for (let place = first; found.length < MOST_PARTS && fits(place); place += step) found.push(place);
  return found;
}

/** The columns and rows of a grid, from a style like "gridSize=3,3". */
export function gridSize(style: Style, fallback: string): readonly [columns: number, rows: number] {
  const counts = style.string('gridSize', fallback).split(',');
  const at = (index: number): number => clamp(Number.parseInt(counts[index] ?? '', 10) || 0, 0, MOST_COLUMNS);
  return [at(0), at(1)];
}
