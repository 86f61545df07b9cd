/** Formulas in the text of a label: where they begin and end, and what typesets them. */

/** How a formula is written: TeX between \( \), \[ \] or $$ $$, AsciiMath between backquotes. */
export type Notation = 'tex' | 'asciimath';

export interface FormulaSource {
  readonly notation: Notation;
  /** Without its delimiters. */
  readonly source: string;
  /** Set as a block of its own rather than within a line. */
  readonly display: boolean;
}

/** The font of text inside a formula that MathJax's own fonts don't have. */
export interface FormulaFont {
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** The text around a formula. */
export interface FormulaSurroundings {
  /** The font size, px. */
  readonly em: number;
  /** The height of the font's x, px. */
  readonly ex: number;
  /** The width of what the formula stands in, px; undefined where it makes no difference. */
  readonly containerWidth?: number;
  /** The width of a text, em. */
  textWidth(text: string, font: FormulaFont): number;
}

/** Typesets the formulas of one page in order: what one of them defines, the later ones know. */
export interface MathTypesetter {
  /** A formula as MathJax's SVG output draws it without a font cache: an <svg>, or a container with one. */
  typeset(formula: FormulaSource, surroundings: FormulaSurroundings): string;
}

/** The file of the asset pack that has MathJax as a script, and the variable that the script sets. */
export const MATHJAX_FILE = 'mathjax.js';
export const MATHJAX_VARIABLE = 'mxsvgMathJax';

/** What that variable holds. */
export interface MathJaxScript {
  /** A typesetter for the formulas of one page. */
  createTypesetter(): MathTypesetter;
}

/** A stretch of text that is no text: a formula, or a character that a backslash protected. */
export type Found =
  | { readonly kind: 'formula'; readonly start: number; readonly end: number; readonly formula: FormulaSource }
  | { readonly kind: 'literal'; readonly start: number; readonly end: number; readonly text: string };

interface Delimiter {
  readonly close: string;
  readonly notation: Notation;
  readonly display: boolean;
}

const DELIMITERS: ReadonlyMap<string, Delimiter> = new Map<string, Delimiter>([
  ['\\(', { close: '\\)', notation: 'tex', display: false }],
  ['\\[', { close: '\\]', notation: 'tex', display: true }],
  ['$$', { close: '$$', notation: 'tex', display: true }],
  ['`', { close: '`', notation: 'asciimath', display: false }],
]);

/** A delimiter, an environment, a protected backslash or dollar, a reference to a numbered formula. */
const OPENING = /(\$\$|\\\(|\\\[|`)|\\begin\s*\{([^{}]*)\}|\\([\\$])|(\\(?:eq)?ref\s*\{[^{}]*\})/g;

/** Whether a label's HTML may hold a formula; says no quickly for most. */
export const mayHoldFormula = (html: string): boolean => /[\\`]|\$\$|&(?:#|dollar|bsol|grave)/i.test(html);

/**
 * Whether draw.io measures a label once more with its formulas set. Those of others, with AsciiMath only, are measured as
 * they are written: its test for formulas doesn't know them.
 */
export const isMeasuredAgain = (label: string): boolean => /\$|\\\(|\\\[|\\begin\{/.test(label);

/** The formulas in a text, by the rules of MathJax's default configuration, which draw.io uses. */
export function findFormulas(text: string): Found[] {
  const found: Found[] = [];
  let from = 0;
  for (;;) {
    OPENING.lastIndex = from;
    const match = OPENING.exec(text);
    if (!match) return found;
    const next = read(text, match);
    if (next) found.push(next);
    from = next?.end ?? match.index + match[0].length;
  }
}

function read(text: string, match: RegExpExecArray): Found | undefined {
  const [whole, delimiter, environment, character, reference] = match;
  const start = match.index;
  const inside = start + whole.length;
  if (character !== undefined) return { kind: 'literal', start, end: inside, text: character };
  if (reference !== undefined) return formula(start, inside, { notation: 'tex', source: reference, display: false });
  if (environment !== undefined) {
    const end = texEnd(text, inside, (at) => environmentEnd(text, at, environment));
    return end && formula(start, end.to, { notation: 'tex', source: text.slice(start, end.to), display: true });
  }
  const { close, notation, display } = DELIMITERS.get(delimiter as string) as Delimiter;
  const closing = (at: number): number | undefined => (text.startsWith(close, at) ? at + close.length : undefined);
  const end = notation === 'tex' ? texEnd(text, inside, closing) : plainEnd(text, inside, close);
  return end && formula(start, end.to, { notation, source: text.slice(inside, end.from), display });
}

const formula = (start: number, end: number, source: FormulaSource): Found => ({
  kind: 'formula',
  start,
  end,
  formula: source,
});

/** How far the end of a formula is looked for: longer ones would be no formulas, and many of them take forever. */
const LONGEST = 5000;

interface Closing {
  readonly from: number;
  readonly to: number;
}

/**
 * The closing delimiter of TeX: outside of braces, and not part of another control sequence. `closing` gives the end of
 * one that stands at a place.
 */
function texEnd(text: string, from: number, closing: (at: number) => number | undefined): Closing | undefined {
  let depth = 0;
  const limit = Math.min(text.length, from + LONGEST);
  for (let i = from; i < limit; i++) {
    if (depth === 0) {
      const to = closing(i);
      if (to !== undefined) return { from: i, to };
    }
    const character = text[i];
    if (character === '\\') i++;
    else if (character === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
  }
  return undefined;
}

function plainEnd(text: string, from: number, close: string): Closing | undefined {
  const end = text.indexOf(close, from);
  return end < 0 ? undefined : { from: end, to: end + close.length };
}

const ENVIRONMENT_END = /\\end\s*\{/y;

/** The end of what closes an environment, if that stands at a place. */
function environmentEnd(text: string, at: number, name: string): number | undefined {
  ENVIRONMENT_END.lastIndex = at;
  if (!ENVIRONMENT_END.test(text) || !text.startsWith(`${name}}`, ENVIRONMENT_END.lastIndex)) return undefined;
  return ENVIRONMENT_END.lastIndex + name.length + 1;
}

/** One of the nodes that make up a text, with what it adds to it. */
export interface TextPart<Node> {
  readonly node: Node;
  readonly text: string;
}

/** A node, with what is left of its text. */
export interface WholePart<Node> extends TextPart<Node> {
  readonly kind: 'node';
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The nodes of a text, stretches of it replaced: a node within one goes, one that reaches into it keeps the rest. */
export function spliceFound<Node, Found extends Stretch>(
  parts: readonly TextPart<Node>[],
  found: readonly Found[],
): (WholePart<Node> | Found)[] {
  const result: (WholePart<Node> | Found)[] = [];
  let offset = 0;
  let next = 0;
  for (const { node, text } of parts) {
    const end = offset + text.length;
    let from = offset;
    const keep = (to: number): void => {
      if (to > from) result.push({ kind: 'node', node, text: text.slice(from - offset, to - offset) });
    };
    const within = found[next];
    if (text === '' && !(within && within.start < offset)) result.push({ kind: 'node', node, text });
    for (let stretch = within; stretch && stretch.start < end; stretch = found[next]) {
      keep(stretch.start);
      if (stretch.start >= offset) result.push(stretch);
      from = Math.max(from, Math.min(end, stretch.end));
      if (stretch.end > end) break;
      next++;
    }
    keep(end);
    offset = end;
  }
  return result;
}
