/** Everything that can be made of an input, how often a run makes it, and what is asked of it. */
import { createHash } from 'node:crypto';
import { childElements, parseXml } from '../../src/decode/xml.js';
import {
  compare,
  comparePng,
  type Diagnostic,
  type DiagnosticCode,
  drawioXml,
  type ErrorCode,
  layers,
  layout,
  MxsvgError,
  parse,
  type RenderOptions,
  render,
  renderHtml,
  renderJpeg,
  renderPdf,
  renderPng,
  verify,
} from '../../src/index.js';
import { mermaidBlocks, mermaidToDrawio, renderMermaid } from '../../src/mermaid/index.js';
import type { Case } from './cases.js';
import { damageBytes } from './containers.js';
import { Fault, require, requireNone } from './fault.js';
import { sourceOf } from './inputs.js';
import { escaped } from './markup.js';
import { type PlainOptions, randomImage, type TableName } from './options.js';
import { openInBrowser } from './oracles/browser.js';
import { htmlProblems } from './oracles/html.js';
import { readPdf } from './oracles/pdf.js';
import { readJpeg, readPng, sizeProblem } from './oracles/raster.js';
import { hasMarks, problemsOf, sizeOf } from './oracles/svg.js';
import { Random } from './random.js';
import { NUMBERS, TEXTS } from './values.js';

/** The codes that may be thrown and told, held to the types by the compiler. */
const ERRORS = {
  'not-a-diagram': true,
  'malformed-xml': true,
  'broken-page': true,
  'page-not-found': true,
  'layer-not-found': true,
  'cell-not-found': true,
  'limit-exceeded': true,
  'invalid-option': true,
  'missing-font': true,
  'broken-assets': true,
  'mermaid-syntax': true,
  'mermaid-unsupported': true,
} as const satisfies Readonly<Record<ErrorCode, true>>;

const TOLD = {
  'unknown-shape': true,
  'unknown-edge-style': true,
  'unknown-marker': true,
  'missing-stencil': true,
  'missing-image': true,
  'unsupported-html': true,
  'unsupported-css': true,
  'missing-glyph': true,
  'missing-font': true,
  'missing-math': true,
  'invalid-geometry': true,
  'invalid-color': true,
  'invalid-structure': true,
  'too-costly': true,
  'mermaid-ignored': true,
} as const satisfies Readonly<Record<DiagnosticCode, true>>;

/** Smaller than the defaults: what is within them is drawn in seconds at most. */
const LIMITS = {
  work: 1_000_000,
  pixels: 4_000_000,
  sheets: 60,
  strokes: 200_000,
  inflatedBytes: 8 * 2 ** 20,
  outputBytes: 64 * 2 ** 20,
};
const NOW = new Date(Date.UTC(2024, 1, 29, 12, 30));

/** A case as outputs use it. */
class Trial {
  readonly source: string | Uint8Array;
  readonly random: Random;
  readonly diagnostics: Diagnostic[] = [];

  constructor(readonly of: Case) {
    this.source = sourceOf(of.input);
    this.random = new Random(of.chance);
  }

  get text(): string {
    return this.of.input.text;
  }

  /** The options of the case, with what isn't plain data; some change what it gives. */
  options(changes: PlainOptions = {}): RenderOptions {
    const image = this.of.chance % 3 === 0 ? { image: answersOf(this.of.chance) } : {};
    return { now: NOW, diagnostics: this.diagnostics, ...image, ...this.of.options, ...changes, limits: LIMITS };
  }

  /** What an action gives; where the case asks for it, done again to the same end. */
  async made<T extends string | Uint8Array>(action: () => T | Promise<T>): Promise<T> {
    const result = await action();
    if (this.of.twice) require('twice', digest(result) === digest(await action()), 'the second time it is another');
    return result;
  }
}

/** One answer for each address, whenever it is asked. */
function answersOf(seed: number): (address: string) => string | undefined {
  return (address) => randomImage(new Random(seed ^ Number.parseInt(digest(address).slice(0, 7), 16)));
}

