/** A glyph of colours, gradients and groups as a small SVG picture, recorded from the calls that paint it. */

import { formatNumber } from '../geometry/numbers.js';
import { largest, smallest } from '../primitives/lists.js';

export interface PaintColor {
  /** #rrggbb */
  readonly color: string;
  readonly opacity: number;
}

export interface ColorStop extends PaintColor {
  readonly offset: number;
}

export interface ColorLine {
  readonly stops: readonly ColorStop[];
  readonly spread: 'pad' | 'repeat' | 'reflect';
}

/** Factors a to f as in SVG. */
type Factors = readonly [number, number, number, number, number, number];

/** What a shape is painted with: its own colour, or a gradient whose element is made where its frame is known. */
type Paint = PaintColor | ((id: string, transform: string) => string);

type Layer =
  | { readonly kind: 'transform'; readonly factors: Factors; open: boolean }
  | { readonly kind: 'clip'; readonly data: string; open: boolean };

/** How a group is laid over what it covers, beside blending; in other ways it is laid over it as if nothing was said. */
const SOURCE_IN = 5;
const BACKDROP_IN = 6;
/** Blending, from this number on. */
const FIRST_BLEND = 13;
const BLENDS = [
  'screen',
  'overlay',
  'darken',
  'lighten',
  'color-dodge',
  'color-burn',
  'hard-light',
  'soft-light',
  'difference',
  'exclusion',
  'multiply',
  'hue',
  'saturation',
  'color',
  'luminosity',
];

const n = (value: number): string => formatNumber(value, 2);
const matrix = (factors: Factors): string =>
  `matrix(${factors.map((value, i) => formatNumber(value, i < 4 ? 5 : 2)).join(' ')})`;

const opacityOf = (name: string, { opacity }: PaintColor): string =>
  opacity < 1 ? ` ${name}="${formatNumber(opacity, 3)}"` : '';

/** Takes the calls in the order in which they are made, in design units, y up. */
export class GlyphPicture {
  /** Transforms and clips that hold now; those that are open stand in the markup, the others wait for what they hold. */
  readonly #layers: Layer[] = [];
  /** What is painted in each group, the innermost last, and how many layers there were where it began. */
  readonly #groups: { markup: string; readonly below: number }[] = [{ markup: '', below: 0 }];
  #definitions = '';
  #ids = 0;

  /** `everything`: the outline of the whole picture, for paint without bounds. */
  constructor(readonly everything: string) {}

  transform(factors: Factors): void {
    this.#layers.push({ kind: 'transform', factors, open: false });
  }

  /** `data`: SVG path data. */
  clip(data: string): void {
    this.#layers.push({ kind: 'clip', data, open: false });
  }

