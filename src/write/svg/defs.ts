/** Gradients, patterns and clips that a drawing refers to, each written once. */

import type { GradientDirection, Outline, Paint, Shadow } from '../../drawing/scene.js';
import { formatNumber } from '../../geometry/numbers.js';
import { pathData } from '../../geometry/path.js';
import type { Rect } from '../../geometry/plane.js';
import { colorAttributes } from '../../style/colorAttributes.js';
import { patternMarkup, type TileLayout } from './patternTiles.js';

const GRADIENT_AXES: Readonly<Record<Exclude<GradientDirection, 'radial'>, string>> = {
  north: 'x1="0%" y1="100%" x2="0%" y2="0%"',
  south: 'x1="0%" y1="0%" x2="0%" y2="100%"',
  east: 'x1="0%" y1="0%" x2="100%" y2="0%"',
  west: 'x1="100%" y1="0%" x2="0%" y2="0%"',
};

const stop = (offset: string, color: string, opacity: number): string =>
  `<stop offset="${offset}"${colorAttributes('stop-color', color, opacity)}/>`;

/** Collects definitions by content, so equal ones share an id. Ids are counted: the same scene gives the same ids. */
export class Definitions {
  readonly #ids = new Map<string, string>();
  readonly #written: string[] = [];
  readonly #counts = new Map<string, number>();

  constructor(
    readonly prefix: string,
    readonly tiles: TileLayout,
  ) {}

  get markup(): string {
    return this.#written.length === 0 ? '' : `<defs>${this.#written.join('')}</defs>`;
  }

  /** The value of a fill attribute for a paint that is no colour. */
  paint(paint: Exclude<Paint, { readonly kind: 'solid' }>): string {
    switch (paint.kind) {
      case 'gradient':
        return `url(#${this.#gradient(paint)})`;
      case 'pattern':
        return `url(#${this.#pattern(paint)})`;
    }
  }

  /** A clip in user space. */
  clip(outline: Outline): string {
    return this.#define('clip', outlineMarkup(outline, ''), (id, body) => `<clipPath id="${id}">${body}</clipPath>`);
  }

  /** A shadow as a filter of its own region, user space. */
  shadow({ color, opacity, dx, dy, blur }: Shadow, { x, y, width, height }: Rect): string {
    const n = formatNumber;
    const region = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
    // Step by step: resvg paints a feDropShadow in another colour than it is given.
    const drop =
      `<feGaussianBlur in="SourceAlpha" stdDeviation="${n(blur)}"/><feOffset dx="${n(dx)}" dy="${n(dy)}" result="cast"/>` +
      `<feFlood${colorAttributes('flood-color', color, opacity)}/><feComposite in2="cast" operator="in"/>` +
      '<feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge>';
    return this.#define('shadow', `${region}>${drop}`, (id, body) => {
      return `<filter id="${id}" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB" ${body}</filter>`;
    });
  }

  #gradient(paint: Paint & { kind: 'gradient' }): string {
    const stops = stop('0%', paint.from, paint.fromOpacity) + stop('100%', paint.to, paint.toOpacity);
    return paint.direction === 'radial'
      ? this.#define('gradient', stops, (id, body) => `<radialGradient id="${id}">${body}</radialGradient>`)
      : this.#define('gradient', `${GRADIENT_AXES[paint.direction]}>${stops}`, (id, body) => {
          return `<linearGradient id="${id}" ${body}</linearGradient>`;
        });
  }

  #pattern(paint: Paint & { kind: 'pattern' }): string {
    return this.#define('pattern', patternMarkup(paint, this.tiles), (id, body) => {
      return `<pattern id="${id}" patternUnits="userSpaceOnUse" ${body}</pattern>`;
    });
  }

  #define(kind: string, body: string, write: (id: string, body: string) => string): string {
    const key = `${kind} ${body}`;
    const known = this.#ids.get(key);
    if (known) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const id = `${this.prefix}${kind}-${count}`;
    this.#ids.set(key, id);
    this.#written.push(write(id, body));
    return id;
  }
}

/** An outline as an SVG element with further attributes (each with a leading space). */
export function outlineMarkup(outline: Outline, attributes: string): string {
  const n = formatNumber;
  switch (outline.kind) {
    case 'rect': {
      const { box, radiusX, radiusY } = outline;
      const rx = radiusX > 0 ? ` rx="${n(radiusX)}"` : '';
      const ry = radiusY > 0 ? ` ry="${n(radiusY)}"` : '';
      return `<rect x="${n(box.x)}" y="${n(box.y)}" width="${n(Math.max(0, box.width))}" height="${n(Math.max(0, box.height))}"${rx}${ry}${attributes}/>`;
    }
    case 'ellipse': {
      const { box } = outline;
      const rx = Math.max(0, box.width / 2);
      const ry = Math.max(0, box.height / 2);
      return `<ellipse cx="${n(box.x + box.width / 2)}" cy="${n(box.y + box.height / 2)}" rx="${n(rx)}" ry="${n(ry)}"${attributes}/>`;
    }
    case 'path':
      return `<path d="${pathData(outline.path)}"${attributes}/>`;
  }
}
