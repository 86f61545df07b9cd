/** What stencils and icons are taken from: folders, archives and addresses, and such as are broken or hostile. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSource } from '../../src/cli/assets/openSource.js';
import { packAssets } from '../../src/cli/assets/packing.js';
import { NO_PROGRESS } from '../../src/cli/assets/progress.js';
import { FileError } from '../../src/cli/files.js';
import { asarHeader, asarOf, movedTo, WEB_APPLICATION, zipOf } from './archives.js';
import { testFolder } from './places.js';

const place = testFolder();

/** All that a source gives, as text. */
async function taken(source: string) {
  const application = await openSource(source, NO_PROGRESS);
  try {
    const { archives, stencils, icons, leftOut } = packAssets(application);
    return {
      archives: [...archives].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
      stencils,
      icons,
      leftOut,
      version: application.version(),
      licences: [...application.licences()].map(([name, text]) => [name, Buffer.from(text).toString()]),
    };
  } finally {
    application.close();
  }
}

const failure = async (source: string): Promise<string> => {
  const error = await taken(source).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FileError);
  return (error as Error).message;
};

describe('a web application', () => {
  test('gives stencils, icons, its version and its licences', async () => {
    expect(await taken(place.writeAll('webapp', WEB_APPLICATION))).toMatchObject({
      stencils: 2,
      icons: 1,
      leftOut: [],
      version: '31.4.1',
      licences: [['stencils/LICENSE', 'For drawing only.']],
    });
  });

  test('gives the same from a folder, a zip, an asar, and where it lies deeper', async () => {
    const expected = await taken(place.writeAll('webapp', WEB_APPLICATION));
    const reversed = Object.fromEntries(Object.entries(WEB_APPLICATION).reverse());
    const inside = movedTo('drawio/src/main/webapp', WEB_APPLICATION);
    for (const source of [
      place.write('draw.war', zipOf(reversed)),
      place.write('sources.zip', zipOf(movedTo('drawio-dev/src/main/webapp', WEB_APPLICATION))),
      place.write('app.asar', asarOf(inside)),
      place.writeAll('checkout', inside),
    ]) {
      expect(await taken(source), source).toEqual(expected);
    }
  });

  test('is found in an installed desktop application', async () => {
    const archive = asarOf(movedTo('drawio/src/main/webapp', WEB_APPLICATION));
    place.write('opt/drawio/resources/app.asar', archive);
    place.write('opt/drawio/locales/de.pak', 'x');
    expect(await taken(place.at('opt/drawio'))).toMatchObject({ stencils: 2, icons: 1, version: '31.4.1' });
  });

  test('has the licence of the project above its sources', async () => {
    const files = { ...movedTo('d/src/main/webapp', WEB_APPLICATION), 'd/LICENSE': 'Apache', LICENSE: 'another’s' };
    const { licences } = await taken(place.write('a.zip', zipOf(files)));
    expect(licences).toEqual([
      ['LICENSE', 'Apache'],
      ['stencils/LICENSE', 'For drawing only.'],
    ]);
  });

  test('without a version has none', async () => {
    const { 'js/viewer.min.js': _, ...rest } = WEB_APPLICATION;
    expect((await taken(place.write('a.zip', zipOf(rest)))).version).toBeUndefined();
  });

  test('keeps names that mean something to JavaScript', async () => {
    const library = '<shapes name="mxgraph.odd"><shape name="__proto__"/><shape name="constructor"/></shapes>';
    expect(await taken(place.write('a.zip', zipOf({ 'stencils/odd.xml': library })))).toMatchObject({ stencils: 2 });
  });

  test('leaves out what no style can name, and says so', async () => {
    const files = {
      ...WEB_APPLICATION,
      'stencils/none.xml': '<shapes name="../etc"><shape name="a"/></shapes>',
      'img/lib/own/a:b.svg': '<svg/>',
    };
    const { leftOut } = await taken(place.write('a.zip', zipOf(files)));
    expect(leftOut).toEqual(['img/lib/own/a:b.svg', 'stencils/none.xml (package "../etc")']);
  });
});

