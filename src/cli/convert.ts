/** One diagram file → its pictures. Runs in the command's own thread or in a worker's. */

import path from 'node:path';
import { type Diagnostic, MxsvgError } from '../diagnostics.js';
import { completeLimits } from '../limits.js';
import { findPage } from '../options.js';
import { append } from '../primitives/lists.js';
import type { Diagram, MermaidText } from '../render.js';
import { commandAssets } from './assets/use.js';
import type { Options } from './commandLine.js';
import type { Claim } from './fileNames.js';
import {
  FileError,
  makeFolderOf,
  OutputError,
  readFont,
  readInput,
  STANDARD_STREAM,
  UsageError,
  writeOutput,
} from './files.js';
import type { PageRange } from './flagValues.js';
import { type Engine, FORMATS, type Format } from './formats.js';
import type { ImageLookup } from './images/allowedImages.js';
import type { Input } from './inputs.js';
import { type ConvertedText, drawioOf, textKind } from './mermaid.js';
import { namesPages, type OutputName, type PictureLabel, picturePath } from './outputs.js';
import type { PageDiagnostic, Picture } from './picture.js';

/** All that a conversion needs; plain data. */
export interface Task {
  readonly input: Input;
  readonly name: OutputName;
  readonly options: Options;
}

/** What became of one input; plain data. */
export interface Outcome {
  readonly input: string;
  /** The files that were written, "-" for standard output. */
  readonly written: readonly string[];
  readonly diagnostics: readonly PageDiagnostic[];
  /** The files that others of the same command had the names of. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Why not all was drawn. */
  readonly failure?: Failure;
}

/** Of a defect of ours, the message tells where it is, in lines. */
export interface Failure {
  readonly kind: 'usage' | 'failure' | 'defect';
  readonly code: string;
  readonly message: string;
  /** The file that couldn't be written. */
  readonly output?: string;
}

/** Draws an input's pictures, under names that are claimed before anything is drawn. Never throws: see the outcome. */
export async function convert(task: Task, claim: Claim): Promise<Outcome> {
  const outcome = { input: task.input.file, written: [], diagnostics: [], renamed: [] } satisfies Outcome;
  try {
    await drawAll(task, claim, outcome);
    return outcome;
  } catch (error) {
    return { ...outcome, failure: failureOf(error) };
  }
}

/** What a user is told of an error. */
export function failureOf(error: unknown): Failure {
  if (error instanceof MxsvgError) return { kind: 'failure', code: error.code, message: error.message };
  if (error instanceof UsageError) return { kind: 'usage', code: 'usage', message: error.message };
  if (error instanceof FileError) {
    const output = error instanceof OutputError ? error.file : undefined;
    return { kind: 'failure', code: 'file', message: error.message, output };
  }
  const message = (error instanceof Error && error.stack) || String(error);
  return { kind: 'defect', code: 'defect', message };
}

/** Of a file by this name draw.io's application would make a diagram. Throws MxsvgError. */
function refuseTable(file: string): void {
  if (!/\.csv$/i.test(file)) return;
  throw new MxsvgError(
    'not-a-diagram',
    'The input is a table (CSV), which is not supported: import it in draw.io first.',
  );
}

interface Results {
  readonly written: string[];
  readonly diagnostics: PageDiagnostic[];
  readonly renamed: { readonly from: string; readonly to: string }[];
}

