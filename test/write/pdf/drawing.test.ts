/** How the parts of a scene are written in PDF: paths, paints, opacity, images, shadows. */
import { PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Drawing, Fill, Picture, Scene, SceneNode, Stroke } from '../../../src/drawing/scene.js';
import { rect } from '../../../src/geometry/plane.js';
import { diagram, dictionaries, drawer, drawings, open, streams, vertex, write, writeDiagram } from './written.js';

const UNMOVED = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

const sceneWith = (...children: readonly SceneNode[]): Scene => ({
  viewBox: rect(0, 0, 100, 100),
  width: 100,
  height: 100,
  sheet: { width: 850, height: 1100, pageScale: 1 },
  root: { kind: 'group', children },
});

const RED: Fill = { paint: { kind: 'solid', color: '#ff0000' }, opacity: 1 };

const BLACK: Stroke = {
  color: '#000000',
  opacity: 1,
  width: 2,
  dash: [],
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
};

const box = (changes: Partial<Drawing>): Drawing => ({
  kind: 'drawing',
  outline: { kind: 'rect', box: rect(10, 20, 30, 40), radiusX: 0, radiusY: 0 },
  transform: UNMOVED,
  ...changes,
});

async function written(...nodes: readonly SceneNode[]) {
  const document = await open(await write([{ scene: sceneWith(...nodes) }]));
  return { document, operators: drawings(document).join('\n') };
}

describe('drawings', () => {
  test('are filled and stroked at once where they are opaque', async () => {
    const { operators } = await written(box({ fill: RED, stroke: BLACK }));
    expect(operators).toContain('1 0 0 rg\n0 0 0 RG\n2 w\n10 20 30 40 re\nB');
  });

  test('are filled before they are stroked where one shows through', async () => {
    const { operators, document } = await written(box({ fill: RED, stroke: { ...BLACK, opacity: 0.5 } }));
    expect(operators).toMatch(/1 0 0 rg\n10 20 30 40 re\nf\nQ\nq\n\/G1 gs\n0 0 0 RG\n2 w\n10 20 30 40 re\nS/);
    const [state] = dictionaries(document, 'ExtGState');
    expect(state?.lookup(PDFName.of('CA'), PDFNumber).asNumber()).toBe(0.5);
  });

  test('have the ends, corners and dashes of their lines', async () => {
    const stroke: Stroke = { ...BLACK, lineCap: 'round', lineJoin: 'bevel', dash: [3, 1.5] };
    expect((await written(box({ stroke }))).operators).toContain('2 w\n1 J\n2 j\n[3 1.5] 0 d\n');
    expect((await written(box({ stroke: { ...BLACK, miterLimit: 4 } }))).operators).toContain('4 M');
  });

  test('have no dashes that PDF forbids', async () => {
    expect((await written(box({ stroke: { ...BLACK, dash: [0, 0] } }))).operators).not.toContain('] 0 d');
  });

  test('without extent are left out, as in SVG', async () => {
    const flat = { kind: 'rect', box: rect(0, 0, 30, 0), radiusX: 0, radiusY: 0 } as const;
    expect((await written(box({ outline: flat, stroke: BLACK }))).operators).not.toContain(' re');
  });

  test.each([1e300, -1e300, 1e-300])('of the size %d leave a file that can be read', async (size) => {
    const outline = { kind: 'rect', box: rect(size, 0, 10, Math.abs(size)), radiusX: size, radiusY: 0 } as const;
    const paint = {
      kind: 'gradient',
      direction: 'radial',
      from: '#fff',
      to: '#000',
      fromOpacity: 0,
      toOpacity: size,
    } as const;
    const stroke: Stroke = { ...BLACK, width: size, dash: [size, 1], miterLimit: size, opacity: size };
    const transform = { a: size, b: 0, c: 0, d: 1, e: size, f: 0 };
    const tiles: Fill = { paint: { kind: 'pattern', pattern: 'dots', color: '#000', strokeWidth: 1 }, opacity: size };
    const { operators } = await written(
      box({ outline, transform, stroke, fill: { paint, opacity: size } }),
      box({ outline: { kind: 'ellipse', box: rect(0, 0, 1e7, Math.abs(size)) }, fill: tiles }),
    );
    expect(operators).not.toMatch(/NaN|Infinity|e[+-]?\d/);
    expect(operators.length).toBeLessThan(100_000);
  });

  test('turn with their transform', async () => {
    const { operators } = await written(box({ fill: RED, transform: { a: 0, b: 1, c: -1, d: 0, e: 5, f: 6 } }));
    expect(operators).toContain('0 1 -1 0 5 6 cm');
  });
});

