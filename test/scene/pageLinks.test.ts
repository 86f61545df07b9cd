/** Links between pages that stand in one document. */
import { expect, test } from 'vitest';
import { createRenderer, nodeAssets } from '../../src/index.js';
import { linkPages } from '../../src/scene/pageLinks.js';
import { writeSvg } from '../../src/write/svg/writeSvg.js';

const place = '<mxGeometry width="80" height="40" as="geometry"/>';
const cell = (id: string, label: string, link: string): string =>
  `<UserObject id="${id}" label="${label}" link="${link}"><mxCell style="html=1" vertex="1" parent="1">${place}</mxCell></UserObject>`;
const source =
  '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>' +
  `${cell('a', 'to B', 'data:page/id,B')}${cell('c', 'gone', 'data:page/id,gone')}${cell('d', 'web', 'https://example.com/')}` +
  `<mxCell id="e" value="&lt;a href=&quot;data:page/id,B&quot;&gt;in a label&lt;/a&gt;" style="html=1" vertex="1" parent="1">${place}</mxCell>` +
  '</root></mxGraphModel>';

test('lead to where the pages are; those to other pages are left out', () => {
  const scene = createRenderer(nodeAssets).scene(source);
  const linked = linkPages(scene, (id) => (id === 'B' ? '#page-2' : undefined));
  const hrefs = (svg: string): readonly string[] =>
    [...svg.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href);
  expect(hrefs(writeSvg(scene))).toEqual(['https://example.com/']);
  expect(hrefs(writeSvg(linked))).toEqual(['#page-2', 'https://example.com/', '#page-2']);
});
