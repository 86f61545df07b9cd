/** The colours that diagrams and Mermaid's themes are full of, read without a parser of CSS: #hex, words, rgb() and hsl(). */
import type { Rgba } from './cssColor.js';

/** Undefined for what is no colour, or one that is written in another way: see cssColor.ts. */
export function readPlainColor(text: string): Rgba | undefined {
  if (text.startsWith('#')) return hexColor(text);
  const word = WORDS.get(text.toLowerCase());
  return word === undefined ? functionColor(text) : hexColor(word);
}

/** The sixteen that HTML began with; the parser knows all. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ aqua: '#0ff', black: '#000', blue: '#00f', fuchsia: '#f0f', gray: '#808080', green: '#008000', lime: '#0f0' },
    ...{ maroon: '#800000', navy: '#000080', olive: '#808000', purple: '#800080', red: '#f00', silver: '#c0c0c0' },
    ...{ teal: '#008080', white: '#fff', yellow: '#ff0' },
  }),
);

function hexColor(text: string): Rgba | undefined {
  if (!/^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) return undefined;
  const number = Number.parseInt(text.slice(1), 16);
  const part = (index: number): number => (number >>> (index * 4)) & 15;
  const pair = (index: number): number => (number >>> (index * 4)) & 255;
  switch (text.length) {
    case 4:
      return { red: 17 * part(2), green: 17 * part(1), blue: 17 * part(0), alpha: 1 };
    case 5:
      return { red: 17 * part(3), green: 17 * part(2), blue: 17 * part(1), alpha: (17 * part(0)) / 255 };
    case 7:
      return { red: pair(4), green: pair(2), blue: pair(0), alpha: 1 };
    default:
      return { red: pair(6), green: pair(4), blue: pair(2), alpha: pair(0) / 255 };
  }
}

/** Three numbers and an opacity between commas, with blanks; those of hsl() but the first in percent. */
const RGB =
  /^rgba?\( ?(\d{1,9}(?:\.\d{1,15})?) ?, ?(\d{1,9}(?:\.\d{1,15})?) ?, ?(\d{1,9}(?:\.\d{1,15})?) ?(?:, ?(\d{1,9}(?:\.\d{1,15})?) ?)?\)$/i;
const HSL =
  /^hsla?\( ?(\d{1,9}(?:\.\d{1,15})?) ?, ?(\d{1,9}(?:\.\d{1,15})?)% ?, ?(\d{1,9}(?:\.\d{1,15})?)% ?(?:, ?(\d{1,9}(?:\.\d{1,15})?) ?)?\)$/i;

function functionColor(text: string): Rgba | undefined {
  const rgb = RGB.exec(text);
  const written = rgb ?? HSL.exec(text);
  if (!written) return undefined;
  const [first = 0, second = 0, third = 0] = written.slice(1, 4).map(Number);
  // What is more than all has a meaning of its own.
  if (!rgb && (second > 100 || third > 100)) return undefined;
  const parts = (rgb ? [first, second, third] : fromHsl(first, second / 100, third / 100)).map(withoutResidue);
  const [red, green, blue] = parts;
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const alpha = written[4] === undefined ? 1 : Math.min(1, Number(written[4]));
  return { red, green, blue, alpha };
}

/** CSS's own arithmetic, from degrees and parts of one. */
function fromHsl(hue: number, saturation: number, lightness: number): readonly number[] {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((n) => {
    const k = (n + (hue % 360) / 30) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  });
}

/**
 * A channel as cssColor.ts rounds it; undefined for one so near to a half of its last digit that another order of the same
 * arithmetic might round it otherwise.
 */
function withoutResidue(channel: number): number | undefined {
  const digits = Math.min(255, channel) * 1e4;
  return Math.abs(digits - Math.floor(digits) - 0.5) < 1e-5 ? undefined : Math.round(digits) / 1e4;
}
