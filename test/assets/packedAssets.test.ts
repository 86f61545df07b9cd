/** The asset pack: which names it answers, what it reads, and what it never gives. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { AssetPack, imageArchivePath, packPath, resolveImage, stencilArchivePath } from '../../src/assets/assetPack.js';
import { type Assets, NO_ASSETS } from '../../src/assets/assets.js';
import { Archive } from '../../src/decode/archive.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { createStencilLookup } from '../../src/shapes/stencils/stencilLookup.js';

/** Assets that note which files of the pack are read. */
function recorded(): { assets: Assets; read: string[] } {
  const read: string[] = [];
  const file = (path: string): Uint8Array | undefined => {
    read.push(path);
    return nodeAssets.file(path);
  };
  return { assets: { font: () => undefined, file }, read };
}

describe('a shape that is named like an image', () => {
  test('is no stencil', () => {
    const lookup = createStencilLookup(nodeAssets);
    expect(lookup('mxgraph.clipart.stencils/clipart/Gear_128x128.png')).toBeUndefined();
    expect(lookup('mxgraph.lib.img/lib/azure2/compute/Disks.svg')).toBeUndefined();
  });
});

describe('paths', () => {
  test.each([
    ['img/lib/azure2/compute/Disks.svg', 'img/lib/azure2/compute/Disks.svg'],
    ['/img/lib/azure2/compute/Disks.svg', 'img/lib/azure2/compute/Disks.svg'],
    ['./img/clipart/Gear_128x128.png', 'img/clipart/Gear_128x128.png'],
    ['https://app.diagrams.net/img/lib/ibm/users/user.svg?v=1', 'img/lib/ibm/users/user.svg'],
    ['//www.draw.io/img/lib/ibm/users/user.svg', 'img/lib/ibm/users/user.svg'],
    ['img/lib/a%20b/c.svg', 'img/lib/a b/c.svg'],
    ['img/100%.svg', 'img/100%.svg'],
  ])('%s is %s', (path, expected) => {
    expect(packPath(path)).toBe(expected);
  });

  test.each([
    'https://example.com/img/lib/ibm/users/user.svg',
    'https://app.diagrams.net.example.com/img/a.svg',
    'file:///img/a.svg',
    'javascript:alert(1)',
    'img/../package.json',
    'img/%2e%2e/package.json',
    'img/..%2fpackage.json',
    '../../img/a.svg',
    'img\\..\\a.svg',
    'c:/img/a.svg',
    'a.svg',
    '',
  ])('%j is not in the pack', (path) => {
    expect(packPath(path)).toBeUndefined();
    expect(resolveImage(nodeAssets, path)).toBeUndefined();
  });

  test('name the archives', () => {
    expect(stencilArchivePath('mxgraph.rack.f5')).toBe('stencils/rack/f5.mxa');
    expect(imageArchivePath('img/lib/azure2/compute/Disks.svg')).toBe('images/img/lib/azure2.mxa');
    expect(imageArchivePath('img/clipart/Gear_128x128.png')).toBe('images/img/clipart.mxa');
  });

  test('outside the pack give nothing from disk', () => {
    for (const path of ['../package.json', 'img/../../package.json', '/etc/hostname', 'stencils/none.mxa']) {
      expect(nodeAssets.file(path)).toBeUndefined();
    }
  });
});

describe('stencils', () => {
  test('of a library are read with its one archive, when one is named', () => {
    const { assets, read } = recorded();
    const lookup = createStencilLookup(assets);
    expect(read).toEqual([]);
    expect(lookup('mxgraph.cisco.routers.router')).toBeDefined();
    expect(lookup('mxgraph.cisco.routers.atm_router')).toBeDefined();
    expect(lookup('mxgraph.cisco.routers.router')).toBeDefined();
    expect(read).toEqual(['stencils/cisco/routers.mxa']);
  });

  test.each([
    'mxgraph.aws4.lambda',
    'mxgraph.rack.f5.arx_500',
    'mxgraph.pid.pumps_-_iso.pump_(liquid)',
    'mxgraph.bpmn.task',
  ])('%s is known or drawn by code', (name) => {
    // bpmn.task is code, the others are stencils.
    expect(new AssetPack(nodeAssets).stencil(name) !== undefined).toBe(name !== 'mxgraph.bpmn.task');
  });

  test.each([
    'mxgraph',
    'mxgraph.',
    'mxgraph.aws4',
    'mxgraph.aws4.no_such',
    'mxgraph.../../x.y',
    'rectangle',
    'mxgraph.constructor.x',
  ])('%s is unknown', (name) => {
    expect(new AssetPack(nodeAssets).stencil(name)).toBeUndefined();
  });

  test('are none without assets', () => {
    expect(createStencilLookup(NO_ASSETS)('mxgraph.aws4.lambda')).toBeUndefined();
  });
});

describe('images', () => {
  test('of the pack come as data URIs', () => {
    const href = resolveImage(nodeAssets, 'img/lib/ibm/users/user.svg');
    expect(href).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(atob(href?.split(',')[1] ?? '')).toContain('<svg');
    expect(resolveImage(nodeAssets, 'img/clipart/Gear_128x128.png')).toMatch(/^data:image\/png;base64,iVBOR/);
  });

  test.each([
    ['data:image/png,iVBORw0KGgo=', 'data:image/png;base64,iVBORw0KGgo='],
    ['data:image/png;base64,iVBORw0KGgo=', 'data:image/png;base64,iVBORw0KGgo='],
    ['data:image/svg+xml,%3Csvg%3E', 'data:image/svg+xml,%3Csvg%3E'],
    ['data:image/svg+xml,<svg/>', 'data:image/svg+xml,%3Csvg%2F%3E'],
    ['data:image/svg+xml,PHN2Zy8+', 'data:image/svg+xml;base64,PHN2Zy8+'],
    ['data:text/html,<script>', undefined],
    ['data:image/png', undefined],
  ])('data URI %s is completed', (uri, expected) => {
    expect(resolveImage(NO_ASSETS, uri)).toBe(expected);
  });
});

describe('an archive', () => {
  test('that is none is refused', () => {
    expect(() => Archive.open(new Uint8Array(4))).toThrow('not an asset archive');
  });

  test('gives its entries', () => {
    const block = deflateRawSync(Buffer.from('onetwo'));
    const index = deflateRawSync(
      JSON.stringify({ blocks: [block.length], entries: { one: [0, 0, 3], two: [0, 3, 3] } }),
    );
    const header = Buffer.from([0x4d, 0x58, 0x41, 0x31, 0, 0, 0, 0]);
    header.writeUInt32LE(index.length, 4);
    const archive = Archive.open(Buffer.concat([header, index, block]));
    expect([...archive.names()]).toEqual(['one', 'two']);
    expect(new TextDecoder().decode(archive.entry('two'))).toBe('two');
    expect(archive.entry('three')).toBeUndefined();
    expect(archive.entry('__proto__')).toBeUndefined();
  });
});
