/** Fonts inside the SVG: which rules there are, and that each font holds what its text needs. */
import { inflate } from 'pako';
import { describe, expect, test } from 'vitest';
import { SfntFont } from '../../../src/fonts/sfnt.js';
import { render } from '../../../src/index.js';
import { nodeAssets } from '../../../src/platform/node/packagedAssets.js';
import { SfntFace } from '../../../src/shaping/fontFace.js';

const label = (id: string, value: string, style: string) =>
  `<mxCell id="${id}" value="${value}" style="text;${style}" vertex="1" parent="1">` +
  '<mxGeometry width="200" height="40" as="geometry"/></mxCell>';

const diagram = (...cells: readonly string[]) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;

const RULE =
  /@font-face\{font-family:([\w-]+);font-weight:(\d+);font-style:(\w+);src:url\(data:font\/woff;base64,([\w+/=]+)\) format\('woff'\)\}/g;

const rules = (svg: string) =>
  [...svg.matchAll(RULE)].map(([, family = '', weight, style, data = '']) => ({
    family,
    weight,
    style,
    data: new Uint8Array(Buffer.from(data, 'base64')),
  }));

/** The tables of a WOFF file. */
function unpacked(woff: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  expect(view.getUint32(0)).toBe(0x774f4646);
  expect(view.getUint32(8)).toBe(woff.length);
  return new Map(
    Array.from({ length: view.getUint16(12) }, (_, i) => {
      const entry = 44 + i * 20;
      const tag = String.fromCharCode(...woff.subarray(entry, entry + 4));
      const [offset, size, full] = [4, 8, 12].map((at) => view.getUint32(entry + at)) as [number, number, number];
      const data = woff.subarray(offset, offset + size);
      const table = size < full ? inflate(data) : data;
      expect(table.length).toBe(full);
      return [tag, table] as const;
    }),
  );
}

describe('embedded fonts', () => {
  const source = diagram(
    label('a', 'Plain', ''),
    label('b', 'Bold', 'fontStyle=1'),
    label('c', 'Serif', 'fontFamily=Times'),
  );
  const svg = render(source, { embedFonts: true });

  test('there is a rule for each face, whose family the text names first', () => {
    expect(rules(svg).map(({ weight, style }) => `${weight} ${style}`)).toEqual([
      '400 normal',
      '700 normal',
      '400 normal',
    ]);
    for (const { family } of rules(svg)) expect(svg).toContain(`font-family="${family}, `);
    expect(new Set(rules(svg).map(({ family }) => family)).size).toBe(3);
  });

  test('the same diagram gives the same bytes', () => {
    expect(render(source, { embedFonts: true })).toBe(svg);
  });

  test('the fonts are small, and there are none without the option or in outlines', () => {
    for (const { data } of rules(svg)) expect(data.length).toBeLessThan(12_000);
    expect(render(source)).not.toContain('@font-face');
    expect(render(source, { embedFonts: true, text: 'outline' })).not.toContain('<style>');
  });

  test('each web font is whole', () => {
    for (const { data } of rules(svg)) {
      const tables = unpacked(data);
      for (const tag of ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'])
        expect([...tables.keys()]).toContain(tag);
    }
  });

  test('a font that may not be put into documents is reported', () => {
    const data = nodeAssets.font('Tinos_400Regular')?.slice() as Uint8Array;
    const view = new DataView(data.buffer);
    for (let record = 12; ; record += 16) {
      if (String.fromCharCode(...data.subarray(record, record + 4)) !== 'OS/2') continue;
      view.setUint16(view.getUint32(record + 8) + 8, 2);
      break;
    }
    const diagnostics: { code: string }[] = [];
    const text = diagram(label('a', 'Plain', 'fontFamily=Tinos'));
    expect(
      render(text, { embedFonts: true, fonts: [data], diagnostics: (each) => diagnostics.push(each) }),
    ).not.toContain('@font-face');
    expect(diagnostics).toMatchObject([{ code: 'missing-font' }]);
  });
});

describe('a cut-down font', () => {
  const whole = new SfntFont(nodeAssets.font('Arimo_400Regular') as Uint8Array);
  const face = new SfntFace(whole, { family: 'Arimo', weight: 400, italic: false }, { unkernedPair: '11' });
  const text = 'AVATAR Té 11\u00a0Ω ½';
  const subset = new SfntFont(face.subset([text]));
  const cut = new SfntFace(subset, { family: 'Arimo', weight: 400, italic: false });

  test('measures and draws its text as the whole font does', () => {
    expect(cut.advance(text, 1000)).toBe(face.advance(text, 1000));
    expect([...cut.advances(text, 12)]).toEqual([...face.advances(text, 12)]);
    expect(cut.outline(text, 0, 0, 12, 0)).toBe(face.outline(text, 0, 0, 12, 0));
    expect(cut.outline('é', 0, 0, 12, 0)).not.toBe('');
  });

  test('has no other characters', () => {
    expect(cut.hasGlyph(0x42)).toBe(false);
    expect(cut.hasGlyph(0x41)).toBe(true);
    expect(subset.table('glyf')?.length).toBeLessThan(10_000);
  });

  test('has the sum that a font file must have', () => {
    const bytes = face.subset([text]);
    let sum = 0;
    for (let i = 0; i < bytes.length; i += 4)
      sum = (sum + new DataView(bytes.buffer, bytes.byteOffset).getUint32(i)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});