async function drawAll(task: Task, claim: Claim, { written, diagnostics, renamed }: Results): Promise<void> {
  const { input, name, options } = task;
  const source = await readInput(input.file, options.limit?.inputBytes);
  const fonts = (options.font ?? []).map(readFont);
  // The engine is loaded only here, so that --help and wrong usage answer at once.
  const engine = await import('../index.js');
  const assets = await commandAssets(options.assets);
  const report = (diagnostic: Diagnostic) => diagnostics.push({ ...diagnostic, page: undefined });
  refuseTable(input.file);
  const kind = textKind(input.file, source);
  const { systemFonts } = options;
  const { drawio, undrawn }: ConvertedText = kind
    ? await drawioOf(kind, source, {
        fonts,
        systemFonts,
        limits: options.limit,
        theme: options.mermaidTheme,
        config: options.mermaidConfig,
        diagnostics: report,
      })
    : { drawio: source, undrawn: new Map() };
  const diagram = engine.parse(drawio, { limits: options.limit });
  // Each diagram of a document is one to draw.
  const wanted = kind === 'markdown' ? { ...options, allPages: true } : options;
  const layersOf = (page: number) => engine.layers(diagram, page);
  const planned = options.drawio
    ? [(await import('./drawio/drawnPages.js')).drawioPicture(diagram, name.format, options, options.drawio, layersOf)]
    : FORMATS[name.format].holdsMermaid
      ? planTexts(engine, diagram, choosePages(diagram, name.format, wanted), undrawn)
      : planPictures(diagram, name, wanted, (page) => layersOf(page).map((layer) => layer.name));
  const paths = pathsOf(planned, name, options);
  const isDrawn = (page: number): boolean => !undrawn.has(page);
  const pictures = planned
    .map((picture) => ({ ...picture, pages: picture.pages.filter(isDrawn) }))
    .filter(({ pages }) => pages.length > 0);
  const drawn = paths.filter((_, index) => planned[index]?.pages.some(isDrawn));
  const { document } = name;
  const others = document === undefined || options.inPlace ? [] : [document];
  const files = await claimed([...drawn, ...others], claim, task, renamed);
  const { drawPicture, lookUpImages } = await import('./drawPicture.js');
  const known = { input: input.file, name, options, fonts, assets, diagnostics };
  const look = (lookup: ImageLookup) => lookUpImages(engine, diagram, pictures, known, lookup);
  const context = { ...known, image: await imagesOf(task, look, report) };
  for (const [i, picture] of pictures.entries()) {
    const content = await drawPicture(engine, diagram, picture, context);
    const file = files[i] as string;
    await writeOutput(file, content, name.makesFolders ? () => makeFolderOf(file) : undefined);
    written.push(file);
  }
  if (document !== undefined) {
    const { withPictures } = await import('./markdown.js');
    const shown = pictures.map(({ pages: [page = 1] }, index) => [page, files[index] as string] as const);
    const place = files[pictures.length] ?? document;
    await writeOutput(place, withPictures(new TextDecoder().decode(source), new Map(shown), place));
    written.push(place);
  }
  const missing = planned.flatMap(({ pages }) => pages.flatMap((page) => undrawn.get(page) ?? []));
  if (missing.length > 0) throw togetherOf(missing);
}

/** Errors as one, a line each. */
function togetherOf(errors: readonly MxsvgError[]): MxsvgError {
  const [first] = errors as readonly [MxsvgError];
  return new MxsvgError(first.code, [...new Set(errors.map(({ message }) => message))].join('\n'), { cause: first });
}

/** What gives the images that the options allow to be read or fetched; undefined where they allow none. */
async function imagesOf(
  { input, options }: Task,
  draw: (image: ImageLookup) => void,
  report: (diagnostic: Diagnostic) => void,
): Promise<ImageLookup | undefined> {
  const { allowFiles: folders = [], allowNet: network } = options;
  if (folders.length === 0 && !network) return undefined;
  const { allowedImages } = await import('./images/allowedImages.js');
  const base = input.file === STANDARD_STREAM ? process.cwd() : path.dirname(path.resolve(input.file));
  return allowedImages({ folders, network, base }, completeLimits(options.limit), draw, report);
}

/** Where the pictures of an input are to go. */
function pathsOf(pictures: readonly Picture[], name: OutputName, options: Options): readonly string[] {
  if (name.template === STANDARD_STREAM && pictures.length > 1) {
    throw new UsageError(`${pictures.length} pictures can't all go to standard output: name a file or folder with -o.`);
  }
  const apart = {
    page: new Set(pictures.map(({ label }) => label.pageIndex)).size > 1,
    layer: options.eachLayer,
  };
  return pictures.map(({ label }) => picturePath(name, label, apart));
}

