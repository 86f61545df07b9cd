/** Which face each character is set in: the one asked for, those given, the bundled ones, and the machine's last. */
import { describe, expect, it, test } from 'vitest';
import type { Diagnostic } from '../../src/index.js';
import { render } from '../../src/index.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { nodeShaper } from '../../src/platform/node/shaper.js';
import { createRenderer } from '../../src/render.js';
import { FontLibrary } from '../../src/shaping/fontLibrary.js';
import { faceRuns } from '../../src/shaping/fontRuns.js';
import type { SystemFont, SystemFonts, SystemFontUse } from '../../src/shaping/systemFonts.js';
import { arabic, bitmapTables, collection, fraktur, madeFont, read, thai } from '../fonts/fontFixtures.js';

const GRIN = 0x1f600;
const MAN = 0x1f468;
const GIRL = 0x1f467;

const systemFont = (family: string, data: Uint8Array): SystemFont => ({
  family,
  weight: 400,
  italic: false,
  read: () => data,
  index: 0,
  variations: [],
});

/** A machine with a Thai font, one of emoji, and one that goes by a name which the bundled fonts stand in for. */
const MACHINE = ((): SystemFonts => {
  const thaiFont = systemFont('Noto Sans Thai', thai());
  const emoji = madeFont(
    'Emoji',
    new Map([
      [GRIN, 40],
      [MAN, 41],
      [GIRL, 42],
      [0x2714, 43],
    ]),
    bitmapTables(40),
  );
  const emojiFont = systemFont('Emoji', emoji);
  const verdana = systemFont('Verdana', madeFont('Verdana', new Map([[0x61, 40]])));
  return {
    named: (family) => (family === 'verdana' ? verdana : undefined),
    having: (codePoints, wantsEmoji) => {
      const isThai = codePoints.every((codePoint) => codePoint >= 0xe00 && codePoint < 0xe80);
      const isEmoji = codePoints.every((codePoint) => [GRIN, MAN, GIRL].includes(codePoint));
      if (isEmoji || (wantsEmoji && codePoints[0] === 0x2714)) return emojiFont;
      return isThai ? thaiFont : undefined;
    },
  };
})();

const library = (fonts: readonly Uint8Array[], use: SystemFontUse = 'none') =>
  new FontLibrary(nodeAssets, fonts, { shaper: nodeShaper, systemFonts: () => MACHINE }, use);

const REQUEST = { families: ['Helvetica'], weight: 400, italic: false };

function split(fonts: FontLibrary, text: string, request = REQUEST) {
  const missing: number[] = [];
  const reportMissing = (codePoint: number) => missing.push(codePoint);
  const runs = faceRuns(text, { fonts, request, face: fonts.match(request), reportMissing });
  return { runs: runs.map(({ start, end, face }) => [text.slice(start, end), face.family]), missing };
}

describe('a text', () => {
  it('is split where another font has to help out', () => {
    expect(split(library([arabic(), thai()]), 'abc ไทย سلام!').runs).toEqual([
      ['abc ', 'Arimo'],
      ['ไทย', 'Noto Sans Thai'],
      [' ', 'Arimo'],
      ['سلام', 'Noto Sans Arabic'],
      ['!', 'Arimo'],
    ]);
  });

  it('stays in the face asked for where no font has a character, which is told', () => {
    expect(split(library([]), 'aไb')).toEqual({ runs: [['aไb', 'Arimo']], missing: [0xe44] });
  });

  it('takes a letter with its marks from one font', () => {
    // Arimo has the letter, but not the mark.
    expect(
      split(
        library([
          madeFont(
            'Marked',
            new Map([
              [0x78, 40],
              [0x20d2, 41],
            ]),
          ),
        ]),
        'ax\u20d2b',
      ).runs,
    ).toEqual([
      ['a', 'Arimo'],
      ['x\u20d2', 'Marked'],
      ['b', 'Arimo'],
    ]);
  });

  it('keeps a sequence of emoji together', () => {
    expect(split(library([], 'fallback'), 'a\u{1f468}\u200d\u{1f467}b')).toEqual({
      runs: [
        ['a', 'Arimo'],
        ['\u{1f468}\u200d\u{1f467}', 'Emoji'],
        ['b', 'Arimo'],
      ],
      missing: [],
    });
  });

  it('takes a picture where the text asks for one', () => {
    const fonts = library([], 'fallback');
    expect(split(fonts, '\u2714\ufe0f').runs).toEqual([['\u2714\ufe0f', 'Emoji']]);
    expect(split(fonts, '\u2714').missing).toEqual([0x2714]);
  });
});

