/** Text in PDF: real text in embedded fonts, each glyph where layout put it. */
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Scene, SceneNode } from '../../../src/drawing/scene.js';
import type { FontFace } from '../../../src/drawing/textBlock.js';
import { diagram, dictionaries, drawings, open, sceneOf, vertex, write } from './written.js';

const label = (value: string, style = ''): Scene => sceneOf(diagram(vertex(value, `text;html=1;align=left;${style}`)));

async function written(scene: Scene) {
  const document = await open(await write([{ scene }]));
  const operators = drawings(document).join('\n');
  const font = dictionaries(document, 'Font').find((each) => each.get(PDFName.of('Subtype')) === PDFName.of('Type0'));
  return { document, operators, font };
}

const decoded = (stream: unknown): string => {
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
};

/** The text of each code of a font. */
function unicode(font: PDFDict | undefined): ReadonlyMap<string, string> {
  const map = decoded(font?.lookup(PDFName.of('ToUnicode')));
  const pairs = [...map.slice(map.indexOf('beginbfchar')).matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm)];
  return new Map(
    pairs.map(([, code = '', text = '']) => [code, Buffer.from(text, 'hex').swap16().toString('utf16le')]),
  );
}

/** What the TJ operators of a page say, by the font's own map. */
function shownText({ operators, font }: Awaited<ReturnType<typeof written>>): string {
  const texts = unicode(font);
  return [...operators.matchAll(/\[(.*)\] TJ/g)]
    .map(([, operand = '']) =>
      [...operand.matchAll(/<([0-9a-f]*)>/g)]
        .flatMap(([, codes = '']) => codes.match(/.{4}/g) ?? [])
        .map((code) => texts.get(code) ?? '')
        .join(''),
    )
    .join('|');
}

/** How far the text of each TJ operator moves, thousandths of the font size, by the widths of its font. */
function advances({ operators, font }: Awaited<ReturnType<typeof written>>): readonly number[] {
  const descendant = font?.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const entries = descendant?.lookup(PDFName.of('W'), PDFArray);
  const widths = new Map<number, number>();
  for (let i = 0; i < (entries?.size() ?? 0); i += 2) {
    const code = entries?.lookup(i, PDFNumber).asNumber() as number;
    widths.set(
      code,
      entries
        ?.lookup(i + 1, PDFArray)
        .lookup(0, PDFNumber)
        .asNumber() as number,
    );
  }
  return [...operators.matchAll(/\[(.*)\] TJ/g)].map(([, operand = '']) =>
    [...operand.matchAll(/<([0-9a-f]*)>|(-?\d+)/g)].reduce((sum, [, codes, moved]) => {
      const shown = codes?.match(/.{4}/g) ?? [];
      return (
        shown.reduce((total, code) => total + (widths.get(Number.parseInt(code, 16)) ?? 0), sum) - Number(moved ?? 0)
      );
    }, 0),
  );
}

describe('text', () => {
  test('is real, and its codes say what it reads', async () => {
    expect(shownText(await written(label('Grüße, Ω &amp;amp; AVA')))).toBe('Grüße, Ω & AVA');
  });

  test('stands at its place, upright on a page whose y points down', async () => {
    const { operators } = await written(label('some'));
    expect(operators).toMatch(/BT\n\/F1 12 Tf\n1 0 0 -1 [\d.]+ [\d.]+ Tm\n\[<[0-9a-f]{16}>\] TJ\nET/);
  });

  test.each([
    ['kerning', 'AVATAR To Ye', ''],
    ['letter spacing', '&lt;span style=&quot;letter-spacing:3px&quot;&gt;spaced&lt;/span&gt;', ''],
    ['a font set to another’s widths', 'monospaced', 'fontFamily=monospace;'],
  ])('is as wide as it was laid out, with %s', async (_name, value, style) => {
    const scene = label(value, style);
    const run = firstRun(scene);
    const [advance = 0] = advances(await written(scene));
    // The space after the last character moves nothing any more.
    expect((advance * run.fontSize) / 1000).toBeCloseTo(run.width - run.letterSpacing, 0);
  });

  test('that is too small to have a size is left out', async () => {
    for (const size of ['1e-9em', '0.01px', '0']) {
      const { operators } = await written(label(`a <span style='letter-spacing:1px;font-size:${size}'>bcd</span> e`));
      expect(operators).not.toMatch(/NaN|Infinity| 0 Tf/);
      expect(operators).toContain(' TJ');
    }
  });

  test('right to left reads as it was written', async () => {
    const scene = label('שלום', 'textDirection=rtl;');
    expect([...shownText(await written(scene))].reverse().join('')).toBe('שלום');
  });

  test('has its colour and opacity', async () => {
    const { operators, document } = await written(label('&lt;font color=&quot;#00ff0080&quot;&gt;green&lt;/font&gt;'));
    expect(operators).toMatch(/\/G1 gs\n0 1 0 rg\nBT/);
    expect(String(dictionaries(document, 'ExtGState')[0]?.get(PDFName.of('ca')))).toBe('0.502');
  });

  test('has bars under and through it', async () => {
    const { operators } = await written(label('&lt;u&gt;under&lt;/u&gt;'));
    expect(operators).toMatch(/[\d.]+ [\d.]+ [\d.]+ 1 re\nf/);
  });
});

