/** Libraries of shapes, as a sheet of their entries. */
import { describe, expect, test } from 'vitest';
import { readContainer } from '../../src/decode/container.js';
import { childElement, childElements, type XmlElement } from '../../src/decode/xml.js';
import type { MxsvgError } from '../../src/diagnostics.js';
import { layout, render } from '../../src/index.js';
import { DEFAULT_LIMITS } from '../../src/limits.js';
import { compressPage, thrown } from './samples.js';

const model = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;
const vertex = (id: string, place: string, parent = '1', style = 'rounded=0'): string =>
  `<mxCell id="${id}" value="${id}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${place} as="geometry"/></mxCell>`;
const box = vertex('a', 'width="40" height="20"');

const library = (entries: unknown, attributes = ''): string =>
  `<mxlibrary${attributes}>${JSON.stringify(entries).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</mxlibrary>`;

function cells(source: string): readonly XmlElement[] {
  const root = childElement(readContainer(source).pages[0]?.model() as XmlElement, 'root') as XmlElement;
  return childElements(root).slice(2);
}

const ids = (source: string): (string | undefined)[] => cells(source).map((cell) => cell.attributes.get('id'));

const errorOf = (source: string): MxsvgError => thrown(() => readContainer(source).pages[0]?.model());

describe('an entry may hold', () => {
  test.each([
    ['plain XML', model(box)],
    ['XML escaped once more', model(box).replaceAll('<', '&lt;')],
    ['compressed XML', compressPage(model(box))],
    ['URI-encoded XML', encodeURIComponent(model(box))],
    ['a whole file', `<mxfile><diagram>${model(box)}</diagram></mxfile>`],
  ])('%s', (_kind, xml) => {
    expect(ids(library([{ xml, w: 40, h: 20 }]))).toEqual(['entry-1', 'entry-1-a']);
  });

  test('an image, whose address loses what a style can’t hold', () => {
    const data = 'data:image/png;base64,AAAA';
    const image = cells(library([{ data, w: 30, h: 40, aspect: 'fixed', title: 'Icon' }]))[1];
    expect(image?.attributes.get('style')).toMatch(/shape=image;.*aspect=fixed;image=data:image\/png,AAAA$/);
    expect(image?.attributes.get('parent')).toBe('entry-1');
  });

  test('nothing that can be drawn', () => {
    expect(ids(library([{ w: 10, h: 10, title: 'Empty' }, null, 'text']))).toEqual(['entry-1', 'entry-1-title']);
  });
});

