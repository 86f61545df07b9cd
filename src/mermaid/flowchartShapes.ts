/** Mermaid's shapes of nodes as draw.io's: style, and how large a shape must be for its label. */
import type { CellStyle } from './cells.js';
import type { Direction, Size } from './graphLayout.js';
import {
  braceStencils,
  linedDocument,
  stackedDocuments,
  stackedRectangles,
  starburst,
  taggedDocument,
} from './stencils.js';

/** What a shape is made for. */
export interface ShapeRequest {
  /** The label's size. */
  readonly label: Size;
  /** Mermaid's padding, px. */
  readonly padding: number;
  /** The colour of borders, which fills small signs. */
  readonly stroke: string;
  readonly direction: Direction;
}

export interface NodeShape {
  readonly size: Size;
  readonly style: CellStyle;
  /** The shape shows no label. */
  readonly unlabelled?: boolean;
}

type MakeShape = (request: ShapeRequest) => NodeShape;

const size = (width: number, height: number): Size => ({ width: Math.ceil(width), height: Math.ceil(height) });

/** The label with Mermaid's padding around it: so much of it on each side, across and down. */
const padded = ({ label, padding }: ShapeRequest, across = 1, down = 1): Size =>
  size(label.width + 2 * across * padding, label.height + 2 * down * padding);

/** A shape that is as large as a rectangle would be, with so much more room for what it has beside its label. */
const boxed =
  (style: CellStyle, more: { readonly width?: number; readonly height?: number } = {}): MakeShape =>
  (request) => {
    const { width, height } = padded(request);
    return { size: size(width + (more.width ?? 0), height + (more.height ?? 0)), style };
  };

const rounded = (radius: number): CellStyle => ({ rounded: 1, absoluteArcSize: 1, arcSize: 2 * radius });

const wideRectangle: MakeShape = (request) => ({ size: padded(request, 2), style: { rounded: 0 } });

const stadium: MakeShape = (request) => {
  const { width, height } = padded(request);
  return { size: size(width + height / 4, height), style: { rounded: 1, arcSize: 50 } };
};

/** Around the label's corners. */
function roundSize({ label, padding }: ShapeRequest): number {
  return Math.max(Math.hypot(label.width, label.height) + padding, label.width + 2 * padding);
}

const ELLIPSE: CellStyle = { ellipse: '', perimeter: 'ellipsePerimeter' };

const circle: MakeShape = (request) => {
  const diameter = roundSize(request);
  return { size: size(diameter, diameter), style: { ...ELLIPSE, aspect: 'fixed' } };
};

const doubleCircle: MakeShape = (request) => {
  const diameter = roundSize(request) + 10;
  return {
    size: size(diameter, diameter),
    style: { ellipse: '', shape: 'doubleEllipse', margin: 5, perimeter: 'ellipsePerimeter', aspect: 'fixed' },
  };
};

const ellipse: MakeShape = ({ label, padding }) => ({
  size: size(label.width * Math.SQRT2 + padding, label.height * Math.SQRT2 + padding),
  style: ELLIPSE,
});

/** A label's corners stand on a rhombus whose half width and height it takes parts of that add up to one. */
const rhombus: MakeShape = ({ label, padding }) => {
  const side = label.width + label.height + 2 * padding;
  return { size: size(side, side), style: { rhombus: '', perimeter: 'rhombusPerimeter' } };
};

const hexagon: MakeShape = (request) => {
  const { width, height } = padded(request);
  const point = height / 4;
  return {
    size: size(width + 2 * point, height),
    style: { shape: 'hexagon', perimeter: 'hexagonPerimeter2', fixedSize: 1, size: round(point) },
  };
};

const cylinder: MakeShape = ({ label, padding }) => {
  const width = label.width + padding;
  const cap = width / 2 / (2.5 + width / 50);
  return {
    size: size(width, label.height + padding + 3 * cap),
    style: { shape: 'cylinder3', boundedLbl: 1, backgroundOutline: 1, size: round(cap) },
  };
};

const subroutine: MakeShape = (request) => {
  const { width, height } = padded(request);
  const bar = 8;
  const whole = width + 2 * bar;
  // With fixedSize draw.io would take the size for a part of the width where it places the label.
  return { size: size(whole, height), style: { shape: 'process', backgroundOutline: 1, size: part(bar, whole) } };
};

/** Slanted sides, so far that the label stays between them. */
const slanted =
  (style: (slant: number) => CellStyle): MakeShape =>
  (request) => {
    const { width, height } = padded(request);
    const slant = height / 2;
    return { size: size(width + 2 * slant, height), style: style(round(slant)) };
  };

const parallelogram = (slant: number): CellStyle => ({
  shape: 'parallelogram',
  perimeter: 'parallelogramPerimeter',
  fixedSize: 1,
  size: slant,
});

