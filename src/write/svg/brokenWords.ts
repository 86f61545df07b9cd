/** Text that native text writes in one piece, its characters placed one by one: words broken over lines, and curved text. */

import type { TextRun } from '../../drawing/textBlock.js';
import { formatNumber } from '../../geometry/numbers.js';
import { escapeXml } from '../format.js';
import type { NativeRun } from './mixedFaces.js';

/** Runs that make up one text: one, or the parts of a text whose words are broken over several lines. */
export type RunParts = readonly [NativeRun, ...NativeRun[]];

const n = formatNumber;

/** A stretch of a text from one index to another; a broken word has every character placed, others their first. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly broken: boolean;
}

/** The content of a <text>, and the attributes that say where it begins. */
export function textContent(parts: RunParts): { readonly place: string; readonly content: string } {
  const [run] = parts;
  if (parts.length === 1) {
    // Right-to-left text is anchored where it starts: at its right edge.
    const x = run.rightToLeft ? run.x + run.width : run.x;
    const turn = run.angle ? ` transform="${turnOf(run)}"` : '';
    return { place: placeAttributes([x], [run.baseline]) + turn, content: escapeXml(run.text) };
  }
  const text = parts.map((part) => part.text).join('');
  const { xs, ys, angles, breaks } = placesOf(parts);
  // On a curve every character stands by itself, those of whole words and spaces too.
  if (run.angle !== undefined) {
    return { place: placeAttributes(xs, ys) + turnAttribute(angles), content: escapeXml(text) };
  }
  const [first, ...rest] = stretchesOf(text, breaks).map(({ from, to, broken }) => {
    const end = broken ? to : from + 1;
    return {
      place: placeAttributes(xs.slice(from, end), ys.slice(from, end)),
      content: escapeXml(text.slice(from, to)),
    };
  });
  return {
    place: first?.place ?? '',
    content: (first?.content ?? '') + rest.map(({ place, content }) => `<tspan${place}>${content}</tspan>`).join(''),
  };
}

const placeAttributes = (xs: readonly number[], ys: readonly number[]): string =>
  ` x="${xs.map((x) => n(x)).join(' ')}" y="${ys.map((y) => n(y)).join(' ')}"`;

/** The transform of a run that is turned about where it begins. */
export const turnOf = ({ angle = 0, x, baseline }: TextRun): string => `rotate(${n(angle)} ${n(x)} ${n(baseline)})`;

const turnAttribute = (angles: readonly number[]): string =>
  angles.some((angle) => angle !== 0) ? ` rotate="${angles.map((angle) => n(angle)).join(' ')}"` : '';

interface Places {
  readonly xs: number[];
  readonly ys: number[];
  /** Degrees, clockwise. */
  readonly angles: number[];
  /** The characters that begin a part. */
  readonly breaks: number[];
}

function placesOf(parts: RunParts): Places {
  const xs: number[] = [];
  const ys: number[] = [];
  const angles: number[] = [];
  const breaks: number[] = [];
  for (const { text, x, baseline, angle = 0, face, fontSize, letterSpacing } of parts) {
    if (xs.length > 0) breaks.push(xs.length);
    let at = x;
    for (const advance of face.advances(text, fontSize)) {
      xs.push(at);
      ys.push(baseline);
      angles.push(angle);
      at += advance + letterSpacing;
    }
  }
  return { xs, ys, angles, breaks };
}

function stretchesOf(text: string, breaks: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  let plain = 0;
  // Breaks stand in the order of the text, as words do.
  let next = 0;
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    const end = index + word.length;
    while ((breaks[next] ?? end) <= index) next++;
    if ((breaks[next] ?? end) >= end) continue;
    if (index > plain) stretches.push({ from: plain, to: index, broken: false });
    stretches.push({ from: index, to: end, broken: true });
    plain = end;
  }
  if (plain < text.length) stretches.push({ from: plain, to: text.length, broken: false });
  return stretches;
}
