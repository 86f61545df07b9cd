/** Splits a text into stretches of one script, which is how shapers take it. */

import { BoundedCache } from '../primitives/boundedCache.js';

export interface ScriptRun {
  readonly start: number;
  readonly end: number;
  readonly rightToLeft: boolean;
}

const RIGHT_TO_LEFT = [
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Syriac}/u,
  /\p{Script=Thaana}/u,
  /\p{Script=Nko}/u,
  /\p{Script=Samaritan}/u,
  /\p{Script=Mandaic}/u,
  /\p{Script=Adlam}/u,
  /\p{Script=Hanifi_Rohingya}/u,
];

const LEFT_TO_RIGHT = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Bengali}/u,
  /\p{Script=Gurmukhi}/u,
  /\p{Script=Gujarati}/u,
  /\p{Script=Oriya}/u,
  /\p{Script=Tamil}/u,
  /\p{Script=Telugu}/u,
  /\p{Script=Kannada}/u,
  /\p{Script=Malayalam}/u,
  /\p{Script=Sinhala}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Lao}/u,
  /\p{Script=Tibetan}/u,
  /\p{Script=Myanmar}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Ethiopic}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Khmer}/u,
  /\p{Script=Mongolian}/u,
  /\p{Script=Balinese}/u,
  /\p{Script=Javanese}/u,
  /\p{Script=Sundanese}/u,
  /\p{Script=Tai_Tham}/u,
];

const EVERYWHERE = /[\p{Script=Common}\p{Script=Inherited}]/u;

const SCRIPTS = [...RIGHT_TO_LEFT, ...LEFT_TO_RIGHT];

/** Whether each character that was asked for belongs to any script, and to which. */
const known = new BoundedCache<number, number>(1024 * 1024, () => 8);

const ANY = -1;

/** The number of a character's script; ANY for what all scripts share, one number for those that aren't listed. */
function scriptOf(codePoint: number): number {
  let script = known.get(codePoint);
  if (script === undefined) {
    const character = String.fromCodePoint(codePoint);
    const index = SCRIPTS.findIndex((pattern) => pattern.test(character));
    script = index >= 0 ? index : EVERYWHERE.test(character) ? ANY : SCRIPTS.length;
    known.set(codePoint, script);
  }
  return script;
}

/** What belongs to no script stays with what stands before it, and at the start with what follows. */
export function scriptRuns(text: string): readonly ScriptRun[] {
  const runs: ScriptRun[] = [];
  let start = 0;
  let script = ANY;
  const push = (end: number): void => {
    runs.push({ start, end, rightToLeft: script >= 0 && script < RIGHT_TO_LEFT.length });
  };
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) as number;
    const next = scriptOf(codePoint);
    if (next !== ANY && next !== script) {
      if (script !== ANY) {
        push(i);
        start = i;
      }
      script = next;
    }
    i += codePoint > 0xffff ? 2 : 1;
  }
  if (text !== '') push(text.length);
  return runs;
}
