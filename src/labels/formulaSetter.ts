/** Makes the formulas found in a label into content that stands in its lines like an image. */

import { type BoxContext, createBoxContext } from '../boxes/boxContext.js';
import { faceOf } from '../boxes/inline/inlineItems.js';
import { type Budget, NO_BUDGET } from '../budget.js';
import type { Report } from '../diagnostics.js';
import type { TextRun } from '../drawing/textBlock.js';
import type { FormulaFont, FormulaSource, FormulaSurroundings, MathTypesetter } from '../formulas/math.js';
import { rect, transformPoint } from '../geometry/plane.js';
import type { ComputedStyle } from '../html/computedStyle.js';
import type { Content, FormulaSetter, ImageContent, SetFormula } from '../html/content.js';
import { parseFamilies } from '../html/css.js';
import { inheritStyle } from '../html/initialStyle.js';
import { floorUnit, truncateUnit } from '../html/layoutUnits.js';
import { type Length, px } from '../html/lengths.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import { type FormulaDrawing, type FormulaText, readFormulaSvg } from './formulaSvg.js';

/** Around displayed formulas, em and px. */
const DISPLAY_MARGIN = 0.7;
const DISPLAY_PADDING = 0.3;
const DISPLAY_SIDE_PADDING = 2;

const ALL_AROUND: Length = { kind: 'percent', value: 100 };

/** What typesetting takes, in units of the budget: for each formula, and for each sign of it. */
const FORMULA_COST = 1000;
const FORMULA_SIGN_COST = 100;

/** Sets the formulas of one page. The typesetter is made for the first; where there is none, each is reported. */
export function createFormulaSetter(
  createTypesetter: (() => MathTypesetter | undefined) | undefined,
  fonts: FontLibrary,
  report: Report,
  budget: Budget = NO_BUDGET,
): FormulaSetter {
  let made: { readonly typesetter: MathTypesetter | undefined } | undefined;
  const known = new Map<string, Typeset | undefined>();
  const typesetOnce = (
    typesetter: MathTypesetter,
    formula: FormulaSource,
    surroundings: FormulaSurroundings,
    cellId: string,
  ): Typeset | undefined => {
    const { notation, display, source } = formula;
    const { em, ex, containerWidth } = surroundings;
    const key = `${notation} ${display} ${em} ${ex} ${containerWidth} ${source}`;
    if (!known.has(key)) known.set(key, typeset(typesetter, formula, surroundings, cellId, report));
    return known.get(key);
  };
  return (formula, { style, cellId, containerWidth }) => {
    made ??= { typesetter: createTypesetter?.() };
    const { typesetter } = made;
    if (!typesetter) {
      report({
        code: 'missing-math',
        cellId,
        message: `The formula ${shortened(formula.source)} is not typeset: no typesetter is there.`,
      });
      return undefined;
    }
    const face = faceOf(style, fonts);
    const em = style.fontSize;
    const ex = (face.xHeight * em) / face.unitsPerEm;
    const surroundings: FormulaSurroundings = {
      em,
      ex,
      containerWidth: SPREADING.test(formula.source) ? containerWidth() : undefined,
      textWidth: (text, font) => matched(text, font, fonts).face.advance(text, 1),
    };
    budget.spend(FORMULA_COST + FORMULA_SIGN_COST * formula.source.length);
    const result = typesetOnce(typesetter, formula, surroundings, cellId);
    if (!result) return undefined;
    reportMissing(result.drawing.texts, createBoxContext(fonts, cellId, report));
    const content = contentOf(result, formula, style, ex, fonts);
    return formula.display ? displayed(content, result.drawing, style) : content;
  };
}

/** What sets its lines as far apart as what is around allows. */
const SPREADING = /multline/;

/** A formula as the typesetter gives it, and as it is read. */
interface Typeset {
  readonly markup: string;
  readonly drawing: FormulaDrawing;
}

function typeset(
  typesetter: MathTypesetter,
  formula: FormulaSource,
  surroundings: FormulaSurroundings,
  cellId: string,
  report: Report,
): Typeset | undefined {
  const failed = (reason: string): undefined => {
    const message = `The formula ${shortened(formula.source)} can't be typeset: ${reason}`;
    report({ code: 'unsupported-html', cellId, message });
    return undefined;
  };
  try {
    const markup = typesetter.typeset(formula, surroundings);
    const drawing = readFormulaSvg(markup, surroundings.ex);
    return drawing ? { markup, drawing } : failed('the typesetter gives no <svg>.');
  } catch (error) {
    // A formula that a typesetter or the reader can't handle must not take the rest of the page with it.
    return failed(error instanceof Error ? error.message : String(error));
  }
}