describe('gradients', () => {
  const gradient = (fromOpacity: number, toOpacity: number): Fill => ({
    paint: { kind: 'gradient', direction: 'south', from: '#ff0000', to: '#0000ff', fromOpacity, toOpacity },
    opacity: 1,
  });

  test('span the box', async () => {
    const { document, operators } = await written(box({ fill: gradient(1, 1) }));
    expect(operators).toContain('/Pattern cs /P1 scn');
    const [pattern] = dictionaries(document, 'Pattern');
    // From the unit square to the box, and on to the page: 0.75 points to the px, y up.
    expect(String(pattern?.lookup(PDFName.of('Matrix')))).toBe('[ 22.5 0 0 -30 7.5 60 ]');
    expect(dictionaries(document, 'Mask')).toEqual([]);
  });

  test('whose opacity changes have a mask', async () => {
    const { document } = await written(box({ fill: gradient(1, 0.2) }));
    const states = dictionaries(document, 'ExtGState').filter((state) => state.has(PDFName.of('SMask')));
    expect(states).toHaveLength(1);
  });

  test('of one opacity have none', async () => {
    const { document } = await written(box({ fill: gradient(0.4, 0.4) }));
    const [state] = dictionaries(document, 'ExtGState');
    expect(state?.lookup(PDFName.of('ca'), PDFNumber).asNumber()).toBe(0.4);
    expect(state?.has(PDFName.of('SMask'))).toBe(false);
  });
});

test('fill patterns are drawn inside the outline', async () => {
  const paint = { kind: 'pattern', pattern: 'hatch', color: '#0000ff', strokeWidth: 1 } as const;
  const { operators } = await written(box({ fill: { paint, opacity: 1 } }));
  expect(operators).toMatch(/10 20 30 40 re\nW n\n/);
  expect(operators).toContain('0.75 w');
  expect(operators.match(/ l$/gm)?.length).toBeGreaterThan(4);
});

