/** Everything that can be made of an input, how often a run makes it, and what is asked of it. */
import { childElements, parseXml } from '../../src/decode/xml.js';
import { type Diagnostic, MxsvgError, type RenderOptions } from '../../src/index.js';
import type { Case } from './cases.js';
import { damageBytes } from './containers.js';
import { require, requireNone } from './fault.js';
import { escaped } from './markup.js';
import type { PlainOptions, TableName } from './options.js';
import { openInBrowser } from './oracles/browser.js';
import { htmlProblems } from './oracles/html.js';
import { readPdf } from './oracles/pdf.js';
import { readJpeg, readPng, sizeProblem } from './oracles/raster.js';
import { hasMarks, problemsOf, sizeOf } from './oracles/svg.js';
import type { Random } from './random.js';
import {
  difference,
  digest,
  endOf,
  LIMITS,
  type Library,
  list,
  NOW,
  Trial,
  wellFormed,
  wellFormedLater,
} from './trial.js';
import { NUMBERS, TEXTS } from './values.js';

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
  const svg = await trial.made(() => trial.library.render(trial.source, trial.options()));
  requireNone('svg', problemsOf(svg));
  return svg;
}

async function pixels(trial: Trial): Promise<Uint8Array> {
  const png = await trial.made(() => trial.library.renderPng(trial.source, trial.options()));
  checkPng(trial, png);
  return png;
}

function checkPng(trial: Trial, png: Uint8Array): void {
  const read = wellFormed('png', () => readPng(png));
  const svg = trial.library.render(trial.source, trial.options({ embedDiagram: undefined, diagnostics: [] }));
  requireNone('png', list(sizeProblem(read, sizeOf(svg))));
}

async function jpegPixels(trial: Trial): Promise<Uint8Array> {
  const bytes = await trial.made(() => trial.library.renderJpeg(trial.source, trial.options()));
  const read = wellFormed('jpeg', () => readJpeg(bytes));
  const svg = trial.library.render(trial.source, trial.options({ diagnostics: [] }));
  requireNone('jpeg', list(sizeProblem(read, sizeOf(svg))));
  return bytes;
}

async function paper(trial: Trial): Promise<Uint8Array> {
  const pdf = await trial.made(() => trial.library.renderPdf(trial.source, trial.options()));
  const { problems, pages } = await wellFormedLater('pdf', () => readPdf(pdf));
  requireNone('pdf', [...problems, ...(pages > 0 ? [] : ['no pages'])]);
  return pdf;
}

async function webPage(trial: Trial): Promise<string> {
  const html = await trial.made(() => trial.library.renderHtml(trial.source, trial.options()));
  requireNone('html', htmlProblems(html));
  return html;
}

/** The picture, or the code of the error, so that two can be compared. */
function drawn({ library }: Trial, source: string | Uint8Array, page: number): string {
  try {
    return library.render(source, { page, now: NOW, limits: LIMITS });
  } catch (error) {
    if (error instanceof MxsvgError) return `error ${error.code}`;
    throw error;
  }
}

/** draw.io's XML draws what its source draws, and written anew it is the same. */
async function rewritten(trial: Trial): Promise<string> {
  const { source } = trial;
  const xml = await trial.made(() => trial.library.drawioXml(source, trial.options()));
  wellFormed('xml', () => parseXml(xml));
  const { length } = trial.library.parse(source).pages;
  const chosen = (trial.of.options.pages as readonly (number | string)[] | undefined) ?? undefined;
  if (chosen === undefined) {
    for (const page of [1, 2, 3].slice(0, length)) {
      const [before, after] = [drawn(trial, source, page), drawn(trial, xml, page)];
      // What a part of a page can't be read for may be told of the file before.
      if (before.startsWith('error') && after.startsWith('error')) continue;
      require('xml', before === after, `page ${page} is another picture: ${difference(before, after)}`);
    }
  }
  require('xml', trial.library.drawioXml(xml, trial.options({ pages: undefined })) ===
    xml, 'written anew, it is another file');
  return xml;
}

async function places(trial: Trial): Promise<string> {
  const { cells } = trial.library.layout(trial.source, trial.options());
  for (const { x, y, width, height, points = [] } of cells) {
    const numbers = [x, y, width, height, ...points.flatMap((point) => [point.x, point.y])];
    require('layout', numbers.every(Number.isFinite), `a cell stands at ${numbers.slice(0, 4)}`);
  }
  const page = trial.of.options.page as number | undefined;
  return JSON.stringify([cells, trial.library.layers(trial.source, page)]);
}

