/** Reads a stencil's XML into typed drawing commands. */
import { childElement, childElements, type XmlElement } from '../../decode/xml.js';
import type { ConnectionPoint } from '../shape.js';

/** A place in the stencil's own frame of w × h. */
interface Coordinates {
  readonly x: number;
  readonly y: number;
}

interface Area extends Coordinates {
  readonly w: number;
  readonly h: number;
}

export type PathCommand =
  | ({ readonly kind: 'move' | 'line' } & Coordinates)
  | { readonly kind: 'quad'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
  | {
      readonly kind: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x3: number;
      readonly y3: number;
    }
  | ({
      readonly kind: 'arc';
      readonly rx: number;
      readonly ry: number;
      readonly rotation: number;
      readonly largeArc: boolean;
      readonly sweep: boolean;
    } & Coordinates)
  | { readonly kind: 'close' };

/** A colour as written: a CSS colour, 'fill', 'stroke', 'font', or a style key with what stands in for it. */
export interface StencilColor {
  readonly value: string;
  readonly fallback: string | undefined;
}

/** What the canvas draws with from then on. */
export type SettingCommand =
  | { readonly kind: 'fillColor' | 'strokeColor' | 'fontColor'; readonly color: StencilColor }
  | { readonly kind: 'strokeWidth'; readonly width: number; readonly fixed: boolean }
  | { readonly kind: 'alpha'; readonly alpha: number }
  | { readonly kind: 'dashed'; readonly dashed: boolean }
  | { readonly kind: 'dashPattern'; readonly lengths: readonly number[] }
  | { readonly kind: 'lineCap'; readonly cap: 'butt' | 'round' | 'square' }
  | { readonly kind: 'lineJoin'; readonly join: 'miter' | 'round' | 'bevel' }
  | { readonly kind: 'miterLimit'; readonly limit: number }
  | { readonly kind: 'fontSize'; readonly size: number }
  | { readonly kind: 'fontStyle'; readonly style: number }
  | { readonly kind: 'fontFamily'; readonly family: string };

export type StencilCommand =
  | PathCommand
  | SettingCommand
  | { readonly kind: 'save' | 'restore' | 'fill' | 'stroke' | 'fillstroke' }
  /** `rounding`: the corner radius in px of a path of straight lines; undefined for a path drawn as it is. */
  | { readonly kind: 'path'; readonly commands: readonly PathCommand[]; readonly rounding: number | undefined }
  | ({ readonly kind: 'rect' | 'ellipse' } & Area)
  | ({ readonly kind: 'roundrect'; readonly arcSize: number } & Area)
  | ({ readonly kind: 'image'; readonly source: string; readonly flipH: boolean; readonly flipV: boolean } & Area)
  | ({
      readonly kind: 'text';
      readonly text: string;
      readonly align: 'left' | 'center' | 'right';
      readonly verticalAlign: 'top' | 'middle' | 'bottom';
      readonly vertical: boolean;
      readonly rotation: number;
      /** False keeps the text upright in a rotated shape. */
      readonly alignsWithShape: boolean;
      /** False keeps the text readable in a mirrored shape. */
      readonly flipsWithShape: boolean;
      readonly placeholders: boolean;
    } & Coordinates)
  | ({ readonly kind: 'include'; readonly name: string } & Area);

/** The part of the stencil's frame that is left for a label. */
export interface StencilLabelBounds {
  /** The style key that turns it on; undefined: it always counts. */
  readonly condition: string | undefined;
  readonly area: Area;
}

export interface StencilProgram {
  readonly width: number;
  readonly height: number;
  /** True keeps the proportions of width and height. */
  readonly fixedAspect: boolean;
  /** A width in the stencil's own units, or what the cell's style says. */
  readonly strokeWidth: number | 'inherit';
  readonly background: readonly StencilCommand[];
  readonly foreground: readonly StencilCommand[];
  /** Undefined where the stencil has none of its own, so that draw.io's defaults apply. */
  readonly connectionPoints: readonly ConnectionPoint[] | undefined;
  /** The first whose condition holds is the label's. */
  readonly labelBounds: readonly StencilLabelBounds[];
}

/** draw.io rounds a roundrect without an arc size by 15 %. */
const DEFAULT_ARC_SIZE = 15;

/** Shapes that draw.io draws 100 units wide and high where they don't say. */
const DEFAULT_SIZE = 100;

/** Reads a <shape> element. What it doesn't know is left out, as in draw.io. */
export function readStencil(shape: XmlElement): StencilProgram {
  const strokeWidth = shape.attributes.get('strokewidth') ?? '1';
  return {
    width: numberOf(shape, 'w') || DEFAULT_SIZE,
    height: numberOf(shape, 'h') || DEFAULT_SIZE,
    fixedAspect: shape.attributes.get('aspect') === 'fixed',
    strokeWidth: strokeWidth === 'inherit' ? 'inherit' : finite(Number(strokeWidth)),
    background: readSection(shape, 'background'),
    foreground: readSection(shape, 'foreground'),
    connectionPoints: readConnectionPoints(shape),
    labelBounds: descendants(shape, 'labelBounds').map((element) => readLabelBounds(shape, element)),
  };
}

function readSection(shape: XmlElement, name: string): readonly StencilCommand[] {
  const section = descendant(shape, name);
  return section ? childElements(section).flatMap(readCommand) : [];
}

/** The first element of that name at any depth: draw.io finds its sections with getElementsByTagName. */
function descendant(element: XmlElement, name: string): XmlElement | undefined {
  const own = childElement(element, name);
  if (own) return own;
  for (const child of childElements(element)) {
    const found = descendant(child, name);
    if (found) return found;
  }
  return undefined;
}

/** All elements of that name at any depth. */
const descendants = (element: XmlElement, name: string): readonly XmlElement[] =>
  childElements(element).flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);

