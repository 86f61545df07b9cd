import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { MxsvgError, type RenderOptions, render, renderTo } from '../src/index.js';

const cell = (id: string, style: string, more = '', parent = '1', y = 0): string =>
  `<mxCell id="${id}" value="a &amp;lt; ${id}" style="${style}" vertex="1" parent="${parent}"><mxGeometry y="${y}" width="90" height="40" as="geometry"/>${more}</mxCell>`;

const linked = (id: string, inner: string): string =>
  `<UserObject label="linked" link="https://example.org/?a=1&amp;b=2" tooltip="a tip" id="${id}">${inner}</UserObject>`;

const file = (cells: number): string =>
  `<mxfile><diagram name="one"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
   ${cell('container', 'swimlane;shadow=1;html=1;fillColor=#ffcc00;gradientColor=#ff0000;')}
   ${cell('inside', 'shadow=1;rounded=1;html=1;overflow=hidden;', '', 'container', 40)}
   ${linked('linked', '<mxCell style="container=1;shadow=1;" vertex="1" parent="1"><mxGeometry y="90" width="200" height="90" as="geometry"/></mxCell>')}
   ${cell('under', 'gradientColor=#00ff00;fillColor=light-dark(#ffffff,#222222);', '', 'linked', 20)}
   <mxCell id="flow" style="flowAnimation=1;" edge="1" parent="1" source="inside" target="under"><mxGeometry relative="1" as="geometry"/></mxCell>
   <mxCell id="empty" style="group" vertex="1" connectable="0" parent="1"><mxGeometry y="300" width="9" height="9" as="geometry"/></mxCell>
   ${Array.from({ length: cells }, (_, i) => cell(`n${i}`, 'html=1;', '', '1', 400 + i * 50)).join('')}
   </root></mxGraphModel></diagram></mxfile>`;

/** Takes all, one chunk at a time, some time after it came. */
class Slow extends Writable {
  readonly chunks: string[] = [];
  most = 0;

  override _write(chunk: Uint8Array, _: string, callback: () => void): void {
    this.chunks.push(new TextDecoder().decode(chunk));
    this.most = Math.max(this.most, this.writableLength);
    setTimeout(callback, 1);
  }
}

const OPTIONS: readonly (readonly [string, RenderOptions])[] = [
  ['nothing', {}],
  ['outlines', { text: 'outline' }],
  ['two themes', { theme: 'auto' }],
  ['lines', { pretty: true, theme: 'auto', accessible: true }],
  ['motion', { animate: true, idPrefix: 'p-' }],
  ['fonts', { embedFonts: true }],
  ['the diagram', { embedDiagram: 'compressed', pretty: true }],
  ['a declaration', { embedDiagram: 'plain', xmlDeclaration: true, now: new Date(0) }],
  ['a background', { background: '#ffffff', scale: 2, border: 10 }],
];

describe('renderTo', () => {
  it.each(OPTIONS)('writes what render gives, with %s', async (_, options) => {
    const source = file(60);
    const to = new Slow();
    await renderTo(source, to, options);
    expect(to.chunks.join('')).toBe(render(source, options));
    expect(to.writableEnded).toBe(false);
  });

  it('writes a large picture in pieces, each when the one before is taken', async () => {
    const source = file(1500);
    const to = new Slow();
    await renderTo(source, to);
    expect(to.chunks.length).toBeGreaterThan(5);
    expect(to.most).toBeLessThan(80_000);
    expect(to.chunks.join('')).toBe(render(source));
  });

  it('writes a page without cells', async () => {
    const source = '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/></root></mxGraphModel>';
    const to = new Slow();
    await renderTo(source, to);
    expect(to.chunks.join('')).toBe(render(source));
  });

  it('writes to a stream of the Web, which takes one piece at a time', async () => {
    const source = file(600);
    const chunks: Uint8Array[] = [];
    let busy = 0;
    const to = new WritableStream<Uint8Array>({
      async write(chunk) {
        busy += 1;
        expect(busy).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 1));
        busy -= 1;
        chunks.push(chunk);
      },
    });
    await renderTo(source, to);
    expect(to.locked).toBe(false);
    await to.close();
    expect(Buffer.concat(chunks).toString()).toBe(render(source));
  });

  it('rejects with an error of the drawing before anything is written', async () => {
    const to = new Slow();
    await expect(renderTo('no diagram', to)).rejects.toThrow(MxsvgError);
    await expect(renderTo(file(100), to, { limits: { outputBytes: 5000 } })).rejects.toThrow(/too large to be written/);
    expect(to.chunks).toEqual([]);
  });

  it("rejects with a stream's own error, and once", async () => {
    const to = new Writable({ write: (_chunk, _encoding, callback) => callback(new Error('full')) });
    await expect(renderTo(file(3), to)).rejects.toThrow('full');
    await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('rejects where the stream is closed while it has a piece', async () => {
    const to = new Writable({ write: () => setTimeout(() => to.destroy(), 1) });
    await expect(renderTo(file(3), to)).rejects.toThrow(/closed before all was written|destroyed/);
    await expect(renderTo(file(3), to)).rejects.toThrow();
  });

  it("rejects with a Web stream's error", async () => {
    const to = new WritableStream<Uint8Array>({ write: () => Promise.reject(new Error('gone')) });
    await expect(renderTo(file(3), to)).rejects.toThrow('gone');
  });

  it('rejects where there is no stream', async () => {
    await expect(renderTo(file(3), {} as Writable)).rejects.toThrow(TypeError);
  });
});
