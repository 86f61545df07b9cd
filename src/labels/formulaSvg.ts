/** Reads the SVG that MathJax makes of a formula into outlines and texts in one frame. */
import { parseXml, type XmlElement } from '../decode/xml.js';
import type { FormulaPath } from '../drawing/textBlock.js';
import type { FormulaFont } from '../formulas/math.js';
import { IDENTITY, type Matrix, multiply, type Rect, rect, scaling, translation } from '../geometry/plane.js';
import { fixedColor, paintedColor } from '../style/color.js';

/** Characters that MathJax's fonts lack, set in a font of the page. */
export interface FormulaText {
  readonly text: string;
  readonly font: FormulaFont;
  /** From the text's own frame (y down) to the drawing's. */
  readonly transform: Matrix;
  /** In units of the text's frame. */
  readonly fontSize: number;
  /** Undefined for the colour of the text around the formula. */
  readonly color: string | undefined;
}

export interface FormulaDrawing {
  /** In ex of the font around the formula. */
  readonly width: number;
  readonly height: number;
  /** Whether it is as wide as what is around it, and `width` is its least width. */
  readonly fills: boolean;
  /** How much of the height lies below the baseline, ex. */
  readonly depth: number;
  /** What of the drawing's frame fills width and height; its y = 0 is the baseline. */
  readonly viewBox: Rect;
  readonly paths: readonly FormulaPath[];
  readonly texts: readonly FormulaText[];
}

/** MathJax's units in an ex of its fonts: they have 1000 in an em. */
const UNITS_PER_EX = 442;
/** MathJax's style sheet: links, the strokes of glyphs, and those of the lines and frames of tables. */
const LINK = 'blue';
const GLYPH_STROKE = 3;
const TABLE_STROKE = 70;
const DASHED = [140];
const DOTTED = [0, 140];

interface State {
  readonly transform: Matrix;
  /** Undefined: the colour around the formula. */
  readonly fill: string | undefined;
  readonly stroke: string | undefined;
  readonly strokeWidth: number;
  /** What currentColor stands for, where a style has changed it. */
  readonly color: string | undefined;
  readonly family: string | undefined;
  /** The size of the <svg> around, which percentages refer to. */
  readonly viewport: { readonly width: number; readonly height: number };
  readonly clip: FormulaPath['clip'];
}

/**
 * The drawing of a formula that was typeset for an ex of that many px; `filled`: the width of one that fills what is
 * around it, ex. Throws MxsvgError 'malformed-xml' for what is no XML; undefined where there is no <svg> in it.
 */
export function readFormulaSvg(markup: string, ex: number, filled?: number): FormulaDrawing | undefined {
  const svg = findSvg(parseXml(markup, { origin: 'a formula' }));
  if (!svg) return undefined;
  const style = declarations(svg);
  const height = exLength(svg.attributes.get('height'));
  const depth = -exLength(style.get('vertical-align'));
  // Numbered formulas and lines one below the other are as wide as what is around them.
  const fills = svg.attributes.get('width') === '100%';
  const least = exLength(style.get('min-width'));
  const width = fills ? Math.max(least, filled ?? least) : exLength(svg.attributes.get('width'));
  const given = viewBoxOf(svg);
  const viewBox =
    given ??
    rect(0, (depth - height) * UNITS_PER_EX, Math.max(1, width * UNITS_PER_EX), Math.max(1, height * UNITS_PER_EX));
  const reader = new Reader();
  reader.children(svg, {
    transform: given ? IDENTITY : multiply(translation(0, viewBox.y), scaling(UNITS_PER_EX / ex, UNITS_PER_EX / ex)),
    fill: undefined,
    stroke: undefined,
    strokeWidth: 0,
    color: undefined,
    family: undefined,
    viewport: given ?? { width: width * ex, height: height * ex },
    clip: undefined,
  });
  return { width, height, fills, depth, viewBox, paths: reader.paths, texts: reader.texts };
}

function findSvg(element: XmlElement): XmlElement | undefined {
  if (element.name === 'svg') return element;
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : findSvg(child);
    if (found) return found;
  }
  return undefined;
}

class Reader {
  readonly paths: FormulaPath[] = [];
  readonly texts: FormulaText[] = [];

  children(element: XmlElement, state: State): void {
    for (const child of element.children) if (typeof child !== 'string') this.#element(child, state, element);
  }

