import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MxsvgError, parse, render } from '../../src/index.js';

const page = (label: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${label}" vertex="1" parent="1"><mxGeometry width="90" height="40" as="geometry"/></mxCell></root></mxGraphModel>`;

const compressed = (xml: string): string => deflateRawSync(encodeURIComponent(xml)).toString('base64');

describe('a file of 300 pages, all but one of them broken', () => {
  const diagrams = Array.from({ length: 300 }, (_, i) => {
    const broken = i % 2 === 0 ? compressed('<mxGraphModel><root>') : 'no base64!';
    return `<diagram name="p${i}">${i === 150 ? compressed(page('the one')) : broken}</diagram>`;
  });
  const file = `<mxfile>${diagrams.join('')}</mxfile>`;

  it('draws the one, and reads no other', () => {
    expect(parse(file).pages).toHaveLength(300);
    expect(render(file, { page: 151 })).toContain('the one');
    expect(() => render(file, { page: 150 })).toThrow(MxsvgError);
  });
});

it('draws a page that is too large to be kept as often as it is asked for, alone in its file or not', () => {
  const large = page(`large${' '.repeat(2_100_000)}`);
  const options = { limits: { labelLength: Number.POSITIVE_INFINITY, work: Number.POSITIVE_INFINITY } };
  for (const file of [large, `<mxfile><diagram>${large}</diagram></mxfile>`]) {
    const diagram = parse(file);
    const first = render(diagram, options);
    expect(first).toContain('large');
    expect(render(diagram, options)).toBe(first);
  }
});
