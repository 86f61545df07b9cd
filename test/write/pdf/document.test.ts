/** PDF files as a whole: pages, properties, links, the outline, the diagram inside, and that they repeat. */
import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { inflateRaw } from 'pako';
import { describe, expect, test } from 'vitest';
import { diagramInPdf } from '../../../src/decode/pdf.js';
import { sheetsOf } from '../../../src/write/pdf/sheets.js';
import {
  diagram,
  dictionaries,
  drawings,
  links,
  open,
  pagesOf,
  sceneOf,
  vertex,
  write,
  writeDiagram,
} from './written.js';

const BOX = diagram(vertex('Box', 'html=1;'));

const TWO_PAGES =
  '<mxfile><diagram id="one" name="First"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>' +
  '<UserObject id="a" label="there" link="data:page/id,two"><mxCell style="html=1;" vertex="1" parent="1">' +
  '<mxGeometry width="120" height="60" as="geometry"/></mxCell></UserObject>' +
  '<UserObject id="b" label="nowhere" link="data:page/id,three"><mxCell style="html=1;" vertex="1" parent="1">' +
  '<mxGeometry y="100" width="120" height="60" as="geometry"/></mxCell></UserObject></root></mxGraphModel></diagram>' +
  '<diagram id="two" name="Zweite (Übersicht)"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>' +
  '<mxCell id="c" style="html=1;" vertex="1" parent="1"><mxGeometry width="40" height="40" as="geometry"/></mxCell>' +
  '</root></mxGraphModel></diagram></mxfile>';

describe('pages', () => {
  test('are as large as the drawing, 0.75 points to the px', async () => {
    const document = await open(await writeDiagram(BOX));
    expect(document.getPage(0).getSize()).toEqual({ width: 121 * 0.75, height: 61 * 0.75 });
  });

  test('have an extent, however small they are asked for', async () => {
    const document = await open(await write([{ scene: sceneOf(BOX), pointsPerPixel: 1e-9 }]));
    expect(document.getPage(0).getSize()).toEqual({ width: 0.1, height: 0.1 });
  });

  test('have the size asked for', async () => {
    const document = await open(await write([{ scene: sceneOf(BOX), pointsPerPixel: 1.5 }]));
    expect(document.getPage(0).getSize()).toEqual({ width: 121 * 1.5, height: 61 * 1.5 });
  });

  test('that are longer than viewers take have a larger unit', async () => {
    const document = await open(await write([{ scene: sceneOf(BOX), pointsPerPixel: 200 }]));
    const { width } = document.getPage(0).getSize();
    expect(width).toBeCloseTo((121 * 200) / 2);
    expect(document.getPage(0).node.get(PDFName.of('UserUnit'))?.toString()).toBe('2');
  });

  test('lie on their background', async () => {
    const document = await open(await writeDiagram(diagram(vertex('', ''), 'background="#ff8000"')));
    expect(drawings(document).join()).toMatch(/1 0\.502 0 rg\n0 0 121 61 re\nf/);
  });

  test('come in their order, and their names make the outline', async () => {
    const document = await open(await write(pagesOf(TWO_PAGES)));
    expect(document.getPages().map((page) => page.getWidth())).toEqual([121 * 0.75, 41 * 0.75]);
    const outline = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
    const first = outline.lookup(PDFName.of('First'), PDFDict);
    const second = first.lookup(PDFName.of('Next'), PDFDict);
    const titles = [first, second].map((entry) =>
      (entry.lookup(PDFName.of('Title')) as { decodeText?(): string }).decodeText?.(),
    );
    expect(titles).toEqual(['First', 'Zweite (Übersicht)']);
  });

  test('there is at least one', async () => {
    await expect(write([])).rejects.toMatchObject({ code: 'page-not-found' });
  });

  test('one alone has no outline', async () => {
    const document = await open(await write(pagesOf(BOX)));
    expect(document.catalog.has(PDFName.of('Outlines'))).toBe(false);
  });
});

describe('sheets', () => {
  const scene = (attributes: string) => {
    const cells = `${vertex('', '')}<mxCell id="w" vertex="1" parent="1"><mxGeometry x="250" y="110" width="20" height="20" as="geometry"/></mxCell>`;
    return sceneOf(diagram(cells, attributes), { size: 'page' });
  };

  test('lie side by side from the origin, row by row', () => {
    expect(sheetsOf(scene('pageWidth="200" pageHeight="100"')).map(({ view }) => [view.x, view.y])).toEqual([
      [0, 0],
      [200, 0],
      [0, 100],
      [200, 100],
    ]);
  });

  test('share one drawing, and each has its own links', async () => {
    const at = (id: string, x: number) =>
      `<UserObject id="${id}" label="${id}" link="https://example.org/${id}"><mxCell vertex="1" parent="1">` +
      `<mxGeometry x="${x}" y="20" width="60" height="40" as="geometry"/></mxCell></UserObject>`;
    const drawn = sceneOf(diagram(at('one', 20) + at('two', 240), 'pageWidth="200" pageHeight="100"'), {
      size: 'page',
    });
    const document = await open(await write(sheetsOf(drawn).map((sheet) => ({ scene: drawn, ...sheet }))));
    expect(drawings(document).filter((operators) => operators.includes('TJ'))).toHaveLength(1);
    const found = [0, 1].map((page) => links(document, page));
    expect(found.map((each) => each.map(({ to }) => to))).toEqual([
      ['(https://example.org/one)'],
      ['(https://example.org/two)'],
    ]);
    // 40 px from the left edge of its sheet, less half of the line and of the pixel that sheets are shifted by.
    expect(found[1]?.[0]?.rect[0]).toBeCloseTo(40 * 0.72, 1);
  });

  test('begin where the drawing does', () => {
    const cells =
      '<mxCell id="n" vertex="1" parent="1"><mxGeometry x="-150" y="320" width="20" height="20" as="geometry"/></mxCell>';
    const [sheet, ...others] = sheetsOf(sceneOf(diagram(cells, 'pageWidth="200" pageHeight="100"'), { size: 'page' }));
    expect(others).toEqual([]);
    expect(sheet?.view).toEqual({ x: -200, y: 300, width: 200, height: 100 });
  });

  test('are printed on paper of a hundredth of an inch to the px', async () => {
    const drawn = scene('pageWidth="850" pageHeight="1100" pageScale="0.5"');
    const document = await open(await write(sheetsOf(drawn).map((sheet) => ({ scene: drawn, ...sheet }))));
    expect(document.getPage(0).getSize()).toEqual({ width: 612, height: 792 });
  });
});

