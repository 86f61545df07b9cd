/** draw.io's infographic library: ribbons, banners, shaded solids, dials ("mxgraph.infographic.*"). */
import type { Canvas } from '../../drawing/canvas.js';
import type { NumberKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';
import { type Frame, framed, pathShape } from '../general/frame.js';
import { clamp } from '../general/outline.js';
import { fillPath, paintPath, strokePath } from '../general/widgets.js';
import type { Shape } from '../shape.js';

/** A length of the style held within 0 and `limit`, px. */
const lengthOf = (style: Style, key: NumberKey, fallback: number, limit: number): number =>
  Math.max(0, Math.min(limit, style.number(key, fallback)));

/** Lightens or darkens a part of what was drawn. */
function shade(canvas: Canvas, data: string, color: '#000000' | '#ffffff', alpha = 0.2): void {
  canvas.setFillAlpha(alpha);
  canvas.setFillColor(color);
  fillPath(canvas, data);
}

interface Ellipse {
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
}

/** A closed ellipse of four arcs that starts at its top; sweep 1 runs clockwise, 0 makes a hole in an outline around. */
function ring({ cx, cy, rx, ry }: Ellipse, sweep: 0 | 1, startY = cy - ry): string {
  const side = sweep === 1 ? rx : -rx;
  const arc = (x: number, y: number): string => `A${rx} ${ry} 0 0 ${sweep} ${x} ${y}`;
  return `M${cx} ${startY}${arc(cx + side, cy)}${arc(cx, cy + ry)}${arc(cx - side, cy)}${arc(cx, cy - ry)}Z`;
}

const numberedEntry = framed(({ canvas, w, h, style }) => {
  const inset = 5;
  const d = Math.min(lengthOf(style, 'dy', 0.5, w), w - 2 * inset, h - inset);
  const middle = w / 2;
  const r = d / 2;
  canvas.ellipse(middle - r, 0, d, d);
  canvas.fillAndStroke();
  const notch = r + inset;
  paintPath(
    canvas,
    `M0 ${r}L${middle - notch} ${r}A${notch} ${notch} 0 0 0 ${middle + notch} ${r}L${w} ${r}L${w} ${h}L0 ${h}Z`,
  );
});

interface RingSector {
  readonly rx: number;
  readonly ry: number;
  readonly innerX: number;
  readonly innerY: number;
  /** Radians clockwise from the top. */
  readonly start: number;
  readonly end: number;
}

function ringSector({ w, h, style }: Frame): RingSector {
  const share = (key: NumberKey, fallback: number): number => clamp(style.number(key, fallback), 0, 1);
  const hole = 1 - share('arcWidth', 0.5);
  return {
    rx: w / 2,
    ry: h / 2,
    innerX: (w / 2) * hole,
    innerY: (h / 2) * hole,
    start: 2 * Math.PI * share('startAngle', 0.25),
    end: 2 * Math.PI * share('endAngle', 0.75),
  };
}

/** The path data of a sector of a ring, along its outer side first. */
function sectorData(sector: RingSector, large: boolean, sweep: 0 | 1): string {
  const { rx, ry, innerX, innerY, start, end } = sector;
  const at = (angle: number, radiusX: number, radiusY: number): string =>
    `${rx + Math.sin(angle) * radiusX} ${ry - Math.cos(angle) * radiusY}`;
  const flag = large ? 1 : 0;
  return (
    `M${at(start, rx, ry)}A${rx} ${ry} 0 ${flag} ${sweep} ${at(end, rx, ry)}` +
    `L${at(end, innerX, innerY)}A${innerX} ${innerY} 0 ${flag} ${1 - sweep} ${at(start, innerX, innerY)}Z`
  );
}

const turnFrom = (start: number, end: number): number => (end < start ? end - start + 2 * Math.PI : end - start);

const bendingArch = framed((frame) => {
  const { canvas } = frame;
  const sector = ringSector(frame);
  const { rx, ry, innerX, innerY, start, end } = sector;
  canvas.ellipse(rx - innerX + 5, ry - innerY + 5, 2 * (innerX - 5), 2 * (innerY - 5));
  canvas.fillAndStroke();
  paintPath(canvas, sectorData(sector, turnFrom(start, end) > Math.PI, 1));
});

/** A ring, all but a sector of it lightened, with a darker rim around its hole. */
const dialRing = framed((frame) => {
  const { canvas } = frame;
  const sector = ringSector(frame);
  const { rx, ry, innerX, innerY, start } = sector;
  const turn = turnFrom(start, sector.end);
  // A half turn would leave the side of the arc open.
  const end = turn === Math.PI ? sector.end + 0.00001 : sector.end;
  const hole = (radiusX: number, radiusY: number): string => ring({ cx: rx, cy: ry, rx: radiusX, ry: radiusY }, 0);
  paintPath(canvas, ring({ cx: rx, cy: ry, rx: rx, ry: ry }, 1) + hole(innerX, innerY));
  shade(canvas, sectorData({ ...sector, end }, turn <= Math.PI, 0), '#ffffff');
  const rimX = innerX + (rx - innerX) * 0.25;
  const rimY = innerY + (ry - innerY) * 0.25;
  shade(canvas, ring({ cx: rx, cy: ry, rx: innerX, ry: innerY }, 1) + hole(rimX, rimY), '#000000');
});

const parallelogram = pathShape((w, h, style) => {
  const slope = 2 * lengthOf(style, 'dx', 10, w / 2);
  return `M0 ${h}L${slope} 0L${w} 0L${w - slope} ${h}Z`;
});

/** A ribbon with both ends turned over, a part of each in shade; `left` gives the shaded part of the left end. */
const turnedRibbon = (defaultDx: number, left: (dx: number, dy: number, h: number) => string): Shape =>
  framed(({ canvas, w, h, style }) => {
    const dx = lengthOf(style, 'dx', defaultDx, w);
    const dy = lengthOf(style, 'dy', 15, h / 2);
    const rightEnd = `M${w} ${h - dy}L${w - dx} ${h}L${w - dx} ${h - dy}`;
    const outline = `M0 ${dy}L${dx} 0L${dx} ${dy}L${w} ${dy}L${rightEnd.slice(1)}L0 ${h - dy}Z`;
    paintPath(canvas, outline);
    shade(canvas, `${left(dx, dy, h)}${rightEnd}Z`, '#000000');
    strokePath(canvas, outline);
  });

/** A ribbon whose left end is turned over and whose right end has a notch. */
const notchedRibbon = (shaded: (dx: number, dy: number, h: number) => string): Shape =>
  framed(({ canvas, w, h, style }) => {
    const dx = lengthOf(style, 'dx', 0.5, w);
    const dy = lengthOf(style, 'dy', 0.5, h / 2);
    const notch = lengthOf(style, 'notch', 0.5, w - dx);
    const outline = `M0 ${dy}L${dx} 0L${dx} ${dy}L${w} ${dy}L${w - notch} ${(h - dy) / 2 + dy}L${w} ${h}L0 ${h}Z`;
    paintPath(canvas, outline);
    shade(canvas, shaded(dx, dy, h), '#000000');
    strokePath(canvas, outline);
  });

const banner = framed(({ canvas, w, h, style }) => {
  const dy = lengthOf(style, 'dy', 0.5, h / 2);
  const dx = Math.min(w / 2 - 2 * dy, lengthOf(style, 'dx', 0.5, w / 2));
  const notch = Math.min(dx, lengthOf(style, 'notch', 0.5, w));
  const middle = (h - dy) / 2 + dy;
  const inner = dx + 2 * dy;
  const outline =
    `M0 ${dy}L${dx} ${dy}L${dx} 0L${w - dx} 0L${w - dx} ${dy}L${w} ${dy}L${w - notch} ${middle}L${w} ${h}` +
    `L${w - inner} ${h}L${w - inner} ${h - dy}L${inner} ${h - dy}L${inner} ${h}L0 ${h}L${notch} ${middle}Z`;
  paintPath(canvas, outline);
  shade(
    canvas,
    `M0 ${dy}L${dx} ${dy}L${dx} ${h - dy}L${inner} ${h}L0 ${h}L${notch} ${middle}Z` +
      `M${w} ${dy}L${w - dx} ${dy}L${w - dx} ${h - dy}L${w - inner} ${h}L${w} ${h}L${w - notch} ${middle}Z`,
    '#000000',
  );
  shade(
    canvas,
    `M${dx} ${h - dy}L${inner} ${h - dy}L${inner} ${h}ZM${w - dx} ${h - dy}L${w - inner} ${h - dy}L${w - inner} ${h}Z`,
    '#000000',
    0.4,
  );
});

const singleFoldBanner = framed(({ canvas, w, h, style }) => {
  const dy = lengthOf(style, 'dy', 0.5, h / 2);
  const dx = Math.min(w - 2 * dy, lengthOf(style, 'dx', 0.5, w));
  const dx2 = lengthOf(style, 'dx2', 0.5, w - dx - 2 * dy);
  const notch = Math.min(dx, lengthOf(style, 'notch', 0.5, w));
  const middle = (h - dy) / 2 + dy;
  const fold = w - dx - 2 * dy;
  const outline =
    `M${dx2} 0L${w - dx} 0L${w - dx} ${dy}L${w} ${dy}L${w - notch} ${middle}L${w} ${h}L${fold} ${h}` +
    `L${fold} ${h - dy}L${dx2} ${h - dy}L0 ${(h - dy) / 2}Z`;
  paintPath(canvas, outline);
  shade(
    canvas,
    `M${w} ${dy}L${w - dx} ${dy}L${w - dx} ${h - dy}L${fold} ${h}L${w} ${h}L${w - notch} ${middle}Z`,
    '#000000',
    0.05,
  );
  shade(canvas, `M${w - dx} ${h - dy}L${fold} ${h - dy}L${fold} ${h}Z`, '#000000', 0.4);
  strokePath(canvas, outline);
});

const halfFoldBanner = framed(({ canvas, w, h, style }) => {
  const dx = lengthOf(style, 'dx', 0.5, w);
  const dx2 = lengthOf(style, 'dx2', 0.5, w - dx);
  const notch = lengthOf(style, 'notch', 0.5, h - dx);
  const tail = `L${w} ${dx}L${w} ${h}L${w - dx / 2} ${h - notch}L${w - dx} ${h}L${w - dx} ${dx}`;
  const outline = `M${dx2} 0L${w - dx} 0${tail}L${dx2} ${dx}L0 ${dx / 2}Z`;
  paintPath(canvas, outline);
  shade(canvas, `M${w - dx} ${dx}${tail}L0 ${dx}Z`, '#000000');
  strokePath(canvas, outline);
});

const circularCallout = pathShape((w, h, style) => {
  const dy = lengthOf(style, 'dy', 0.5, h / 2);
  const rx = clamp(w / 2 - dy, 0, w / 2);
  const ry = clamp(h / 2 - dy, 0, h / 2);
  const arc = (x: number, y: number): string => `A${w / 2} ${h / 2} 0 0 1 ${x} ${y}`;
  return `M${w} ${h / 2}${arc(w / 2, h)}${arc(0, h / 2)}${arc(w / 2, 0)}L${w} 0Z${ring({ cx: w / 2, cy: h / 2, rx: rx, ry: ry }, 0, dy)}`;
});

/** A round pointer: a big ring with a thin neck to a small ring at the bottom. */
const pointer = framed(({ canvas, w, h, style }) => {
  const middle = w / 2;
  const r = Math.max(0, Math.min(w / 2, h * 0.4, h / 2 - 7));
  const small = Math.max(r * 0.1, 6);
  const big = r * 0.8;
  const bigArc = (x: number, y: number): string => `A${big} ${big} 0 0 0 ${x} ${y}`;
  // draw.io puts the sides of the big hole a little above its middle, so the hole isn't quite round.
  const bigHole =
    `M${middle} ${r * 0.2}${bigArc(middle - big, big)}${bigArc(middle, r * 1.8)}` +
    `${bigArc(middle + big, big)}${bigArc(middle, r * 0.2)}Z`;
  const holes = bigHole + ring({ cx: middle, cy: h - small, rx: small * 0.75, ry: small * 0.75 }, 0);
  const arc = (radius: number, sweep: 0 | 1, x: number, y: number): string =>
    `A${radius} ${radius} 0 0 ${sweep} ${x} ${y}`;
  const flared = r * 0.04 > 4;
  const outline =
    `M${middle - 2} ${2.15 * r}${arc(r * 0.23, 0, middle - r * 0.2, r * 1.97)}${arc(r, 1, middle - r, r)}` +
    `${arc(r, 1, middle, 0)}${arc(r, 1, middle + r, r)}${arc(r, 1, middle + r * 0.2, r * 1.97)}` +
    `${arc(r * 0.23, 0, middle + 2, 2.15 * r)}` +
    (flared
      ? `L${middle + 2} ${h - r * 0.22}${arc(r * 0.05, 0, middle + r * 0.04, h - r * 0.19)}`
      : `L${middle + 2} ${h - 2 * small}`) +
    `${arc(small, 1, middle + small, h - small)}${arc(small, 1, middle, h)}${arc(small, 1, middle - small, h - small)}` +
    (flared
      ? `${arc(small, 1, middle - r * 0.04, h - r * 0.19)}${arc(small * 0.5, 0, middle - 2, h - r * 0.22)}`
      : arc(small, 1, middle - 2, h - 2 * small)) +
    'Z';
  canvas.setFillColor(style.color('strokeColor'));
  fillPath(canvas, outline + holes);
  canvas.setFillColor(style.color('fillColor'));
  fillPath(canvas, holes);
});

const circularDial = framed(({ canvas, w, h, style }) => {
  const dy = Math.max(0, Math.min(h / 2 - 10, w / 2, style.number('dy', 0.5)));
  const r = Math.max(0, Math.min(w / 2, h / 2 - 10));
  const hole = r - dy;
  const middle = w / 2;
  paintPath(
    canvas,
    `M${middle - r} ${h}L${middle - r} ${r}A${r} ${r} 0 0 1 ${middle} 0A${r} ${r} 0 0 1 ${middle + r} ${r}` +
      `L${middle + r} ${h}Z${ring({ cx: middle, cy: r, rx: hole, ry: hole }, 0)}`,
  );
  shade(canvas, `M${middle - r} ${2 * r}L${middle + r} ${2 * r}L${middle + r} ${h}L${middle - r} ${h}Z`, '#000000');
});

/** A solid whose left half is lightened and whose right half is darkened, stroked again above the shades. */
const shadedSolid = (
  parts: (w: number, h: number) => { readonly outline: string; readonly left: string; readonly right: string },
): Shape =>
  framed(({ canvas, w, h }) => {
    const { outline, left, right } = parts(w, h);
    paintPath(canvas, outline);
    shade(canvas, left, '#ffffff');
    shade(canvas, right, '#000000');
    strokePath(canvas, outline);
  });

const shadedTriangle = shadedSolid((w, h) => ({
  outline: `M0 ${h}L${w / 2} 0L${w} ${h}Z`,
  left: `M0 ${h}L${w / 2} 0L${w / 2} ${h * 0.67}Z`,
  right: `M${w} ${h}L${w / 2} ${h * 0.67}L${w / 2} 0Z`,
}));

const shadedPyramid = shadedSolid((w, h) => {
  const base = Math.max(h - w * 0.3, 0);
  return {
    outline: `M0 ${base}L${w / 2} 0L${w} ${base}L${w / 2} ${h}Z`,
    left: `M0 ${base}L${w / 2} 0L${w / 2} ${h}Z`,
    right: `M${w} ${base}L${w / 2} ${h}L${w / 2} 0Z`,
  };
});

const pyramidStep = shadedSolid((w, h) => {
  const top = Math.max(w * 0.1, 0);
  return {
    outline: `M0 ${top}L${w / 2} 0L${w} ${top}L${w} ${h}L0 ${h}Z`,
    left: `M0 ${top}L${w / 2} 0L${w / 2} ${h}L0 ${h}Z`,
    right: `M${w} ${top}L${w} ${h}L${w / 2} ${h}L${w / 2} 0Z`,
  };
});

const shadedCube = framed(({ canvas, w, h, style }) => {
  const angle = (clamp(style.number('isoAngle', 15), 0.01, 94) * Math.PI) / 200;
  const rise = Math.min(w * Math.tan(angle), h / 2);
  const middle = w / 2;
  paintPath(canvas, `M${middle} 0L${w} ${rise}L${w} ${h - rise}L${middle} ${h}L0 ${h - rise}L0 ${rise}Z`);
  shade(canvas, `M${middle} ${2 * rise}L${w} ${rise}L${w} ${h - rise}L${middle} ${h}Z`, '#000000');
  shade(canvas, `M${middle} ${2 * rise}L0 ${rise}L0 ${h - rise}L${middle} ${h}Z`, '#ffffff');
});

const shadedCylinder = framed(({ canvas, w, h }) => {
  const rx = w / 2;
  const ry = 10;
  const outline = (topSweep: 0 | 1): string =>
    `M0 ${ry}A${rx} ${ry} 0 0 ${topSweep} ${w} ${ry}L${w} ${h - ry}A${rx} ${ry} 0 0 1 0 ${h - ry}Z`;
  paintPath(canvas, outline(1));
  canvas.setGradient('#000000', '#ffffff', 'east', 0.4, 0.4);
  fillPath(canvas, outline(0));
  strokePath(canvas, outline(1));
});

/** draw.io looks up the first notch under its own name but falls back to the default of the second one. */
const simpleRibbon = pathShape((w, h, style) => {
  const notch1 = lengthOf(style, 'notch1', 0.5, w);
  const notch2 = lengthOf(style, 'notch2', 0.5, w);
  return `M0 ${h}L${notch1} ${h / 2}L0 0L${w - notch2} 0L${w} ${h / 2}L${w - notch2} ${h}Z`;
});

const barCallout = pathShape((w, h, style) => {
  const dx = lengthOf(style, 'dx', 0.5, w);
  const dy = lengthOf(style, 'dy', 0.5, h);
  const left = Math.max(dx - dy * 0.35, 0);
  const right = Math.min(dx + dy * 0.35, w);
  const base = h - dy;
  return `M0 0L${w} 0L${w} ${base}L${right} ${base}L${dx} ${h}L${left} ${base}L0 ${base}Z`;
});

const flag = framed(({ canvas, w, h, style }) => {
  const dx = lengthOf(style, 'dx', 0.5, w);
  const base = h - lengthOf(style, 'dy', 0.5, h);
  const tail = `L${dx} ${base}L${dx / 2} ${h}L0 ${base}Z`;
  paintPath(canvas, `M0 0L${w} 0L${w} ${base}${tail}`);
  shade(canvas, `M0 0L${dx} 0${tail}`, '#ffffff');
});

const INFOGRAPHIC_SHAPES: Readonly<Record<string, Shape>> = {
  'mxgraph.infographic.numberedEntryVert': numberedEntry,
  'mxgraph.infographic.bendingArch': bendingArch,
  'mxgraph.infographic.parallelogram': parallelogram,
  'mxgraph.infographic.ribbonRolled': turnedRibbon(185, (dx, dy) => `M0 ${dy}L${dx} 0L${dx} ${dy}Z`),
  'mxgraph.infographic.ribbonDoubleFolded': turnedRibbon(
    25,
    (dx, dy, h) => `M0 ${dy}L${dx} 0L${dx} ${h - 2 * dy}L0 ${h - dy}Z`,
  ),
  'mxgraph.infographic.ribbonFrontFolded': notchedRibbon((dx, dy, h) => `M0 ${dy}L${dx} 0L${dx} ${h - dy}L0 ${h}Z`),
  'mxgraph.infographic.ribbonBackFolded': notchedRibbon((dx, dy) => `M0 ${dy}L${dx} 0L${dx} ${dy}Z`),
  'mxgraph.infographic.banner': banner,
  'mxgraph.infographic.bannerSingleFold': singleFoldBanner,
  'mxgraph.infographic.bannerHalfFold': halfFoldBanner,
  'mxgraph.infographic.circularCallout': circularCallout,
  'mxgraph.infographic.circularCallout2': pointer,
  'mxgraph.infographic.circularDial': circularDial,
  'mxgraph.infographic.partConcEllipse': dialRing,
  'mxgraph.infographic.shadedTriangle': shadedTriangle,
  'mxgraph.infographic.shadedPyramid': shadedPyramid,
  'mxgraph.infographic.pyramidStep': pyramidStep,
  'mxgraph.infographic.shadedCube': shadedCube,
  'mxgraph.infographic.cylinder': shadedCylinder,
  'mxgraph.infographic.ribbonSimple': simpleRibbon,
  'mxgraph.infographic.barCallout': barCallout,
  'mxgraph.infographic.flag': flag,
};

export const infographicShapes = (): Readonly<Record<string, Shape>> => INFOGRAPHIC_SHAPES;
