/** Glyphs that a font paints by a graph of colours and gradients (COLR, version 1), as HarfBuzz walks it. */

import { type ColorLine, GlyphPicture, type PaintColor } from '../fonts/glyphPicture.js';
import { formatNumber } from '../geometry/numbers.js';
import type { OutlineCommand } from './shaping.js';
import type { Call, Pointer, WasmLibrary } from './wasmLibrary.js';

/** More stops than a gradient has. */
const MOST_STOPS = 256;
const STOP = 12;
const BLACK = 0xff;
const SPREADS = ['pad', 'repeat', 'reflect'] as const;

type Six = readonly [number, number, number, number, number, number];

/** A box in design units, y up. */
export interface GlyphBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export class HarfBuzzPaint {
  readonly #functions: Pointer;
  #picture = new GlyphPicture('');

  constructor(
    readonly library: WasmLibrary,
    readonly outline: (font: Pointer, glyph: number) => readonly OutlineCommand[],
  ) {
    this.#functions = library.call('hb_paint_funcs_create');
    const six = ['f32', 'f32', 'f32', 'f32', 'f32', 'f32'] as const;
    this.#on('push_transform', six, (...factors) => this.#picture.transform(factors as unknown as Six));
    this.#on('pop_transform', [], () => this.#picture.end());
    this.#on('push_clip_glyph', ['i32', 'i32'], (glyph = 0, font = 0) =>
      this.#picture.clip(pathData(this.outline(font, glyph))),
    );
    this.#on('push_clip_rectangle', ['f32', 'f32', 'f32', 'f32'], (left = 0, bottom = 0, right = 0, top = 0) =>
      this.#picture.clip(boxData(left, bottom, right, top)),
    );
    this.#on('pop_clip', [], () => this.#picture.end());
    this.#on('color', ['i32', 'i32'], (_foreground, color = 0) => this.#picture.solid(colorOf(color)));
    this.#on('linear_gradient', ['i32', ...six], (line = 0, ...points) =>
      this.#picture.linear(this.#colorLine(line), points as unknown as Six),
    );
    this.#on('radial_gradient', ['i32', ...six], (line = 0, ...circles) =>
      this.#picture.radial(this.#colorLine(line), circles as unknown as Six),
    );
    // SVG has no gradients around a point: their first colour stands for them.
    this.#on('sweep_gradient', ['i32', 'f32', 'f32', 'f32', 'f32'], (line = 0) => {
      const [first] = this.#colorLine(line).stops;
      if (first) this.#picture.solid(first);
    });
    this.#on('push_group', [], () => this.#picture.beginGroup());
    this.#on('pop_group', ['i32'], (mode = 0) => this.#picture.endGroup(mode));
  }

  /** The glyph as an SVG document of the box's size; undefined for one that isn't painted so. */
  svg(font: Pointer, glyph: number, { left, top, width, height }: GlyphBox): string | undefined {
    this.#picture = new GlyphPicture(boxData(left, top - height, left + width, top));
    this.library.call('hb_font_paint_glyph_or_fail', font, glyph, this.#functions, 0, 0, BLACK);
    const { markup } = this.#picture;
    if (markup === '') return undefined;
    const viewBox = [left, -top, width, height].map((value) => formatNumber(value)).join(' ');
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}"><g transform="scale(1 -1)">${markup}</g></svg>`;
  }

  /** Hands on a call's own values: they stand after two pointers and before one. */
  #on(name: string, parameters: readonly ('i32' | 'f32')[], take: (...values: number[]) => void): void {
    const call: Call = (...values) => {
      take(...values.slice(2, -1));
      return undefined;
    };
    const callback = this.library.callback(['i32', 'i32', ...parameters, 'i32'], call);
    this.library.call(`hb_paint_funcs_set_${name}_func`, this.#functions, callback, 0, 0);
  }

  #colorLine(line: Pointer): ColorLine {
    const { library } = this;
    const stops = library.withBytes(4 + MOST_STOPS * STOP, (count) => {
      library.view.setUint32(count, MOST_STOPS, true);
      library.call('hb_color_line_get_color_stops', line, 0, count, count + 4);
      const { view } = library;
      return Array.from({ length: view.getUint32(count, true) }, (_, i) => {
        const at = count + 4 + i * STOP;
        return { offset: view.getFloat32(at, true), ...colorOf(view.getUint32(at + 8, true)) };
      });
    });
    return { stops, spread: SPREADS[library.call('hb_color_line_get_extend', line)] ?? 'pad' };
  }
}

/** Blue, green, red and alpha, from the highest byte down. */
function colorOf(bgra: number): PaintColor {
  const part = (shift: number): string => ((bgra >>> shift) & 0xff).toString(16).padStart(2, '0');
  return { color: `#${part(8)}${part(16)}${part(24)}`, opacity: (bgra & 0xff) / 0xff };
}

const boxData = (left: number, bottom: number, right: number, top: number): string =>
  `M${left} ${bottom}H${right}V${top}H${left}Z`;

const pathData = (commands: readonly OutlineCommand[]): string =>
  commands
    .map(({ letter, coordinates }) => letter + coordinates.map((value) => formatNumber(value)).join(' '))
    .join('');