function readLabelBounds(shape: XmlElement, element: XmlElement): StencilLabelBounds {
  const { x, y, w, h } = areaOf(element);
  return {
    condition: element.attributes.get('if'),
    area: { x, y, w: w || numberOf(shape, 'w') || DEFAULT_SIZE, h: h || numberOf(shape, 'h') || DEFAULT_SIZE },
  };
}

function readConnectionPoints(shape: XmlElement): readonly ConnectionPoint[] | undefined {
  const section = descendant(shape, 'connections');
  const elements = section ? childElements(section) : [];
  if (elements.length === 0) return undefined;
  return elements.map((element) => ({
    x: numberOf(element, 'x'),
    y: numberOf(element, 'y'),
    perimeter: isSet(element, 'perimeter'),
    name: element.attributes.get('name'),
  }));
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0);

const numberOf = (element: XmlElement, name: string): number => finite(Number(element.attributes.get(name) ?? 0));

const isSet = (element: XmlElement, name: string): boolean => element.attributes.get(name) === '1';

const placeOf = (element: XmlElement): Coordinates => ({ x: numberOf(element, 'x'), y: numberOf(element, 'y') });

const areaOf = (element: XmlElement): Area => ({
  ...placeOf(element),
  w: numberOf(element, 'w'),
  h: numberOf(element, 'h'),
});

const oneOf = <T extends string>(value: string | undefined, values: readonly T[], fallback: T): T =>
  values.find((known) => known === value) ?? fallback;

const colorOf = (element: XmlElement): StencilColor => ({
  value: element.attributes.get('color') ?? 'none',
  fallback: element.attributes.get('default'),
});

type Reader = (element: XmlElement) => StencilCommand | undefined;

const bare = (kind: 'save' | 'restore' | 'fill' | 'stroke' | 'fillstroke'): Reader => {
  const command: StencilCommand = { kind };
  return () => command;
};

// draw.io sets the overall alpha for all three of alpha, fillalpha and strokealpha.
const readAlpha: Reader = (element) => ({ kind: 'alpha', alpha: numberOf(element, 'alpha') });

const PATH_READERS: ReadonlyMap<string, (element: XmlElement) => PathCommand> = new Map<
  string,
  (element: XmlElement) => PathCommand