describe('the fonts of the machine', () => {
  it('are asked for what nobody else has, and by default only then', () => {
    expect(split(library([], 'fallback'), 'aไ').runs).toEqual([
      ['a', 'Arimo'],
      ['ไ', 'Noto Sans Thai'],
    ]);
    expect(library([], 'fallback').match({ ...REQUEST, families: ['Verdana'] }).family).toBe('Arimo');
    expect(library([thai()], 'fallback').fallbackFor(0xe44, REQUEST)?.isSystemFont).toBe(false);
  });

  it('go before those that stand in for them, if wanted', () => {
    expect(library([], 'all').match({ ...REQUEST, families: ['Verdana'] }).family).toBe('Verdana');
    expect(library([], 'all').match(REQUEST).family).toBe('Arimo');
  });

  it('are not read for what the bundled fonts have', () => {
    const renderer = createRenderer(nodeAssets, undefined, {
      systemFonts: () => {
        throw new Error('the fonts of the machine are read');
      },
      shaper: () => {
        throw new Error('the shaper is read');
      },
    });
    const label = (value: string) =>
      `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${value}" style="html=1;fontFamily=Georgia;" vertex="1" parent="1"><mxGeometry width="90" height="40" as="geometry"/></mxCell></root></mxGraphModel>`;
    for (const text of ['native', 'outline'] as const) {
      expect(() => renderer.render(label('Plain, Ünï, Ελ, Рус, ½ →'), { text })).not.toThrow();
      expect(() => renderer.render(label('中'), { text })).toThrow(/fonts of the machine/);
      expect(renderer.render(label('中'), { text, systemFonts: 'none' })).toContain('<svg');
    }
  });

  it('that turn out to be broken are passed over', () => {
    const broken: SystemFonts = {
      named: () => undefined,
      having: () => systemFont('Broken', new Uint8Array(100)),
    };
    const fonts = new FontLibrary(nodeAssets, [], { systemFonts: () => broken });
    expect(fonts.fallbackFor(0xe44, REQUEST)).toBeUndefined();
  });
});

describe('bold and italic', () => {
  const bold = { ...REQUEST, weight: 700, italic: true };

  it('are made up where the family has no such font', () => {
    const face = library([thai()]).fallbackFor(0xe44, bold);
    expect(face).toMatchObject({ family: 'Noto Sans Thai', weight: 400 });
    expect(face?.bolder).toBeGreaterThan(0);
    expect(face?.slant).toBeGreaterThan(0);
  });

  it('are the font’s own where it has them', () => {
    expect(library([arabic(), arabic('700Bold')]).fallbackFor(0x646, { ...bold, italic: false })).toMatchObject({
      weight: 700,
      bolder: 0,
      slant: 0,
    });
    expect(library([]).match(bold)).toMatchObject({ weight: 700, italic: true, bolder: 0, slant: 0 });
  });

  it('lean to the right, and are stroked', () => {
    const fonts = library([thai()]);
    const placed = { text: 'ไ', x: 0, y: 0, fontSize: 100, letterSpacing: 0, rightToLeft: false };
    const [plain] = fonts.fallbackFor(0xe44, REQUEST)?.paint(placed) ?? [];
    const [made] = fonts.fallbackFor(0xe44, bold)?.paint(placed) ?? [];
    expect(made?.kind === 'outline' && made.strokeWidth).toBeCloseTo(100 / 34, 6);
    expect(plain).toMatchObject({ strokeWidth: 0 });
    expect(made?.kind === 'outline' && made.data).not.toBe(plain?.kind === 'outline' && plain.data);
  });
});

