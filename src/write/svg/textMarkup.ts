/** Text blocks as SVG: real <text> elements, or the same runs as glyph outlines. */

import { glyphSize } from '../../drawing/fontSizes.js';
import type { FontFace, GlyphPaint, TextBlock, TextBox, TextImage, TextRun } from '../../drawing/textBlock.js';
import { formatNumber } from '../../geometry/numbers.js';
import type { Rect } from '../../geometry/plane.js';
import { cornerPath } from '../../geometry/roundedBox.js';
import { colorAttributes } from '../../style/colorAttributes.js';
import { escapeXml } from '../format.js';
import { safeHref } from '../links.js';
import { glyphImage, placementOf, type Snap, snapOf, snappedBox, snappedRect, snappedRun } from '../textGeometry.js';
import { BlockMarkup } from './blockMarkup.js';
import { type RunParts, textContent, turnOf } from './brokenWords.js';
import { decorationMarks } from './decorations.js';
import { formulaMarkup } from './formula.js';
import { joinFaces, type NativeRun } from './mixedFaces.js';

/** native: <text> elements; outline: glyph paths that need no font; none: no labels at all, nor what they hold. */
export type TextMode = 'native' | 'outline' | 'none';

const n = formatNumber;

export interface TextWriter {
  readonly mode: TextMode;
  readonly snap: Snap;
  /** The markup of an image inside a label; empty where it can't be had. */
  image(image: TextImage): string;
  /** The family under which the document itself holds a face; undefined where it doesn't. */
  embeddedFamily(face: FontFace): string | undefined;
  /** Whether the document itself holds the fonts of its text. */
  readonly holdsFonts: boolean;
  /** Where links open; undefined: where the viewer pleases. */
  readonly linkTarget: string | undefined;
  /** The id of a clip to a box. */
  clip(box: Rect): string;
}

/** Everything of a block in its own frame: boxes, images and formulas, then runs in reading order. */
export function textBlockMarkup(block: TextBlock, writer: TextWriter): string {
  if (writer.mode === 'none') return '';
  return isPlainText(block, writer) ? plainTextMarkup(block, writer) : wholeMarkup(block, writer);
}

/** Runs that nothing moves or adds to but the snapping of their baselines, and that take nothing from the document. */
const isPlainText = ({ runs, boxes, images, formulas = [] }: TextBlock, { holdsFonts }: TextWriter): boolean =>
  !holdsFonts &&
  boxes.length + images.length + formulas.length === 0 &&
  runs.every((run) => !run.inDrawing && !run.angle && !run.face.isColored && run.decorations.length === 0);

const knownMarkup = new BlockMarkup();

function plainTextMarkup(block: TextBlock, writer: TextWriter): string {
  const { mode, linkTarget = '', snap } = writer;
  const key =
    mode === 'native' ? linkTarget : `outline ${block.runs.map(({ baseline }) => snap.y(baseline)).join(' ')}`;
  return knownMarkup.remember(block, key, () => wholeMarkup(block, writer));
}

function wholeMarkup(block: TextBlock, writer: TextWriter): string {
  const boxes = block.boxes
    .filter(isSeen)
    .map((box) => textBoxMarkup(snappedBox(box, writer.snap)))
    .join('');
  const images = block.images
    .map((image) => writer.image({ ...image, box: snappedRect(image.box, writer.snap) }))
    .join('');
  const all = block.runs.map((run) => snappedRun(run, writer.snap));
  const painted = all.filter((run) => isPainted(run, writer));
  const native = joinFaces(all.filter((run) => !isPainted(run, writer)));
  const runs =
    nativeRuns(
      native.map((run) => withEmbeddedFamily(run, writer)),
      writer.linkTarget,
    ) + painted.map((run) => paintedRun(run, writer)).join('');
  const formulas = (block.formulas ?? [])
    .map((formula) => formulaMarkup(formula, writer.snap.x(formula.box.x), writer.snap.y(formula.box.y), writer.clip))
    .join('');
  const below = decorations(block.runs, false, writer);
  return boxes + images + formulas + below + runs + decorations(block.runs, true, writer);
}

