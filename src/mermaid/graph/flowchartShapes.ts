/** Mermaid's shapes of nodes as draw.io's: style, and how large a shape must be for its label. */
import type { CellStyle } from '../cells.js';
import { cylinder, linedCylinder, lyingCylinder, storedData } from './cylinders.js';
import {
  labelAt,
  type MakeShape,
  type NodeShape,
  padded,
  part,
  round,
  type ShapeRequest,
  size,
} from './shapeRequest.js';
import { braceStencils, linedDocument, stackedDocuments, stackedRectangles, taggedDocument } from './stencils.js';

/** A shape that is as large as a rounded rectangle would be, with so much more room for what it has beside its label. */
const boxed =
  (style: CellStyle, more: { readonly width?: number; readonly height?: number } = {}): MakeShape =>
  (request) => {
    const { width, height } = padded(request);
    return { size: size(width + (more.width ?? 0), height + (more.height ?? 0)), style };
  };

const rounded = (radius: number): CellStyle => ({ rounded: 1, absoluteArcSize: 1, arcSize: 2 * radius });

const wideRectangle: MakeShape = (request) => ({ size: padded(request, 4), style: { rounded: 0 } });

const stadium: MakeShape = (request) => {
  const { width, height } = padded(request, 1, 1);
  return { size: size(width + height / 4, height), style: { rounded: 1, arcSize: 50 } };
};

const ELLIPSE: CellStyle = { ellipse: '', perimeter: 'ellipsePerimeter' };

/** Around the label's width alone. */
const circle: MakeShape = ({ label, padding }) => {
  const diameter = label.width + padding;
  return { size: size(diameter, diameter), style: { ...ELLIPSE, aspect: 'fixed' } };
};

const doubleCircle: MakeShape = ({ label, padding }) => {
  const diameter = label.width + 2 * padding;
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
  const { width, height } = padded(request, 1, 1);
  const point = height / 4;
  return {
    size: size(width + 2 * point, height),
    style: { shape: 'hexagon', perimeter: 'hexagonPerimeter2', fixedSize: 1, size: round(point) },
  };
};

const subroutine: MakeShape = (request) => {
  const { width, height } = padded(request, 1, 1);
  const bar = 8;
  const whole = width + 2 * bar;
  // With fixedSize draw.io would take the size for a part of the width where it places the label.
  return { size: size(whole, height), style: { shape: 'process', backgroundOutline: 1, size: part(bar, whole) } };
};

/** Slanted sides, with so many paddings around the label. */
const slanted =
  (style: (slant: number) => CellStyle, paddings = 1): MakeShape =>
  (request) => {
    const { width, height } = padded(request, paddings, paddings);
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

const tape: MakeShape = ({ label, padding }) => {
  const height = 1.5 * (label.height + padding);
  return {
    size: size(label.width + 2 * padding, height),
    style: { shape: 'tape', size: 0.25 },
  };
};

/** As high as it is wide, its label on its base (or its top side, turned upside down). */
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
        ...labelAt(0, (direction === 'north' ? 1 : -1) * ((height - label.height - padding) / 2)),
      },
    };
  };

