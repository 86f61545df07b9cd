/** Random options of drawing: each has a line in a table that the compiler holds to the options that there are. */
import type { HtmlOptions, JpegOptions, PdfOptions, RenderOptions, XmlOptions } from '../../src/options.js';
import { imageUri } from './images.js';
import type { Random } from './random.js';
import { COLORS, TEXTS } from './values.js';

/** Options as plain data, so that a case can be kept and handed to another process. */
export type PlainOptions = Readonly<Record<string, unknown>>;

type Make = (random: Random) => unknown;

const of =
  (...values: readonly unknown[]): Make =>
  (random) =>
    random.pick(values);

/** A value as people give it, now and then one that no one should. */
const mostly =
  (sane: readonly unknown[], hostile: readonly unknown[]): Make =>
  (random) =>
    random.pick(random.chance(0.85) ? sane : hostile);

const HOSTILE_NUMBERS = [0, -1, 1e-9, 1e9, 1e308, Number.NaN, Number.POSITIVE_INFINITY];
const boolean = of(true, false);
const PAGES = [1, 2, '1', 'Page', 'a', 'b', 0, -1, 1.5, 99, '__proto__', Number.NaN];
const pages: Make = (random) => random.some(3, () => random.pick(PAGES));
const text: Make = (random) => random.pick(['name.drawio', ...TEXTS]);

/** Not among the random ones: what isn't plain data, and what every case sets itself. */
type Given = 'diagnostics' | 'fonts' | 'assets' | 'limits' | 'now' | 'image' | 'page' | 'pages' | 'date';

/** What every case sets itself: see casesOf. */
export const PAGE_OPTIONS = { page: mostly([1, 1, 2], PAGES), pages } satisfies Record<string, Make>;

const RENDER = {
  layers: (random) => (random.chance(0.8) ? [0] : random.some(3, () => random.pick([0, 1, '2', 'Layer', -1, 99, 'x']))),
  systemFonts: of('fallback', 'none', 'none', 'all'),
  fileName: text,
  language: of('de', 'x', ''),
  hiddenTags: (random) => random.some(2, () => random.pick(['a', 'b', ''])),
  variables: (random) => ({ name: random.pick(TEXTS), page: 'x' }),
  pageNumber: mostly([1, 7], HOSTILE_NUMBERS),
  pageCount: mostly([1, 7], HOSTILE_NUMBERS),
  scale: mostly([0.5, 1, 2, 3], HOSTILE_NUMBERS),
  width: mostly([50, 200, 640], HOSTILE_NUMBERS),
  height: mostly([50, 200, 640], HOSTILE_NUMBERS),
  border: mostly([0, 1, 10, 40], HOSTILE_NUMBERS),
  size: of('diagram', 'page', 'capture', 'screenshot'),
  grid: mostly([true, false, { size: 7, steps: 3, color: 'red' }], [{ size: 1e-9 }, { size: Number.NaN }, 'x', null]),
  cells: (random) =>
    random.chance(0.6) ? ['1'] : random.some(3, () => random.pick(['c0', 'c1', '2', '0', '__proto__'])),
  background: (random) => random.pick(COLORS),
  text: of('native', 'outline', 'none'),
  accessible: boolean,
  animate: boolean,
  theme: of('light', 'dark', 'auto'),
  linkTarget: of('auto', 'new-win', 'same-win'),
  pretty: boolean,
  embedDiagram: of('compressed', 'plain'),
  embedPages: of('all', 'drawn'),
  idPrefix: mostly(['a-', 'p1-', 'é.:_'], TEXTS),
  embedFonts: boolean,
  xmlDeclaration: boolean,
} satisfies { readonly [Key in Exclude<keyof RenderOptions, Given>]-?: Make };

const JPEG = { quality: mostly([1, 50, 90, 100], HOSTILE_NUMBERS) } satisfies {
  readonly [Key in Exclude<keyof JpegOptions, keyof RenderOptions>]-?: Make;
};

const PDF = { title: text, author: text, paper: of('a4', 'letter', 'a7', 'nope'), landscape: boolean } satisfies {
  readonly [Key in Exclude<keyof PdfOptions, keyof RenderOptions | Given>]-?: Make;
};

const HTML = {
  title: text,
  zoomControls: boolean,
  fit: boolean,
  linkColor: (random) => random.pick(COLORS),
  editLink: text,
} satisfies {
  readonly [Key in Exclude<keyof HtmlOptions, keyof RenderOptions | Given>]-?: Make;
};

const XML = { compressed: boolean } satisfies { readonly [Key in Exclude<keyof XmlOptions, Given>]-?: Make };

const MERMAID = {
  theme: of('default', 'dark', 'forest', 'neutral', 'base', 'neo', 'redux-dark', 'nope', '__proto__'),
  config: (random) => mermaidConfig(random),
  firstLine: mostly([1, 7], HOSTILE_NUMBERS),
} satisfies Record<string, Make>;

const SECTIONS = ['flowchart', 'sequence', 'gantt', 'class', 'themeVariables', 'elk', '__proto__', 'constructor'];
const SETTINGS = [
  'padding',
  'nodeSpacing',
  'curve',
  'primaryColor',
  'fontFamily',
  'fontSize',
  'background',
  '__proto__',
];

/** Mermaid's configuration as a stranger might send it. */
function mermaidConfig(random: Random): unknown {
  const value: Make = mostly(
    ['#123456', 'basis', 10, 'Arial', true],
    [...HOSTILE_NUMBERS, '</style><script>', 'red;} * {', null, {}, [], 'url(javascript:1)', 'x'.repeat(5000)],
  );
  const section = () => Object.fromEntries(random.some(4, () => [random.pick(SETTINGS), value(random)] as const));
  return {
    ...(random.chance(0.5) && { theme: random.pick(['base', 'dark', 'neo', 'nope']) }),
    ...(random.chance(0.3) && { look: random.pick(['classic', 'handDrawn', 'neo', 7]) }),
    ...(random.chance(0.3) && { layout: random.pick(['dagre', 'elk', 'tidy-tree', 'nope']) }),
    ...Object.fromEntries(
      random.some(3, () => [random.pick(SECTIONS), random.pick([section(), value(random)])] as const),
    ),
  };
}

/** Which tables an output's options are of. */
export const TABLES = {
  svg: RENDER,
  png: RENDER,
  jpeg: { ...RENDER, ...JPEG },
  pdf: { ...RENDER, ...PDF },
  html: { ...RENDER, ...HTML },
  xml: XML,
  mermaid: MERMAID,
  none: {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, Make>>>>;

export type TableName = keyof typeof TABLES;

/** Options of a table: often none, else a few, never of those that the output has no use for. */
export function randomOptions(table: TableName, random: Random): PlainOptions {
  const entries = Object.entries(TABLES[table] as Readonly<Record<string, Make>>);
  if (entries.length === 0 || random.chance(0.4)) return {};
  const wanted = Math.min(1, 3 / entries.length);
  return Object.fromEntries(
    entries.filter(() => random.chance(wanted)).map(([name, make]) => [name, make(random)] as const),
  );
}

/** What a caller answers who has images of its own: data URIs, and sometimes none. */
export const randomImage = (random: Random): string | undefined =>
  random.chance(0.3) ? undefined : imageUri(random, 2);
