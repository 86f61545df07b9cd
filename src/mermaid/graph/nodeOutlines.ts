/** How the shapes of Mermaid's nodes are drawn by draw.io: a style, and how large each must be for its label. */
import type { CellStyle } from '../cells.js';
import { partsOf, type RoomName } from './nodeRoom.js';
import {
  labelAt,
  leadingShift,
  type MakeShape,
  padded,
  part,
  round,
  type ShapeRequest,
  size,
  withRoom,
} from './shapeRequest.js';

/** A shape with nothing but room around its label. */
export const boxed =
  (style: CellStyle, room: RoomName = 'box'): MakeShape =>
  (request) => ({ size: withRoom(request, room), style });

/** The same with two paddings in every look. */
export const evenly =
  (style: CellStyle): MakeShape =>
  (request) => ({ size: padded(request), style });

export const rounded: MakeShape = (request) => ({
  size: padded(request),
  style: { rounded: 1, absoluteArcSize: 1, arcSize: 2 * (request.radius ?? 5) },
});

export const stadium: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'stadium');
  return { size: size(width + height / 4, height), style: { rounded: 1, arcSize: 50 } };
};

export const ELLIPSE: CellStyle = { ellipse: '', perimeter: 'ellipsePerimeter' };

/** Around the label's width alone. */
export const circle: MakeShape = (request) => {
  const diameter = withRoom(request, 'circle').width;
  return { size: size(diameter, diameter), style: { ...ELLIPSE, aspect: 'fixed' } };
};

export const doubleCircle: MakeShape = (request) => {
  const diameter = withRoom(request, 'doubleCircle').width;
  const margin = partsOf(request).ring;
  return {
    size: size(diameter, diameter),
    style: { ellipse: '', shape: 'doubleEllipse', margin, perimeter: 'ellipsePerimeter', aspect: 'fixed' },
  };
};

export const ellipse: MakeShape = ({ label, padding }) => ({
  size: size(label.width * Math.SQRT2 + padding, label.height * Math.SQRT2 + padding),
  style: ELLIPSE,
});

/** A label's corners stand on a rhombus whose half width and height it takes parts of that add up to one. */
export const rhombus: MakeShape = ({ label, padding }) => {
  const side = label.width + label.height + 2 * padding;
  return { size: size(side, side), style: { rhombus: '', perimeter: 'rhombusPerimeter' } };
};

export const hexagon: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'hexagon');
  const point = height * partsOf(request).hexagonPoint;
  return {
    size: size(width + 2 * point, height),
    style: { shape: 'hexagon', perimeter: 'hexagonPerimeter2', fixedSize: 1, size: round(point) },
  };
};

export const subroutine: MakeShape = (request) => {
  const whole = withRoom(request, 'subroutine');
  const bar = 8;
  // With fixedSize draw.io would take the size for a part of the width where it places the label.
  return { size: whole, style: { shape: 'process', backgroundOutline: 1, size: part(bar, whole.width) } };
};

/** Slanted sides. */
export const slanted =
  (style: (slant: number) => CellStyle, room: RoomName = 'slanted'): MakeShape =>
  (request) => {
    const { width, height } = withRoom(request, room);
    const slant = height / 2;
    return { size: size(width + 2 * slant, height), style: style(round(slant)) };
  };

export const parallelogram = (slant: number): CellStyle => ({
  shape: 'parallelogram',
  perimeter: 'parallelogramPerimeter',
  fixedSize: 1,
  size: slant,
});

export const trapezoid = (slant: number): CellStyle => ({
  shape: 'trapezoid',
  perimeter: 'trapezoidPerimeter',
  fixedSize: 1,
  size: slant,
});

export const document: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'box');
  const wave = height * partsOf(request).wave;
  const style = { shape: 'document', boundedLbl: 1, backgroundOutline: 1, size: part(wave, height + wave) };
  return { size: size(width, height + wave), style: { ...style, ...labelAt(...leadingShift(request, 'box')) } };
};

export const tape: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'tape');
  return { size: size(width, 1.5 * height), style: { shape: 'tape', size: 0.25 } };
};