describe('the sheet', () => {
  test('gives every cell an id of its own, and keeps references within an entry', () => {
    const pair = `${vertex('a', 'width="10" height="10"')}${vertex('b', 'x="50" width="10" height="10"')}`;
    const edge = '<mxCell id="e" edge="1" parent="1" source="a" target="b"><mxGeometry as="geometry"/></mxCell>';
    const wrapped = '<UserObject id="u" label="x" parent="mine"><mxCell vertex="1" parent="a"/></UserObject>';
    const all = cells(library(Array(2).fill({ xml: model(pair + edge + wrapped), w: 60, h: 10 })));
    const names = all.map((cell) => cell.attributes.get('id'));
    expect(new Set(names).size).toBe(names.length);
    const second = all.find((cell) => cell.attributes.get('id') === 'entry-2-e');
    expect(Object.fromEntries(second?.attributes ?? [])).toMatchObject({
      parent: 'entry-2',
      source: 'entry-2-a',
      target: 'entry-2-b',
    });
    const user = all.find((cell) => cell.attributes.get('id') === 'entry-2-u');
    // An attribute of the user's is not a reference.
    expect(user?.attributes.get('parent')).toBe('mine');
    expect(childElement(user as XmlElement, 'mxCell')?.attributes.get('parent')).toBe('entry-2-a');
  });

  test('holds the first layer’s cells, as draw.io takes them', () => {
    const other = '<mxCell id="L" parent="0"/>';
    expect(ids(library([{ xml: model(other + box + vertex('b', 'width="9" height="9"', 'L')) }]))).not.toContain(
      'entry-1-b',
    );
  });

  test('stands entries apart, wherever their own coordinates begin', () => {
    const far = (at: number): string => model(vertex('a', `x="${at}" y="${-at}" width="40" height="20"`));
    const source = library([0, 500, -900, 70].map((at) => ({ xml: far(at), w: 40, h: 20, title: `At ${at}` })));
    const boxes = layout(source).cells.filter(({ id }) => /^entry-\d+-a$/.test(id));
    expect(boxes).toHaveLength(4);
    for (const one of boxes) {
      const others = boxes.filter((each) => each !== one);
      expect(others.some((each) => Math.abs(each.x - one.x) < 40 && Math.abs(each.y - one.y) < 20)).toBe(false);
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.y).toBeGreaterThanOrEqual(0);
    }
  });

  test('writes titles below the entries, as text', () => {
    const svg = render(library([{ xml: model(box), w: 40, h: 20, title: 'A <b>title</b>' }]));
    expect(svg).toContain('A &lt;b&gt;title&lt;/b&gt;');
    const { cells: boxes } = layout(library([{ xml: model(box), w: 40, h: 20, title: 'Title' }]));
    const [entry, title] = ['entry-1', 'entry-1-title'].map((id) => boxes.find((each) => each.id === id));
    expect(title?.y).toBeGreaterThan((entry?.y ?? 0) + (entry?.height ?? 0));
  });

  test('moves an edge’s points with it', () => {
    const points = '<mxPoint x="510" y="520" as="sourcePoint"/><mxPoint x="550" y="560" as="targetPoint"/>';
    const edge = `<mxCell id="e" edge="1" parent="1"><mxGeometry relative="1" as="geometry">${points}</mxGeometry></mxCell>`;
    const [drawn] = layout(library([{ xml: model(edge), w: 40, h: 40 }])).cells.filter(({ id }) => id === 'entry-1-e');
    expect(drawn?.width).toBe(40);
    expect(drawn?.x).toBeLessThan(200);
  });

  test('has the library’s title as its name', () => {
    expect(readContainer(library([], ' title="My shapes"')).pages).toMatchObject([{ name: 'My shapes' }]);
  });

  test('of an empty library is empty', () => {
    expect(ids('<mxlibrary>[]</mxlibrary>')).toEqual([]);
    expect(ids('<mxlibrary/>')).toEqual([]);
  });
});

describe('a broken library', () => {
  test.each<[string, string, string, RegExp]>([
    ['holds no JSON', '<mxlibrary>[{</mxlibrary>', 'broken-page', /JSON/],
    ['holds no list', '<mxlibrary>{"xml":""}</mxlibrary>', 'broken-page', /no list/],
    ['has an entry that can’t be read', library([{ xml: '###', title: 'Bad' }]), 'broken-page', /Entry 1 .*\(Bad\)/],
    ['has entries that hold it without end', library([{ xml: '<svg/>' }]), 'not-a-diagram', /no diagram/],
  ])('%s', (_kind, source, code, message) => {
    expect(errorOf(source)).toMatchObject({ name: 'MxsvgError', code });
    expect(errorOf(source).message).toMatch(message);
  });

  test('inflates without end', () => {
    const xml = compressPage(`<mxGraphModel>${' '.repeat(100_000)}</mxGraphModel>`);
    const limits = { ...DEFAULT_LIMITS, inflatedBytes: 2_000_000 };
    const read = () => readContainer(library(Array(9).fill({ xml })), limits).pages[0]?.model();
    expect(thrown(read).code).toBe('limit-exceeded');
  });

  test('holds libraries in libraries', () => {
    let source = library([]);
    for (let depth = 0; depth < 6; depth += 1) source = library([{ xml: source }]);
    expect(errorOf(source).code).toBe('limit-exceeded');
  });
});
