/** The fonts of a PDF file: a subset for each face, its codes given out as its glyphs are used. */
import { type PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Report } from '../../diagnostics.js';
import type { FontFace } from '../../drawing/textBlock.js';
import { type FontProgram, readFontProgram } from './fontProgram.js';
import type { PdfObjects, Resource } from './objects.js';

/** Metrics in a PDF are in thousandths of the font size. */
const EM = 1000;

const FLAG_SYMBOLIC = 4;
const FLAG_ITALIC = 64;

export class PdfFonts {
  readonly #fonts = new Map<FontFace, PdfFont>();

  constructor(objects: PdfObjects, texts: ReadonlyMap<FontFace, ReadonlySet<string>>, report: Report | undefined) {
    for (const [face, used] of texts) {
      const file = face.fontFile([...used]);
      const program = file && readFontProgram(file);
      if (program) {
        this.#fonts.set(face, new PdfFont(objects, face, program));
      } else if (!file) {
        report?.({
          code: 'missing-font',
          message: `The font ${face.family} is not embedded, its text is drawn as outlines: its licence asks for that.`,
        });
      }
    }
  }

  /** The font to write a face's text in; undefined where its glyphs have to be drawn. */
  get(face: FontFace): PdfFont | undefined {
    return this.#fonts.get(face);
  }

  /** Writes the fonts. No text can be written after it. */
  finish(): void {
    for (const font of this.#fonts.values()) font.finish();
  }
}

interface Code {
  readonly glyph: number;
  readonly text: string;
}

export class PdfFont {
  readonly resource: Resource;
  readonly #ref: PDFRef;
  readonly #codes = new Map<string, number>();
  readonly #used: Code[] = [];

  constructor(
    readonly objects: PdfObjects,
    readonly face: FontFace,
    readonly program: FontProgram,
  ) {
    this.#ref = objects.document.context.nextRef();
    this.resource = objects.name('Font', this.#ref);
  }

  /**
   * The code of a glyph where it stands for this text: from 1, in the order of their use. A code of its own for each
   * text lets what is copied be what was written, where one glyph serves several characters. Glyphs of a CFF font are
   * known by their numbers only.
   */
  code(glyph: number, text: string): number {
    const key = this.program.kind === 'cff' ? String(glyph) : `${glyph} ${text}`;
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.program.kind === 'cff' ? glyph : this.#used.length + 1;
    this.#codes.set(key, code);
    this.#used.push({ glyph, text });
    return code;
  }

  /** A glyph's own advance, thousandths of the font size. */
  width(glyph: number): number {
    return Math.round((this.program.width(glyph) * EM) / this.program.unitsPerEm);
  }

  finish(): void {
    if (this.#used.length === 0) return;
    const { objects, program } = this;
    const codes = [...this.#codes.values()].map((code, i) => ({ code, ...(this.#used[i] as Code) }));
    codes.sort((a, b) => a.code - b.code);
    const name = `${tagOf(codes)}+${postScriptName(this.face)}`;
    const descendant = objects.register({
      Type: 'Font',
      Subtype: program.kind === 'cff' ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: this.#descriptor(name),
      DW: 0,
      W: codes.flatMap(({ code, glyph }) => [code, [this.width(glyph)]]),
      CIDToGIDMap: program.kind === 'cff' ? undefined : objects.stream(glyphMap(codes), {}),
    });
    const font = objects.object({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: objects.stream(unicodeMap(codes), {}),
    });
    objects.document.context.assign(this.#ref, font);
  }

  #descriptor(name: string): PDFRef {
    const { face, program, objects } = this;
    const metric = (units: number): number => Math.round((units * EM) / program.unitsPerEm);
    const file = objects.stream(
      program.bytes,
      program.kind === 'cff' ? { Subtype: 'OpenType' } : { Length1: program.bytes.length },
    );
    return objects.register({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: FLAG_SYMBOLIC + (face.italic ? FLAG_ITALIC : 0),
      FontBBox: program.box.map(metric),
      ItalicAngle: face.italic ? -12 : 0,
      Ascent: metric(face.ascent),
      Descent: -metric(face.descent),
      CapHeight: metric(face.ascent * 0.8),
      XHeight: metric(face.xHeight),
      StemV: face.weight >= 600 ? 140 : 80,
      [program.kind === 'cff' ? 'FontFile3' : 'FontFile2']: file,
    });
  }
}

const postScriptName = ({ family, weight, italic }: FontFace): string => {
  const style = `${weight >= 600 ? 'Bold' : ''}${italic ? 'Italic' : ''}` || 'Regular';
  return `${family.replace(/[^A-Za-z0-9]+/g, '') || 'Font'}-${style}`;
};

/** Six capitals that keep the subsets of one font apart. */
function tagOf(codes: readonly Code[]): string {
  let sum = 0x811c9dc5;
  for (const { glyph, text: meant } of codes) {
    for (const part of [glyph, ...meant].map(String)) {
      for (let i = 0; i < part.length; i++) sum = Math.imul(sum ^ part.charCodeAt(i), 0x01000193) >>> 0;
    }
  }
  let tag = '';
  for (let i = 0; i < 6; i++, sum = Math.floor(sum / 26)) tag += String.fromCharCode(65 + (sum % 26));
  return tag;
}

type NumberedCode = Code & { readonly code: number };

/** The glyph of each code, two bytes each. */
function glyphMap(codes: readonly NumberedCode[]): Uint8Array {
  const last = codes[codes.length - 1]?.code ?? 0;
  const map = new Uint8Array((last + 1) * 2);
  const view = new DataView(map.buffer);
  for (const { code, glyph } of codes) view.setUint16(code * 2, glyph);
  return map;
}

export const hexCode = (code: number): string => code.toString(16).padStart(4, '0');

const utf16 = (value: string): string =>
  Array.from({ length: value.length }, (_, i) => hexCode(value.charCodeAt(i))).join('');

/** As many as one section may hold. */
const SECTION = 100;

/** A CMap from codes to the text that they stand for. */
function unicodeMap(codes: readonly NumberedCode[]): string {
  const lines = codes
    .filter(({ text: meant }) => meant !== '')
    .map(({ code, text: meant }) => `<${hexCode(code)}> <${utf16(meant)}>`);
  let sections = '';
  for (let i = 0; i < lines.length; i += SECTION) {
    const section = lines.slice(i, i + SECTION);
    sections += `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar\n`;
  }
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n' +
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n' +
    `1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${sections}` +
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n'
  );
}