const trapezoid = (slant: number): CellStyle => ({
  shape: 'trapezoid',
  perimeter: 'trapezoidPerimeter',
  fixedSize: 1,
  size: slant,
});

const document: MakeShape = (request) => {
  const { width, height } = padded(request);
  const wave = height / 4;
  return {
    size: size(width, height + wave),
    style: { shape: 'document', boundedLbl: 1, backgroundOutline: 1, size: part(wave, height + wave) },
  };
};

const tape: MakeShape = (request) => {
  const { width, height } = padded(request);
  const wave = height / 3;
  const whole = height + wave;
  return { size: size(width, whole), style: { shape: 'tape', size: part(wave, whole) } };
};

/** The label's corners on the slopes, from its top up (a triangle on its base). */
const triangle =
  (direction: 'north' | 'south'): MakeShape =>
  ({ label, padding }) => {
    const height = label.width + label.height + padding;
    return {
      size: size(height, height),
      style: {
        triangle: '',
        direction,
        perimeter: 'trianglePerimeter',
        verticalAlign: direction === 'north' ? 'bottom' : 'top',
        spacingTop: 4,
        spacingBottom: 4,
      },
    };
  };

const slopedRectangle: MakeShape = (request) => {
  const { width, height } = padded(request);
  return {
    size: size(width, height * 1.5),
    style: { shape: 'manualInput', size: round(height / 2), spacingTop: round(height / 2) },
  };
};

const internalStorage = (dx: number, dy: number): CellStyle => ({
  shape: 'internalStorage',
  backgroundOutline: 1,
  dx,
  dy,
  spacingLeft: dx,
  spacingTop: dy,
});

const odd: MakeShape = (request) => {
  const { width, height } = padded(request);
  const notch = round(height / 4);
  return {
    size: size(width + notch, height),
    style: { shape: 'mxgraph.infographic.ribbonSimple', notch1: notch, notch2: 0, spacingLeft: notch },
  };
};

const sign =
  (width: number, height: number, style: (request: ShapeRequest) => CellStyle): MakeShape =>
  (request) => ({ size: size(width, height), style: style(request), unlabelled: true });

/** A bar across the flow. */
const fork: MakeShape = ({ direction }) => ({
  size: direction === 'LR' || direction === 'RL' ? size(10, 70) : size(70, 10),
  style: { rounded: 0 },
  unlabelled: true,
});

const TEXT: CellStyle = { text: '', strokeColor: 'none', fillColor: 'none' };

const text: MakeShape = ({ label, padding }) => ({
  size: size(label.width + padding, label.height + padding),
  style: TEXT,
});

