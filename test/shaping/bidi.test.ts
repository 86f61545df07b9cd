/** Right-to-left text in the order in which its glyphs stand. */
import { describe, expect, it } from 'vitest';
import { render } from '../../src/index.js';
import { hasRightToLeft } from '../../src/shaping/bidi.js';

describe('hasRightToLeft', () => {
  it('knows Hebrew and Arabic from the rest', () => {
    expect(['שלום', 'مرحبا', 'hello', '123', 'Ελλ'].map(hasRightToLeft)).toEqual([true, true, false, false, false]);
  });
});

describe('outlines of right-to-left text', () => {
  const label = (text: string) => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
    <mxCell id="a" value="${text}" style="text;html=1;" vertex="1" parent="1"><mxGeometry width="200" height="40" as="geometry"/></mxCell>
  </root></mxGraphModel>`;

  it('begin at the left with the last letter', () => {
    const data = (text: string) => /<path d="([^"]*)"/.exec(render(label(text), { text: 'outline' }))?.[1] as string;
    expect(data('אבג').startsWith(data('ג'))).toBe(true);
    expect(data('abc').startsWith(data('a'))).toBe(true);
  });
});

describe('plain labels from right to left', () => {
  const label = (text: string, style: string) => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
    <mxCell id="a" value="${text}" style="text;html=0;textDirection=rtl;${style}" vertex="1" parent="1"><mxGeometry width="200" height="40" as="geometry"/></mxCell>
  </root></mxGraphModel>`;
  const texts = (text: string, style = '') =>
    [...render(label(text, style)).matchAll(/<text x="([-\d.]+)"[^>]*>([^<]*)/g)].map(([, x, content]) => ({
      x: Number(x),
      content,
    }));

  it('keep numbers readable', () => {
    expect(texts('אב 123 גד').map(({ content }) => content)).toEqual([' גד', '123', 'אב ']);
  });

  it('begin at the right with what comes first, in any script', () => {
    expect(texts('123 abc').map(({ content }) => content)).toEqual(['abc', '123']);
    expect(texts('Hello!').map(({ content }) => content)).toEqual(['!', 'Hello']);
  });

  it('stand on the other side of their anchor, as in draw.io', () => {
    expect(texts('abc', 'align=left;')[0]?.x).toBeLessThan(0);
    expect(texts('abc', 'align=right;')[0]?.x).toBeGreaterThan(195);
  });
});
