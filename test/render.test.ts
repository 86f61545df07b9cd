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

const layered = `<mxGraphModel pageWidth="200" pageHeight="100"><root><mxCell id="0"/>
  <mxCell id="1" parent="0"/><mxCell id="notes" value="Notes" parent="0"/><mxCell id="old" value="Old" parent="0" visible="0"/>
  <mxCell id="box" value="box" style="html=1;" vertex="1" parent="1"><mxGeometry x="10" y="10" width="80" height="40" as="geometry"/></mxCell>
  <mxCell id="inner" value="in" style="html=1;" vertex="1" parent="box"><mxGeometry x="10" y="10" width="20" height="20" as="geometry"/></mxCell>
  <mxCell id="far" value="far" style="html=1;" vertex="1" parent="1"><mxGeometry x="310" y="10" width="80" height="40" as="geometry"/></mxCell>
  <mxCell id="wire" edge="1" parent="1" source="box" target="far"><mxGeometry relative="1" as="geometry"/></mxCell>
  <UserObject id="note" label="note" link="https://example.org/" linkTarget="_self"><mxCell style="html=1;" vertex="1" parent="notes"><mxGeometry x="10" y="110" width="80" height="40" as="geometry"/></mxCell></UserObject>
  <mxCell id="hidden" value="hidden" style="html=1;" vertex="1" parent="old"><mxGeometry x="10" y="210" width="80" height="40" as="geometry"/></mxCell>
</root></mxGraphModel>`;

const drawnIds = (svg: string) =>
  [...svg.matchAll(/data-cell-id="([^"]*)"/g)]
    .map((match) => match[1])
    .filter((id) => !['0', '1', 'notes', 'old'].includes(id as string));

describe('what of a page is drawn', () => {
  it('shows the layers asked for, by index, name or id, hidden ones too', () => {
    expect(drawnIds(render(layered))).toEqual(['box', 'inner', 'far', 'wire', 'note']);
    expect(drawnIds(render(layered, { layers: [1] }))).toEqual(['note']);
    expect(drawnIds(render(layered, { layers: ['2', 'notes'] }))).toEqual(['note', 'hidden']);
    expect(drawnIds(render(layered, { layers: ['old'] }))).toEqual(['hidden']);
    expect(() => render(layered, { layers: ['Old', 'Note'] })).toThrow(
      /no layer "Note".*0 "Background", 1 "Notes", 2 "Old"/,
    );
  });

  it('draws cells by id with what they contain, and the edges between them', () => {
    expect(drawnIds(render(layered, { cells: ['box'] }))).toEqual(['box', 'inner']);
    expect(drawnIds(render(layered, { cells: ['far', 'box'] }))).toEqual(['box', 'inner', 'far', 'wire']);
    expect(sizeOf(render(layered, { cells: ['inner'] }))).toEqual(['21', '21', '20 20 21 21']);
    expect(() => render(layered, { cells: ['nothing'] })).toThrow(/no cell "nothing"/);
  });

  it('shows the sheets that the drawing touches', () => {
    expect(sizeOf(render(layered, { size: 'page' }))).toEqual(['400', '200', '0 0 400 200']);
    expect(sizeOf(render(layered, { size: 'page', layers: [0] }))).toEqual(['400', '100', '0 0 400 100']);
  });

  it('fits the picture into a width, a height or both', () => {
    const plain = { cells: ['box'], border: 9.5 };
    expect(sizeOf(render(layered, { ...plain, width: 300 }))?.slice(0, 2)).toEqual(['300', '180']);
    expect(sizeOf(render(layered, { ...plain, height: 30, scale: 7 }))?.slice(0, 2)).toEqual(['50', '30']);
    expect(sizeOf(render(layered, { ...plain, width: 300, height: 60 }))?.slice(0, 2)).toEqual(['100', '60']);
    expect(() => render(layered, { width: -1 })).toThrow(/width must be a positive number/);
  });
});

describe('links', () => {
  it('open as the file says, unless the caller says where', () => {
    expect(render(layered)).toContain('<a href="https://example.org/" target="_self">');
    expect(render(layered, { linkTarget: 'new-win' })).toContain('<a href="https://example.org/" target="_blank">');
    expect(render(layered, { linkTarget: 'same-win' })).toContain('<a href="https://example.org/" target="_top">');
  });
});

