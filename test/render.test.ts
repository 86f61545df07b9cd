/** The library's public functions: pages, options, errors and diagnostics. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, layout, MxsvgError, parse, render, renderPng } from '../src/index.js';

const twoPages = `<mxfile>
  <diagram id="first" name="One"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
    <mxCell id="a" value="A" style="rounded=0;html=1;" vertex="1" parent="1"><mxGeometry x="10" y="20" width="100" height="40" as="geometry"/></mxCell>
    <mxCell id="b" value="B" style="rounded=0;html=1;" vertex="1" parent="1"><mxGeometry x="210" y="20" width="100" height="40" as="geometry"/></mxCell>
    <mxCell id="e" style="edgeStyle=orthogonalEdgeStyle;html=1;" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>
  </root></mxGraphModel></diagram>
  <diagram id="second" name="Two"><mxGraphModel background="#ddeeff"><root><mxCell id="0"/><mxCell id="1" parent="0"/>
    <mxCell id="c" value="C" style="shape=nosuchshape;html=1;" vertex="1" parent="1"><mxGeometry width="60" height="60" as="geometry"/></mxCell>
  </root></mxGraphModel></diagram>
</mxfile>`;

const sizeOf = (svg: string) => /width="([\d.]+)" height="([\d.]+)" viewBox="([^"]*)"/.exec(svg)?.slice(1);

describe('parse', () => {
  it('lists the pages with id and name', () => {
    expect(parse(twoPages).pages).toEqual([
      { id: 'first', name: 'One' },
      { id: 'second', name: 'Two' },
    ]);
  });
});

describe('render', () => {
  it('crops to the drawing as draw.io does: whole pixels, half a pixel out', () => {
    expect(sizeOf(render(twoPages))).toEqual(['301', '41', '9.5 19.5 301 41']);
  });

  it('takes a page by number, name and id', () => {
    const second = render(twoPages, { page: 2 });
    expect(second).toContain('data-cell-id="c"');
    expect(render(twoPages, { page: 'Two' })).toBe(second);
    expect(render(twoPages, { page: 'second' })).toBe(second);
    expect(render(twoPages, { page: '2' })).toBe(second);
  });

  it('names the pages there are when the wanted one is not', () => {
    expect(() => render(twoPages, { page: 3 })).toThrow(/no page 3.*1 "One", 2 "Two"/);
    expect(() => render(twoPages, { page: 'Three' })).toThrow(MxsvgError);
  });

  it('adds the border on every side and scales the printed size only', () => {
    const svg = render(twoPages, { border: 10, scale: 2 });
    expect(sizeOf(svg)).toEqual(['642', '122', '-0.5 9.5 321 61']);
  });

  it('refuses sizes that make no sense', () => {
    expect(() => render(twoPages, { scale: 0 })).toThrow(/scale/);
    expect(() => render(twoPages, { border: -1 })).toThrow(/border/);
  });

  it('paints the colour of the page, else that of the caller, or none', () => {
    expect(render(twoPages, { page: 2 })).toContain('fill="#ddeeff"');
    expect(render(twoPages, { page: 2, background: 'red' })).not.toContain('fill="red"');
    expect(render(twoPages, { page: 1, background: 'red' })).toContain('fill="red"');
    expect(render(twoPages, { page: 2, background: 'none' })).not.toContain('#ddeeff');
  });

  it('reports a shape it does not know with the cell and draws a rectangle', () => {
    const diagnostics: Diagnostic[] = [];
    const svg = render(twoPages, { page: 2, diagnostics });
    expect(diagnostics).toEqual([
      { code: 'unknown-shape', cellId: 'c', message: 'Shape "nosuchshape" is not known; drawn as a rectangle.' },
    ]);
    expect(svg).toMatch(/<rect x="0" y="0" width="60" height="60"/);
  });

  it('writes real text and no foreignObject', () => {
    const svg = render(twoPages);
    expect(svg).toMatch(/<text[^>]*>A<\/text>/);
    expect(svg).not.toContain('foreignObject');
  });

  it('writes no text elements when text is outlined', () => {
    const svg = render(twoPages, { text: 'outline' });
    expect(svg).not.toContain('<text');
    expect(svg).toContain('<path d="M');
  });

  it('gives the same bytes for the same input', () => {
    expect(render(twoPages)).toBe(render(twoPages));
  });

  it('puts the prefix before every id and reference', () => {
    const gradient = twoPages.replace('rounded=0;html=1;', 'gradientColor=#ff0000;html=1;');
    const svg = render(gradient, { idPrefix: 'p1-' });
    expect(svg).toContain('id="p1-gradient-1"');
    expect(svg).toContain('url(#p1-gradient-1)');
  });

  it('draws links as <a> and drops those that run script', () => {
    const linked = (href: string) => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
      <UserObject id="u" label="go" link="${href}"><mxCell style="html=1;" vertex="1" parent="1"><mxGeometry width="60" height="30" as="geometry"/></mxCell></UserObject>
    </root></mxGraphModel>`;
    expect(render(linked('https://example.com/'))).toContain('<a href="https://example.com/">');
    expect(render(linked('java\tscript:alert(1)'))).not.toContain('<a ');
  });
});

describe('layout', () => {
  it('gives boxes of vertices and points of edges in page pixels', () => {
    const { cells } = layout(twoPages);
    expect(cells.find(({ id }) => id === 'a')).toMatchObject({ x: 10, y: 20, width: 100, height: 40 });
    expect(cells.find(({ id }) => id === 'e')?.points).toEqual([
      { x: 110, y: 40 },
      { x: 210, y: 40 },
    ]);
  });
});

describe('renderPng', () => {
  it('gives a PNG of the SVG size', async () => {
    const png = await renderPng(twoPages, { scale: 2 });
    expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    const view = new DataView(png.buffer, png.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([602, 82]);
  });
});

describe('a page behind a page', () => {
  it('is drawn first and does not widen the picture', () => {
    const image = JSON.stringify({ src: 'data:page/id,second' }).replaceAll('"', '&quot;');
    const svg = render(twoPages.replace('<mxGraphModel>', `<mxGraphModel backgroundImage="${image}">`));
    expect(svg.indexOf('data-cell-id="c"')).toBeLessThan(svg.indexOf('data-cell-id="a"'));
    expect(svg.indexOf('data-cell-id="c"')).toBeGreaterThan(0);
    expect(sizeOf(svg)?.[2]).toBe('9.5 19.5 301 41');
  });
});

describe('the seed diagrams', () => {
  it('draw without a diagnostic', () => {
    for (const name of ['deepseek-r1-phases', 'deepseek-r1-training']) {
      const diagnostics: Diagnostic[] = [];
      render(readFileSync(`golden/seed/${name}.drawio`), { diagnostics });
      expect(diagnostics).toEqual([]);
    }
  });
});