const SHAPES: Readonly<Record<string, { readonly names: string; readonly make: MakeShape }>> = {
  rect: { names: 'squareRect proc process rectangle square collapsedGroup iconSquare icon', make: wideRectangle },
  plainRect: { names: 'labelRect', make: boxed({ rounded: 0 }) },
  rounded: { names: 'roundedRect event round iconRounded', make: boxed(rounded(5)) },
  stadium: { names: 'terminal pill', make: stadium },
  subroutine: { names: 'fr-rect subprocess subproc framed-rectangle', make: subroutine },
  cylinder: { names: 'cyl db database', make: cylinder },
  circle: { names: 'circ iconCircle', make: circle },
  ellipse: { names: '', make: ellipse },
  doublecircle: { names: 'dbl-circ double-circle', make: doubleCircle },
  question: { names: 'diam decision diamond', make: rhombus },
  hexagon: { names: 'hex prepare', make: hexagon },
  lean_right: { names: 'lean-r lean-right in-out', make: slanted(parallelogram) },
  lean_left: {
    names: 'lean-l lean-left out-in',
    make: slanted((slant) => ({ ...parallelogram(slant), flipH: 1 })),
  },
  trapezoid: { names: 'trap-b priority trapezoid-bottom', make: slanted(trapezoid) },
  inv_trapezoid: {
    names: 'trap-t manual trapezoid-top inv-trapezoid',
    make: slanted((slant) => ({ ...trapezoid(slant), flipV: 1 })),
  },
  odd: { names: 'rect_left_inv_arrow', make: odd },
  text: { names: '', make: text },
  doc: { names: 'document waveEdgedRectangle', make: document },
  docs: { names: 'documents st-doc stacked-document', make: stackedDocuments },
  'lin-doc': { names: 'lined-document', make: linedDocument },
  'tag-doc': { names: 'tagged-document', make: taggedDocument },
  'tag-rect': {
    names: 'tagged-rectangle tag-proc tagged-process',
    make: boxed({ shape: 'note', backgroundOutline: 1, darkOpacity: 0.05, size: 14, flipV: 1 }),
  },
  'notch-rect': { names: 'card notched-rectangle', make: boxed({ shape: 'card', size: 12 }, { width: 12 }) },
  'lin-rect': {
    names: 'lined-rectangle lined-process lin-proc shaded-process',
    make: boxed(internalStorage(8, 0), { width: 8 }),
  },
  'div-rect': {
    names: 'div-proc divided-rectangle divided-process',
    make: boxed(internalStorage(0, 10), { height: 10 }),
  },
  'win-pane': {
    names: 'internal-storage window-pane',
    make: boxed(internalStorage(10, 10), { width: 10, height: 10 }),
  },
  'sl-rect': { names: 'manual-input sloped-rectangle', make: slopedRectangle },
  'st-rect': { names: 'procs processes stacked-rectangle', make: stackedRectangles },
  flag: { names: 'paper-tape', make: tape },
  'sm-circ': { names: 'start small-circle', make: sign(14, 14, () => ELLIPSE) },
  'fr-circ': {
    names: 'stop framed-circle',
    make: sign(18, 18, ({ stroke }) => ({
      ellipse: '',
      shape: 'endState',
      fillColor: stroke,
      perimeter: 'ellipsePerimeter',
    })),
  },
  'f-circ': {
    names: 'junction filled-circle',
    make: sign(14, 14, ({ stroke }) => ({ ...ELLIPSE, fillColor: stroke })),
  },
  'cross-circ': {
    names: 'summary crossed-circle',
    make: sign(60, 60, () => ({ shape: 'sumEllipse', perimeter: 'ellipsePerimeter' })),
  },
  fork: { names: 'join', make: fork },
  hourglass: { names: 'collate', make: sign(30, 30, () => ({ shape: 'collate' })) },
  bolt: { names: 'com-link lightning-bolt', make: sign(35, 70, () => ({ shape: 'mxgraph.basic.flash' })) },
  tri: { names: 'extract triangle', make: triangle('north') },
  'flip-tri': { names: 'manual-file flipped-triangle', make: triangle('south') },
  'notch-pent': { names: 'loop-limit notched-pentagon', make: boxed({ shape: 'loopLimit', size: 12 }, { width: 12 }) },
  delay: { names: 'half-rounded-rectangle', make: boxed({ shape: 'delay' }, { width: 12 }) },
  'curv-trap': {
    names: 'curved-trapezoid display',
    make: boxed({ shape: 'display', size: 0.2 }, { width: 40 }),
  },
  'bow-rect': {
    names: 'stored-data bow-tie-rectangle',
    make: boxed({ shape: 'dataStorage', fixedSize: 1, size: 10 }, { width: 20 }),
  },
  'h-cyl': {
    names: 'das horizontal-cylinder',
    make: boxed(
      { shape: 'cylinder3', direction: 'south', boundedLbl: 1, backgroundOutline: 1, size: 8 },
      { width: 24 },
    ),
  },
  'lin-cyl': { names: 'disk lined-cylinder', make: boxed({ shape: 'datastore' }, { height: 36 }) },
  browser: { names: 'console', make: boxed(internalStorage(0, 16), { height: 16 }) },
  bucket: { names: '', make: slanted((slant) => ({ ...trapezoid(round(slant / 2)), flipV: 1 })) },
  datastore: { names: 'data-store', make: boxed({ shape: 'partialRectangle', left: 0, right: 0 }) },
  brace: { names: 'comment brace-l', make: braceStencils('left') },
  'brace-r': { names: '', make: braceStencils('right') },
  braces: { names: '', make: braceStencils('both') },
  cloud: {
    names: '',
    make: boxed({ ellipse: '', shape: 'cloud', perimeter: 'ellipsePerimeter' }, { width: 40, height: 30 }),
  },
  bang: { names: '', make: starburst },
  folder: {
    names: 'directory',
    make: boxed({ shape: 'folder', tabWidth: 40, tabHeight: 14, tabPosition: 'left', spacingTop: 14 }, { height: 14 }),
  },
};

const MAKERS: ReadonlyMap<string, MakeShape> = new Map(
  Object.entries(SHAPES).flatMap(([name, { names, make }]) =>
    [name, ...names.split(' ')].filter((each) => each !== '').map((each) => [each, make] as const),
  ),
);

/** undefined for a shape that draw.io has nothing like. */
export const nodeShape = (name: string, request: ShapeRequest): NodeShape | undefined => MAKERS.get(name)?.(request);

/** What stands in for it. */
export const rectangleShape: MakeShape = wideRectangle;

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A part of a length, as the sizes of some shapes are given. */
function part(length: number, whole: number): number {
  return Math.round((1000 * length) / whole) / 1000;
}