  #element(element: XmlElement, outer: State, parent: XmlElement): void {
    const state = entered(element, outer, parent);
    switch (element.name) {
      case 'g':
      case 'a':
        this.children(element, state);
        return;
      case 'svg':
        this.#window(element, state);
        return;
      case 'text':
        this.#text(element, state);
        return;
      default: {
        const data = outlineOf(element);
        if (data !== undefined) this.#path(element, data, state);
      }
    }
  }

  #path(element: XmlElement, data: string, { transform, fill, stroke, strokeWidth, color, clip }: State): void {
    const visible = stroke !== 'none' && strokeWidth > 0;
    if (fill === 'none' && !visible) return;
    this.paths.push({
      data,
      transform,
      fill: fill ?? color,
      stroke: visible ? { color: stroke ?? color, width: strokeWidth, ...dashOf(element) } : undefined,
      clip,
    });
  }

  /** An <svg> within: MathJax cuts the pieces of a growing delimiter with it, and aligns numbered formulas. */
  #window(element: XmlElement, state: State): void {
    const box = rect(
      number(element, 'x'),
      number(element, 'y'),
      number(element, 'width', state.viewport.width),
      number(element, 'height', state.viewport.height),
    );
    const viewBox = viewBoxOf(element) ?? rect(0, 0, box.width, box.height);
    const scale = Math.min(box.width / viewBox.width, box.height / viewBox.height);
    if (!Number.isFinite(scale) || scale <= 0) return;
    const align = element.attributes.get('preserveAspectRatio') ?? '';
    const free = box.width - viewBox.width * scale;
    const left = align.startsWith('xMin') ? 0 : align.startsWith('xMax') ? free : free / 2;
    const top = (box.height - viewBox.height * scale) / 2;
    const inner = multiply(
      translation(box.x + left - viewBox.x * scale, box.y + top - viewBox.y * scale),
      scaling(scale, scale),
    );
    const overflows = element.attributes.has('data-table') || element.attributes.has('data-labels');
    this.children(element, {
      ...state,
      ...(overflows || state.clip
        ? { transform: multiply(state.transform, inner) }
        : { transform: inner, clip: { box, transform: state.transform } }),
      viewport: viewBox,
    });
  }

  #text(element: XmlElement, { transform, fill, color, family }: State): void {
    const text = element.children.filter((child) => typeof child === 'string').join('');
    const { attributes } = element;
    this.texts.push({
      text,
      font: {
        family: attributes.get('font-family') ?? family ?? 'serif',
        bold: attributes.get('font-weight') === 'bold',
        italic: attributes.get('font-style') === 'italic',
      },
      transform,
      fontSize: Number.parseFloat(attributes.get('font-size') ?? '') || 1000,
      color: fill ?? color,
    });
  }
}

/** A colour that a formula gives to a part of it, which is the same on dark pages; undefined for the label's own. */
function current(color: string): string | undefined {
  if (color === 'none') return color;
  const painted = color === 'currentColor' ? undefined : paintedColor(color);
  return painted && fixedColor(painted);
}

/** The state inside an element: its attributes, and the rules of MathJax's style sheet. */
function entered(element: XmlElement, outer: State, parent: XmlElement): State {
  const { attributes } = element;
  const style = declarations(element);
  const get = (name: string): string | undefined => style.get(name) ?? attributes.get(name);
  let { fill, stroke, strokeWidth } = outer;
  const width = get('stroke-width');
  if (get('fill') !== undefined) fill = current(get('fill') as string);
  if (get('stroke') !== undefined) stroke = current(get('stroke') as string);
  if (width !== undefined) strokeWidth = Number.parseFloat(width) || 0;
  if (element.name === 'a') fill = stroke = LINK;
  if (attributes.has('data-c')) strokeWidth = GLYPH_STROKE;
  if (attributes.has('data-line') || attributes.has('data-frame')) {
    strokeWidth = TABLE_STROKE;
    fill = 'none';
  }
  if (parent.attributes.get('data-mml-node') === 'merror') {
    if (element.name === 'g') fill = stroke = 'red';
    if (attributes.has('data-background')) [fill, stroke] = ['yellow', 'none'];
  }
  return {
    ...outer,
    transform: multiply(outer.transform, matrixOf(attributes.get('transform'))),
    fill,
    stroke,
    strokeWidth,
    color: current(style.get('color') ?? '') ?? outer.color,
    family: style.get('font-family') ?? outer.family,
  };
}

