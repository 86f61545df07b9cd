/** Splits a text into stretches of one script, which is how shapers take it. */

export interface ScriptRun {
  readonly start: number;
  readonly end: number;
  readonly rightToLeft: boolean;
}

const RIGHT_TO_LEFT = [
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Nko',
  'Samaritan',
  'Mandaic',
  'Adlam',
  'Hanifi_Rohingya',
];

const LEFT_TO_RIGHT = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Tibetan',
  'Myanmar',
  'Georgian',
  'Hangul',
  'Ethiopic',
  'Cherokee',
  'Khmer',
  'Mongolian',
  'Balinese',
  'Javanese',
  'Sundanese',
  'Tai_Tham',
];

const EVERYWHERE = /[\p{Script=Common}\p{Script=Inherited}]/u;

let scripts: readonly RegExp[] | undefined;

/** Whether each character that was asked for belongs to any script, and to which. */
const known = new Map<number, number>();
const MOST_KNOWN = 10_000;

const ANY = -1;

/** The number of a character's script; ANY for what all scripts share, one number for those that aren't listed. */
function scriptOf(codePoint: number): number {
  let script = known.get(codePoint);
  if (script === undefined) {
    scripts ??= [...RIGHT_TO_LEFT, ...LEFT_TO_RIGHT].map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));
    const character = String.fromCodePoint(codePoint);
    const index = scripts.findIndex((pattern) => pattern.test(character));
    script = index >= 0 ? index : EVERYWHERE.test(character) ? ANY : scripts.length;
    if (known.size >= MOST_KNOWN) known.clear();
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
