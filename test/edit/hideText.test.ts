/** Diagrams whose words were replaced: nothing of them is left, and the picture is as large as before. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readContainer } from '../../src/decode/container.js';
import { withHiddenText } from '../../src/edit/hideText.js';
import { ofSameWidth } from '../../src/edit/sameWidth.js';
import { render } from '../../src/index.js';
import { DEFAULT_LIMITS } from '../../src/limits.js';
import { mxfileXml } from '../../src/write/file/mxfile.js';
import { escapeXml } from '../../src/write/format.js';
import { fonts } from '../labels/labelFixture.js';

const hidden = (xml: string): string => mxfileXml(withHiddenText(readContainer(xml), DEFAULT_LIMITS));

const cell = (value: string, style = 'html=1;whiteSpace=wrap', around = ''): string =>
  `<mxfile agent="Secret" host="intern.example"><diagram name="Secret plan" id="p"><mxGraphModel><!-- Secret --><root>` +
  `<mxCell id="0"/><mxCell id="1" parent="0"/>${around === '' ? `<mxCell id="secret" value="${escapeXml(value)}" style="${style}" vertex="1" parent="1">` : `<UserObject id="secret" label="${escapeXml(value)}" ${around}><mxCell style="${style}" vertex="1" parent="1">`}` +
  `<mxGeometry width="120" height="60" as="geometry"/></mxCell>${around === '' ? '' : '</UserObject>'}</root></mxGraphModel></diagram></mxfile>`;

test('every letter becomes one of the same width in Helvetica', () => {
  const face = fonts.match({ families: ['Helvetica'], weight: 400, italic: false });
  const widthOf = (text: string): number => face.advance(text, 1000);
  for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ÄÖÜäöüé') {
    expect([letter, widthOf(ofSameWidth(letter))]).toEqual([letter, widthOf(letter)]);
  }
});

test('what is no letter stays, and scripts stay apart', () => {
  expect(ofSameWidth('Top-secret: 42 %!')).toBe('Znn-snsrnt: 00 %!');
  expect(ofSameWidth('秘密 Тайна שלום')).toBe('文文 Ннннн בבבב');
});

test.each([
  ['plain text', cell('Secret & more', '')],
  ['HTML', cell('<b title="Secret">Sec</b>ret <a href="https://secret.example/x">Secret</a><!-- Secret -->')],
  ['entities', cell('S&eacute;cret &#83;ecret')],
  [
    'objects',
    cell(
      'Secret',
      'html=1',
      'tooltip="Secret" owner="Secret" link="https://secret.example" tags="Secret" mermaidData="Secret"',
    ),
  ],
  ['styles', cell('', 'shape=mxgraph.mockup.containers.window;mainText=Secret,two;image=https://secret.example/x.png')],
])('nothing is left of %s', (_, xml) => {
  expect(hidden(xml)).not.toMatch(/secret|Sécret|intern/i);
});

test('placeholders, jumps to pages and commands of formulas stay', () => {
  const xml = cell('Secret %name%', 'html=1', 'placeholders="1" name="Secret" link="data:page/id,p"');
  expect(hidden(xml)).toContain('label="Ensrnt %name%"');
  expect(hidden(xml)).toContain('data:page/id,page-1');
  const formula = cell('$$\\frac{secret}{2}$$').replace('<mxGraphModel>', '<mxGraphModel math="1">');
  expect(hidden(formula)).toMatch(/\$\$\\frac\{[^}]*\}\{0\}\$\$/);
});

test('the picture keeps its size and its lines', () => {
  const xml = readFileSync(
    path.resolve(import.meta.dirname, '../../golden/text/headings-and-paragraphs.drawio'),
    'utf8',
  );
  const shape = (svg: string) => [
    /viewBox="[^"]*"/.exec(svg)?.[0],
    svg.match(/<text/g)?.length,
    svg.match(/<path|<rect/g)?.length,
  ];
  expect(shape(render(hidden(xml)))).toEqual(shape(render(xml)));
});