/** What a page says is text that other programs read: ours reads its flowchart. */
async function described(trial: Trial): Promise<string> {
  const { page } = trial.options();
  const description = trial.library.describe(trial.source, trial.options());
  const [text, flowchart] = [description.text(), description.mermaid()];
  require('describe', JSON.stringify(description.pages) ===
    JSON.stringify(
      trial.library.describe(trial.source, trial.options({ diagnostics: [] })).pages,
    ), 'not the same twice');
  require('describe', page === undefined || description.pages.length === 1, `not the page ${page} alone`);
  const quotes = description.dot().match(/(?<!\\)(?:\\\\)*"/g) ?? [];
  require('describe', quotes.length % 2 === 0, 'the graph for Graphviz has a string without an end');
  try {
    trial.library.mermaidToDrawio(flowchart, { limits: LIMITS, systemFonts: 'none' });
  } catch (error) {
    const isTooLarge = error instanceof MxsvgError && error.code === 'limit-exceeded';
    require('describe', isTooLarge, `its flowchart can't be read: ${(error as Error).message}`);
  }
  return text + flowchart;
}

async function comparison(trial: Trial): Promise<string> {
  const { source, of, random } = trial;
  const [own, same] = [trial.library.compare(source, source, trial.options()), trial.library.parse(source)];
  if (same.pages.length > 0) require('compare', own.pages.length === 0, 'a file differs from itself');
  const other = of.other ?? of.input.text;
  const svg = await trial.made(() => trial.library.compare(source, other, trial.options()).svg());
  requireNone('compare', problemsOf(svg));
  if (random.chance(0.05)) {
    const png = await trial.library.comparePng(source, other, trial.options());
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
  const picture = isPng
    ? await trial.library.renderPng(trial.source, options)
    : trial.library.render(trial.source, options);
  const bytes = typeof picture === 'string' ? new TextEncoder().encode(picture) : picture;
  const { state, reason, redraw } = await trial.library.verify(bytes, { limits: LIMITS });
  const again = await redraw();
  require('verify', state === 'fresh', `${isPng ? 'PNG' : 'SVG'}: ${reason}: ${difference(picture, again)}`);
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
  const svg = trial.library.render(trial.source, trial.options(embedding(trial)));
  const noted = random.chance(0.6) ? svg.replace(/ data-mxsvg="[^"]*"/, () => note(random.pick(NOTES)(random))) : svg;
  const bytes = random.chance(0.5) ? new TextEncoder().encode(noted) : damageBytes(noted, random);
  const verdict = await trial.library.verify(bytes, { limits: LIMITS });
  const again = await verdict.redraw();
  if (typeof again === 'string') requireNone('verify', problemsOf(again));
  else wellFormed('verify', () => readPng(again));
  return again;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML can't hold them
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

const note = (text: string): string => ` data-mxsvg="${escaped(text.replace(FORBIDDEN, ''))}"`;

/** What only SVG has a use for. */
const NOT_SHARED = { pretty: undefined, animate: undefined, embedFonts: undefined, idPrefix: undefined };

/** SVG, PNG and PDF of one page tell the same, end alike, are of one size, and are all blank or none is. */
async function agreement(trial: Trial): Promise<string> {
  const { source } = trial;
  const shared = trial.options({ ...NOT_SHARED, embedDiagram: undefined, size: 'diagram', text: 'outline' });
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
  const svg = await attempt((options) => trial.library.render(source, { ...options, theme }));
  const png = await attempt((options) => trial.library.renderPng(source, options));
  const pdf = await attempt((options) => trial.library.renderPdf(source, { ...options, pages: [page] }));
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
    const { problems, hasMarks: inked, hasShapes } = await wellFormedLater('agree', () => readPdf(pdf.made));
    requireNone('agree', problems);
    require('agree', inked || !marks, 'the PDF is blank, the SVG is not');
    // What is drawn with outlines leaves out what a clip hides.
    const native = marks || !hasShapes ? '' : trial.library.render(source, { ...shared, text: 'native', theme });
    require('agree', marks || !hasShapes || hasMarks(native), 'the SVG is blank, the PDF is not');
    requireAlike('PDF', svg.told, pdf.told);
  } else require('agree', pdf.error === 'limit-exceeded', `the PDF ends with ${pdf.error}, the SVG doesn't`);
  return svg.made;
}

const toldOf = (diagnostics: readonly Diagnostic[]): ReadonlySet<string> =>
  new Set(diagnostics.map(({ code, cellId }) => `${code} of ${cellId ?? 'the page'}`));

/** Told of formats apart: images are drawn by some only, and what a shadow costs is counted in pixels of each. */
const OWN = /^(?:missing-image|too-costly)/;

function requireAlike(format: string, svg: ReadonlySet<string>, other: ReadonlySet<string>): void {
  const missing = [...svg].filter((each) => !other.has(each) && !OWN.test(each));
  const added = [...other].filter((each) => !svg.has(each) && !OWN.test(each));
  require('agree', missing.length === 0, `the SVG tells what the ${format} doesn't: ${missing[0]}`);
  require('agree', added.length === 0, `the ${format} tells what the SVG doesn't: ${added[0]}`);
}

async function converted(trial: Trial): Promise<string> {
  const { theme, firstLine } = trial.of.options as { theme?: never; firstLine?: number };
  const options = { theme, firstLine, diagnostics: trial.diagnostics, limits: LIMITS, systemFonts: 'none' } as const;
  const xml = await trial.made(() => trial.library.mermaidToDrawio(trial.text, options));
  const root = wellFormed('mermaid', () => parseXml(xml));
  require('mermaid', root.name === 'mxfile' && childElements(root).length === 1, 'not a file of one page');
  const absurd = / (?:x|y|width|height|style)="(?:[^"]*=)?(?:NaN|undefined|-?Infinity|\[object)[^"]*"/.exec(xml);
  require('mermaid', absurd === null, `an attribute is no value: ${absurd?.[0].slice(0, 80)}`);
  const told: Diagnostic[] = [];
  requireNone('mermaid', problemsOf(trial.library.render(xml, { limits: LIMITS, diagnostics: told })));
  const odd = told.find(({ code }) => /^(?:unknown-|invalid-structure|invalid-geometry)/.test(code));
  require('mermaid', odd === undefined, `our own file: ${odd?.code}`);
  return xml;
}

async function mermaidPicture(trial: Trial): Promise<string | Uint8Array> {
  const options = { ...trial.options({ page: undefined }), theme: undefined };
  const format = trial.random.chance(0.2) ? 'png' : 'svg';
  const drawing = await trial.made(() => trial.library.renderMermaid(trial.text, { ...options, format }));
  if (typeof drawing === 'string') requireNone('mermaid', problemsOf(drawing));
  else wellFormed('mermaid', () => readPng(drawing));
  return drawing;
}

async function markdown(trial: Trial): Promise<string> {
  const { random, text } = trial;
  const fence = random.pick(['```', '~~~', '````']);
  const document = `# x\n${fence}mermaid\n${text}\n${random.chance(0.8) ? fence : ''}\n> ${text}`;
  return JSON.stringify(trial.library.mermaidBlocks(document));
}

/** Opens it in Chromium, as a document and inside a page. */
async function opened(trial: Trial): Promise<string> {
  const asked = trial.options({ embedFonts: true });
  // PNG has its text, whatever SVG is asked.
  const options = { ...asked, text: asked.text === 'none' ? undefined : asked.text };
  const [svg, html, png] = [
    trial.library.render(trial.source, options),
    trial.library.renderHtml(trial.source, { ...options, pages: [1] }),
    await trial.library.renderPng(trial.source, { ...options, embedDiagram: undefined }),
  ];
  requireNone('browser', await openInBrowser({ svg, html, png }));
  return svg;
}

const table = <Name extends string>(outputs: Readonly<Record<Name, Output>>): Readonly<Record<Name, Output>> => outputs;

export const OUTPUTS = table({
  svg: { of: 'drawio', weight: 62, table: 'svg', pages: 'page', make: picture },
  png: { of: 'drawio', weight: 2, table: 'png', pages: 'page', make: pixels },
  jpeg: { of: 'drawio', weight: 1, table: 'jpeg', pages: 'page', make: jpegPixels },
  pdf: { of: 'drawio', weight: 2.5, table: 'pdf', pages: 'pages', make: paper },
  html: { of: 'drawio', weight: 3, table: 'html', pages: 'pages', make: webPage },
  xml: { of: 'drawio', weight: 5, table: 'xml', pages: 'pages', make: rewritten },
  layout: { of: 'drawio', weight: 4, table: 'svg', pages: 'page', make: places },
  describe: { of: 'drawio', weight: 3, table: 'svg', pages: 'page', make: described },
  compare: { of: 'drawio', weight: 3, table: 'svg', pages: 'page', make: comparison },
  verify: { of: 'drawio', weight: 3, table: 'svg', pages: 'page', make: verified },
  tampered: { of: 'drawio', weight: 2, table: 'svg', pages: 'page', make: tampered },
  agree: { of: 'drawio', weight: 1, table: 'svg', pages: 'page', make: agreement },
  /** Only where it is asked for: it needs Chromium. */
  browser: { of: 'drawio', weight: 0, table: 'svg', pages: 'page', make: opened },
  'mermaid-xml': { of: 'mermaid', weight: 60, table: 'mermaid', make: converted },
  'mermaid-picture': { of: 'mermaid', weight: 30, table: 'svg', make: mermaidPicture },
  markdown: { of: 'mermaid', weight: 10, table: 'none', make: markdown },
});

export type OutputName = keyof typeof OUTPUTS;

/** What came of a case: a digest of what was made, or the code of the error that it ended in. Throws what is wrong. */
export const outcomeOf = (each: Case, library?: Library): Promise<string> =>
  endOf(new Trial(each, library), OUTPUTS[each.output].make);
