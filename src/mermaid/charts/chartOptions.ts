/** Settings of charts: what a text gives of them, checked, with Mermaid's defaults where it gives nothing that counts. */
import { drawioColor } from '../css.js';
import { flag, length, number, type Reader, text } from '../text/readers.js';
import { pixels } from '../theme.js';

/** Readers of one kind's settings, or of a part of a theme's variables. Each gives the fallback for what can't be read. */
export interface ChartOptions {
  /** A number, or a text of one. */
  number(name: string, fallback: number): number;
  /** Px, from 0. */
  length(name: string, fallback: number): number;
  /** Px, above 0: a number, or one with a unit ("14px"). */
  pixels(name: string, fallback: number): number;
  flag(name: string, fallback: boolean): boolean;
  text(name: string, fallback: string): string;
  /** #rrggbb or 'none': charts have opacities of their own. */
  color(name: string, fallback: string): string;
  /** The settings in a setting. */
  part(name: string): ChartOptions;
}

export function optionsOf(values: unknown): ChartOptions {
  const given = typeof values === 'object' && values !== null ? (values as Readonly<Record<string, unknown>>) : {};
  const reading =
    <T>(read: Reader<T>) =>
    (name: string, fallback: T): T =>
      (Object.hasOwn(given, name) ? read(given[name]) : undefined) ?? fallback;
  return {
    number: reading((value) => number(typeof value === 'string' ? Number.parseFloat(value) : value)),
    length: reading(length),
    pixels: reading(pixels),
    flag: reading(flag),
    text: reading(text),
    color: reading((value) => drawioColor(value)?.slice(0, 7)),
    part: (name) => optionsOf(given[name]),
  };
}