const slopedRectangle: MakeShape = (request) => {
  const { width, height } = padded(request);
  return {
    size: size(width, height * 1.5),
    style: { shape: 'manualInput', size: round(height / 2), ...labelAt(0, height / 4) },
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
  const { width, height } = padded(request, 1, 1);
  return { size: size(width + height / 4, height), style: { shape: 'mermaidOdd' } };
};

/** A rectangle with a band across its top (or down its left), in which no label stands. */
const banded =
  (style: (band: number) => CellStyle, bandOf: (height: number) => number, paddings = 2): MakeShape =>
  (request) => {
    const { width, height } = padded(request, paddings, paddings);
    const band = bandOf(height);
    return { size: size(width, height + band), style: { ...style(round(band)), ...labelAt(0, band / 2) } };
  };

/** The least width of things that are drawn as what they are. */
const LEAST_WIDTH = 90;

const thing =
  (style: CellStyle, band: number): MakeShape =>
  (request) => {
    const { width, height } = padded(request);
    return {
      size: size(Math.max(width, LEAST_WIDTH), height + band),
      style: { ...style, ...labelAt(0, band / 2) },
    };
  };

const bucket: MakeShape = (request) => {
  const { width: natural, height } = padded(request);
  const width = Math.max(natural, 80);
  const rim = Math.max(Math.min(width * 0.08, 12), 5);
  const slant = round(width * 0.14);
  return { size: size(width, height + 2 * rim), style: { ...trapezoid(slant), flipV: 1 } };
};

const folder: MakeShape = (request) => {
  const { width: natural, height } = padded(request);
  const width = Math.max(natural, LEAST_WIDTH);
  const tab = Math.max(Math.min(height * 0.16, 14), 8);
  return {
    size: size(width, height + tab),
    style: {
      shape: 'folder',
      tabWidth: round(Math.max(width * 0.38, 28)),
      tabHeight: round(tab),
      tabPosition: 'left',
      ...labelAt(0, tab / 2),
    },
  };
};

/** A head above shoulders that the label stands on. */
const person: MakeShape = (request) => {
  const { width: natural, height: body } = padded(request);
  const width = Math.max(natural, 100);
  const head = Math.min(Math.max(width * 0.23, 16), 56);
  const above = 1.73 * head;
  return {
    size: size(width, body + above),
    // draw.io sets its label on the body already.
    style: { shape: 'mxgraph.c4.person2' },
  };
};

const notched: MakeShape = (request) => {
  const { width, height } = padded(request, 1, 1);
  return { size: size(width + 12, height), style: { shape: 'card', size: 12 } };
};

const tagged: MakeShape = (request) => {
  const { width, height } = padded(request);
  const tag = round(height / 5);
  return {
    size: size(width + tag, height),
    style: { shape: 'note', backgroundOutline: 1, darkOpacity: 0.05, size: tag, flipV: 1 },
  };
};

const display: MakeShape = (request) => {
  const { width, height } = padded(request);
  return { size: size(Math.max(20, width * 1.25), height), style: { shape: 'display', size: 0.2 } };
};

/** Arcs that grow with the width stand out on all sides. */
const cloud: MakeShape = (request) => {
  const { width, height } = padded(request, 1, 1);
  return {
    size: size(1.09 * width + 0.7 * height, height + 0.48 * width),
    style: { ellipse: '', shape: 'cloud', perimeter: 'ellipsePerimeter' },
  };
};

/** Spikes stand out of the body by an eighth of it on each side. */
const bang: MakeShape = ({ label, padding }) => ({
  size: size(
    1.25 * Math.max(label.width + 5 * padding, label.width + 20),
    1.25 * Math.max(label.height + 4 * padding, label.height + 20),
  ),
  style: { shape: 'mindmapBang' },
});

const sign =
  (width: number, height: number, style: (request: ShapeRequest) => CellStyle): MakeShape =>
  (request) => ({ size: size(width, height), style: style(request), unlabelled: true });

/** A bar across the flow. */
const fork: MakeShape = ({ direction }) => ({
  size: direction === 'LR' || direction === 'RL' ? size(10, 70) : size(70, 10),
  style: { rounded: 0 },
  unlabelled: true,
});

const TEXT: CellStyle = { text: '', align: 'center', verticalAlign: 'middle', strokeColor: 'none', fillColor: 'none' };

const text: MakeShape = ({ label, padding }) => ({
  size: size(label.width + padding, label.height + padding),
  style: TEXT,
});

const SHAPES: Readonly<Record<string, { readonly names: string; readonly make: MakeShape }>> = {
  rect: { names: 'squareRect proc process rectangle square collapsedGroup', make: wideRectangle },
  plainRect: { names: 'labelRect', make: boxed({ rounded: 0 }) },
  rounded: { names: 'roundedRect event round', make: boxed(rounded(5)) },
  stadium: { names: 'terminal pill', make: stadium },
  subroutine: { names: 'fr-rect subprocess subproc framed-rectangle', make: subroutine },
  cylinder: { names: 'cyl db database', make: cylinder },
  circle: { names: 'circ', make: circle },
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
    make: slanted((slant) => ({ ...trapezoid(slant), flipV: 1 }), 2),
  },
  odd: { names: 'rect_left_inv_arrow', make: odd },
  text: { names: '', make: text },
  person: { names: '', make: person },
  choice: { names: '', make: sign(28, 28, () => ({ rhombus: '', perimeter: 'rhombusPerimeter' })) },
  note: { names: '', make: boxed({ rounded: 0 }) },
  composite: { names: '', make: (request) => ({ size: padded(request, 1, 1), style: { rounded: 0 } }) },
  state: { names: '', make: ({ label }) => ({ size: label, style: TEXT }) },
  anchor: { names: '', make: sign(2, 2, () => ({ ...ELLIPSE, fillColor: '#000000', strokeColor: 'none' })) },
  doc: { names: 'document waveEdgedRectangle', make: document },
  docs: { names: 'documents st-doc stacked-document', make: stackedDocuments },
  'lin-doc': { names: 'lined-document', make: linedDocument },
  'tag-doc': { names: 'tagged-document', make: taggedDocument },
  'tag-rect': {
    names: 'tagged-rectangle tag-proc tagged-process',
    make: tagged,
  },
  'notch-rect': { names: 'card notched-rectangle', make: notched },
  'lin-rect': {
    names: 'lined-rectangle lined-process lin-proc shaded-process',
    make: boxed(internalStorage(8, 0), { width: 16 }),
  },
  'div-rect': {
    names: 'div-proc divided-rectangle divided-process',
    make: banded(
      (band) => ({ shape: 'internalStorage', backgroundOutline: 1, dx: 0, dy: band }),
      (height) => height / 5,
      1,
    ),
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
    make: sign(14, 14, ({ stroke }) => ({
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
  'notch-pent': { names: 'loop-limit notched-pentagon', make: boxed({ shape: 'loopLimit', size: 12 }) },
  delay: { names: 'half-rounded-rectangle', make: boxed({ shape: 'delay' }) },
  'curv-trap': {
    names: 'curved-trapezoid display',
    make: display,
  },
  'bow-rect': {
    names: 'stored-data bow-tie-rectangle',
    make: storedData,
  },
  'h-cyl': {
    names: 'das horizontal-cylinder',
    make: lyingCylinder,
  },
  'lin-cyl': { names: 'disk lined-cylinder', make: linedCylinder },
  browser: { names: '', make: thing({ shape: 'internalStorage', backgroundOutline: 1, dx: 0, dy: 18 }, 18) },
  console: { names: '', make: thing({ shape: 'internalStorage', backgroundOutline: 1, dx: 0, dy: 20 }, 20) },
  bucket: { names: '', make: bucket },
  datastore: {
    names: 'data-store',
    make: (request) => ({ size: padded(request, 4), style: { shape: 'partialRectangle', left: 0, right: 0 } }),
  },
  brace: { names: 'comment brace-l', make: braceStencils('left') },
  'brace-r': { names: '', make: braceStencils('right') },
  braces: { names: '', make: braceStencils('both') },
  cloud: {
    names: '',
    make: cloud,
  },
  bang: { names: '', make: bang },
  folder: {
    names: 'directory',
    make: folder,
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