async function claimed(
  wanted: readonly string[],
  claim: Claim,
  { input, name, options }: Task,
  renamed: { readonly from: string; readonly to: string }[],
): Promise<readonly string[]> {
  if (name.template === STANDARD_STREAM) return wanted;
  const answer = await claim(wanted);
  if ('refused' in answer) {
    const what = answer.refused === input.file ? 'the diagram it is drawn from' : `${answer.refused}, which is read`;
    throw new UsageError(`the picture would overwrite ${what}: name another file with -o.`);
  }
  const { names } = answer;
  // With --check that is what was asked for.
  if (!options.check) {
    append(
      renamed,
      wanted.flatMap((from, i) => (from === names[i] ? [] : [{ from, to: names[i] as string }])),
    );
  }
  return names;
}

/** The pictures that the options ask for. A page's layers are looked up only where each gets a picture. */
function planPictures(
  diagram: Diagram,
  name: OutputName,
  options: Options,
  layersOf: (page: number) => readonly string[],
): readonly Picture[] {
  const pages = choosePages(diagram, name.format, options);
  const oneFile = FORMATS[name.format].holdsPages;
  if (oneFile && !options.eachLayer && !namesPages(name)) {
    const only = pages.length === 1 ? pages[0] : undefined;
    return [{ label: labelOf(diagram, only, undefined), pages, layers: options.layers }];
  }
  return pages.flatMap((page): readonly Picture[] => {
    if (!options.eachLayer)
      return [{ label: labelOf(diagram, page, undefined), pages: [page], layers: options.layers }];
    return layersOf(page).map((layer, index) => ({
      label: labelOf(diagram, page, layer),
      pages: [page],
      layers: [index],
    }));
  });
}

/** A file a Mermaid text, numbered where there are several. Throws MxsvgError where there is none. */
function planTexts(
  engine: Engine,
  diagram: Diagram,
  pages: readonly number[],
  undrawn: ReadonlyMap<number, unknown>,
): readonly Picture[] {
  const texts = pages.flatMap((page): readonly Pick<MermaidText, 'page' | 'source'>[] =>
    undrawn.has(page) ? [{ page, source: '' }] : engine.mermaidTexts(diagram, { page }),
  );
  if (texts.length === 0) {
    throw new MxsvgError(
      'not-a-diagram',
      'No diagram here was made of a Mermaid text; mxsvg describe --format mermaid writes a page as a flowchart.',
    );
  }
  return texts.map(({ page, source }, index) => ({
    label: { ...labelOf(diagram, page, undefined), pageIndex: index + 1 },
    pages: [page],
    layers: undefined,
    mermaid: source,
  }));
}

/** 1-based page numbers. As in draw.io, -p goes before -g, and both before -a. */
function choosePages(diagram: Diagram, format: Format, options: Options): readonly number[] {
  const { pages } = diagram;
  if (options.page !== undefined) return [findPage(pages, options.page) + 1];
  const all = pages.map((_, index) => index + 1);
  if (options.pageRange) return pagesIn(options.pageRange, diagram, all);
  return options.allPages || FORMATS[format].takesAllPages ? all : all.slice(0, 1);
}

function pagesIn({ from = 1, to = Infinity }: PageRange, diagram: Diagram, all: readonly number[]): readonly number[] {
  const chosen = all.filter((page) => page >= from && page <= to);
  // Says which pages there are.
  if (chosen.length === 0) findPage(diagram.pages, from);
  return chosen;
}

const labelOf = (diagram: Diagram, page: number | undefined, layer: string | undefined): PictureLabel => ({
  pageIndex: page,
  pageName: page === undefined ? undefined : diagram.pages[page - 1]?.name,
  layer,
});