describe('pictures', () => {
  const picture = (href: string, changes: Partial<Picture> = {}): Picture => ({
    kind: 'picture',
    href,
    box: rect(10, 20, 30, 40),
    transform: UNMOVED,
    opacity: 1,
    keepAspect: true,
    ...changes,
  });

  const svgUri = (body: string, attributes = 'width="20" height="20"'): string =>
    `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`)}`;

  /** Two pixels: red, and green half transparent. */
  const PNG =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGP4z8DwH4gbgBgAFv8EAYmWs2AAAAAASUVORK5CYII=';

  const images = (document: Awaited<ReturnType<typeof open>>) =>
    streams(document).filter(({ dict }) => dict.get(PDFName.of('Subtype')) === PDFName.of('Image'));

  test('of SVG stay vector graphics', async () => {
    const { document, operators } = await written(picture(svgUri('<path d="M2 2h10v5z" fill="#0f0"/>')));
    expect(images(document)).toEqual([]);
    expect(operators).toContain('0 1 0 rg\n2 2 m\n12 2 l\n12 7 l\nh\nf');
    // Laid out in the whole box.
    expect(operators).toContain('30 0 0 -40 10 60 cm\n/X1 Do');
  });

  test('of SVG keep gradients, clips, masks and opacity', async () => {
    const defs =
      '<linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity="0"/></linearGradient>' +
      '<clipPath id="c"><circle cx="10" cy="10" r="5"/></clipPath><mask id="m"><rect width="20" height="9" fill="#fff"/></mask>';
    const body = `<defs>${defs}</defs><g clip-path="url(#c)" opacity=".5"><rect mask="url(#m)" width="20" height="20" fill="url(#g)"/></g>`;
    const { document, operators } = await written(picture(svgUri(body)));
    expect(images(document)).toEqual([]);
    expect(operators).toContain('W n');
    expect(dictionaries(document, 'Pattern')).toHaveLength(1);
    expect(dictionaries(document, 'ExtGState').filter((state) => state.has(PDFName.of('SMask')))).toHaveLength(2);
  });

  test('of SVG with filters are drawn as pixels', async () => {
    const body =
      '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect filter="url(#f)" width="9" height="9"/>';
    const { document } = await written(picture(svgUri(body)));
    expect(images(document).map(({ dict }) => String(dict.get(PDFName.of('Width'))))).toEqual(['94', '94']);
  });

  test('that are used twice are written once', async () => {
    const twice = svgUri('<path d="M0 0h9v9z"/>');
    const { operators } = await written(picture(twice), picture(twice, { box: rect(50, 50, 15, 20) }));
    expect(operators.match(/9 9 l/g)).toHaveLength(1);
    expect(operators.match(/\/X1 Do/g)).toHaveLength(2);
  });

  test('of PNG keep their pixels and their opacity', async () => {
    const { document } = await written(picture(PNG, { box: rect(10, 20, 4, 2) }));
    const sizes = images(document).map(({ dict }) =>
      ['Width', 'Height', 'ColorSpace'].map((key) => String(dict.get(PDFName.of(key)))),
    );
    expect(sizes).toEqual([
      ['2', '1', '/DeviceGray'],
      ['2', '1', '/DeviceRGB'],
    ]);
  });

  test('that are enlarged a lot are drawn', async () => {
    const { document } = await written(picture(PNG));
    expect(images(document).map(({ dict }) => String(dict.get(PDFName.of('Width'))))).toEqual(['94', '94']);
  });

  test('of JPEG are taken as they are', async () => {
    const { encode } = await import('jpeg-js');
    const jpeg = encode({ width: 20, height: 10, data: new Uint8Array(800).fill(200) }, 80).data;
    const { document } = await written(picture(`data:image/jpeg;base64,${jpeg.toString('base64')}`));
    const [image] = images(document);
    expect(Buffer.from(image?.contents ?? []).equals(jpeg)).toBe(true);
    expect(String(image?.dict.get(PDFName.of('Filter')))).toBe('/DCTDecode');
  });

  test.each([
    'data:image/png;base64,AAAA',
    'data:image/jpeg;base64,/9j/',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'https://example.org/a.png',
  ])('%s draws nothing, and nothing breaks', async (href) => {
    const { document } = await written(picture(href), box({ fill: RED }));
    expect(drawings(document).join()).toContain('1 0 0 rg');
  });

  test('are clipped', async () => {
    const clip = { kind: 'rect', box: rect(0.5, 0, 0.5, 1), radiusX: 0, radiusY: 0 } as const;
    const { operators } = await written(picture(svgUri('<path d="M0 0h9v9z"/>'), { clip }));
    expect(operators).toContain('25 20 15 40 re\nW n');
  });
});

describe('shadows', () => {
  test('are images under what casts them, which stays vector', async () => {
    const shadow = { color: '#000000', opacity: 0.25, dx: 2, dy: 3, blur: 2 };
    const { document, operators } = await written({ kind: 'group', shadow, children: [box({ fill: RED })] });
    expect(operators.indexOf('/X1 Do')).toBeGreaterThan(0);
    expect(operators.indexOf('10 20 30 40 re')).toBeGreaterThan(operators.indexOf('/X1 Do'));
    const [state] = dictionaries(document, 'ExtGState');
    expect(state?.lookup(PDFName.of('ca'), PDFNumber).asNumber()).toBe(0.25);
  });

  test('of what looks alike are one image', async () => {
    const shadow = { color: '#000000', opacity: 0.25, dx: 2, dy: 3, blur: 2 };
    const at = (x: number) => {
      const outline = { kind: 'rect', box: rect(x, 20, 30, 40), radiusX: 0, radiusY: 0 } as const;
      return { kind: 'group', shadow, children: [box({ outline, fill: RED })] } as const;
    };
    const { document, operators } = await written(at(10), at(60));
    expect(operators.match(/\/X1 Do/g)).toHaveLength(2);
    expect(dictionaries(document, 'XObject')).toHaveLength(2);
  });

  test('that can’t be drawn are reported', async () => {
    const pixels = (): never => {
      throw new Error('too large');
    };
    const codes: string[] = [];
    const shadow = { color: '#000000', opacity: 0.25, dx: 2, dy: 3, blur: 2 };
    const scene = sceneWith({ kind: 'group', shadow, children: [box({ fill: RED })] });
    const { writePdf } = await import('../../../src/write/pdf/document.js');
    await writePdf([{ scene }], {
      drawer: { document: (...of) => drawer.document(...of), simplified: (svg) => drawer.simplified(svg), pixels },
      report: ({ code }) => codes.push(code),
    });
    expect(codes).toEqual(['missing-image']);
  });
});

test('a label that is see-through is so as a whole', async () => {
  const document = await open(
    await writeDiagram(diagram(vertex('Text', 'html=1;textOpacity=40;labelBackgroundColor=#ffff00;'))),
  );
  const groups = dictionaries(document, 'XObject').filter((form) => form.has(PDFName.of('Group')));
  expect(groups).toHaveLength(1);
  expect(dictionaries(document, 'ExtGState')).toHaveLength(1);
});
