/** What of a page is seen: languages, hidden tags, given variables, and the window that the export server captures. */
import { expect, test } from 'vitest';
import { render, renderPng } from '../../src/index.js';
import { rasterSize } from '../../src/write/raster/rasterHeader.js';

const CELL = '<mxCell style="text;" vertex="1" parent="1"><mxGeometry width="100" height="20" as="geometry"/></mxCell>';
const page = (cells: string) =>
  `<mxfile vars='{"who":"the file"}'><diagram id="a" name="A"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram></mxfile>`;

test('labels and data are those of the language, where cells have them', () => {
  const file =
    page(`<object id="2" label="tree %kind%" label_de="Baum %kind%" kind="oak" kind_de="Eiche" placeholders="1">${CELL}</object>
    <object id="3" label="leaf">${CELL}</object>`);
  expect(render(file)).toContain('tree oak');
  const german = render(file, { language: 'de' });
  expect(german).toContain('Baum Eiche');
  expect(german).toContain('leaf');
  expect(render(file, { language: 'fr' })).toContain('tree oak');
});

test('a cell is hidden where all of its tags are', () => {
  const file = page(`<object id="2" label="one" tags="draft">${CELL}</object>
    <object id="3" label="two" tags="draft final">${CELL}</object><object id="4" label="three">${CELL}</object>`);
  const svg = render(file, { hiddenTags: ['draft'] });
  expect(svg).not.toContain('>one<');
  expect(svg).toContain('>two<');
  expect(svg).toContain('>three<');
  expect(render(file, { hiddenTags: ['draft', 'final'] })).not.toContain('>two<');
});

test('given variables go before those of the file, and after those of the page', () => {
  const file = page(`<object id="2" label="%who% on %page%" placeholders="1">${CELL}</object>`);
  expect(render(file)).toContain('the file on A');
  expect(render(file, { variables: { who: 'the caller', page: 'B' } })).toContain('the caller on A');
});

test('a screenshot has one pixel more than the drawing and its borders, whatever it is scaled by', async () => {
  const file = page(
    '<mxCell id="2" vertex="1" parent="1" style="strokeColor=none;"><mxGeometry width="100" height="50" as="geometry"/></mxCell>',
  );
  const size = async (options: Parameters<typeof renderPng>[1]) =>
    rasterSize(await renderPng(file, { size: 'screenshot', ...options }));
  expect(await size({})).toMatchObject({ width: 101, height: 51 });
  expect(await size({ border: 10 })).toMatchObject({ width: 121, height: 71 });
  expect(await size({ scale: 2, border: 10 })).toMatchObject({ width: 231, height: 131 });
  expect(await size({ width: 300 })).toMatchObject({ width: 301, height: 151 });
});