export const digest = (data: string | Uint8Array): string => createHash('sha1').update(data).digest('hex');

export interface Output {
  readonly of: 'drawio' | 'mermaid';
  /** How often it is chosen, beside the others. */
  readonly weight: number;
  readonly table: TableName;
  /** The option that chooses pages. */
  readonly pages?: 'page' | 'pages';
  /** Makes it and throws what is wrong with it; returns it, so that it can be compared with a later one. */
  make(trial: Trial): Promise<string | Uint8Array>;
}

async function picture(trial: Trial): Promise<string> {
  const svg = await trial.made(() => render(trial.source, trial.options()));
  requireNone('svg', problemsOf(svg));
  return svg;
}

async function pixels(trial: Trial): Promise<Uint8Array> {
  const png = await trial.made(() => renderPng(trial.source, trial.options()));
  checkPng(png, trial.source, trial.options());
  return png;
}

function checkPng(png: Uint8Array, source: string | Uint8Array, options: RenderOptions): void {
  const read = wellFormed('png', () => readPng(png));
  const svg = render(source, { ...options, embedDiagram: undefined, diagnostics: [] });
  requireNone('png', list(sizeProblem(read, sizeOf(svg))));
}

async function jpegPixels(trial: Trial): Promise<Uint8Array> {
  const bytes = await trial.made(() => renderJpeg(trial.source, trial.options()));
  const read = wellFormed('jpeg', () => readJpeg(bytes));
  const svg = render(trial.source, trial.options({ diagnostics: [] }));
  requireNone('jpeg', list(sizeProblem(read, sizeOf(svg))));
  return bytes;
}

async function paper(trial: Trial): Promise<Uint8Array> {
  const pdf = await trial.made(() => renderPdf(trial.source, trial.options()));
  const { problems, pages } = await wellFormedLater('pdf', () => readPdf(pdf));
  requireNone('pdf', [...problems, ...(pages > 0 ? [] : ['no pages'])]);
  return pdf;
}

async function webPage(trial: Trial): Promise<string> {
  const html = await trial.made(() => renderHtml(trial.source, trial.options()));
  requireNone('html', htmlProblems(html));
  return html;
}

/** The picture, or the code of the error, so that two can be compared. */
function drawn(source: string | Uint8Array, page: number): string {
  try {
    return render(source, { page, now: NOW, limits: LIMITS });
  } catch (error) {
    if (error instanceof MxsvgError) return `error ${error.code}`;
    throw error;
  }
}

/** draw.io's XML draws what its source draws, and written anew it is the same. */
async function rewritten(trial: Trial): Promise<string> {
  const { source } = trial;
  const xml = await trial.made(() => drawioXml(source, trial.options()));
  wellFormed('xml', () => parseXml(xml));
  const { length } = parse(source).pages;
  const chosen = (trial.of.options.pages as readonly (number | string)[] | undefined) ?? undefined;
  if (chosen === undefined) {
    for (const page of [1, 2, 3].slice(0, length)) {
      const [before, after] = [drawn(source, page), drawn(xml, page)];
      // What a part of a page can't be read for may be told of the file before.
      if (before.startsWith('error') && after.startsWith('error')) continue;
      require('xml', before === after, `page ${page} is another picture: ${difference(before, after)}`);
    }
  }
  require('xml', drawioXml(xml, trial.options({ pages: undefined })) === xml, 'written anew, it is another file');
  return xml;
}

/** The first place where two texts differ, in words that are alike for a like reason. */
function difference(one: string, two: string): string {
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  const start = Math.max(one.lastIndexOf('<', at), at - 40);
  return `${JSON.stringify(one.slice(start, at + 20))} ≠ ${JSON.stringify(two.slice(start, at + 20))}`;
}

