/** Alignments by words that draw.io doesn't know: where its 30.2.7 puts such labels. */
import { describe, expect, test } from 'vitest';
import { render } from '../../src/index.js';

const CORNER =
  '<mxCell id="corner" style="html=1;" vertex="1" parent="1"><mxGeometry width="1" height="1" as="geometry"/></mxCell>';

const pictureOf = (cell: string): string =>
  render(`<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${CORNER}${cell}</root></mxGraphModel>`);

const vertex = (style: string): string =>
  pictureOf(
    `<mxCell id="a" value="Ag text" style="${style}" vertex="1" parent="1"><mxGeometry x="20" y="20" width="120" height="70" as="geometry"/></mxCell>`,
  );

const edge = (style: string): string =>
  pictureOf(
    `<mxCell id="a" value="Ag" style="endArrow=none;${style}" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint x="20" y="30" as="sourcePoint"/><mxPoint x="140" y="70" as="targetPoint"/></mxGeometry></mxCell>`,
  );

/** Where the first line begins on the page. */
function textPlace(svg: string): readonly [x: number, y: number] {
  const [, dx = 0, dy = 0] = /translate\(([\d.-]+) ([\d.-]+)\)/.exec(svg) ?? [];
  const [, x, y] = /<text x="([\d.-]+)" y="([\d.-]+)"/.exec(svg) ?? [];
  return [Number(dx) + Number(x), Number(dy) + Number(y)];
}

const away = (from: string, to: string): readonly number[] => {
  const [[x, y], [otherX, otherY]] = [textPlace(from), textPlace(to)];
  return [otherX - x, otherY - y].map((each) => Math.round(each * 10) / 10);
};

describe('a vertex with HTML', () => {
  test.each(['', 'whiteSpace=wrap;'])('%s stands 7 px lower, and is centred', (wrap) => {
    const valid = vertex(`html=1;${wrap}`);
    expect(away(valid, vertex(`html=1;${wrap}verticalAlign=center;`))).toEqual([0, 7]);
    expect(away(valid, vertex(`html=1;${wrap}align=middle;`))).toEqual([0, 0]);
    expect(away(valid, vertex(`html=1;${wrap}align=start;spacingLeft=20;`))).toEqual([10, 0]);
    expect(away(valid, vertex(`html=1;${wrap}labelPosition=middle;verticalLabelPosition=center;`))).toEqual([0, 0]);
  });
});

describe('a vertex with plain text', () => {
  test('begins at the centre, and below it', () => {
    expect(textPlace(vertex('html=0;align=middle;'))[0]).toBe(80);
    expect(away(vertex('html=0;'), vertex('html=0;verticalAlign=center;'))).toEqual([0, 13]);
    expect(textPlace(vertex('html=0;align=foo;spacingLeft=20;'))[0]).toBe(90);
  });
});

test('labelWidth counts from the left where labelPosition is unknown', () => {
  const [x] = textPlace(vertex('html=0;align=left;labelPosition=middle;labelWidth=60;'));
  expect(x).toBe(22);
  expect(away(vertex('html=1;'), vertex('html=1;labelPosition=middle;labelWidth=60;'))).toEqual([-30, 0]);
});

test('the label of an edge is spaced as at its start', () => {
  expect(away(edge('html=1;'), edge('html=1;align=middle;'))).toEqual([2, 0]);
  expect(away(edge('html=1;'), edge('html=1;align=middle;spacingLeft=20;'))).toEqual([22, 0]);
  expect(away(edge('html=1;'), edge('html=1;verticalAlign=center;'))).toEqual([0, 7]);
  expect(textPlace(edge('html=0;align=middle;'))[0]).toBeCloseTo(82, 0);
});
