/** What the user added: where it is kept, that it goes before the bundled ones, and what is never done with it. */
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { packAssets } from '../../src/cli/assets/packing.js';
import { removeAllPacks, removePacks, storePack } from '../../src/cli/assets/store.js';
import { type Diagnostic, folderAssets, nodeAssets, render, userAssets } from '../../src/index.js';
import { addedPacks, PACK_FORMAT, userAssetsFolder } from '../../src/platform/node/userAssets.js';
import { iconsIn, testFolder } from './places.js';

const place = testFolder();

beforeEach(() => {
  vi.stubEnv('MXSVG_ASSETS', place.at('added'));
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const cell = (style: string) => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
  <mxCell id="a" style="${style}" vertex="1" parent="1"><mxGeometry width="100" height="100" as="geometry"/></mxCell>
</root></mxGraphModel>`;

function drawn(style: string, assets = userAssets()): { svg: string; codes: string[] } {
  const diagnostics: Diagnostic[] = [];
  const svg = render(cell(style), { assets, diagnostics });
  return { svg, codes: diagnostics.map(({ code }) => code) };
}

/** A stencil of one square, so large in its frame of 10. */
const library = (packageName: string, shape: string, size: number): string =>
  `<shapes name="${packageName}"><shape name="${shape}" w="10" h="10"><foreground><rect x="0" y="0" w="${size}" h="${size}"/><stroke/></foreground></shape></shapes>`;

/** Adds files as a pack. */
async function add(files: Readonly<Record<string, string>>, source: string, version?: string) {
  const packed = packAssets({ paths: Object.keys(files), read: (name) => Buffer.from(files[name] ?? '') });
  const { archives, stencils, icons } = packed;
  return storePack(place.at('added'), archives, {
    source,
    version,
    stencils,
    icons,
    added: '2026-01-02T03:04:05.000Z',
  });
}

describe('the folder', () => {
  const home = path.resolve('/home/ada');

  test.each([
    ['linux', {}, path.join(home, '.local/share/mxsvg/assets')],
    ['linux', { XDG_DATA_HOME: path.resolve('/data') }, path.resolve('/data/mxsvg/assets')],
    ['linux', { XDG_DATA_HOME: 'data' }, path.join(home, '.local/share/mxsvg/assets')],
    ['darwin', { XDG_DATA_HOME: path.resolve('/data') }, path.join(home, 'Library/Application Support/mxsvg/assets')],
    ['win32', { LOCALAPPDATA: path.resolve('/local') }, path.resolve('/local/mxsvg/assets')],
    ['win32', {}, path.join(home, 'AppData/Local/mxsvg/assets')],
    ['linux', { MXSVG_ASSETS: 'here', XDG_DATA_HOME: path.resolve('/data') }, path.resolve('here')],
    ['win32', { MXSVG_ASSETS: '', LOCALAPPDATA: path.resolve('/local') }, path.resolve('/local/mxsvg/assets')],
  ])('on %s with %o', (platform, env, expected) => {
    expect(userAssetsFolder({ platform, home, env })).toBe(expected);
  });
});

test.skipIf(process.platform === 'win32')('an empty HOME, or one that is no path, leads nowhere else', () => {
  vi.stubEnv('MXSVG_ASSETS', undefined);
  vi.stubEnv('XDG_DATA_HOME', undefined);
  for (const home of ['', '.']) {
    vi.stubEnv('HOME', home);
    expect(userAssetsFolder().startsWith(userInfo().homedir)).toBe(true);
  }
});

describe('several commands at the same time', () => {
  const one = (i: number) => ({ 'stencils/a.xml': library('mxgraph.a', `shape ${i}`, 1 + (i % 9)) });
  const listed = () =>
    addedPacks(place.at('added'))
      .map(({ source }) => source)
      .sort();

  test('lose nothing of each other', async () => {
    const sources = Array.from({ length: 9 }, (_, i) => `source ${i}`);
    await Promise.all(sources.map((source, i) => add(one(i), source)));
    expect(listed()).toEqual(sources);
    const [first, ...others] = addedPacks(place.at('added'));
    if (first === undefined) throw new Error('there is one');
    await Promise.all([removePacks(place.at('added'), [first]), add(one(9), 'source 9')]);
    expect(listed()).toEqual([...others.map(({ source }) => source), 'source 9'].sort());
    expect(readdirSync(place.at('added')).sort()).toEqual(
      [...addedPacks(place.at('added')).map(({ folder }) => folder), 'packs.json'].sort(),
    );
  });

  test('don’t wait for one that was killed', async () => {
    await add(one(1), 'a');
    writeFileSync(place.at('added/packs.lock'), '');
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(place.at('added/packs.lock'), longAgo, longAgo);
    await add(one(2), 'b');
    expect(listed()).toEqual(['a', 'b']);
  });
});

describe('what was added', () => {
  const NOVELTY = { 'stencils/novelty.xml': library('mxgraph.novelty', 'box', 6) };

  test('is drawn, stencils and icons', async () => {
    const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle cx="4" cy="4" r="3"/></svg>';
    await add({ ...NOVELTY, 'img/lib/own/dot.svg': dot }, 'a');
    const { svg, codes } = drawn('shape=mxgraph.novelty.box;');
    expect(codes).toEqual([]);
    expect(svg).toContain('width="60" height="60"');
    const icon = drawn('shape=image;image=img/lib/own/dot.svg;');
    expect(icon.codes).toEqual([]);
    expect(iconsIn(icon.svg)).toEqual([expect.stringContaining('<circle cx="4"')]);
  });

  test('is not there for who doesn’t ask for it', async () => {
    await add(NOVELTY, 'a');
    expect(drawn('shape=mxgraph.novelty.box;', nodeAssets).codes).toEqual(['missing-stencil']);
    const diagnostics: Diagnostic[] = [];
    render(cell('shape=mxgraph.novelty.box;'), { diagnostics });
    expect(diagnostics).toHaveLength(1);
  });

  test('goes before the bundled ones, name by name', async () => {
    await add({ 'stencils/cisco/routers.xml': library('mxgraph.cisco.routers', 'router', 5) }, 'a');
    expect(drawn('shape=mxgraph.cisco.routers.router;').svg).toContain('width="50" height="50"');
    const other = 'shape=mxgraph.cisco.routers.atm_router;';
    expect(drawn(other)).toEqual(drawn(other, nodeAssets));
  });

  test('later goes before what was added sooner, and a folder that is named before both', async () => {
    await add(NOVELTY, 'a');
    await add({ 'stencils/novelty.xml': library('mxgraph.novelty', 'box', 7) }, 'b');
    expect(drawn('shape=mxgraph.novelty.box;').svg).toContain('width="70" height="70"');
    place.write('folder/stencils/novelty.xml', library('mxgraph.novelty', 'box', 8));
    const named = folderAssets(place.at('folder'), userAssets());
    expect(drawn('shape=mxgraph.novelty.box;', named).svg).toContain('width="80" height="80"');
    place.write('folder/stencils/novelty.xml', library('mxgraph.novelty', 'circle', 8));
    const lacking = folderAssets(place.at('folder'), userAssets());
    expect(drawn('shape=mxgraph.novelty.box;', lacking).svg).toContain('width="70" height="70"');
  });

  test('is read when a diagram names a stencil, and not before', async () => {
    place.write('added/packs.json', 'broken');
    expect(drawn('rounded=1;').codes).toEqual([]);
    expect(() => drawn('shape=mxgraph.novelty.box;')).toThrow(/packs\.json/);
  });

  test('has the same name and bytes for the same files', async () => {
    const both = { ...NOVELTY, 'stencils/b.xml': library('mxgraph.b', 'x', 1) };
    const one = await add(both, 'a');
    const other = await add(Object.fromEntries(Object.entries(both).reverse()), 'b');
    expect(other.folder).toBe(one.folder);
    expect(addedPacks(place.at('added'))).toEqual([other]);
  });

  test('takes the place of what came from the same source, or is of the same version', async () => {
    const square = (size: number) => ({ 'stencils/novelty.xml': library('mxgraph.novelty', 'box', size) });
    await add(square(1), 'a', '30.0.0');
    const second = await add(square(2), 'a', '31.0.0');
    const third = await add(square(3), 'b');
    expect(addedPacks(place.at('added'))).toEqual([third, second]);
    const fourth = await add(square(4), 'c', '31.0.0');
    expect(addedPacks(place.at('added'))).toEqual([fourth, third]);
    await removePacks(place.at('added'), [fourth]);
    expect(addedPacks(place.at('added'))).toEqual([third]);
    removeAllPacks(place.at('added'));
    expect(addedPacks(place.at('added'))).toEqual([]);
  });
});

describe('a list', () => {
  const pack = { folder: 'ab12', source: 'a', added: 'b', stencils: 1, icons: 1, bytes: 1 };

  test.each<[string, string]>([
    ['that is no JSON', 'packs'],
    ['that is null', 'null'],
    ['of another format', JSON.stringify({ format: 999, packs: [pack] })],
    ['without packs', JSON.stringify({ format: PACK_FORMAT })],
    ['of other things', JSON.stringify({ format: PACK_FORMAT, packs: [1] })],
    ['of nulls', JSON.stringify({ format: PACK_FORMAT, packs: [null] })],
    ['that leads elsewhere', JSON.stringify({ format: PACK_FORMAT, packs: [{ ...pack, folder: '../../etc' }] })],
    [
      'that leads to a folder of the machine',
      JSON.stringify({ format: PACK_FORMAT, packs: [{ ...pack, folder: '/etc' }] }),
    ],
  ])('%s is an error that says what to do, and gives way to a new one', async (_name, text) => {
    place.write('added/packs.json', text);
    expect(() => drawn('shape=mxgraph.novelty.box;')).toThrow(
      expect.objectContaining({
        code: 'broken-assets',
        message: expect.stringMatching(/packs\.json.*mxsvg assets add/s),
      }),
    );
    await add({ 'stencils/novelty.xml': library('mxgraph.novelty', 'box', 6) }, 'a');
    expect(drawn('shape=mxgraph.novelty.box;').codes).toEqual([]);
  });

  test('is none where a file stands in its way', () => {
    place.write('added', 'a file');
    expect(addedPacks(place.at('added'))).toEqual([]);
  });
});

describe('a pack', () => {
  test.each<[string, Uint8Array]>([
    ['that is no archive', Buffer.from('plain text')],
    ['that is cut off', Buffer.from('MXA1\x10\x00\x00\x00')],
  ])('%s is an error that names it', async (_name, bytes) => {
    const { folder } = await add({ 'stencils/novelty.xml': library('mxgraph.novelty', 'box', 6) }, 'a');
    place.write(`added/${folder}/stencils/novelty.mxa`, bytes);
    expect(() => drawn('shape=mxgraph.novelty.box;')).toThrow(
      expect.objectContaining({ code: 'broken-assets', message: expect.stringContaining('stencils/novelty.mxa') }),
    );
  });

  test('that was deleted by hand leaves the bundled ones', async () => {
    await add({ 'stencils/cisco/routers.xml': library('mxgraph.cisco.routers', 'router', 5) }, 'a');
    const list = addedPacks(place.at('added'));
    removeAllPacks(place.at('added'));
    place.write('added/packs.json', JSON.stringify({ format: PACK_FORMAT, packs: list }));
    expect(drawn('shape=mxgraph.cisco.routers.router;')).toEqual(
      drawn('shape=mxgraph.cisco.routers.router;', nodeAssets),
    );
  });
});