describe('a file that has been read', () => {
  it('draws as the file itself', () => {
    const file = parse(twoPages);
    expect(render(file, { page: 2 })).toBe(render(twoPages, { page: 2 }));
  });
});

describe('pretty', () => {
  it('breaks the picture into lines and changes nothing else', () => {
    const lines = render(layered, { pretty: true }).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.map((line) => line.trimStart()).join('')).toBe(render(layered).trimEnd());
    expect(lines.at(-1)).toBe('</svg>');
  });
});

describe('render', () => {
  it('crops to the drawing as draw.io does: whole pixels', () => {
    expect(sizeOf(render(twoPages))).toEqual(['301', '41', '10 20 301 41']);
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
    expect(sizeOf(svg)).toEqual(['642', '122', '0 10 321 61']);
  });

  it('has an extent, however small it is asked for', () => {
    expect(sizeOf(render(twoPages, { scale: 1e-9 }))).toEqual(['0.01', '0.01', '10 20 301 41']);
  });

  it('has an extent where a drawing goes upwards from its corner', () => {
    const upwards = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" vertex="1" parent="1"
      style="shape=mxgraph.gmdl.sliderDisabled"><mxGeometry x="10" y="120" width="120" height="-30" as="geometry"/></mxCell></root></mxGraphModel>`;
    for (const size of ['diagram', 'page', 'capture', 'screenshot'] as const) {
      for (const printed of [{ width: 640 }, { height: 640 }, { width: 640, height: 480 }]) {
        const svg = render(upwards, { size, ...printed });
        expect(svg).not.toMatch(/NaN|Infinity/);
        for (const side of sizeOf(svg)?.slice(0, 2) ?? []) expect(Number(side)).toBeGreaterThan(0);
      }
    }
  });

  it('refuses sizes that make no sense', () => {
    expect(() => render(twoPages, { scale: 0 })).toThrow(/scale/);
    expect(() => render(twoPages, { border: -1 })).toThrow(/border/);
    for (const name of ['scale', 'width', 'height', 'border']) {
      for (const value of [1e308, 1.1e9, Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(() => render(twoPages, { [name]: value })).toThrow(expect.objectContaining({ code: 'invalid-option' }));
        for (const size of ['capture', 'screenshot'] as const) {
          expect(() => render(twoPages, { size, [name]: value })).toThrow(
            expect.objectContaining({ code: 'invalid-option' }),
          );
        }
      }
      expect(render(twoPages, { [name]: 1e9 })).not.toMatch(/NaN|Infinity/);
    }
  });

  it('paints the colour of the page, else that of the caller, or none', () => {
    expect(render(twoPages, { page: 2 })).toContain('fill="#ddeeff"');
    expect(render(twoPages, { page: 2, background: 'red' })).not.toContain('fill="#ff0000"');
    expect(render(twoPages, { page: 1, background: 'red' })).toContain('fill="#ff0000"');
    expect(render(twoPages, { page: 2, background: 'none' })).not.toContain('#ddeeff');
  });

  it('reports a shape it does not know with the cell and draws a rectangle', () => {
    const diagnostics: Diagnostic[] = [];
    const svg = render(twoPages, { page: 2, diagnostics });
    expect(diagnostics).toEqual([
      { code: 'unknown-shape', cellId: 'c', message: 'Shape "nosuchshape" is not known; drawn as a rectangle.' },
    ]);
    expect(svg).toMatch(/<rect x="0\.5" y="0\.5" width="60" height="60"/);
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

describe('placeholders', () => {
  const labelled = (label: string, vars: string) =>
    `<mxfile vars="${vars.replaceAll('"', '&quot;')}"><diagram name=""><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
    <object id="a" label="${label}" placeholders="1"><mxCell vertex="1" parent="1"><mxGeometry width="300" height="40" as="geometry"/></mxCell></object>
    </root></mxGraphModel></diagram></mxfile>`;
  const text = (label: string, vars: string, fileName?: string) =>
    />([^<]*)<\/text>/.exec(render(labelled(label, vars), { fileName }))?.[1];

  it('show the variables of the file, whatever they are', () => {
    const vars = '{"n":0,"b":false,"z":null,"l":[1,null,"x"],"o":{"toString":1},"page":"never"}';
    expect(text('%n% %b% %z% %l% %o% %page%', vars)).toBe('0 false %z% 1,,x [object Object] Page-1');
    expect(text('%n%', 'not JSON')).toBe('%n%');
  });

  it('show the name of the file where it is given', () => {
    expect(text('%filename%', '{}')).toBe('%filename%');
    expect(text('%filename%', '{"filename":"mine"}')).toBe('mine');
    expect(text('%filename%', '{"filename":"mine"}', 'a.drawio')).toBe('a.drawio');
  });
});

describe('a page behind a page', () => {
  it('has the name and the number of the page before it', () => {
    const image = JSON.stringify({ src: 'data:page/id,second' }).replaceAll('"', '&quot;');
    const named = twoPages
      .replace('<mxGraphModel>', `<mxGraphModel backgroundImage="${image}">`)
      .replace(
        /<mxCell id="c" value="C"(.*?<\/mxCell>)/s,
        '<object id="c" label="%page% %pagenumber%" placeholders="1"><mxCell$1</object>',
      );
    expect(render(named)).toContain('>One 1</text>');
    expect(render(named, { page: 2 })).toContain('>Two 2</text>');
  });

  it('is drawn first, and widens the picture', () => {
    const image = JSON.stringify({ src: 'data:page/id,second' }).replaceAll('"', '&quot;');
    const svg = render(twoPages.replace('<mxGraphModel>', `<mxGraphModel backgroundImage="${image}">`));
    expect(svg.indexOf('data-cell-id="c"')).toBeLessThan(svg.indexOf('data-cell-id="a"'));
    expect(svg.indexOf('data-cell-id="c"')).toBeGreaterThan(0);
    expect(sizeOf(svg)?.[2]).toBe('0 0 311 61');
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

describe('theme', () => {
  const page = (attributes: string) => `<mxGraphModel ${attributes}><root><mxCell id="0"/><mxCell id="1" parent="0"/>
    <mxCell id="a" value="A" style="html=1;" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell>
    <mxCell id="b" value="&lt;font color=&quot;#000000&quot;&gt;B&lt;/font&gt;" style="html=1;fillColor=#dae8fc;strokeColor=light-dark(#6c8ebf,#123456);" vertex="1" parent="1"><mxGeometry y="60" width="80" height="40" as="geometry"/></mxCell>
  </root></mxGraphModel>`;

  it('dark paints every colour’s dark counterpart on a dark ground', () => {
    const svg = render(page(''), { theme: 'dark' });
    const [ground, a, b] = [...svg.matchAll(/<rect [^>]*>/g)].map(([tag]) => tag);
    expect(ground).toContain('fill="#121212"');
    expect(a).toMatch(/fill="#121212" stroke="#ffffff"/);
    expect(b).toMatch(/fill="#1d293b" stroke="#123456"/);
    expect(svg).toMatch(/<text[^>]*fill="#ffffff"[^>]*>A</);
    expect(svg).toMatch(/<text[^>]*fill="#ededed"[^>]*>B</);
    expect(render(page('background="#ffffff"'), { theme: 'dark' })).toMatch(/<rect [^>]*fill="#121212"/);
    expect(render(page(''), { theme: 'dark', background: 'none' }).match(/<rect /g)).toHaveLength(2);
  });

  it('auto gives both to browsers and the light one to others', () => {
    const svg = render(page(''), { theme: 'auto' });
    expect(svg).toMatch(/^<svg style="color-scheme:light dark" /);
    expect(svg).toContain('fill="#dae8fc" stroke="#6c8ebf"');
    expect(svg).toContain('style="fill:light-dark(#dae8fc, #1d293b);stroke:light-dark(#6c8ebf, #123456)"');
    expect(svg.replace(/ style="[^"]*"/g, '')).toBe(render(page('')).replace(/ style="[^"]*"/g, ''));
    expect(render(page(''))).not.toContain('light-dark');
  });

  it('follows the page where it says how its colours adapt', () => {
    expect(render(page('adaptiveColors="none"'), { theme: 'dark' })).toBe(render(page('')));
    const simple = render(page('adaptiveColors="simple"'), { theme: 'dark' });
    expect(simple).toMatch(/fill="#dae8fc" stroke="#123456"/);
    expect(simple).toMatch(/fill="#121212" stroke="#ffffff"/);
  });
});
