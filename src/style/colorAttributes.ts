/** Colours as attributes of SVG, printed from numbers: what a viewer reads is never a text of a diagram's. */
import { formatNumber } from '../geometry/numbers.js';
import { BoundedCache, dataSize } from '../primitives/boundedCache.js';
import { printColor, readColor, sidesOf } from './color.js';
import type { Rgba } from './cssColor.js';

/** The properties that take a colour, and those that hold its opacity. */
const OPACITIES = {
  fill: 'fill-opacity',
  stroke: 'stroke-opacity',
  'stop-color': 'stop-opacity',
  'flood-color': 'flood-opacity',
} as const;

const BLACK: Rgba = { red: 0, green: 0, blue: 0, alpha: 1 };

/** A colour's numbers, those of the light side of a pair; black for what is no colour. */
export const numbersOf = (color: string): Rgba => readColor(sidesOf(color)?.[0] ?? color) ?? BLACK;

const opaque = (color: Rgba): string => printColor({ ...color, alpha: 1 });

/**
 * A colour as attributes, each with a leading space: #rrggbb, and what its alpha and a further opacity come to, since
 * viewers differ on colours with alpha. Of a pair, the attributes have the light side, and a style with both goes beside
 * them.
 */
export function colorAttributes(property: keyof typeof OPACITIES, color: string, opacity = 1): string {
  return opacity === 1
    ? written[property].remember(color, (own) => writeColor(property, own, 1))
    : writeColor(property, color, opacity);
}

/** What colours come to that are painted in full, of each property: pictures repeat few of them. Bytes. */
const KEPT_COLORS = 256 * 1024;

const remembered = (): BoundedCache<string, string> => new BoundedCache<string, string>(KEPT_COLORS, dataSize);

const written = {
  fill: remembered(),
  stroke: remembered(),
  'stop-color': remembered(),
  'flood-color': remembered(),
} as const satisfies Readonly<Record<keyof typeof OPACITIES, BoundedCache<string, string>>>;

function writeColor(property: keyof typeof OPACITIES, color: string, opacity: number): string {
  const light = numbersOf(color);
  const together = light.alpha * opacity;
  const faint = together < 1 ? ` ${OPACITIES[property]}="${formatNumber(together, 3)}"` : '';
  const plain = ` ${property}="${opaque(light)}"${faint}`;
  const sides = sidesOf(color);
  return sides ? `${plain} style="${adaptiveRules(property, light, readColor(sides[1]) ?? BLACK, opacity)}"` : plain;
}

/** Where both sides are equally faint, the attribute for that counts with the style as well. */
function adaptiveRules(property: keyof typeof OPACITIES, light: Rgba, dark: Rgba, opacity: number): string {
  if (light.alpha === dark.alpha) return `${property}:light-dark(${opaque(light)}, ${opaque(dark)})`;
  const both = `${property}:light-dark(${printColor(light)}, ${printColor(dark)})`;
  return `${both};${OPACITIES[property]}:${formatNumber(opacity, 3)}`;
}