async function places(trial: Trial): Promise<string> {
  const { cells } = layout(trial.source, trial.options());
  for (const { x, y, width, height, points = [] } of cells) {
    const numbers = [x, y, width, height, ...points.flatMap((point) => [point.x, point.y])];
    require('layout', numbers.every(Number.isFinite), `a cell stands at ${numbers.slice(0, 4)}`);
  }
  const page = trial.of.options.page as number | undefined;
  return JSON.stringify([cells, layers(trial.source, page)]);
}

async function comparison(trial: Trial): Promise<string> {
  const { source, of, random } = trial;
  const [own, same] = [compare(source, source, trial.options()), parse(source)];
  if (same.pages.length > 0) require('compare', own.pages.length === 0, 'a file differs from itself');
  const other = of.other ?? of.input.text;
  const svg = await trial.made(() => compare(source, other, trial.options()).svg());
  requireNone('compare', problemsOf(svg));
  if (random.chance(0.05)) {
    const png = await comparePng(source, other, trial.options());
    requireNone(
      'compare',
      list(
        sizeProblem(
          wellFormed('compare', () => readPng(png)),
          sizeOf(svg),
        ),
      ),
    );
  }
  return svg;
}

const embedding = (trial: Trial): PlainOptions => ({
  embedDiagram: trial.random.pick(['compressed', 'plain']),
  // What a picture can't hold, or tells only of another file.
  now: undefined,
  image: undefined,
});

/** A picture that holds its diagram is fresh right after it was drawn, and what draws it again is the same. */
async function verified(trial: Trial): Promise<string | Uint8Array> {
  const options = trial.options(embedding(trial));
  const isPng = trial.random.chance(0.2);
  const picture = isPng ? await renderPng(trial.source, options) : render(trial.source, options);
  const bytes = typeof picture === 'string' ? new TextEncoder().encode(picture) : picture;
  const { state, reason, redraw } = await verify(bytes, { limits: LIMITS });
  const again = await redraw();
  require('verify', state === 'fresh', `${isPng ? 'PNG' : 'SVG'}: ${reason}: ${difference(`${picture}`, `${again}`)}`);
  require('verify', digest(again) === digest(picture), 'fresh, but drawn again it is another picture');
  return picture;
}

const NOTES: readonly ((random: Random) => string)[] = [
  (random) => JSON.stringify({ embedDiagram: 'plain', embedPages: 'all', idPrefix: random.pick(TEXTS) }),
  (random) => JSON.stringify({ embedDiagram: 'plain', embedPages: 'all', background: random.pick(TEXTS) }),
  (random) => JSON.stringify({ embedDiagram: 'plain', embedPages: 'all', scale: Number(random.pick(NUMBERS)) }),
  (random) => JSON.stringify({ embedDiagram: 'plain', embedPages: 'all', page: Number(random.pick(NUMBERS)) }),
  () => JSON.stringify({ embedDiagram: 'compressed', embedPages: 'all', fonts: ['/etc/passwd'], image: 'x' }),
  () => '{"__proto__":{"text":"none"},"constructor":1}',
  (random) => random.pick(TEXTS),
];

