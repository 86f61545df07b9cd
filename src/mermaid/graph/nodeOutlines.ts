/** How the shapes of Mermaid's nodes are drawn by draw.io: a style, and how large each must be for its label. */
import type { CellStyle } from '../cells.js';
import { labelAt, type MakeShape, padded, part, round, type ShapeRequest, size } from './shapeRequest.js';

/** A shape that is as large as a rounded rectangle would be, with so much more room for what it has beside its label. */
export const boxed =
  (style: CellStyle, more: { readonly width?: number; readonly height?: number } = {}): MakeShape =>
  (request) => {
    const { width, height } = padded(request);
    return { size: size(width + (more.width ?? 0), height + (more.height ?? 0)), style };
  };

export const rounded = (radius: number): CellStyle => ({ rounded: 1, absoluteArcSize: 1, arcSize: 2 * radius });

export const wideRectangle: MakeShape = (request) => ({ size: padded(request, 4), style: { rounded: 0 } });

export const stadium: MakeShape = (request) => {
  const { width, height } = padded(request, 1, 1);
  return { size: size(width + height / 4, height), style: { rounded: 1, arcSize: 50 } };
};

export const ELLIPSE: CellStyle = { ellipse: '', perimeter: 'ellipsePerimeter' };

/** Around the label's width alone. */
export const circle: MakeShape = ({ label, padding }) => {
  const diameter = label.width + padding;
  return { size: size(diameter, diameter), style: { ...ELLIPSE, aspect: 'fixed' } };
};

export const doubleCircle: MakeShape = ({ label, padding }) => {
  const diameter = label.width + 2 * padding;
  return {
    size: size(diameter, diameter),
    style: { ellipse: '', shape: 'doubleEllipse', margin: 5, perimeter: 'ellipsePerimeter', aspect: 'fixed' },
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
  const { width, height } = padded(request, 1, 1);
  const point = height / 4;
  return {
    size: size(width + 2 * point, height),
    style: { shape: 'hexagon', perimeter: 'hexagonPerimeter2', fixedSize: 1, size: round(point) },
  };
};

export const subroutine: MakeShape = (request) => {
  const { width, height } = padded(request, 1, 1);
  const bar = 8;
  const whole = width + 2 * bar;
  // With fixedSize draw.io would take the size for a part of the width where it places the label.
  return { size: size(whole, height), style: { shape: 'process', backgroundOutline: 1, size: part(bar, whole) } };
};

/** Slanted sides, with so many paddings around the label. */
export const slanted =
  (style: (slant: number) => CellStyle, paddings = 1): MakeShape =>
  (request) => {
    const { width, height } = padded(request, paddings, paddings);
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
  const { width, height } = padded(request);
  const wave = height / 4;
  return {
    size: size(width, height + wave),
    style: { shape: 'document', boundedLbl: 1, backgroundOutline: 1, size: part(wave, height + wave) },
  };
};

export const tape: MakeShape = ({ label, padding }) => {
  const height = 1.5 * (label.height + padding);
  return {
    size: size(label.width + 2 * padding, height),
    style: { shape: 'tape', size: 0.25 },
  };
};

/** As high as it is wide, its label on its base (or its top side, turned upside down). */
export const triangle =
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

export const slopedRectangle: MakeShape = (request) => {
  const { width, height } = padded(request);
  return {
    size: size(width, height * 1.5),
    style: { shape: 'manualInput', size: round(height / 2), ...labelAt(0, height / 4) },
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
  const { width, height } = padded(request, 1, 1);
  return { size: size(width + height / 4, height), style: { shape: 'mermaidOdd' } };
};

/** A rectangle with a band across its top (or down its left), in which no label stands. */
export const banded =
  (style: (band: number) => CellStyle, bandOf: (height: number) => number, paddings = 2): MakeShape =>
  (request) => {
    const { width, height } = padded(request, paddings, paddings);
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

export const notched: MakeShape = (request) => {
  const { width, height } = padded(request, 1, 1);
  return { size: size(width + 12, height), style: { shape: 'card', size: 12 } };
};

export const tagged: MakeShape = (request) => {
  const { width, height } = padded(request);
  const tag = round(height / 5);
  return {
    size: size(width + tag, height),
    style: { shape: 'note', backgroundOutline: 1, darkOpacity: 0.05, size: tag, flipV: 1 },
  };
};

export const display: MakeShape = (request) => {
  const { width, height } = padded(request);
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