describe('a source is an error', () => {
  const stencil = 'stencils/novelty/shapes.xml';

  test.each<[string, () => string, RegExp]>([
    ['that isn’t there', () => place.at('gone'), /gone: there is no such file/],
    ['that is no archive', () => place.write('a.zip', 'plain text'), /a\.zip: is no archive that is read: a folder of/],
    ['that is empty', () => place.write('a.zip', ''), /is no archive that is read/],
    ['that is a program', () => place.write('a.AppImage', '\x7fELF\x02'), /--appimage-extract/],
    ['that is a Debian package', () => place.write('a.deb', '!<arch>\n'), /dpkg -x/],
    ['with nothing of draw.io', () => place.writeAll('a', { 'b/c.txt': '' }), /has no stencils and icons of draw\.io/],
    ['whose zip has nothing', () => place.write('a.zip', zipOf({ 'b.txt': '' })), /has no stencils and icons/],
    ['whose zip is cut off', () => place.write('a.zip', zipOf(WEB_APPLICATION).subarray(0, -30)), /no zip archive/],
    [
      'whose zip has names that lead out of it',
      () => place.write('a.zip', zipOf({ ...WEB_APPLICATION, '../../evil.xml': '' })),
      /a\.zip: is no zip archive that can be read \(invalid relative path/,
    ],
    [
      'whose zip has absolute names',
      () => place.write('a.zip', zipOf({ ...WEB_APPLICATION, '/etc/evil.xml': '' })),
      /absolute path/,
    ],
    [
      'whose zip inflates to more than it says',
      () => place.write('a.zip', zipOf({ [stencil]: 'x'.repeat(1e6) }, { [stencil]: { length: 100 } })),
      /shapes\.xml: can't be inflated/,
    ],
    [
      'whose zip says it holds very long files',
      () => place.write('a.zip', zipOf(WEB_APPLICATION, { [stencil]: { length: 4e9 } })),
      /has more stencils and icons than are read/,
    ],
    [
      'whose zip has a long file',
      () => place.write('a.zip', zipOf(WEB_APPLICATION, { [stencil]: { length: 7e7 } })),
      /shapes\.xml: is too long/,
    ],
    [
      'whose zip has another checksum',
      () => place.write('a.zip', zipOf(WEB_APPLICATION, { [stencil]: { checksum: 1 } })),
      /shapes\.xml: is broken: its length or checksum/,
    ],
    [
      'whose zip has a link',
      () => place.write('a.zip', zipOf(WEB_APPLICATION, { [stencil]: { mode: 0o120777 } })),
      /shapes\.xml: is a link, which is not followed/,
    ],
    [
      'whose zip is encrypted',
      () => place.write('a.zip', zipOf(WEB_APPLICATION, { [stencil]: { encrypted: true } })),
      /shapes\.xml: is encrypted/,
    ],
    [
      'whose zip is compressed otherwise',
      () => place.write('a.zip', zipOf(WEB_APPLICATION, { [stencil]: { method: 14 } })),
      /method that isn't read \(14\)/,
    ],
    [
      'whose zip has a file elsewhere',
      () => place.write('a.zip', zipOf(WEB_APPLICATION, { [stencil]: { offset: 5 } })),
      /shapes\.xml: is not where the archive says/,
    ],
    [
      'whose asar is cut off',
      () => place.write('app.asar', asarOf(WEB_APPLICATION).subarray(0, -400)),
      /is cut off: the archive ends before it/,
    ],
    [
      'whose asar has no JSON',
      () => place.write('app.asar', asarHeader('{"files":')),
      /no asar archive that can be read/,
    ],
    ['whose asar has no files', () => place.write('app.asar', asarHeader('{"files":{"stencils":1}}')), /no entry/],
    ['whose asar is null', () => place.write('app.asar', asarHeader('null')), /no asar archive that can be read/],
    [
      'whose asar has no header of its length',
      () => place.write('app.asar', Buffer.from('04000000ffffffffffffffffffffffff', 'hex')),
      /its header has no such length/,
    ],
    [
      'whose asar has names that lead out of it',
      () => place.write('app.asar', asarHeader('{"files":{"..":{"files":{"a":{"size":0,"offset":"0"}}}}}')),
      /a file whose name leads out of it/,
    ],
    [
      'whose asar has a file before its start',
      () => place.write('app.asar', asarOf(WEB_APPLICATION, { [stencil]: { size: 4, offset: '-9' } })),
      /shapes\.xml: has no place in the archive/,
    ],
    [
      'whose asar has a file past its end',
      () => place.write('app.asar', asarOf(WEB_APPLICATION, { [stencil]: { size: 4, offset: '99999' } })),
      /shapes\.xml: is cut off/,
    ],
    [
      'whose asar has another checksum',
      () =>
        place.write(
          'app.asar',
          asarOf(WEB_APPLICATION, {
            [stencil]: { size: 4, offset: '0', integrity: { algorithm: 'SHA256', hash: 'ab' } },
          }),
        ),
      /shapes\.xml: is broken/,
    ],
    [
      'whose asar has a link',
      () => place.write('app.asar', asarOf(WEB_APPLICATION, { [stencil]: { link: '../../etc/passwd' } })),
      /shapes\.xml: is a link/,
    ],
    [
      'whose asar keeps a file beside it',
      () => place.write('app.asar', asarOf(WEB_APPLICATION, { [stencil]: { size: 4, unpacked: true } })),
      /shapes\.xml: lies beside the archive/,
    ],
    [
      'whose folder has a link among its stencils',
      () => {
        place.writeAll('webapp', WEB_APPLICATION);
        place.link('webapp/stencils/passwd.xml', '/etc/passwd');
        return place.at('webapp');
      },
      /stencils\/passwd\.xml: is a link/,
    ],
    [
      'whose folder of stencils is a link',
      () => {
        place.writeAll('elsewhere', WEB_APPLICATION);
        place.link('webapp/stencils', place.at('elsewhere/stencils'));
        return place.at('webapp');
      },
      /webapp: stencils: is a link/,
    ],
  ])('%s', async (_name, source, message) => {
    expect(await failure(source())).toMatch(message);
  });

  test('whose library is no XML', async () => {
    const source = place.write('a.zip', zipOf({ [stencil]: '<shapes name="mxgraph.a"><shape' }));
    await expect(taken(source)).rejects.toMatchObject({
      code: 'malformed-xml',
      message: expect.stringContaining(stencil),
    });
  });

  test('whose asar is nested as deep as it is long', { tags: 'heavy' }, async () => {
    const depth = 250_000;
    const json = `${'{"files":{"a":'.repeat(depth)}{"files":{}}${'}}'.repeat(depth)}`;
    expect(await failure(place.write('app.asar', asarHeader(json)))).toMatch(/app\.asar: /);
  });
});

describe('an address', () => {
  let server: Server;
  let base = '';
  const answers: Readonly<Record<string, Buffer>> = {
    '/draw.war': zipOf(WEB_APPLICATION),
    '/app.asar': asarOf(movedTo('drawio/src/main/webapp', WEB_APPLICATION)),
    '/page': Buffer.from('<!doctype html><p>a page'),
  };
  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      if (url === '/broken') return response.destroy();
      if (url === '/moved') return response.writeHead(302, { location: '/draw.war' }).end();
      const answer = answers[url];
      return answer ? response.end(answer) : response.writeHead(404).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  test.each(['/draw.war', '/app.asar', '/moved'])('%s gives what the file does', async (name) => {
    expect(await taken(base + name)).toEqual(await taken(place.writeAll('webapp', WEB_APPLICATION)));
  });

  test('of nothing, of a page and of what breaks off is an error', async () => {
    expect(await failure(`${base}/gone`)).toBe(`${base}/gone: can't be fetched (404 Not Found).`);
    expect(await failure(`${base}/page`)).toMatch(/\/page: is no archive that is read/);
    expect(await failure(`${base}/broken`)).toMatch(/\/broken: can't be fetched \(.+\)/);
  });
});