it('knows a given font by all names of its family', () => {
  const fonts = library([arabic('700Bold')]);
  for (const family of ['Noto Sans Arabic', 'noto sans arabic']) {
    expect(fonts.match({ ...REQUEST, families: [family] }).family).toBe('Noto Sans Arabic');
  }
  const semiBold = library([read('@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf')]);
  expect(semiBold.match({ ...REQUEST, families: ['Noto Sans Arabic SemiBold'] }).weight).toBe(600);
  expect(semiBold.match({ ...REQUEST, families: ['Noto Sans Arabic'] }).weight).toBe(600);
});

it('takes every font of a collection that is given', () => {
  const fonts = library([collection(fraktur(), thai())]);
  expect(fonts.match({ ...REQUEST, families: ['MathJax_Fraktur'] }).family).toBe('MathJax_Fraktur');
  expect(fonts.fallbackFor(0xe44, REQUEST)?.family).toBe('Noto Sans Thai');
});

describe('labels', () => {
  const label = (value: string, style: string) =>
    `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${value}" style="text;${style}" vertex="1" parent="1"><mxGeometry width="200" height="40" as="geometry"/></mxCell></root></mxGraphModel>`;

  it.each(['html=1;', 'html=0;'])('say what no font has (%s)', (style) => {
    const diagnostics: Diagnostic[] = [];
    render(label('ไa', style), { systemFonts: 'none', diagnostics });
    expect(diagnostics).toMatchObject([{ code: 'missing-glyph', cellId: 'a' }]);
  });

  it('that are no HTML change fonts and directions within a line', () => {
    const svg = render(label('abc سلام ไทย', 'html=0;'), { systemFonts: 'none', fonts: [arabic(), thai()] });
    const texts = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)/g)].map(([, x, text]) => [Number(x), text]);
    expect(texts.map(([, text]) => text)).toEqual(['abc ', 'سلام', 'ไทย']);
    expect(svg).toContain('direction="rtl"');
  });

  it.each(['html=1;', 'html=0;'])('keep a word in several fonts one text (%s)', (style) => {
    const keys = madeFont('Keys', new Map([[0x2318, 40]]));
    const svg = render(label('\u2318O and \u2318P', style), { systemFonts: 'none', fonts: [keys] });
    expect([...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual(['\u2318O and ', '\u2318P']);
    expect(svg).toContain('font-family="Helvetica, Keys, Arimo"');
  });

  it.each(['html=1;', 'html=0;'])('keep a word together that comes back to its first font (%s)', (style) => {
    const keys = madeFont('Keys', new Map([[0x2318, 40]]));
    const svg = render(label('O\u2318P\u2318 \u2318O\u2318', style), { systemFonts: 'none', fonts: [keys] });
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text?.trim());
    expect(texts).toEqual(['O\u2318P\u2318', '\u2318O\u2318']);
  });

  it('embed fonts that join their letters', () => {
    const svg = render(label('سلام', 'html=1;'), { systemFonts: 'none', fonts: [arabic()], embedFonts: true });
    const data = /base64,([\w+/=]+)/.exec(svg)?.[1] ?? '';
    expect(data.length).toBeGreaterThan(500);
    expect(data.length).toBeLessThan(arabic().length / 4);
  });
});