/** No web font keeps glyphs in colour: where the document is to hold all of its fonts, it holds these as pictures. */
const isPainted = ({ face }: TextRun, { mode, holdsFonts }: TextWriter): boolean =>
  mode === 'outline' || (holdsFonts && face.isColored);

/** A box without extent shows its border alone. */
const isSeen = ({ box, stroke }: TextBox): boolean => stroke !== undefined || (box.width > 0 && box.height > 0);

function textBoxMarkup({ box, fill, stroke, strokeWidth = 1, dash, roundDash, radius = 0, corners }: TextBox): string {
  const paint = fill === undefined ? ' fill="none"' : colorAttributes('fill', fill);
  const border =
    stroke === undefined
      ? ''
      : `${colorAttributes('stroke', stroke)}${strokeWidth === 1 ? '' : ` stroke-width="${n(strokeWidth)}"`}` +
        (dash && dash.length > 0 ? ` stroke-dasharray="${dash.map((length) => n(length)).join(' ')}"` : '') +
        (roundDash ? ' stroke-linecap="round"' : '');
  if (corners) return `<path d="${cornerPath(box, corners)}"${paint}${border}/>`;
  const round = radius > 0 ? ` rx="${n(radius)}"` : '';
  return `<rect x="${n(box.x)}" y="${n(box.y)}" width="${n(Math.max(0, box.width))}" height="${n(Math.max(0, box.height))}"${round}${paint}${border}/>`;
}

function withEmbeddedFamily(run: NativeRun, writer: TextWriter): NativeRun {
  const embedded = (run.faces ?? [run.face]).flatMap((face) => writer.embeddedFamily(face) ?? []);
  return embedded.length === 0 ? run : { ...run, families: [...embedded, ...run.families] };
}

const GENERIC_FAMILIES = new Set(['serif', 'sans-serif', 'monospace', 'cursive', 'fantasy', 'system-ui']);

/**
 * The families asked for, then the one measured with: a viewer without the first still fits. A font of the machine that
 * is made bold or italic goes unnamed: viewers there find and make up the same, but by its name the family's real bold.
 */