describe('fonts', () => {
  test('are embedded, cut down to what is used', async () => {
    const { document } = await written(label('abc'));
    const [descriptor] = dictionaries(document, 'FontDescriptor');
    expect(String(descriptor?.get(PDFName.of('FontName')))).toMatch(/^\/[A-Z]{6}\+Arimo-Regular$/);
    const file = descriptor?.lookup(PDFName.of('FontFile2'));
    expect(file instanceof PDFRawStream && file.contents.length).toBeLessThan(20_000);
  });

  test('are shared by the pages', async () => {
    const scene = label('abc');
    const document = await open(await write([{ scene }, { scene }]));
    expect(dictionaries(document, 'FontDescriptor')).toHaveLength(1);
  });

  test('have a code for each character, where one glyph serves several', async () => {
    const texts = unicode((await written(label('a&amp;nbsp;b c'))).font);
    expect([...texts.values()].sort()).toEqual([' ', 'a', 'b', 'c', '\u00a0']);
  });

  test('that may not be embedded are drawn as outlines, and reported', async () => {
    const scene = withFace(label('abc'), { fontFile: () => undefined });
    const codes: string[] = [];
    const document = await open(await write([{ scene }], { report: ({ code }) => codes.push(code) }));
    const operators = drawings(document).join('\n');
    expect(codes).toEqual(['missing-font']);
    expect(operators).not.toContain('TJ');
    expect(operators.match(/ c$/gm)?.length).toBeGreaterThan(10);
  });

  test('that are made to lean and bolder do so as text', async () => {
    const { operators } = await written(withFace(label('abc'), { slant: 0.25, bolder: 0.1 }));
    expect(operators).toMatch(/1\.2 w\nBT\n\/F1 12 Tf\n2 Tr\n1 0 0\.25 -1 /);
  });

  test('place marks above their letters', async () => {
    const glyphs = () => [
      { glyph: 68, cluster: 0, advance: 1000 },
      { glyph: 69, cluster: 1, advance: 0, dx: -500, dy: 200 },
    ];
    const { operators } = await written(withFace(label('ab'), { glyphs }));
    expect(operators).toMatch(/TJ\n1\.172 Ts\n\[ \d+ <0002>\] TJ\n0 Ts/);
  });
});

/** The scene with all of its text set in another face. */
function withFace(scene: Scene, changes: Partial<FontFace>): Scene {
  let face: FontFace | undefined;
  const changed = (node: SceneNode): SceneNode => {
    if (node.kind === 'group') return { ...node, children: node.children.map(changed) };
    if (node.kind !== 'text') return node;
    const runs = node.block.runs.map((run) => {
      face ??= new Proxy(run.face, {
        get: (target, key) => {
          const value = Reflect.get(key in changes ? changes : target, key, key in changes ? changes : target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      return { ...run, face };
    });
    return { ...node, block: { ...node.block, runs } };
  };
  return { ...scene, root: changed(scene.root) as Scene['root'] };
}

function firstRun(scene: Scene) {
  const find = (node: SceneNode): (SceneNode & { kind: 'text' })['block']['runs'][number] | undefined =>
    node.kind === 'group'
      ? node.children.map(find).find(Boolean)
      : node.kind === 'text'
        ? node.block.runs[0]
        : undefined;
  const run = find(scene.root);
  if (!run) throw new Error('The scene has no text.');
  return run;
}