const shortened = (source: string): string => JSON.stringify(source.length > 60 ? `${source.slice(0, 57)}...` : source);

/** The width that a browser takes an <svg> for that has none of its own, px. */
const UNKNOWN_WIDTH = 300;

/** Sizes are told in ex of the font around; the drawing keeps its proportions in them. */
function contentOf(
  { markup, drawing }: Typeset,
  { source }: FormulaSource,
  style: ComputedStyle,
  ex: number,
  fonts: FontLibrary,
): ImageContent {
  // MathJax's style sheet lets no formula vanish.
  const least = floorUnit(Math.max(1, drawing.width * ex));
  const height = floorUnit(Math.max(1, drawing.height * ex));
  const set = (from: FormulaDrawing, width: number): SetFormula => {
    const { viewBox, paths, texts } = from;
    const scale = Math.min(width / viewBox.width, height / viewBox.height);
    const x = (width - viewBox.width * scale) / 2 - viewBox.x * scale;
    const baseline = (height - viewBox.height * scale) / 2 - viewBox.y * scale;
    const box = rect(0, 0, width, height);
    return {
      drawing: { source, box, viewBox, color: style.color, opacity: style.opacity, paths },
      runs: texts.map((text) => textRun(text, style, { x, baseline, scale }, fonts)),
    };
  };
  const inner: ComputedStyle = {
    ...inheritStyle(style),
    verticalAlign: { raisedBy: -truncateUnit(drawing.depth * ex) },
  };
  if (!drawing.fills) {
    const fixed = set(drawing, least);
    return { kind: 'image', style: inner, href: '', naturalSize: { width: least, height }, formula: () => fixed };
  }
  return {
    kind: 'image',
    style: { ...inner, width: ALL_AROUND, minWidth: px(least), height: px(height) },
    href: '',
    naturalSize: { width: Math.max(UNKNOWN_WIDTH, least), height },
    formula: (width) => set(readFormulaSvg(markup, ex, width / ex) ?? drawing, width),
  };
}

/** MathJax's style sheet makes displayed formulas centred blocks with room around. */
function displayed(content: ImageContent, { fills }: FormulaDrawing, style: ComputedStyle): Content {
  const outside = px(floorUnit(DISPLAY_MARGIN * style.fontSize));
  const above = px(floorUnit(DISPLAY_PADDING * style.fontSize));
  const beside = px(DISPLAY_SIDE_PADDING);
  const inner: ComputedStyle = { ...inheritStyle(style), textAlign: 'center', rightToLeft: false };
  return {
    kind: 'element',
    tag: 'mjx-container',
    style: {
      ...inner,
      display: 'block',
      margin: { top: outside, right: px(0), bottom: outside, left: px(0) },
      padding: { top: above, right: beside, bottom: above, left: beside },
    },
    // What fills the width stands in no line.
    children: [fills ? { ...content, style: { ...content.style, display: 'block' } } : content],
  };
}

/** The face of a text in a formula: the font asked for, or another one that has the character which that one lacks. */
function matched(text: string, { family, bold, italic }: FormulaFont, fonts: FontLibrary) {
  const request = { families: parseFamilies(family), weight: bold ? 700 : 400, italic };
  const face = fonts.match(request);
  const missing = [...text].map((character) => character.codePointAt(0) as number).find((code) => !face.hasGlyph(code));
  const fallback = missing === undefined ? undefined : fonts.fallbackFor(missing, request);
  return { ...request, face: fallback ?? face, missing: fallback ? undefined : missing };
}

function reportMissing(texts: readonly FormulaText[], context: BoxContext): void {
  for (const { text, font } of texts) {
    const { missing } = matched(text, font, context.fonts);
    if (missing !== undefined) context.reportMissing(missing);
  }
}

/** Texts in a formula stand upright: their transforms only move and scale them. */
function textRun(
  { text, font, transform, fontSize, color }: FormulaText,
  style: ComputedStyle,
  place: { readonly x: number; readonly baseline: number; readonly scale: number },
  fonts: FontLibrary,
): TextRun {
  const { families, weight, italic, face } = matched(text, font, fonts);
  const origin = transformPoint(transform, { x: 0, y: 0 });
  const size = fontSize * Math.hypot(transform.a, transform.b) * place.scale;
  const x = place.x + origin.x * place.scale;
  const baseline = place.baseline + origin.y * place.scale;
  return {
    text,
    x,
    baseline,
    inDrawing: { x, y: baseline },
    width: face.advance(text, size),
    face,
    families,
    fontSize: size,
    weight,
    italic,
    color: color ?? style.color,
    opacity: style.opacity,
    decorations: [],
    letterSpacing: 0,
    rightToLeft: false,
  };
}