function fontFamilies({ families, face, faces = [face] }: NativeRun): string {
  const isMadeUp = ({ slant, bolder, isSystemFont }: FontFace): boolean =>
    isSystemFont && (slant !== 0 || bolder !== 0);
  const names = [...families, ...faces.filter((each) => !isMadeUp(each)).map(({ family }) => family)];
  // What would end a string of CSS names no font.
  const unique = new Set(names.filter((name) => !/['"\\\p{Cc}]/u.test(name)));
  return [...unique]
    .map((name) => (GENERIC_FAMILIES.has(name) || /^[\w-]+$/.test(name) ? name : `'${name}'`))
    .join(', ');
}

/** A font size in as few decimals as let the viewer set its glyphs at the same size. */
function sizeText(fontSize: number): string {
  const size = glyphSize(fontSize);
  const short = n(fontSize);
  return glyphSize(Number(short)) === size ? short : n(Math.ceil(size * 100) / 100 + 0.005, 3);
}

function fontAttributes(run: NativeRun): string {
  const weight = run.weight === 400 ? '' : ` font-weight="${run.weight === 700 ? 'bold' : run.weight}"`;
  const style = run.italic ? ' font-style="italic"' : '';
  return ` font-family="${escapeXml(fontFamilies(run))}" font-size="${sizeText(run.fontSize)}"${weight}${style}`;
}

function runAttributes(run: TextRun): string {
  const spacing = run.letterSpacing === 0 ? '' : ` letter-spacing="${n(run.letterSpacing)}"`;
  const direction = run.rightToLeft ? ' direction="rtl" unicode-bidi="bidi-override"' : '';
  return `${fillOf(run)}${spacing}${direction}`;
}

/** Runs as <text> elements; attributes that all runs share stand once on a group around them. */
function nativeRuns(runs: readonly NativeRun[], target: string | undefined): string {
  const visible = runs.filter((run) => run.text.trim() !== '' || run.continuesWord);
  const first = visible[0];
  if (!first) return '';
  const font = fontAttributes(first);
  const shared = visible.every((run) => run === first || fontAttributes(run) === font) ? font : '';
  const markup = wholeWords(visible).map((text) => {
    const [run] = text;
    const own = (shared === '' ? fontAttributes(run) : '') + runAttributes(run);
    const words = text.map((part) => part.text).join('');
    // Browsers' style sheets collapse the white space of each <text>, whatever the group around it says.
    const spaces = /^\s|\s$|\s\s/.test(words) ? ' style="white-space:pre"' : '';
    const { place, content } = textContent(text);
    return linked(run, target, `<text${place}${own}${spaces}>${content}</text>`);
  });
  const body = markup.join('');
  return shared === '' ? body : `<g${shared}>${body}</g>`;
}

/** Joins the parts of broken words, so that they are found, selected and read as one. */
function wholeWords(runs: readonly NativeRun[]): RunParts[] {
  const texts: [NativeRun, ...NativeRun[]][] = [];
  for (const run of runs) {
    const text = texts[texts.length - 1];
    if (text && run.continuesWord && joins(text[0], run)) text.push(run);
    else texts.push([run]);
  }
  return texts;
}

/** Only characters of one code unit each can be placed one by one in every viewer. */
const PLAIN = /^[\u0020-\u02ff\u0370-\u058f\u1e00-\ufaff]*$/;

const joins = (a: NativeRun, b: NativeRun): boolean =>
  !a.faces &&
  !b.faces &&
  PLAIN.test(a.text) &&
  PLAIN.test(b.text) &&
  !a.rightToLeft &&
  !b.rightToLeft &&
  a.href === b.href &&
  fontAttributes(a) === fontAttributes(b) &&
  runAttributes(a) === runAttributes(b);

/** What is drawn of a run in its upright frame, turned as it is. */
const turned = (run: TextRun, markup: string): string =>
  run.angle && markup !== '' ? `<g transform="${turnOf(run)}">${markup}</g>` : markup;

function linked(run: TextRun, target: string | undefined, markup: string): string {
  const href = run.href === undefined ? undefined : safeHref(run.href);
  if (href === undefined) return markup;
  return `<a href="${escapeXml(href)}"${target === undefined ? '' : ` target="${escapeXml(target)}"`}>${markup}</a>`;
}

/** A run as paths and pictures of its glyphs. */
const paintedRun = (run: TextRun, writer: TextWriter): string => {
  const paints = run.face.paint(placementOf(run, snapOf(run, writer.snap).y(run.baseline)));
  const glyphs = paints.map((paint) =>
    paint.kind === 'picture' ? writer.image(glyphImage(paint)) : outlinedGlyphs(run, paint),
  );
  return turned(run, glyphs.join(''));
};

function outlinedGlyphs(run: TextRun, { data, color = run.color, ...paint }: GlyphPaint & { kind: 'outline' }): string {
  const opacity = run.opacity * paint.opacity;
  const stroke =
    paint.strokeWidth === 0
      ? ''
      : `${colorAttributes('stroke', color, opacity)} stroke-width="${n(paint.strokeWidth, 3)}"`;
  return `<path d="${data}"${fillOf({ color, opacity })}${stroke}/>`;
}

const fillOf = ({ color, opacity }: { readonly color: string; readonly opacity: number }): string =>
  colorAttributes('fill', color, opacity);

const decorations = (runs: readonly TextRun[], through: boolean, { snap }: TextWriter): string =>
  runs
    .filter((run) => run.decorations.length > 0)
    .map((run) => turned(run, decorationMarkup(run, through, snapOf(run, snap))))
    .join('');

const decorationMarkup = (run: TextRun, through: boolean, snap: Snap): string =>
  decorationMarks([run], through, snap)
    .map((mark) => {
      if (mark.kind === 'bar') {
        const { box, radius } = mark;
        const round = radius === undefined ? '' : ` rx="${n(radius)}"`;
        return `<rect x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}"${round}${fillOf(mark)}/>`;
      }
      const width = mark.width === 1 ? '' : ` stroke-width="${n(mark.width)}"`;
      return `<path d="${mark.data}" fill="none"${colorAttributes('stroke', mark.color, mark.opacity)}${width}/>`;
    })
    .join('');
