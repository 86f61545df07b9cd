/** mxsvg assets, and that everything the command draws uses what was added. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { asarOf, type Files, movedTo, WEB_APPLICATION, zipOf } from '../assets/archives.js';
import { COMMAND, commandPlace, golden } from './command.js';

const place = commandPlace();
const mxsvg = place.run;
const { at } = place;

const cell = (...styles: readonly string[]) => `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
  ${styles.map((style, i) => `<mxCell id="c${i}" style="${style}" vertex="1" parent="1"><mxGeometry width="100" height="100" as="geometry"/></mxCell>`).join('')}
</root></mxGraphModel>`;

const ODD_BOX = 'shape=mxgraph.novelty.shapes.odd_box;';
const SQUARE = 'width="60" height="60"';

function write(name: string, content: string | Uint8Array): string {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
  return name;
}

const writeAll = (files: Files): void => {
  for (const [name, content] of Object.entries(files)) write(name, content);
};

describe('assets add', () => {
  test('takes a folder; from then on all that is drawn uses it', () => {
    // A process reads what was added once.
    writeAll(movedTo('webapp', WEB_APPLICATION));
    write('a.drawio', cell(ODD_BOX, 'shape=image;image=img/lib/own/dot.svg;'));
    expect(place.runProcess(['a.drawio']).errors).toMatch(/missing-stencil.*missing-image/s);
    const added = place.runProcess(['assets', 'add', 'webapp']);
    expect(added).toMatchObject({ code: 0, output: '' });
    expect(added.errors).toMatch(/^mxsvg: added 2 stencils and 1 icon of draw\.io 31\.4\.1, 0\.0 MB\.\n.*licences/);
    expect(place.runProcess(['a.drawio'])).toMatchObject({ code: 0, errors: '' });
    expect(place.read('a.svg')).toContain(SQUARE);
    expect(place.runProcess(['a.drawio', '-f', 'png', '--strict'])).toMatchObject({ code: 0, errors: '' });
    write('b.drawio', cell(ODD_BOX));
    expect(place.runProcess(['diff', 'a.drawio', 'b.drawio', '-o', 'd.svg']).code).toBe(0);
    expect(place.read('d.svg')).toContain(SQUARE);
    expect(place.runProcess(['a.drawio', '-e', '-o', 'a.drawio.svg']).code).toBe(0);
    expect(place.runProcess(['verify', 'a.drawio.svg'])).toMatchObject({ code: 0, output: '' });
    expect(place.runProcess(['assets', 'remove', '31.4.1']).code).toBe(0);
    expect(place.runProcess(['verify', 'a.drawio.svg']).code).toBe(1);
  });

  test('draws on threads with it', async () => {
    writeAll(movedTo('webapp', WEB_APPLICATION));
    for (let i = 0; i < 9; i++) write(`in/${i}.drawio`, cell(ODD_BOX));
    expect(await mxsvg(['assets', 'add', '--quiet', 'webapp'])).toMatchObject({ code: 0, errors: '', output: '' });
    expect((await mxsvg(['in', '-o', 'out', '-j', '2', '--strict'])).code).toBe(0);
    for (let i = 0; i < 9; i++) expect(place.read(`out/${i}.svg`)).toContain(SQUARE);
  });

  test('keeps the same bytes from a folder, a zip and an asar, with licence and version', async () => {
    const kept = async (source: string): Promise<Files> => {
      expect((await mxsvg(['assets', 'add', source])).code).toBe(0);
      const files = place.files().filter((name) => name.startsWith('user-assets/') && !name.endsWith('packs.json'));
      return Object.fromEntries(files.map((name) => [name, readFileSync(at(name)).toString('base64')]));
    };
    writeAll(movedTo('webapp', WEB_APPLICATION));
    const expected = await kept('webapp');
    const names = Object.keys(expected).map((name) => name.split('/').slice(2).join('/'));
    expect(names).toContain('licences/stencils/LICENSE');
    expect(names).toContain('stencils/novelty/shapes.mxa');
    write('d.zip', zipOf(WEB_APPLICATION));
    write('inst/resources/app.asar', asarOf(movedTo('drawio/src/main/webapp', WEB_APPLICATION)));
    for (const source of ['d.zip', 'inst', 'inst/resources/app.asar']) {
      expect((await mxsvg(['assets', 'remove', '--all'])).code).toBe(0);
      expect(await kept(source)).toEqual(expected);
    }
    expect((await mxsvg(['assets', 'list'])).output).toContain('31.4.1');
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['that is broken', zipOf(WEB_APPLICATION).subarray(0, -9), /^mxsvg: a\.zip: is no zip archive that can be read/],
    ['that leads out of it', zipOf({ ...WEB_APPLICATION, '../../../x.xml': '' }), /^mxsvg: a\.zip: .*relative path/],
    ['whose last library is no XML', zipOf({ ...WEB_APPLICATION, 'stencils/z.xml': '<shapes' }), /^mxsvg: .*z\.xml/],
    ['that is something else', 'plain text', /^mxsvg: a\.zip: is no archive that is read/],
  ])('keeps nothing of an archive %s', async (_name, content, message) => {
    writeAll(movedTo('webapp', WEB_APPLICATION));
    expect((await mxsvg(['assets', 'add', 'webapp'])).code).toBe(0);
    const before = place.files();
    write('a.zip', content);
    const result = await mxsvg(['assets', 'add', 'a.zip']);
    expect(result.code).toBe(1);
    expect(result.errors).toMatch(message);
    expect(result.errors.trim().split('\n')).toHaveLength(1);
    expect(place.files()).toEqual(['a.zip', ...before]);
  });

  test('leaves nothing of what was being fetched when it is interrupted', async () => {
    const server = createServer((_, response) => {
      response.write(zipOf(WEB_APPLICATION).subarray(0, 100));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    mkdirSync(at('tmp'));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/draw.war`;
    const child = spawn(process.execPath, [COMMAND, 'assets', 'add', address], {
      env: { ...place.env(), TMPDIR: at('tmp') },
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    await vi.waitFor(() => expect(place.files().filter((name) => name.startsWith('tmp/'))).toHaveLength(1), 20_000);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    server.closeAllConnections();
    server.close();
    expect(readdirSync(at('tmp'))).toEqual([]);
    expect(existsSync(at('user-assets'))).toBe(false);
  });

  test.skipIf(process.platform === 'win32')('waits for no pipe', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    write('a.drawio', cell(ODD_BOX));
    for (const words of [
      ['assets', 'add', 'pipe'],
      ['a.drawio', '--assets', 'pipe'],
    ]) {
      expect(await mxsvg(words)).toMatchObject({
        code: 1,
        errors: expect.stringContaining('is neither a file nor a folder'),
      });
    }
  });

  test('takes an address', async () => {
    const server = createServer((_, response) => response.end(zipOf(WEB_APPLICATION)));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/draw.war`;
    write('a.drawio', cell(ODD_BOX));
    const run = (...args: readonly string[]): Promise<number | null> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [COMMAND, ...args], {
          cwd: at('.'),
          env: { ...place.env(), TMPDIR: at('tmp') },
        });
        child.on('close', resolve);
      });
    mkdirSync(at('tmp'));
    try {
      expect(await run('a.drawio', '--strict', '--assets', address)).toBe(0);
      expect(existsSync(at('user-assets'))).toBe(false);
      expect(place.read('a.svg')).toContain(SQUARE);
      expect(await run('assets', 'add', address)).toBe(0);
      expect(readdirSync(at('tmp'))).toEqual([]);
    } finally {
      server.close();
    }
    expect((await mxsvg(['assets', 'list'])).output).toContain(address);
  });
});

describe('assets list, remove and path', () => {
  test('tell what there is, and take it away', async () => {
    writeAll(movedTo('webapp', WEB_APPLICATION));
    const { 'js/viewer.min.js': _, ...rest } = WEB_APPLICATION;
    writeAll(
      movedTo('other', { ...rest, 'stencils/more.xml': '<shapes name="mxgraph.more"><shape name="a"/></shapes>' }),
    );
    expect(await mxsvg(['assets', 'list'])).toMatchObject({ code: 0, output: '', errors: '' });
    expect((await mxsvg(['assets', 'add', 'webapp'])).code).toBe(0);
    expect((await mxsvg(['assets', 'add', 'other'])).code).toBe(0);
    const [first = '', second = '', ...more] = (await mxsvg(['assets', 'list'])).output.trim().split('\n');
    expect(first).toMatch(/^[0-9a-f]{16}: 3 stencils and 1 icon, 0\.0 MB, added \d{4}-\d\d-\d\d from .*other$/);
    expect(second).toMatch(/^31\.4\.1: 2 stencils and 1 icon of draw\.io 31\.4\.1, .* from .*webapp$/);
    expect(more).toEqual([]);
    expect(await mxsvg(['assets', 'remove', 'gone'])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('31.4.1'),
    });
    expect(await mxsvg(['assets', 'remove'])).toMatchObject({ code: 2, errors: expect.stringContaining('--all') });
    expect((await mxsvg(['assets', 'remove', '31.4.1'])).code).toBe(0);
    expect((await mxsvg(['assets', 'list'])).output.trim()).toBe(first);
    expect((await mxsvg(['assets', 'remove', '--all'])).code).toBe(0);
    expect(place.files().filter((name) => name.startsWith('user-assets/'))).toEqual([]);
  });

  test('work where the list can’t be understood', async () => {
    write('user-assets/packs.json', 'broken');
    expect(await mxsvg(['assets', 'list'])).toMatchObject({ code: 1, errors: expect.stringContaining('packs.json') });
    expect((await mxsvg(['assets', 'remove', '--all'])).code).toBe(0);
    expect((await mxsvg(['assets', 'list'])).code).toBe(0);
  });

  test('path prints the folder', async () => {
    expect(await mxsvg(['assets', 'path'])).toMatchObject({ code: 0, output: `${at('user-assets')}\n` });
  });

  test('nothing or something else is wrong usage', async () => {
    expect((await mxsvg(['assets'])).code).toBe(2);
    expect((await mxsvg(['assets', 'take', 'x'])).code).toBe(2);
    expect((await mxsvg(['assets', 'add'])).code).toBe(2);
  });
});

describe('--assets', () => {
  test('takes the same sources, and keeps nothing', async () => {
    write('a.drawio', cell(ODD_BOX, 'shape=mxgraph.elsewhere.odd_box;', 'shape=image;image=img/lib/own/dot.svg;'));
    writeAll(movedTo('webapp', WEB_APPLICATION));
    write('draw.war', zipOf(WEB_APPLICATION));
    const archive = asarOf(movedTo('drawio/src/main/webapp', WEB_APPLICATION));
    write('inst/resources/app.asar', archive);
    const pictures: string[] = [];
    for (const source of ['webapp', 'draw.war', 'inst', 'inst/resources/app.asar']) {
      expect(await mxsvg(['a.drawio', '--strict', '--assets', source]), source).toMatchObject({ code: 0, errors: '' });
      pictures.push(place.read('a.svg'));
    }
    expect(pictures[0]).toContain(SQUARE);
    expect(new Set(pictures).size).toBe(1);
    expect(existsSync(at('user-assets'))).toBe(false);
  });

  test('says what is wrong with one', async () => {
    write('a.drawio', cell(ODD_BOX));
    write('a.zip', 'plain text');
    expect(await mxsvg(['a.drawio', '--assets', 'a.zip'])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^mxsvg: a\.drawio: a\.zip: is no archive that is read/),
    });
  });
});

describe('what is missing', () => {
  test('is said with the version that has its library, and once a run what to do', async () => {
    write('a.drawio', cell('shape=mxgraph.kubernetes2.pod;', 'shape=mxgraph.aws4.no_such_thing;'));
    write('b.drawio', cell('shape=image;image=img/lib/sap/x.svg;'));
    const { code, errors } = await mxsvg(['a.drawio', 'b.drawio', '--diagnostics', 'd.jsonl']);
    expect(code).toBe(0);
    expect(errors).toContain(
      '"mxgraph.kubernetes2.pod" can\'t be had (draw.io has its library since 22.1.12); drawn as',
    );
    expect(errors).toContain('"mxgraph.aws4.no_such_thing" can\'t be had; drawn as a rectangle.');
    expect(errors).toContain('(draw.io has its library since 24.7.0); left out.');
    expect(errors.match(/mxsvg assets add SOURCE/g)).toHaveLength(1);
    const assets = place
      .read('d.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).asset);
    expect(assets).toEqual(['mxgraph.kubernetes2.pod', 'mxgraph.aws4.no_such_thing', 'img/lib/sap/x.svg']);
  });

  test('is no reason for advice where it isn’t draw.io’s', async () => {
    write('a.drawio', cell('shape=stencil(x);', 'shape=image;image=https://files.test/a.png;', 'shape=nothing;'));
    const { errors } = await mxsvg(['a.drawio']);
    expect(errors.match(/warning/g)).toHaveLength(3);
    expect(errors).not.toContain('assets add');
  });

  test('gets no advice with --quiet, or where nothing is missing', async () => {
    write('a.drawio', cell('shape=mxgraph.kubernetes2.pod;'));
    expect((await mxsvg(['a.drawio', '--quiet'])).errors).toBe('');
    expect((await mxsvg([golden('decode/compressed.drawio'), '-o', '-'])).errors).toBe('');
  });
});