function dashOf({ attributes }: XmlElement): { dash?: readonly number[]; round?: boolean } {
  const names = (attributes.get('class') ?? '').split(' ');
  if (names.includes('mjx-dashed')) return { dash: DASHED };
  if (names.includes('mjx-dotted')) return { dash: DOTTED, round: true };
  const dash = numbers(attributes.get('stroke-dasharray'));
  return {
    ...(dash.length > 0 && { dash }),
    ...(attributes.get('stroke-linecap') === 'round' && { round: true }),
  };
}

const numbers = (text: string | undefined): number[] =>
  (text?.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);

const number = ({ attributes }: XmlElement, name: string, fallback = 0): number =>
  numbers(attributes.get(name))[0] ?? fallback;

function viewBoxOf({ attributes }: XmlElement): Rect | undefined {
  const [x, y, width, height] = numbers(attributes.get('viewBox'));
  if (x === undefined || y === undefined || !width || !height) return undefined;
  return rect(x, y, width, height);
}

const exLength = (text: string | undefined): number => (text?.endsWith('ex') ? Number.parseFloat(text) : 0);

function declarations({ attributes }: XmlElement): ReadonlyMap<string, string> {
  const pairs = (attributes.get('style') ?? '').split(';').map((part): [string, string] => {
    const colon = part.indexOf(':');
    return [part.slice(0, Math.max(0, colon)).trim(), part.slice(colon + 1).trim()];
  });
  return new Map(pairs.filter(([name]) => name !== ''));
}

function matrixOf(text: string | undefined): Matrix {
  let result = IDENTITY;
  for (const part of text?.split(')') ?? []) {
    const [name, list] = part.split('(').map((each) => each.trim());
    const [a = 0, b, c = 0, d = 1, e = 0, f = 0] = numbers(list);
    if (name === 'translate') result = multiply(result, translation(a, b ?? 0));
    else if (name === 'scale') result = multiply(result, scaling(a, b ?? a));
    else if (name === 'matrix') result = multiply(result, { a, b: b ?? 0, c, d, e, f });
    else if (name === 'rotate') {
      const angle = (a * Math.PI) / 180;
      const turn = { a: Math.cos(angle), b: Math.sin(angle), c: -Math.sin(angle), d: Math.cos(angle), e: 0, f: 0 };
      result = multiply(result, multiply(translation(b ?? 0, c), multiply(turn, translation(-(b ?? 0), -c))));
    }
  }
  return result;
}

/** The path data of a shape; undefined for elements that draw nothing. */
function outlineOf(element: XmlElement): string | undefined {
  const get = (name: string): number => number(element, name);
  switch (element.name) {
    case 'path': {
      const data = element.attributes.get('d') ?? '';
      return /^[MLHVCSQTAZmlhvcsqtaz\d\s.,eE+-]+$/.test(data) ? data : undefined;
    }
    case 'rect': {
      const [x, y, width, height] = [get('x'), get('y'), get('width'), get('height')];
      const rx = Math.min(get('rx'), width / 2);
      const ry = Math.min(get('ry') || rx, height / 2);
      if (!(width > 0 && height > 0)) return undefined;
      if (!(rx > 0)) return `M${x} ${y}h${width}v${height}h${-width}Z`;
      const corner = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
      return (
        `M${x + rx} ${y}h${width - 2 * rx}${corner(rx, ry)}v${height - 2 * ry}${corner(-rx, ry)}` +
        `h${2 * rx - width}${corner(-rx, -ry)}v${2 * ry - height}${corner(rx, -ry)}Z`
      );
    }
    case 'line':
      return `M${get('x1')} ${get('y1')}L${get('x2')} ${get('y2')}`;
    case 'ellipse': {
      const [cx, cy, rx, ry] = [get('cx'), get('cy'), get('rx'), get('ry')];
      return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 1 ${2 * rx} 0a${rx} ${ry} 0 1 1 ${-2 * rx} 0Z`;
    }
    case 'polygon': {
      const points = numbers(element.attributes.get('points'));
      return points.length < 4 ? undefined : `M${points.join(' ')}Z`;
    }
    default:
      return undefined;
  }
}