/** A picture that someone changed: whatever becomes of it, nothing of it acts. */
async function tampered(trial: Trial): Promise<string | Uint8Array> {
  const { random } = trial;
  const svg = render(trial.source, trial.options(embedding(trial)));
  const noted = random.chance(0.6) ? svg.replace(/ data-mxsvg="[^"]*"/, () => note(random.pick(NOTES)(random))) : svg;
  const bytes = random.chance(0.5) ? new TextEncoder().encode(noted) : damageBytes(noted, random);
  const verdict = await verify(bytes, { limits: LIMITS });
  const again = await verdict.redraw();
  if (typeof again === 'string') requireNone('verify', problemsOf(again));
  else wellFormed('verify', () => readPng(again));
  return again;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML can't hold them
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

const note = (text: string): string => ` data-mxsvg="${escaped(text.replace(FORBIDDEN, ''))}"`;

/** SVG, PNG and PDF of one page tell the same, end alike, are of one size, and are all blank or none is. */
async function agreement(trial: Trial): Promise<string> {
  const { source } = trial;
  const shared = trial.options({ embedDiagram: undefined, embedFonts: undefined, size: 'diagram', text: 'outline' });
  const attempt = async <T>(make: (options: RenderOptions) => T | Promise<T>) => {
    const diagnostics: Diagnostic[] = [];
    try {
      return { made: await make({ ...shared, diagnostics }), told: toldOf(diagnostics) };
    } catch (error) {
      if (!(error instanceof MxsvgError)) throw error;
      return { error: error.code, told: toldOf(diagnostics) };
    }
  };
  const { page = 1 } = shared;
  const theme = shared.theme === 'auto' ? 'light' : shared.theme;
  const svg = await attempt((options) => render(source, { ...options, theme }));
  const png = await attempt((options) => renderPng(source, options));
  const pdf = await attempt((options) => renderPdf(source, { ...options, pages: [page] }));
  if (svg.made === undefined) {
    require('agree', png.error === svg.error && pdf.error === svg.error, `${svg.error}, ${png.error}, ${pdf.error}`);
    return `${svg.error}`;
  }
  const marks = hasMarks(svg.made);
  if (png.made !== undefined) {
    const read = wellFormed('agree', () => readPng(png.made));
    requireNone('agree', list(sizeProblem(read, sizeOf(svg.made))));
    require('agree', marks || !read.hasMarks, 'the SVG is blank, the PNG is not');
    requireAlike('PNG', svg.told, png.told);
  } else require('agree', png.error === 'limit-exceeded', `the PNG ends with ${png.error}, the SVG doesn't`);
  if (pdf.made !== undefined) {
    const { problems, hasMarks: inked } = await wellFormedLater('agree', () => readPdf(pdf.made));
    requireNone('agree', problems);
    require('agree', marks === inked, `the SVG is ${marks ? 'not ' : ''}blank, the PDF is${inked ? ' not' : ''}`);
    requireAlike('PDF', svg.told, pdf.told);
  } else require('agree', pdf.error === 'limit-exceeded', `the PDF ends with ${pdf.error}, the SVG doesn't`);
  return svg.made;
}

const toldOf = (diagnostics: readonly Diagnostic[]): ReadonlySet<string> =>
  new Set(diagnostics.map(({ code, cellId }) => `${code} of ${cellId ?? 'the page'}`));

/** Images may turn out to be broken when they are drawn, which the SVG leaves to others. */
function requireAlike(format: string, svg: ReadonlySet<string>, other: ReadonlySet<string>): void {
  const missing = [...svg].filter((each) => !other.has(each));
  const added = [...other].filter((each) => !svg.has(each) && !each.startsWith('missing-image'));
  require('agree', missing.length === 0, `the SVG tells what the ${format} doesn't: ${missing[0]}`);
  require('agree', added.length === 0, `the ${format} tells what the SVG doesn't: ${added[0]}`);
}

async function converted(trial: Trial): Promise<string> {
  const { theme, firstLine } = trial.of.options as { theme?: never; firstLine?: number };
  const options = { theme, firstLine, diagnostics: trial.diagnostics, limits: LIMITS, systemFonts: 'none' } as const;
  const xml = await trial.made(() => mermaidToDrawio(trial.text, options));
  const root = wellFormed('mermaid', () => parseXml(xml));
  require('mermaid', root.name === 'mxfile' && childElements(root).length === 1, 'not a file of one page');
  require('mermaid', !/"(?:NaN|undefined|Infinity|\[object)/.test(xml), 'an attribute is no value');
  const told: Diagnostic[] = [];
  requireNone('mermaid', problemsOf(render(xml, { limits: LIMITS, diagnostics: told })));
  const odd = told.find(({ code }) => /^(?:unknown-|invalid-structure|invalid-geometry)/.test(code));
  require('mermaid', odd === undefined, `our own file: ${odd?.code}`);
  return xml;
}

async function mermaidPicture(trial: Trial): Promise<string | Uint8Array> {
  const options = { ...trial.options({ page: undefined }), theme: undefined };
  const format = trial.random.chance(0.2) ? 'png' : 'svg';
  const drawing = await trial.made(() => renderMermaid(trial.text, { ...options, format }));
  if (typeof drawing === 'string') requireNone('mermaid', problemsOf(drawing));
  else wellFormed('mermaid', () => readPng(drawing));
  return drawing;
}

async function markdown(trial: Trial): Promise<string> {
  const { random, text } = trial;
  const fence = random.pick(['```', '~~~', '````']);
  const document = `# x\n${fence}mermaid\n${text}\n${random.chance(0.8) ? fence : ''}\n> ${text}`;
  return JSON.stringify(mermaidBlocks(document));
}

/** Opens it in Chromium, as a document and inside a page. */
async function opened(trial: Trial): Promise<string> {
  const options = trial.options({ embedFonts: true });
  const [svg, html, png] = [
    render(trial.source, options),
    renderHtml(trial.source, { ...options, pages: [1] }),
    await renderPng(trial.source, { ...options, embedDiagram: undefined }),
  ];
  requireNone('browser', await openInBrowser({ svg, html, png }));
  return svg;
}

const table = <Name extends string>(outputs: Readonly<Record<Name, Output>>): Readonly<Record<Name, Output>> => outputs;

export const OUTPUTS = table({
  svg: { of: 'drawio', weight: 62, table: 'svg', pages: 'page', make: picture },
  png: { of: 'drawio', weight: 3, table: 'png', pages: 'page', make: pixels },
  jpeg: { of: 'drawio', weight: 1, table: 'jpeg', pages: 'page', make: jpegPixels },
  pdf: { of: 'drawio', weight: 4, table: 'pdf', pages: 'pages', make: paper },
  html: { of: 'drawio', weight: 4, table: 'html', pages: 'pages', make: webPage },
  xml: { of: 'drawio', weight: 6, table: 'xml', pages: 'pages', make: rewritten },
  layout: { of: 'drawio', weight: 4, table: 'svg', pages: 'page', make: places },
  compare: { of: 'drawio', weight: 4, table: 'svg', pages: 'page', make: comparison },
  verify: { of: 'drawio', weight: 4, table: 'svg', pages: 'page', make: verified },
  tampered: { of: 'drawio', weight: 3, table: 'svg', pages: 'page', make: tampered },
  agree: { of: 'drawio', weight: 2, table: 'svg', pages: 'page', make: agreement },
  /** Only where it is asked for: it needs Chromium. */
  browser: { of: 'drawio', weight: 0, table: 'svg', pages: 'page', make: opened },
  'mermaid-xml': { of: 'mermaid', weight: 60, table: 'mermaid', make: converted },
  'mermaid-picture': { of: 'mermaid', weight: 30, table: 'svg', make: mermaidPicture },
  markdown: { of: 'mermaid', weight: 10, table: 'none', make: markdown },
});

export type OutputName = keyof typeof OUTPUTS;

/** What came of a case: what was made, or the code of the error that it ended in. Throws what is wrong. */
export async function outcomeOf(each: Case): Promise<string> {
  const trial = new Trial(each);
  const output = OUTPUTS[each.output];
  try {
    const made = digest(await output.make(trial));
    for (const { code, message } of trial.diagnostics)
      require('told', code in TOLD && message !== '', `a diagnostic is ${code}: ${message}`);
    return made;
  } catch (error) {
    if (!(error instanceof MxsvgError)) throw error;
    require('error', error.code in ERRORS && error.message !== '', `an error is ${error.code}: ${error.message}`);
    return error.code;
  }
}

const list = (problem: string | undefined): readonly string[] => (problem === undefined ? [] : [problem]);

/** What a reader makes of an output; a fault where it throws. */
function wellFormed<T>(oracle: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Fault(oracle, `it can't be read: ${error}`);
  }
}

async function wellFormedLater<T>(oracle: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new Fault(oracle, `it can't be read: ${error}`);
  }
}
