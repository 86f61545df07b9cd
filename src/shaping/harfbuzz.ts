/** HarfBuzz, compiled to WebAssembly (npm package harfbuzzjs), as a shaper: the engine that Chromium shapes text with. */

import type { RunGlyph } from '../drawing/textBlock.js';
import { BoundedCache, dataSize } from '../primitives/boundedCache.js';
import { type GlyphBox, HarfBuzzPaint } from './harfbuzzPaint.js';
import type {
  FontVariation,
  GlyphVector,
  OutlineCommand,
  ShapedFont,
  Shaper,
  ShapingRequest,
  SubsetRequest,
} from './shaping.js';
import { type Call, type CompiledModule, type Pointer, tagNumber, WasmLibrary } from './wasmLibrary.js';

/** The package's modules, compiled: dist/harfbuzz.wasm, and dist/harfbuzz-subset.wasm for cut-down fonts. */
export interface HarfBuzzModules {
  harfbuzz(): CompiledModule;
  subset?(): CompiledModule | undefined;
}

/** Fonts are copied into the library's memory, which never shrinks: those used last are kept. */
const MOST_FONTS = 16;
const MOST_BYTES = 128_000_000;

/** What the outlines of one font that are remembered may take, bytes. */
const KEPT_OUTLINES = 4 * 1024 * 1024;

const LEFT_TO_RIGHT = 4;
const RIGHT_TO_LEFT = 5;
/** A feature without an end holds to the end of the text. */
const NO_END = 0xffffffff;
const FIRST_PRINTED = 0x20;
const ZERO_WIDTH_SPACE = 0x200b;
/** Sizes of HarfBuzz's structures, bytes. */
const FEATURE = 16;
const GLYPH = 20;
const VARIATION = 8;
const EXTENTS = 16;

const RETAIN_GLYPH_NUMBERS = 2;
const KEEP_NOTDEF_OUTLINE = 0x40;

export function createShaper(modules: HarfBuzzModules): Shaper {
  let library: HarfBuzz | undefined;
  let subsetter: WasmLibrary | undefined;
  const fonts: HarfBuzzFont[] = [];
  return {
    font(data, index, variations) {
      const at = fonts.findIndex((font) => font.is(data, index, variations));
      library ??= new HarfBuzz(modules.harfbuzz());
      const font = fonts.splice(at, at < 0 ? 0 : 1)[0] ?? new HarfBuzzFont(library, data, index, variations);
      fonts.push(font);
      const size = fonts.reduce((sum, each) => sum + each.data.length, 0);
      if (fonts.length > MOST_FONTS || (fonts.length > 1 && size > MOST_BYTES)) fonts.shift()?.release();
      return font;
    },
    subset(data, index, variations, request) {
      if (!subsetter) {
        const module = modules.subset?.();
        if (!module) return undefined;
        subsetter = new WasmLibrary(module);
        subsetter.call('_initialize');
      }
      return subsetOf(subsetter, data, index, variations, request);
    },
  };
}

/** The library with what all fonts share: a buffer, and the functions that take an outline. */
class HarfBuzz extends WasmLibrary {
  readonly buffer: Pointer;
  #drawFunctions: Pointer | undefined;
  #paint: HarfBuzzPaint | undefined;
  #drawn: OutlineCommand[] = [];

  constructor(module: CompiledModule) {
    super(module);
    this.call('__wasm_call_ctors');
    this.buffer = this.call('hb_buffer_create');
  }

  /** Made when an outline is first asked for: some places don't compile what the library calls back by. */
  get paint(): HarfBuzzPaint {
    this.#paint ??= new HarfBuzzPaint(this, (font, glyph) => this.drawn(font, glyph));
    return this.#paint;
  }

