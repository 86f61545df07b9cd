/** Words broken over lines stay in one piece, so that they are found, and stand where their characters do. */
import { expect, it } from 'vitest';
import { render } from '../../../src/index.js';

function textOf(value: string, width: number, style = ''): string {
  const svg = render(
    `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${value}" style="text;html=1;whiteSpace=wrap;align=left;verticalAlign=top;${style}" vertex="1" parent="1"><mxGeometry width="${width}" height="90" as="geometry"/></mxCell></root></mxGraphModel>`,
  );
  return /<text.*<\/text>/.exec(svg)?.[0].replace(/ fill="#000000"/g, '') ?? '';
}

it('places the characters of a broken word, and the beginnings of what stands around it', () => {
  expect(textOf('one well-known two', 60)).toMatch(
    /^<text x="0" y="11">one <tspan x="([\d.]+ ){9}[\d.]+" y="(11 ){5}(25.39 ?){5}">well-known<\/tspan><tspan x="[\d.]+" y="25.39"> two<\/tspan><\/text>$/,
  );
});

it('begins with the word itself where nothing stands before it', () => {
  expect(textOf('well-known', 34)).toMatch(/^<text x="0 [^"]+" y="(11 ){5}(25.39 ?){5}">well-known<\/text>$/);
});

it('leaves a line as it is that ends between words', () => {
  expect(textOf('one two', 30)).toBe('<text x="0" y="11">one</text><text x="0" y="25.39">two</text>');
});