describe('links', () => {
  const linked = (link: string) =>
    diagram(
      `<UserObject id="a" label="" link="${link}"><mxCell vertex="1" parent="1"><mxGeometry x="40" y="20" width="120" height="60" as="geometry"/></mxCell></UserObject>`,
    );

  test('cover what they are on', async () => {
    const [link] = links(await open(await writeDiagram(linked('https://example.org/a?b=(c)'))));
    expect(link?.to).toBe('(https://example.org/a?b=\\(c\\))');
    // The outline's stroke reaches half a px beyond it, to the edges of the page.
    expect(link?.rect).toEqual([0, 0, 90.75, 45.75]);
  });

  test('are written in ASCII', async () => {
    const [link] = links(await open(await writeDiagram(linked('https://example.org/ü b'))));
    expect(link?.to).toBe('(https://example.org/%C3%BC%20b)');
  });

  test('that could do harm are left out', async () => {
    expect(links(await open(await writeDiagram(linked('javascript:alert(1)'))))).toEqual([]);
  });

  test('lead to other pages of the file', async () => {
    const document = await open(await write(pagesOf(TWO_PAGES)));
    expect(links(document).map(({ to }) => to)).toEqual([`[ ${document.getPage(1).ref} /Fit ]`]);
  });

  test('work in labels', async () => {
    const label = '&lt;a href=&quot;https://example.org/&quot;&gt;link&lt;/a&gt;';
    const [link] = links(await open(await writeDiagram(diagram(vertex(label, 'html=1;')))));
    expect(link?.to).toBe('(https://example.org/)');
    expect(link?.rect[2]).toBeLessThan(30);
  });

  test('outside of the sheet are left out', async () => {
    const scene = sceneOf(linked('https://example.org/'));
    const view = { x: 500, y: 0, width: 100, height: 100 };
    expect(links(await open(await write([{ scene, view }])))).toEqual([]);
  });
});

describe('the diagram inside', () => {
  const XML = '<mxfile><diagram id="d" name="Seite ü">…</diagram></mxfile>';

  test('is what draw.io finds', async () => {
    const pdf = await write(pagesOf(TWO_PAGES), { diagram: XML });
    // draw.io takes the first attachment's stream, from behind the two bytes of its zlib header.
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    const attachment = text.indexOf('EmbeddedFile');
    const start = text.indexOf('stream', attachment) + 'stream'.length + 3;
    expect(text.slice(attachment, start)).toContain('application#2Fvnd.jgraph.mxfile');
    const stream = Buffer.from(text.slice(start, text.indexOf('endstream', start)), 'latin1');
    expect(new TextDecoder().decode(inflateRaw(stream))).toBe(XML);
  });

  test('is what is read again', async () => {
    expect(diagramInPdf(await write(pagesOf(BOX), { diagram: XML }))).toBe(XML);
  });

  test('is there only on request', async () => {
    expect(dictionaries(await open(await writeDiagram(BOX)), 'EmbeddedFile')).toEqual([]);
  });
});

describe('the file', () => {
  test('has its properties', async () => {
    const date = new Date('2024-05-06T07:08:09Z');
    const options = { title: 'Plan ü', author: 'A. Author', subject: 'Subject', keywords: ['one', 'two'], date };
    const document = await open(await write(pagesOf(BOX), options));
    expect(document.getTitle()).toBe('Plan ü');
    expect(document.getAuthor()).toBe('A. Author');
    expect(document.getSubject()).toBe('Subject');
    expect(document.getKeywords()).toBe('one two');
    expect(document.getCreationDate()).toEqual(date);
    expect(document.getCreator()).toBe('mxsvg');
  });

  test('says no date by itself, and is the same each time', async () => {
    const source = diagram(vertex('Text', 'html=1;shadow=1;fillColor=#ff0000;gradientColor=#0000ff;opacity=50;'));
    const [first, second] = await Promise.all([writeDiagram(source), writeDiagram(source)]);
    expect(Buffer.from(first).equals(second)).toBe(true);
    expect((await open(first)).getCreationDate()).toBeUndefined();
  });
});