/** As high as it is wide, its label on its base (or its top side, turned upside down). */
export const triangle =
  (direction: 'north' | 'south'): MakeShape =>
  (request) => {
    const { label, padding } = request;
    const room = withRoom(request, 'triangle');
    const height = room.width + room.height;
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

export const slopedRectangle: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'box');
  const [right, down] = leadingShift(request, 'box');
  return {
    size: size(width, height * 1.5),
    style: { shape: 'manualInput', size: round(height / 2), ...labelAt(right, height / 4 + down) },
  };
};

export const internalStorage = (dx: number, dy: number): CellStyle => ({
  shape: 'internalStorage',
  backgroundOutline: 1,
  dx,
  dy,
  spacingLeft: dx,
  spacingTop: dy,
});

export const odd: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'odd');
  return { size: size(width + height / 4, height), style: { shape: 'mermaidOdd' } };
};

/** A rectangle with a band across its top (or down its left), in which no label stands. */
export const banded =
  (style: (band: number) => CellStyle, bandOf: (height: number) => number, room: RoomName): MakeShape =>
  (request) => {
    const { width, height } = withRoom(request, room);
    const band = bandOf(height);
    return { size: size(width, height + band), style: { ...style(round(band)), ...labelAt(0, band / 2) } };
  };

/** The least width of things that are drawn as what they are. */
const LEAST_WIDTH = 90;

export const thing =
  (style: CellStyle, band: number): MakeShape =>
  (request) => {
    const { width, height } = padded(request);
    return {
      size: size(Math.max(width, LEAST_WIDTH), height + band),
      style: { ...style, ...labelAt(0, band / 2) },
    };
  };

export const bucket: MakeShape = (request) => {
  const { width: natural, height } = padded(request);
  const width = Math.max(natural, 80);
  const rim = Math.max(Math.min(width * 0.08, 12), 5);
  const slant = round(width * 0.14);
  return { size: size(width, height + 2 * rim), style: { ...trapezoid(slant), flipV: 1 } };
};

export const folder: MakeShape = (request) => {
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
export const person: MakeShape = (request) => {
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

export const tagged: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'box');
  const tag = round(height / 5);
  return {
    size: size(width + tag, height),
    style: { shape: 'note', backgroundOutline: 1, darkOpacity: 0.05, size: tag, flipV: 1 },
  };
};

export const display: MakeShape = (request) => {
  const { width, height } = withRoom(request, 'box');
  return { size: size(Math.max(20, width * 1.25), height), style: { shape: 'display', size: 0.2 } };
};

/** Arcs that grow with the width stand out on all sides. */
export const cloud: MakeShape = (request) => {
  const { width, height } = padded(request, 1, 1);
  return {
    size: size(1.09 * width + 0.7 * height, height + 0.48 * width),
    style: { ellipse: '', shape: 'cloud', perimeter: 'ellipsePerimeter' },
  };
};

/** Spikes stand out of the body by an eighth of it on each side. */
export const bang: MakeShape = ({ label, padding }) => ({
  size: size(
    1.25 * Math.max(label.width + 5 * padding, label.width + 20),
    1.25 * Math.max(label.height + 4 * padding, label.height + 20),
  ),
  style: { shape: 'mindmapBang' },
});

export const sign =
  (width: number, height: number, style: (request: ShapeRequest) => CellStyle): MakeShape =>
  (request) => ({ size: size(width, height), style: style(request), unlabelled: true });

/** A bar across the flow. */
export const fork: MakeShape = ({ direction }) => ({
  size: direction === 'LR' || direction === 'RL' ? size(10, 70) : size(70, 10),
  style: { rounded: 0 },
  unlabelled: true,
});

export const TEXT: CellStyle = {
  text: '',
  align: 'center',
  verticalAlign: 'middle',
  strokeColor: 'none',
  fillColor: 'none',
};

export const text: MakeShape = ({ label, padding }) => ({
  size: size(label.width + padding, label.height + padding),
  style: TEXT,
});