>([
  ['move', (element) => ({ kind: 'move', ...placeOf(element) })],
  ['line', (element) => ({ kind: 'line', ...placeOf(element) })],
  [
    'quad',
    (element) => ({
      kind: 'quad',
      x1: numberOf(element, 'x1'),
      y1: numberOf(element, 'y1'),
      x2: numberOf(element, 'x2'),
      y2: numberOf(element, 'y2'),
    }),
  ],
  [
    'curve',
    (element) => ({
      kind: 'curve',
      x1: numberOf(element, 'x1'),
      y1: numberOf(element, 'y1'),
      x2: numberOf(element, 'x2'),
      y2: numberOf(element, 'y2'),
      x3: numberOf(element, 'x3'),
      y3: numberOf(element, 'y3'),
    }),
  ],
  [
    'arc',
    (element) => ({
      kind: 'arc',
      ...placeOf(element),
      rx: numberOf(element, 'rx'),
      ry: numberOf(element, 'ry'),
      rotation: numberOf(element, 'x-axis-rotation'),
      largeArc: numberOf(element, 'large-arc-flag') !== 0,
      sweep: numberOf(element, 'sweep-flag') !== 0,
    }),
  ],
  ['close', () => ({ kind: 'close' })],
]);

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...PATH_READERS,
  ['save', bare('save')],
  ['restore', bare('restore')],
  ['fill', bare('fill')],
  ['stroke', bare('stroke')],
  ['fillstroke', bare('fillstroke')],
  ['path', readPath],
  ['rect', (element) => ({ kind: 'rect', ...areaOf(element) })],
  ['ellipse', (element) => ({ kind: 'ellipse', ...areaOf(element) })],
  [
    'roundrect',
    (element) => ({
      kind: 'roundrect',
      ...areaOf(element),
      arcSize: numberOf(element, 'arcsize') || DEFAULT_ARC_SIZE,
    }),
  ],
  ['image', readImage],
  ['text', readText],
  ['include-shape', readInclude],
  ['fillcolor', (element) => ({ kind: 'fillColor', color: colorOf(element) })],
  ['strokecolor', (element) => ({ kind: 'strokeColor', color: colorOf(element) })],
  ['fontcolor', (element) => ({ kind: 'fontColor', color: colorOf(element) })],
  [
    'strokewidth',
    (element) => ({ kind: 'strokeWidth', width: numberOf(element, 'width'), fixed: isSet(element, 'fixed') }),
  ],
  ['alpha', readAlpha],
  ['fillalpha', readAlpha],
  ['strokealpha', readAlpha],
  ['dashed', (element) => ({ kind: 'dashed', dashed: isSet(element, 'dashed') })],
  ['dashpattern', readDashPattern],
  [
    'linecap',
    (element) => ({
      kind: 'lineCap',
      cap: oneOf(element.attributes.get('cap'), ['butt', 'round', 'square'], 'butt'),
    }),
  ],
  [
    'linejoin',
    (element) => ({
      kind: 'lineJoin',
      join: oneOf(element.attributes.get('join'), ['miter', 'round', 'bevel'], 'miter'),
    }),
  ],
  ['miterlimit', (element) => ({ kind: 'miterLimit', limit: numberOf(element, 'limit') })],
  ['fontsize', (element) => ({ kind: 'fontSize', size: numberOf(element, 'size') })],
  ['fontstyle', (element) => ({ kind: 'fontStyle', style: numberOf(element, 'style') })],
  ['fontfamily', (element) => ({ kind: 'fontFamily', family: element.attributes.get('family') ?? '' })],
]);

function readCommand(element: XmlElement): readonly StencilCommand[] {
  const command = READERS.get(element.name)?.(element);
  return command ? [command] : [];
}

function readPath(element: XmlElement): StencilCommand {
  const commands = childElements(element).flatMap((child) => {
    const command = PATH_READERS.get(child.name)?.(child);
    return command ? [command] : [];
  });
  // draw.io rounds only paths of moves and lines; close is no exception.
  const rounded = isSet(element, 'rounded') && commands.every(({ kind }) => kind === 'move' || kind === 'line');
  return { kind: 'path', commands, rounding: rounded ? numberOf(element, 'arcSize') : undefined };
}

function readImage(element: XmlElement): StencilCommand | undefined {
  const source = element.attributes.get('src');
  if (source === undefined) return undefined;
  return {
    kind: 'image',
    ...areaOf(element),
    source,
    flipH: isSet(element, 'flipH'),
    flipV: isSet(element, 'flipV'),
  };
}

function readText(element: XmlElement): StencilCommand | undefined {
  const text = element.attributes.get('str');
  if (text === undefined) return undefined;
  const { attributes } = element;
  return {
    kind: 'text',
    ...placeOf(element),
    text,
    align: oneOf(attributes.get('align'), ['left', 'center', 'right'], 'left'),
    verticalAlign: oneOf(attributes.get('valign'), ['top', 'middle', 'bottom'], 'top'),
    vertical: isSet(element, 'vertical'),
    rotation: numberOf(element, 'rotation'),
    alignsWithShape: attributes.get('align-shape') !== '0',
    flipsWithShape: attributes.get('flip-shape') !== '0',
    placeholders: isSet(element, 'placeholders'),
  };
}

function readInclude(element: XmlElement): StencilCommand | undefined {
  const name = element.attributes.get('name');
  return name === undefined ? undefined : { kind: 'include', name, ...areaOf(element) };
}

function readDashPattern(element: XmlElement): StencilCommand | undefined {
  const pattern = element.attributes.get('pattern');
  if (pattern === undefined) return undefined;
  const lengths = pattern.split(' ').filter((part) => part !== '');
  // A length that is no number ("none") makes the browser draw a solid line.
  const numbers = lengths.map(Number);
  return { kind: 'dashPattern', lengths: numbers.every((length) => length >= 0) ? numbers : [] };
}
