/** Shadows in a PDF, which knows no blur: each is an image that lies under what casts it, and that stays vector. */
import type { Report } from '../../diagnostics.js';
import { grow, IDENTITY, type Rect } from '../../geometry/plane.js';
import type { Group, Shadow } from '../../scene/scene.js';
import { colorParts } from '../color.js';
import type { Pixels, SvgDrawer } from '../drawer.js';
import { writeSvg } from '../svg.js';
import { boundsOf } from './bounds.js';
import type { Content } from './content.js';
import type { PdfObjects } from './objects.js';
import { pixelImage } from './pixelImage.js';
import { setOpacity } from './states.js';

/** Pixels for one of the page; a blurred edge needs no more. */
const SCALE = 2;

const MOST_PIXELS = 8_000_000;

/** How many standard deviations a blur reaches. */
const REACH = 3;

/** Draws the shadow of a group. */
export function drawShadow(
  content: Content,
  objects: PdfObjects,
  drawer: SvgDrawer,
  group: Group & { readonly shadow: Shadow },
  report: Report | undefined,
): void {
  const { shadow } = group;
  const cast = boundsOf(group.children, IDENTITY);
  if (!cast) return;
  const room = grow(cast, REACH * shadow.blur + 1);
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (room.width * room.height)));
  const drawn = silhouette(drawer, group, room, scale, report);
  if (!drawn) return;
  const { red, green, blue, alpha } = colorParts(shadow.color);
  const ink = [red, green, blue].map((part) => Math.round(part * 255));
  const image = pixelImage(objects, tinted(blurred(drawn, shadow.blur * scale), ink));
  content.isolated(() => {
    setOpacity(content, objects, shadow.opacity * alpha);
    const [width, height] = [drawn.width / scale, drawn.height / scale];
    content.transform({ a: width, b: 0, c: 0, d: -height, e: room.x + shadow.dx, f: room.y + shadow.dy + height });
    content.paint(image);
  });
}

interface Coverage {
  readonly width: number;
  readonly height: number;
  /** How much of each pixel is covered, 0 to 255. */
  readonly values: Float32Array;
}

function silhouette(
  drawer: SvgDrawer,
  group: Group,
  viewBox: Rect,
  scale: number,
  report: Report | undefined,
): Coverage | undefined {
  const { width, height } = viewBox;
  const scene = {
    viewBox,
    width,
    height,
    sheet: { width, height, pageScale: 1 },
    root: { ...group, shadow: undefined },
  };
  try {
    const pixels = drawer.pixels(writeSvg(scene, { text: 'outline', scale }));
    const values = Float32Array.from(
      { length: pixels.width * pixels.height },
      (_, i) => pixels.data[i * 4 + 3] as number,
    );
    return { width: pixels.width, height: pixels.height, values };
  } catch {
    report?.({ code: 'missing-image', message: 'A shadow can’t be drawn, and is left out.' });
    return undefined;
  }
}

/** A Gaussian blur, rows first and columns after them. */
function blurred(coverage: Coverage, deviation: number): Coverage {
  if (!(deviation > 0)) return coverage;
  const reach = Math.ceil(deviation * REACH);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * deviation ** 2)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const kernel = weights.map((weight) => weight / sum);
  const { width, height } = coverage;
  const rows = convolved(coverage.values, kernel, { count: height, step: width }, { count: width, step: 1 });
  return { width, height, values: convolved(rows, kernel, { count: width, step: 1 }, { count: height, step: width }) };
}

interface Axis {
  readonly count: number;
  /** From one value to the next. */
  readonly step: number;
}

function convolved(values: Float32Array, kernel: readonly number[], across: Axis, along: Axis): Float32Array {
  const result = new Float32Array(values.length);
  const reach = (kernel.length - 1) / 2;
  for (let line = 0; line < across.count; line++) {
    const start = line * across.step;
    for (let i = 0; i < along.count; i++) {
      let sum = 0;
      const from = Math.max(0, i - reach);
      const to = Math.min(along.count - 1, i + reach);
      for (let k = from; k <= to; k++)
        sum += (values[start + k * along.step] as number) * (kernel[k - i + reach] as number);
      result[start + i * along.step] = sum;
    }
  }
  return result;
}

function tinted({ width, height, values }: Coverage, ink: readonly number[]): Pixels {
  const data = new Uint8Array(values.length * 4);
  for (const [i, value] of values.entries()) {
    for (let k = 0; k < 3; k++) data[i * 4 + k] = ink[k] as number;
    data[i * 4 + 3] = Math.round(value);
  }
  return { width, height, data };
}