  drawn(font: Pointer, glyph: number): readonly OutlineCommand[] {
    this.#drawFunctions ??= this.#createDrawFunctions();
    this.#drawn = [];
    this.call('hb_font_draw_glyph_or_fail', font, glyph, this.#drawFunctions, 0);
    return this.#drawn;
  }

  #createDrawFunctions(): Pointer {
    const functions = this.call('hb_draw_funcs_create');
    const point = ['i32', 'i32', 'i32', 'f32', 'f32'] as const;
    const rest = ['f32', 'f32'] as const;
    this.#take(functions, 'move_to', 'M', [...point, 'i32']);
    this.#take(functions, 'line_to', 'L', [...point, 'i32']);
    this.#take(functions, 'quadratic_to', 'Q', [...point, ...rest, 'i32']);
    this.#take(functions, 'cubic_to', 'C', [...point, ...rest, ...rest, 'i32']);
    this.#take(functions, 'close_path', 'Z', ['i32', 'i32', 'i32', 'i32']);
    return functions;
  }

  /** Gathers one kind of command: its coordinates stand after three pointers and before one. */
  #take(
    functions: Pointer,
    name: string,
    letter: OutlineCommand['letter'],
    parameters: readonly ('i32' | 'f32')[],
  ): void {
    const take: Call = (...values) => {
      this.#drawn.push({ letter, coordinates: values.slice(3, -1) });
      return undefined;
    };
    this.call(`hb_draw_funcs_set_${name}_func`, functions, this.callback(parameters, take), 0, 0);
  }
}

class HarfBuzzFont implements ShapedFont {
  readonly #outlines = new BoundedCache<number, readonly OutlineCommand[]>(KEPT_OUTLINES, dataSize);
  #pointer: Pointer = 0;
  #bytes: Pointer = 0;

  constructor(
    readonly library: HarfBuzz,
    readonly data: Uint8Array,
    readonly index: number,
    readonly variations: readonly FontVariation[],
  ) {}

  is(data: Uint8Array, index: number, variations: readonly FontVariation[]): boolean {
    return this.data === data && this.index === index && sameVariations(this.variations, variations);
  }

