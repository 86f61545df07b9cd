/** Makes the formulas found in a label into content that stands in its lines like an image. */
import type { Report } from '../diagnostics.js';
import { rect, transformPoint } from '../geometry/plane.js';
import { type ComputedStyle, inheritStyle, px } from './computedStyle.js';
import type { Content, ImageContent } from './content.js';
import { parseFamilies } from './css.js';
import type { FontLibrary } from './fonts.js';
import { type FormulaDrawing, type FormulaText, readFormulaSvg } from './formulaSvg.js';
import { faceOf } from './inlineItems.js';
import { createLayoutContext, type LayoutContext } from './layoutContext.js';
import type { FormulaFont, FormulaSource, FormulaSurroundings, MathTypesetter } from './math.js';
import type { TextRun } from './textBlock.js';
import { floorUnit } from './units.js';

/** The content that a formula becomes in text of a style; undefined if it stands as it is written. */
export type FormulaSetter = (formula: FormulaSource, style: ComputedStyle, cellId: string) => Content | undefined;

/** Sets the formulas of one page. The typesetter is made for the first; where there is none, each is reported. */
export function createFormulaSetter(
  createTypesetter: (() => MathTypesetter | undefined) | undefined,
  fonts: FontLibrary,
  report: Report,
): FormulaSetter {
  let made: { readonly typesetter: MathTypesetter | undefined } | undefined;
  const known = new Map<string, FormulaDrawing | undefined>();
  const drawingOf = (
    typesetter: MathTypesetter,
    formula: FormulaSource,
    surroundings: FormulaSurroundings,
    cellId: string,
  ): FormulaDrawing | undefined => {
    const { notation, display, source } = formula;
    const key = `${notation} ${display} ${surroundings.em} ${surroundings.ex} ${source}`;
    if (!known.has(key)) known.set(key, typeset(typesetter, formula, surroundings, cellId, report));
    return known.get(key);
  };
  return (formula, style, cellId) => {
    made ??= { typesetter: createTypesetter?.() };
    const { typesetter } = made;
    if (!typesetter) {
      report({
        code: 'missing-math',
        cellId,
        message: `The formula ${shortened(formula.source)} is not typeset: no typesetter is there (npm install mathjax-full).`,
      });
      return undefined;
    }
    const face = faceOf(style, fonts);
    const em = style.fontSize;
    const ex = (face.xHeight * em) / face.unitsPerEm;
    const textWidth = (text: string, font: FormulaFont): number => matched(text, font, fonts).face.advance(text, 1);
    const drawing = drawingOf(typesetter, formula, { em, ex, textWidth }, cellId);
    if (!drawing) return undefined;
    reportMissing(drawing.texts, createLayoutContext(fonts, cellId, report));
    const content = contentOf(drawing, formula, style, ex, fonts);
    return formula.display ? displayed(content, style) : content;
  };
}

function typeset(
  typesetter: MathTypesetter,
  formula: FormulaSource,
  surroundings: FormulaSurroundings,
  cellId: string,
  report: Report,
): FormulaDrawing | undefined {
  const failed = (reason: string): undefined => {
    const message = `The formula ${shortened(formula.source)} can't be typeset: ${reason}`;
    report({ code: 'unsupported-html', cellId, message });
    return undefined;
  };
  try {
    return (
      readFormulaSvg(typesetter.typeset(formula, surroundings), surroundings.ex) ??
      failed('the typesetter gives no <svg>.')
    );
  } catch (error) {
    // A formula that a typesetter or the reader can't handle must not take the rest of the page with it.
    return failed(error instanceof Error ? error.message : String(error));
  }
}

const shortened = (source: string): string => JSON.stringify(source.length > 60 ? `${source.slice(0, 57)}...` : source);

/** Sizes are told in ex of the font around; the drawing keeps its proportions in them. */
function contentOf(
  drawing: FormulaDrawing,
  { source }: FormulaSource,
  style: ComputedStyle,
  ex: number,
  fonts: FontLibrary,
): ImageContent {
  const { viewBox } = drawing;
  // MathJax's style sheet lets no formula vanish.
  const width = floorUnit(Math.max(1, drawing.width * ex));
  const height = floorUnit(Math.max(1, drawing.height * ex));
  const scale = Math.min(width / viewBox.width, height / viewBox.height);
  const x = (width - viewBox.width * scale) / 2 - viewBox.x * scale;
  const baseline = (height - viewBox.height * scale) / 2 - viewBox.y * scale;
  return {
    kind: 'image',
    style: { ...inheritStyle(style), verticalAlign: { raisedBy: -drawing.depth * ex } },
    href: '',
    naturalSize: { width, height },
    formula: {
      drawing: {
        source,
        box: rect(0, 0, width, height),
        viewBox,
        color: style.color,
        opacity: style.opacity,
        paths: drawing.paths,
      },
      runs: drawing.texts.map((text) => textRun(text, style, { x, baseline, scale }, fonts)),
    },
  };
}

/** MathJax's style sheet makes displayed formulas centred blocks with an em above and below. */
function displayed(content: ImageContent, style: ComputedStyle): Content {
  const margin = px(style.fontSize);
  const inner: ComputedStyle = { ...inheritStyle(style), textAlign: 'center', rightToLeft: false };
  return {
    kind: 'element',
    tag: 'mjx-container',
    style: { ...inner, display: 'block', margin: { top: margin, right: px(0), bottom: margin, left: px(0) } },
    children: [content],
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

function reportMissing(texts: readonly FormulaText[], context: LayoutContext): void {
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
  return {
    text,
    x: place.x + origin.x * place.scale,
    baseline: place.baseline + origin.y * place.scale,
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
