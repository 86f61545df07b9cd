/** Icons by their names: given ones, those of Font Awesome's set, and why there are none. */
import { describe, expect, test } from 'vitest';
import { createBudget } from '../../src/budget.js';
import { readIcon } from '../../src/icons/iconSvg.js';
import { type IconFiles, Icons } from '../../src/icons/icons.js';
import { completeLimits } from '../../src/limits.js';
import { loadFontAwesome } from '../../src/platform/node/fontAwesome.js';

const svg = (inside: string, attributes = 'viewBox="0 0 10 10"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
const SQUARE = svg('<path d="m1 1h8v8h-8z"/>');

describe('the SVG of an icon', () => {
  test('becomes path data that we print', () => {
    expect(readIcon(SQUARE)).toEqual({
      view: { x: 0, y: 0, width: 10, height: 10 },
      paths: ['M 1 1 L 9 1 L 9 9 L 1 9 Z'],
    });
  });

  test('may have groups, titles and several paths', () => {
    const icon = readIcon(svg('<title>x</title><g fill="currentColor"><path d="M0 0H1V1"/><path d="M2 2H3V3"/></g>'));
    expect(icon?.paths).toEqual(['M 0 0 L 1 0 L 1 1', 'M 2 2 L 3 2 L 3 3']);
  });

  test.each([
    ['no XML', 'x'],
    ['no end', '<svg viewBox="0 0 1 1"><path d="M0 0H1"'],
    ['another element', '<html/>'],
    ['no view box', svg('<path d="M0 0H1V1"/>', '')],
    ['an empty view box', svg('<path d="M0 0H1V1"/>', 'viewBox="0 0 0 10"')],
    ['a view box of words', svg('<path d="M0 0H1V1"/>', 'viewBox="a b c d"')],
    ['nothing in it', svg('')],
    ['no path data', svg('<path d="&quot;><script>"/>')],
    ['numbers without end', svg('<path d="M0 0H1e999V1"/>')],
    ['colours', svg('<path fill="#f00" d="M0 0H1V1"/>')],
    ['lines', svg('<path stroke="currentColor" d="M0 0H1V1"/>')],
    ['a path that is moved', svg('<g transform="scale(2)"><path d="M0 0H1V1"/></g>')],
    ['other shapes', svg('<circle r="1"/>')],
    ['scripts', svg('<script>alert(1)</script><path d="M0 0H1V1"/>')],
    ['entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>'],
    ['too much', svg(`<path d="M0 0${'h1'.repeat(60_000)}"/>`)],
  ])('with %s is none', (_, text) => {
    expect(readIcon(text)).toBeUndefined();
  });
});

describe('a name', () => {
  const asked: string[] = [];
  const files: IconFiles = (style, name) => {
    asked.push(`${style}/${name}`);
    return name === 'github' && style !== 'brands' ? undefined : name === 'broken' ? '<svg/>' : SQUARE;
  };
  const icons = new Icons({ load: () => files });

  test.each([
    ['fa:fa-car', 'solid/car'],
    ['fas:fa-car', 'solid/car'],
    ['far:fa-bell', 'regular/bell'],
    ['fab:fa-github', 'brands/github'],
    ['fa:fa-github', 'solid/github brands/github'],
    ['fa:user', 'solid/user'],
    ['fa6-solid:user', 'solid/user'],
    ['fa-regular:Circle-User', 'regular/circle-user'],
  ])('%s is looked for in %s', (name, places) => {
    asked.length = 0;
    expect(icons.find(name).icon).toBeDefined();
    expect(asked.join(' ')).toBe(places);
  });

  test.each([
    ['fal:fa-car', 'not at hand'],
    ['logos:aws', 'not at hand'],
    ['fa:fa-../../../etc/passwd', 'not at hand'],
    ['car', 'not at hand'],
    ['__proto__:constructor', 'not at hand'],
    ['', 'not at hand'],
    ['fa:broken', 'its file is no SVG'],
  ])('%j has none, and a reason', (name, reason) => {
    asked.length = 0;
    expect(icons.find(name).reason).toContain(reason);
    expect(asked.every((each) => each === 'solid/broken')).toBe(true);
  });

  test('needs no file where its SVG is given, whatever the collection', () => {
    const given = { 'logos:aws': SQUARE, 'fab:github': SQUARE, 'fa:bad': 'x' };
    const own = new Icons({ given });
    expect(own.find('logos:aws').icon).toEqual(readIcon(SQUARE));
    expect(own.find('fab:fa-github').icon).toEqual(readIcon(SQUARE));
    expect(own.find('fa:bad').reason).toContain('given');
    expect(own.find('fa:fa-car').reason).toContain('install @fortawesome/fontawesome-free');
    expect(own.find('toString:valueOf').reason).toContain('not at hand');
  });

  test('costs work each time, since each is markup of its own', () => {
    const budget = createBudget(completeLimits({ work: 60 }));
    const few = new Icons({ load: () => files }, budget);
    few.find('fa:a');
    few.find('fa:a');
    expect(() => few.find('fa:a')).toThrow(/limit/);
  });
});

describe('a name that a set had before', () => {
  const asked: string[] = [];
  const files: IconFiles = Object.assign(
    (style: string, name: string) => {
      asked.push(`${style}/${name}`);
      return name.startsWith('new') ? SQUARE : undefined;
    },
    {
      renamed: (name: string, isOldest: boolean) =>
        isOldest && name === 'old-o'
          ? ({ name: 'new-o', style: 'regular' } as const)
          : name === 'old'
            ? { name: 'new' }
            : undefined,
    },
  );
  const icons = new Icons({ load: () => files });

  test.each([
    ['fa:fa-old-o', 'solid/old-o brands/old-o regular/old-o regular/new-o', true],
    ['fas:fa-old', 'solid/old solid/new', true],
    ['far:fa-old', 'regular/old regular/new', true],
    ['fas:fa-old-o', 'solid/old-o', false],
    ['fa:fa-never', 'solid/never brands/never regular/never', false],
  ])('%s is looked for in %s', (name, places, isFound) => {
    asked.length = 0;
    expect(icons.find(name).icon !== undefined).toBe(isFound);
    expect(asked.join(' ')).toBe(places);
  });
});

describe("Font Awesome's set, where it is installed", () => {
  const files = loadFontAwesome();
  const icons = new Icons({ load: loadFontAwesome });

  test.each([
    ['fa:fa-trash-o', 'far:trash-can'],
    ['fa:fa-bar-chart', 'fas:chart-bar'],
    ['fa:fa-glass', 'fas:martini-glass-empty'],
    ['fa:fa-envelope-o', 'far:envelope'],
    ['fa:fa-youtube-play', 'fab:youtube'],
    ['fa:fa-times', 'fas:xmark'],
    ['fas:fa-times', 'fas:xmark'],
    ['fas:fa-file-alt', 'fas:file-lines'],
    ['far:fa-trash-alt', 'far:trash-can'],
  ])('has %s as %s', (old, name) => {
    const { icon } = icons.find(name);
    expect(icon).toBeDefined();
    expect(icons.find(old).icon).toEqual(icon);
  });

  test('has no style of an icon that it never had', () => {
    expect(icons.find('fas:fa-trash-o').reason).toContain('none of that name');
  });

  test.each(['solid/car', 'regular/bell', 'brands/github'] as const)('has %s, which can be read', (place) => {
    const [style, name] = place.split('/') as ['solid', string];
    expect(readIcon(files?.(style, name) ?? '')?.paths).toHaveLength(1);
  });

  test.each(['no-such-icon', '..', '../solid/car', 'car\0'])('has no %j', (name) => {
    expect(files?.('solid', name)).toBeUndefined();
  });
});