  /** Ends the innermost transform or clip. */
  end(): void {
    if (this.#layers.pop()?.open) this.#write('</g>');
  }

  beginGroup(): void {
    this.#open(this.#layers.length);
    this.#groups.push({ markup: '', below: this.#layers.length });
  }

  endGroup(mode: number): void {
    const source = this.#groups.pop()?.markup ?? '';
    const backdrop = this.#groups[this.#groups.length - 1];
    if (!backdrop) return;
    if (mode !== SOURCE_IN && mode !== BACKDROP_IN) {
      const blend = BLENDS[mode - FIRST_BLEND];
      // What is blended with is what the group around holds, and nothing below that.
      const style = blend === undefined ? 'isolation:isolate' : `mix-blend-mode:${blend}`;
      backdrop.markup += `<g style="${style}">${source}</g>`;
      return;
    }
    const [shown, shape] = mode === SOURCE_IN ? [source, backdrop.markup] : [backdrop.markup, source];
    const id = this.#id();
    this.#definitions += `<mask id="${id}" style="mask-type:alpha">${shape}</mask>`;
    backdrop.markup = `<g mask="url(#${id})">${shown}</g>`;
  }

  solid(color: PaintColor): void {
    this.#fill(color);
  }

  /** From the first point to the second, at right angles to the line from the first to the third. */
  linear(line: ColorLine, [x0, y0, x1, y1, x2, y2]: Factors): void {
    const [across, up] = [x2 - x0, y2 - y0];
    const length = across * across + up * up;
    const part = length < 1e-6 ? 0 : (across * (x1 - x0) + up * (y1 - y0)) / length;
    const [endX, endY] = [x1 - part * across, y1 - part * up];
    const { stops, first, last } = unitStops(line.stops);
    const at = (from: number, to: number, offset: number): string => n(from + (to - from) * offset);
    const ends = `x1="${at(x0, endX, first)}" y1="${at(y0, endY, first)}" x2="${at(x0, endX, last)}" y2="${at(y0, endY, last)}"`;
    this.#gradient('linearGradient', ends, stops, line);
  }

  /** From one circle to another: their centres and radii. */
  radial(line: ColorLine, [x0, y0, r0, x1, y1, r1]: Factors): void {
    const { stops, first, last } = unitStops(line.stops);
    const at = (from: number, to: number, offset: number): string => n(from + (to - from) * offset);
    const inner = `fx="${at(x0, x1, first)}" fy="${at(y0, y1, first)}" fr="${at(r0, r1, first)}"`;
    const outer = `cx="${at(x0, x1, last)}" cy="${at(y0, y1, last)}" r="${at(r0, r1, last)}"`;
    this.#gradient('radialGradient', `${outer} ${inner}`, stops, line);
  }

  /** The picture with its definitions; empty where nothing was painted. */
  get markup(): string {
    const [whole] = this.#groups;
    const definitions = this.#definitions === '' ? '' : `<defs>${this.#definitions}</defs>`;
    return whole && whole.markup !== '' ? definitions + whole.markup : '';
  }

  #gradient(element: string, ends: string, stops: readonly ColorStop[], { spread }: ColorLine): void {
    const marks = stops
      .map((stop) => `<stop offset="${n(stop.offset)}" stop-color="${stop.color}"${opacityOf('stop-opacity', stop)}/>`)
      .join('');
    const method = spread === 'pad' ? '' : ` spreadMethod="${spread}"`;
    this.#fill(
      (id, transform) =>
        `<${element} id="${id}" gradientUnits="userSpaceOnUse" ${ends}${transform}${method}>${marks}</${element}>`,
    );
  }

  /** Paints what the innermost clip leaves; the transforms inside of it move the paint and not the shape. */
  #fill(paint: Paint): void {
    const { below } = this.#groups[this.#groups.length - 1] as { readonly below: number };
    let shape = this.#layers.length - 1;
    while (shape >= below && this.#layers[shape]?.kind !== 'clip') shape--;
    const clip = shape < below ? undefined : this.#layers[shape];
    this.#open(clip ? shape : below);
    const data = clip?.kind === 'clip' ? clip.data : this.everything;
    this.#write(`<path d="${data}"${this.#fillAttributes(paint, clip ? shape + 1 : below)}/>`);
  }

  #fillAttributes(paint: Paint, from: number): string {
    if (typeof paint !== 'function') return ` fill="${paint.color}"${opacityOf('fill-opacity', paint)}`;
    const inside = this.#layers
      .slice(from)
      .flatMap((layer) => (layer.kind === 'transform' ? [matrix(layer.factors)] : []));
    const id = this.#id();
    this.#definitions += paint(id, inside.length === 0 ? '' : ` gradientTransform="${inside.join(' ')}"`);
    return ` fill="url(#${id})"`;
  }

  /** Puts the outermost layers into the markup, as far as that hasn't happened. */
  #open(count: number): void {
    for (const layer of this.#layers.slice(0, count)) {
      if (layer.open) continue;
      layer.open = true;
      if (layer.kind === 'transform') {
        this.#write(`<g transform="${matrix(layer.factors)}">`);
      } else {
        const id = this.#id();
        this.#definitions += `<clipPath id="${id}"><path d="${layer.data}"/></clipPath>`;
        this.#write(`<g clip-path="url(#${id})">`);
      }
    }
  }

  #id(): string {
    return `p${this.#ids++}`;
  }

  #write(markup: string): void {
    const group = this.#groups[this.#groups.length - 1];
    if (group) group.markup += markup;
  }
}

/** Stops from 0 to 1, and where on the line these ends lie. */
function unitStops(stops: readonly ColorStop[]): { stops: readonly ColorStop[]; first: number; last: number } {
  const offsets = stops.map(({ offset }) => offset);
  const first = smallest(offsets);
  const last = largest(offsets);
  if (!(last > first)) return { stops: stops.map((stop) => ({ ...stop, offset: 0 })), first: 0, last: 1 };
  const unit = stops.map((stop) => ({ ...stop, offset: (stop.offset - first) / (last - first) }));
  return { stops: unit.sort((a, b) => a.offset - b.offset), first, last };
}