  /** Gives its memory back; it is taken anew where the font is used again. */
  release(): void {
    if (this.#pointer === 0) return;
    this.library.call('hb_font_destroy', this.#pointer);
    this.library.call('free', this.#bytes);
    this.#pointer = 0;
  }

  get #font(): Pointer {
    if (this.#pointer !== 0) return this.#pointer;
    const { library, variations } = this;
    this.#bytes = library.copied(this.data);
    const blob = library.call('hb_blob_create', this.#bytes, this.data.length, 0, 0, 0);
    const face = library.call('hb_face_create', blob, this.index);
    library.call('hb_blob_destroy', blob);
    this.#pointer = library.call('hb_font_create', face);
    library.call('hb_face_destroy', face);
    if (variations.length > 0) {
      library.withBytes(variations.length * VARIATION, (at) => {
        for (const [i, { axis, value }] of variations.entries()) {
          library.view.setUint32(at + i * VARIATION, tagNumber(axis), true);
          library.view.setFloat32(at + i * VARIATION + 4, value, true);
        }
        library.call('hb_font_set_variations', this.#pointer, at, variations.length);
      });
    }
    return this.#pointer;
  }

  shape({ text, start, end, rightToLeft, features }: ShapingRequest): readonly RunGlyph[] {
    const { library } = this;
    const font = this.#font;
    const { buffer } = library;
    library.call('hb_buffer_reset', buffer);
    library.withBytes(text.length * 2, (at) => {
      const { view } = library;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        // Browsers draw nothing for control characters, where the font would show that it has none.
        view.setUint16(at + i * 2, code < FIRST_PRINTED ? ZERO_WIDTH_SPACE : code, true);
      }
      library.call('hb_buffer_add_utf16', buffer, at, text.length, start, end - start);
    });
    library.call('hb_buffer_set_direction', buffer, rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT);
    library.call('hb_buffer_guess_segment_properties', buffer);
    library.withBytes(features.length * FEATURE, (at) => {
      for (const [i, feature] of features.entries()) {
        const fields = [tagNumber(feature.tag), feature.value, feature.start ?? 0, feature.end ?? NO_END];
        for (const [k, field] of fields.entries()) library.view.setUint32(at + i * FEATURE + k * 4, field, true);
      }
      library.call('hb_shape', font, buffer, at, features.length);
    });
    return this.#glyphs();
  }

  #glyphs(): RunGlyph[] {
    const { library } = this;
    const count = library.call('hb_buffer_get_length', library.buffer);
    const infos = library.call('hb_buffer_get_glyph_infos', library.buffer, 0);
    const positions = library.call('hb_buffer_get_glyph_positions', library.buffer, 0);
    const { view } = library;
    return Array.from({ length: count }, (_, i) => {
      const info = infos + i * GLYPH;
      const position = positions + i * GLYPH;
      return {
        glyph: view.getUint32(info, true),
        cluster: view.getUint32(info + 8, true),
        advance: view.getInt32(position, true),
        dx: view.getInt32(position + 8, true),
        dy: view.getInt32(position + 12, true),
      };
    });
  }

  outline(glyph: number): readonly OutlineCommand[] {
    return this.#outlines.remember(glyph, () => this.library.drawn(this.#font, glyph));
  }

  reach(glyph: number): { left: number; right: number } | undefined {
    const box = this.#box(glyph);
    return box && { left: box.left, right: box.left + box.width };
  }

  picture(glyph: number): GlyphVector | undefined {
    const box = this.#box(glyph);
    const svg = box && this.library.paint.svg(this.#font, glyph, box);
    return svg === undefined ? undefined : { svg, ...(box as GlyphBox) };
  }

  /** What a glyph reaches; undefined if it draws nothing. */
  #box(glyph: number): GlyphBox | undefined {
    const { library } = this;
    const font = this.#font;
    return library.withBytes(EXTENTS, (at) => {
      if (library.call('hb_font_get_glyph_extents', font, glyph, at) === 0) return undefined;
      const [left = 0, top = 0, width = 0, height = 0] = [0, 4, 8, 12].map((k) => library.view.getInt32(at + k, true));
      return width === 0 ? undefined : { left, top, width, height: -height };
    });
  }
}

const sameVariations = (a: readonly FontVariation[], b: readonly FontVariation[]): boolean =>
  a.length === b.length && a.every(({ axis, value }, i) => b[i]?.axis === axis && b[i]?.value === value);

function subsetOf(
  library: WasmLibrary,
  data: Uint8Array,
  index: number,
  variations: readonly FontVariation[],
  { codePoints, keepNumbers, keepAxes }: SubsetRequest,
): Uint8Array | undefined {
  const bytes = library.copied(data);
  const blob = library.call('hb_blob_create', bytes, data.length, 0, 0, 0);
  const face = library.call('hb_face_create', blob, index);
  const input = library.call('hb_subset_input_create_or_fail');
  try {
    const characters = library.call('hb_subset_input_unicode_set', input);
    for (const codePoint of codePoints) library.call('hb_set_add', characters, codePoint);
    const flags = KEEP_NOTDEF_OUTLINE | (keepNumbers ? RETAIN_GLYPH_NUMBERS : 0);
    library.call('hb_subset_input_set_flags', input, flags);
    if (!keepAxes) library.call('hb_subset_input_pin_all_axes_to_default', input, face);
    for (const { axis, value } of keepAxes ? [] : variations) {
      library.call('hb_subset_input_pin_axis_location', input, face, tagNumber(axis), value);
    }
    const subset = library.call('hb_subset_or_fail', face, input);
    if (subset === 0) return undefined;
    const result = library.call('hb_face_reference_blob', subset);
    const length = library.call('hb_blob_get_length', result);
    const file = library.bytesAt(library.call('hb_blob_get_data', result, 0), length);
    library.call('hb_blob_destroy', result);
    library.call('hb_face_destroy', subset);
    return file.length > 0 ? file : undefined;
  } finally {
    library.call('hb_subset_input_destroy', input);
    library.call('hb_face_destroy', face);
    library.call('hb_blob_destroy', blob);
    library.call('free', bytes);
  }
}
