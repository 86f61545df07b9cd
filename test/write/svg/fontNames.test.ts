/** Names of fonts in the SVG: each is a string of CSS that ends where it should. */
import { expect, test } from 'vitest';
import { render } from '../../../src/index.js';

const drawn = (family: string): readonly string[] => {
  const svg = render(
    `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="x" style="text;html=1;fontFamily=${family}" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel>`,
    { systemFonts: 'none' },
  );
  return [...svg.matchAll(/font-family="([^"]*)"/g)].map(([, names = '']) => names);
};

test.each(["Helvetica'", 'a\\b', "x' y"])('%s is left out', (family) => {
  const names = drawn(family);
  expect(names.length).toBeGreaterThan(0);
  for (const each of names) expect(each).toMatch(/^(?:[\w-]+|'[^'\\]*')(?:, (?:[\w-]+|'[^'\\]*'))*$/);
});

test('a name of several words is a string', () => {
  expect(drawn('Comic Neue')[0]).toContain("'Comic Neue'");
});
