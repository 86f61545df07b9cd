/** The caller's own stencils and icons: asked first, never left, the bundled ones behind them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Diagnostic, folderAssets, render } from '../../../src/index.js';
import { createStencilLookup } from '../../../src/shapes/stencils/stencilLookup.js';

let root = '';
let folder = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'mxsvg-assets-'));
  folder = path.join(root, 'webapp');
  mkdirSync(path.join(folder, 'stencils/novelty'), { recursive: true });
  mkdirSync(path.join(folder, 'img/lib/own'), { recursive: true });
  writeFileSync(
    path.join(folder, 'stencils/novelty/shapes.xml'),
    '<shapes name="mxgraph.novelty.shapes"><shape name="Odd Box" w="10" h="10"><foreground><rect x="2" y="2" w="6" h="6"/><stroke/></foreground></shape></shapes>',
  );
  writeFileSync(
    path.join(folder, 'img/lib/own/dot.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle cx="4" cy="4" r="3"/></svg>',
  );
  writeFileSync(path.join(root, 'secret.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><title>secret</title></svg>');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const cell = (style: string) => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
  <mxCell id="a" style="${style}" vertex="1" parent="1"><mxGeometry width="100" height="100" as="geometry"/></mxCell>
</root></mxGraphModel>`;

function drawn(style: string): { svg: string; codes: string[] } {
  const diagnostics: Diagnostic[] = [];
  const svg = render(cell(style), { assets: folderAssets(folder), diagnostics });
  return { svg, codes: diagnostics.map(({ code }) => code) };
}

describe('a folder of assets', () => {
  test('gives stencils that the pack does not have', () => {
    const { svg, codes } = drawn('shape=mxgraph.novelty.shapes.odd_box;');
    expect(codes).toEqual([]);
    expect(svg).toContain('<rect x="20.5" y="20.5" width="60" height="60"');
  });

  test('gives icons', () => {
    const { svg, codes } = drawn('shape=image;image=img/lib/own/dot.svg;');
    expect(codes).toEqual([]);
    const [, data = ''] = /href="data:image\/svg\+xml;base64,([^"]*)"/.exec(svg) ?? [];
    expect(Buffer.from(data, 'base64').toString()).toContain('<circle');
  });

  test('gives stencils of files that are named otherwise than what they hold', () => {
    mkdirSync(path.join(folder, 'stencils/elsewhere'));
    writeFileSync(
      path.join(folder, 'stencils/elsewhere/file.xml'),
      '<stencils><shapes name="mxgraph.First"><shape name="a"/></shapes><shapes strokewidth="1" name="mxgraph.Second"><shape name="B" w="10" h="10"><foreground><rect x="2" y="2" w="6" h="6"/><stroke/></foreground></shape></shapes></stencils>',
    );
    const { svg, codes } = drawn('shape=mxgraph.second.b;');
    expect(codes).toEqual([]);
    expect(svg).toContain('<rect x="20.5" y="20.5" width="60" height="60"');
    expect(drawn('shape=mxgraph.second.a;').codes).toEqual(['missing-stencil']);
  });

  test('gives stencils whose own names have a dot', () => {
    writeFileSync(
      path.join(folder, 'stencils/dotted.xml'),
      '<shapes name="mxgraph.dotted"><shape name="Speed 2.5 G" w="10" h="10"><foreground><rect x="2" y="2" w="6" h="6"/><stroke/></foreground></shape></shapes>',
    );
    const { svg, codes } = drawn('shape=mxgraph.dotted.speed_2.5_g;');
    expect(codes).toEqual([]);
    expect(svg).toContain('<rect x="20.5" y="20.5" width="60" height="60"');
  });

  test('is read once for all stencils of a library, however large it is', { tags: 'heavy' }, () => {
    const lines = '<line x="1.5" y="2.5"/>'.repeat(300);
    const shapes = Array.from({ length: 600 }, (_, i) => {
      return `<shape name="s${i}"><foreground><path><move x="0" y="0"/>${lines}</path><stroke/></foreground></shape>`;
    });
    writeFileSync(path.join(folder, 'stencils/large.xml'), `<shapes name="mxgraph.large">${shapes.join('')}</shapes>`);
    const read: string[] = [];
    const files = folderAssets(folder);
    const raw = (name: string): Uint8Array | undefined => {
      read.push(name);
      return files.raw?.(name);
    };
    const stencil = createStencilLookup({ ...files, raw });
    for (let i = 0; i < 600; i += 100) expect(stencil(`mxgraph.large.s${i}`)).toBeDefined();
    expect(read).toEqual(['stencils/large.xml']);
  });

  test('leaves what it lacks to the bundled pack', () => {
    expect(drawn('shape=mxgraph.cisco.routers.router;').codes).toEqual([]);
    expect(drawn('shape=mxgraph.novelty.shapes.none;').codes).toEqual(['missing-stencil']);
  });

  test('is never left', () => {
    expect(folderAssets(folder).raw?.('../secret.svg')).toBeUndefined();
    expect(folderAssets(folder).raw?.('img/../../secret.svg')).toBeUndefined();
    expect(drawn('shape=image;image=../secret.svg;').svg).not.toContain('secret');
  });
});
