/** The fonts of a machine, as folders hold them: which is found for a family, and which for a character. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemFontFolders } from '../../../src/platform/node/fontFolders.js';
import { familyRanking, languageOf } from '../../../src/platform/node/fontOrder.js';
import { readFontFolders } from '../../../src/platform/node/installedFonts.js';
import type { SystemFonts } from '../../../src/shaping/systemFonts.js';
import { arabic, bitmapTables, collection, cousine, fraktur, madeFont, thai } from '../../fonts/fontFixtures.js';

const [GRIN, WATCH] = [0x1f600, 0x231a];

let folder = '';
let fonts: SystemFonts;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mxsvg-fonts-'));
  mkdirSync(path.join(folder, 'deep/deeper'), { recursive: true });
  const put = (name: string, data: Uint8Array) => writeFileSync(path.join(folder, name), data);
  put('arabic.ttf', arabic());
  put('deep/arabic-bold.TTF', arabic('700Bold'));
  put('deep/deeper/both.ttc', collection(fraktur(), thai()));
  put(
    'emoji.ttf',
    madeFont(
      'Colours',
      new Map([
        [GRIN, 40],
        [WATCH, 41],
      ]),
      bitmapTables(40),
    ),
  );
  put(
    'symbols.otf',
    madeFont(
      'DejaVu Sans',
      new Map([
        [WATCH, 40],
        [0x2714, 41],
      ]),
    ),
  );
  put(
    'mono.ttf',
    madeFont(
      'A Mono',
      new Map([
        [0x2714, 41],
        [0x2715, 42],
      ]),
    ),
  );
  put('wide.ttf', madeFont('Z Sans', new Map([[0x2715, 42]])));
  put('broken.ttf', cousine().slice(0, 300));
  put('short.otf', new Uint8Array(3));
  put('readme.txt', new Uint8Array(10));
  symlinkSync(folder, path.join(folder, 'deep/loop'));
  fonts = readFontFolders([folder, path.join(folder, 'nowhere')]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a family', () => {
  it('is found by name, in the nearest weight', () => {
    expect(fonts.named('noto sans arabic', 400, false)).toMatchObject({ family: 'Noto Sans Arabic', weight: 400 });
    expect(fonts.named('Noto Sans Arabic', 800, false)).toMatchObject({ weight: 700 });
    expect(fonts.named('Noto Sans Arabic', 400, false)).toBe(fonts.named('Noto Sans Arabic', 400, false));
    expect(fonts.named('Helvetica', 400, false)).toBeUndefined();
  });

  it('is found in a collection', () => {
    const found = fonts.named('Noto Sans Thai', 400, false);
    expect(found?.index).toBe(1);
    expect(Buffer.from(collection(fraktur(), thai())).equals(found?.read() as Uint8Array)).toBe(true);
  });
});

describe('a character', () => {
  const family = (codePoint: number | readonly number[], emoji = false) =>
    fonts.having(typeof codePoint === 'number' ? [codePoint] : codePoint, emoji)?.family;

  it('is found in the font that has it, of plain weight', () => {
    expect(fonts.having([0x646], false)).toMatchObject({ family: 'Noto Sans Arabic', weight: 400 });
    expect(family(0x0e20)).toBe('Noto Sans Thai');
    expect(family(0x4e2d)).toBeUndefined();
  });

  it('is found together with others, or not at all', () => {
    expect(family([0x646, 0x64e])).toBe('Noto Sans Arabic');
    expect(family([0x646, 0x0e20])).toBeUndefined();
  });

  it('comes from a known family first, and from monospaced fonts last', () => {
    expect(family(0x2714)).toBe('DejaVu Sans');
    expect(family(0x2715)).toBe('Z Sans');
  });

  it('comes in colour where a picture is wanted, and where there is nothing else', () => {
    expect(family(WATCH, true)).toBe('Colours');
    expect(family(WATCH)).toBe('DejaVu Sans');
    expect(family(GRIN)).toBe('Colours');
    expect(family(0x2714, true)).toBe('DejaVu Sans');
  });
});

describe('ideographs', () => {
  it('are drawn as the language of the machine has them', () => {
    const first = (locale: string) => {
      const rank = familyRanking(languageOf({ LANG: locale }));
      const families = ['PingFang SC', 'Noto Sans CJK KR', 'Noto Sans CJK JP', 'Noto Sans CJK SC', 'Noto Sans CJK TC'];
      return families.sort((a, b) => rank([a]) - rank([b]))[0];
    };
    expect(['C', 'de_DE.UTF-8', 'zh_CN.UTF-8', 'zh_TW', 'ko_KR.UTF-8', ''].map(first)).toEqual([
      'Noto Sans CJK JP',
      'Noto Sans CJK JP',
      'Noto Sans CJK SC',
      'Noto Sans CJK TC',
      'Noto Sans CJK KR',
      'Noto Sans CJK JP',
    ]);
  });
});

describe('font folders', () => {
  it('of Linux follow its environment', () => {
    const found = systemFontFolders('linux', { HOME: '/home/me', XDG_DATA_DIRS: '/opt/share::/usr/share' });
    expect(found).toEqual(
      expect.arrayContaining([
        '/opt/share/fonts',
        '/usr/share/fonts',
        '/home/me/.local/share/fonts',
        '/home/me/.fonts',
      ]),
    );
  });

  it('of Linux are those that fontconfig is told', () => {
    const file = path.join(folder, 'fonts.conf');
    writeFileSync(
      file,
      '<fontconfig><dir>/srv/fonts</dir><dir prefix="xdg">type</dir><dir>~/letters</dir></fontconfig>',
    );
    const found = systemFontFolders('linux', { HOME: '/home/me', FONTCONFIG_FILE: file });
    expect(found).toEqual(expect.arrayContaining(['/srv/fonts', '/home/me/.local/share/type', '/home/me/letters']));
  });

  it('of Windows and macOS are their own', () => {
    const local = { LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local', SystemRoot: 'D:\\Windows' };
    expect(systemFontFolders('win32', local)).toEqual([
      'D:\\Windows\\Fonts',
      'C:\\Users\\me\\AppData\\Local\\Microsoft\\Windows\\Fonts',
    ]);
    expect(systemFontFolders('darwin', {})).toContain('/System/Library/Fonts');
  });
});
