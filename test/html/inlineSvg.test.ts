/** An <svg> in a label's HTML: drawn as an image of its size, in the text's colour and font. */
import { describe, expect, it } from 'vitest';
import { type Diagnostic, type RenderOptions, render } from '../../src/index.js';

const escaped = (html: string): string =>
  html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const label = (html: string, style = '', options: RenderOptions = {}): string =>
  render(
    `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
    <mxCell id="a" value="${escaped(html)}" style="html=1;whiteSpace=wrap;strokeColor=none;fillColor=none;${style}" vertex="1" parent="1"><mxGeometry width="200" height="100" as="geometry"/></mxCell>
    </root></mxGraphModel>`,
    options,
  );

const imageOf = (svg: string) => {
  const [, attributes = '', data = ''] =
    /<image ([^>]*?) xlink:href="data:image\/svg\+xml;base64,([^"]*)"/.exec(svg) ?? [];
  const size = /width="([\d.]+)" height="([\d.]+)"/.exec(attributes)?.slice(1).map(Number);
  return { size, document: Buffer.from(data, 'base64').toString() };
};

const RECT = '<rect width="24" height="12" fill="currentColor"/>';

describe('an <svg> in a label', () => {
  it.each([
    ['width="20" height="20" viewBox="0 0 24 24"', [20, 20]],
    ['style="width:30px" viewBox="0 0 24 12"', [30, 15]],
    ['width="36" viewBox="0 0 24 12"', [36, 18]],
    ['', [300, 150]],
  ])('with %s is as large as %j', (attributes, size) => {
    expect(imageOf(label(`<svg ${attributes}>${RECT}</svg>`)).size).toEqual(size);
  });

  it('without a size of its own takes what room there is, and asks for none', () => {
    const wide = label(`<div style="width:80px"><svg viewBox="0 0 24 12">${RECT}</svg></div>`);
    expect(imageOf(wide).size).toEqual([80, 40]);
    // "ab" is as wide as the text alone makes it.
    expect(imageOf(label(`ab<br><svg viewBox="0 0 24 12">${RECT}</svg>`)).size?.[0]).toBeLessThan(20);
  });

  it('has the colour and the font of the text around it', () => {
    const { document } = imageOf(label(`<svg width="20" height="20">${RECT}</svg>`, 'fontColor=#336699;fontSize=15;'));
    expect(document).toContain('color="#336699"');
    expect(document).toContain('font-size="15"');
    expect(document).toContain('font-family="Helvetica"');
  });

  it('has the colour of dark pages there', () => {
    const style = 'fontColor=light-dark(#112233,#ddeeff);';
    const svg = label(`<svg width="20" height="20">${RECT}</svg>`, style, { theme: 'dark' });
    expect(imageOf(svg).document).toContain('color="#ddeeff"');
  });

  it('stands in a flex box without room below it', () => {
    const centred = `<div style="display:flex;align-items:center"><svg width="20" height="20">${RECT}</svg><span style="height:20px">a</span></div>`;
    const diagnostics: Diagnostic[] = [];
    const svg = label(centred, 'verticalAlign=top;spacing=0;', { diagnostics });
    expect(diagnostics).toEqual([]);
    // As high as its line: the image stands at its top.
    expect(/<image x="[^"]*" y="([^"]*)"/.exec(svg)?.[1]).toBe('0');
  });

  it('loses what acts, and stays readable with names that XML has not', () => {
    const { document } = imageOf(
      label('<svg width="9" height="9" onload="alert(1)" @click="x"><script>alert(1)</script><path d="M0 0h9"/></svg>'),
    );
    expect(document).not.toMatch(/alert|click/);
    expect(document).toContain('<path d="M0 0h9"/>');
  });

  it('with half a character in it is read without it', () => {
    const { document } = imageOf(label('<svg width="9" height="9"><text>a\ud800b</text></svg>'));
    expect(document).toContain('>ab<');
  });
});
