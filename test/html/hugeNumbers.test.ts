/** Numbers in the CSS of labels that are larger than any: what is drawn has a place all the same. */
import { expect, test } from 'vitest';
import { layout, render } from '../../src/index.js';

const HUGE = '9'.repeat(400);

const fileOf = (label: string): string => {
  const value = label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${value}" style="html=1;whiteSpace=wrap;" vertex="1" parent="1"><mxGeometry x="10" y="20" width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel>`;
};

const DECLARATIONS = [
  `line-height:${HUGE}`,
  `font:12px/${HUGE} Arial`,
  `display:flex;flex:${HUGE} ${HUGE}`,
  `tab-size:${HUGE};white-space:pre`,
  `transform:rotate(${HUGE}deg)`,
  `transform:skewX(${HUGE}turn)`,
  `transform:scale(${HUGE})`,
  `transform:${'scale(1e30)'.repeat(20)}`,
  `transform:matrix(${HUGE},0,0,1,${HUGE},0)`,
  `transform:translate(${HUGE}px,-${HUGE}%)`,
  `margin-left:${HUGE}em;padding:${HUGE}%`,
  `width:calc(${HUGE}px * ${HUGE})`,
  `opacity:${HUGE}`,
  `font-size:${HUGE}%`,
  `letter-spacing:${HUGE}ex;word-spacing:-${HUGE}px;text-indent:${HUGE}pt`,
  `border:${HUGE}px solid red;border-radius:${HUGE}px`,
];

test.each(DECLARATIONS)('%.40s', (declarations) => {
  const file = fileOf(`<div style="${declarations}">a\tb<span style="${declarations}">c</span></div>`);
  const numbers = layout(file).cells.flatMap(({ x, y, width, height }) => [x, y, width, height]);
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([]);
  expect(render(file)).not.toMatch(/NaN|Infinity/);
});