describe('subsets', () => {
  it.each([
    ['of joining letters', arabic(), 'Noto Sans Arabic', 'السَّلام', true],
    ['of stacked marks', thai(), 'Noto Sans Thai', 'น้ำ ที่', false],
    ['of PostScript outlines', fraktur(), 'MathJax_Fraktur', 'Fraktur', false],
  ] as const)('%s set their text as the whole font does, by the same numbers', (_name, data, family, text, toLeft) => {
    const request = { ...REQUEST, families: [family] };
    const whole = library([data]).match(request);
    const file = whole.fontFile([text]) as Uint8Array;
    expect(file.length).toBeLessThan(data.length / 4);
    const cut = library([file]).match(request);
    expect(cut.glyphs(text, toLeft)).toEqual(whole.glyphs(text, toLeft));
    expect(cut.outline(text, 0, 0, 12, 0, toLeft)).toBe(whole.outline(text, 0, 0, 12, 0, toLeft));
    expect(cut.outline(text, 0, 0, 12, 0, toLeft)).not.toBe('');
  });
});

describe('a family that a diagram names', () => {
  const familyOf = (use: SystemFontUse, families: readonly string[]): string =>
    library([], use).match({ families, weight: 400, italic: false }).family;

  test.each([
    ['Georgia', 'Tinos'],
    ['URW Bookman', 'Tinos'],
    ['Consolas', 'Cousine'],
    ['MONACO', 'Cousine'],
    ['Menlo', 'Cousine'],
    ['DejaVu Sans Mono', 'Cousine'],
    ['Verdana', 'Arimo'],
    ['Roboto', 'Arimo'],
    ['Segoe UI', 'Arimo'],
    ['Architects Daughter', 'Tinos'],
  ])('%s is set in the bundled font of its kind where it is not there: %s', (family, bundled) => {
    expect(familyOf('none', [family])).toBe(bundled);
    expect(library([], 'none').substituted([family])).toBe(family);
  });

  it('gives way to the next of its list that is there', () => {
    expect(familyOf('none', ['Consolas', 'Times'])).toBe('Tinos');
    expect(library([], 'none').substituted(['Consolas', 'Times'])).toBeUndefined();
    expect(library([], 'none').substituted(['Consolas', 'Georgia'])).toBe('Consolas');
  });

  it("is the machine's own where it is not bundled and the machine may be asked", () => {
    for (const use of ['named', 'all'] as const) {
      expect(familyOf(use, ['Verdana'])).toBe('Verdana');
      expect(library([], use).substituted(['Verdana'])).toBeUndefined();
    }
    for (const use of ['fallback', 'none'] as const) {
      expect(familyOf(use, ['Verdana'])).toBe('Arimo');
      expect(library([], use).substituted(['Verdana'])).toBe('Verdana');
    }
  });

  test.each(['Helvetica', 'Arial', 'Times New Roman', 'Courier New', 'serif', 'monospace', 'Liberation Sans'])(
    '%s is bundled: no font of the machine is looked for',
    (family) => {
      const systemFonts = (): never => {
        throw new Error('asked');
      };
      const fonts = new FontLibrary(nodeAssets, [], { systemFonts }, 'named');
      expect(['Arimo', 'Tinos', 'Cousine']).toContain(
        fonts.match({ families: [family], weight: 400, italic: false }).family,
      );
      expect(fonts.substituted([family])).toBeUndefined();
    },
  );

  it('is told once where another one stands in for it', () => {
    const cells = ['Georgia', 'georgia', 'Helvetica', 'Consolas']
      .map(
        (family, i) =>
          `<mxCell id="c${i}" value="x" style="html=1;fontFamily=${family}" vertex="1" parent="1"><mxGeometry x="${i * 50}" width="40" height="20" as="geometry"/></mxCell>`,
      )
      .join('');
    const diagnostics: Diagnostic[] = [];
    render(`<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`, {
      systemFonts: 'none',
      diagnostics,
    });
    expect(diagnostics.map(({ code, cellId }) => [code, cellId])).toEqual([
      ['substituted-font', 'c0'],
      ['substituted-font', 'c3'],
    ]);
    expect(diagnostics[1]?.message).toBe(
      'The font "Consolas" can\'t be had; set in Cousine, which may be wider or narrower.',
    );
  });
});
