/** One diagram file → its pictures. Runs in the command's own thread or in a worker's. */
import { stat } from 'node:fs/promises';
import { type Diagnostic, MxsvgError } from '../diagnostics.js';
import { findPage } from '../options.js';
import type { Diagram } from '../render.js';
import {
  FileError,
  makeFolderOf,
  readFont,
  readInput,
  requireFolder,
  STANDARD_STREAM,
  UsageError,
  writeOutput,
} from './files.js';
import type { Input } from './inputs.js';
import { drawioOf, textKind } from './mermaid.js';
import type { Format, Options, PageRange } from './options.js';
import { freeName, namesPages, type OutputName, type PictureLabel, picturePath } from './outputs.js';

/** All that a conversion needs; plain data. */
export interface Task {
  readonly input: Input;
  readonly name: OutputName;
  readonly options: Options;
  /** An input of the same command whose pictures have the same names; undefined: there is none. */
  readonly sameOutputAs?: string;
}

/** What became of one input; plain data. */
export interface Outcome {
  readonly input: string;
  /** The files that were written, "-" for standard output. */
  readonly written: readonly string[];
  readonly diagnostics: readonly PageDiagnostic[];
  /** Why not all was drawn. */
  readonly failure?: { readonly kind: 'usage' | 'failure'; readonly code: string; readonly message: string };
}

export interface PageDiagnostic extends Diagnostic {
  /** The page's name; undefined where it concerns no one page. */
  readonly page: string | undefined;
}

/** Draws an input's pictures. What a user can mend is told in the outcome; anything else is a defect and is thrown. */
export async function convert(task: Task): Promise<Outcome> {
  const { input } = task;
  const written: string[] = [];
  const diagnostics: PageDiagnostic[] = [];
  try {
    await drawAll(task, written, diagnostics);
    return { input: input.file, written, diagnostics };
  } catch (error) {
    if (!(error instanceof MxsvgError || error instanceof UsageError || error instanceof FileError)) throw error;
    const kind = error instanceof UsageError ? 'usage' : 'failure';
    const code = error instanceof MxsvgError ? error.code : kind === 'usage' ? 'usage' : 'file';
    return { input: input.file, written, diagnostics, failure: { kind, code, message: error.message } };
  }
}

async function drawAll(task: Task, written: string[], diagnostics: PageDiagnostic[]): Promise<void> {
  const { input, name, options, sameOutputAs } = task;
  if (sameOutputAs !== undefined) {
    throw new UsageError(`its picture would overwrite that of ${sameOutputAs}: name them apart with -o.`);
  }
  const source = await readInput(input.file);
  const fonts = await Promise.all((options.font ?? []).map(readFont));
  // The engine is loaded only here, so that --help and wrong usage answer at once.
  const engine = await import('../index.js');
  const assets = options.assets === undefined ? undefined : engine.folderAssets(await requireFolder(options.assets));
  const report = (diagnostic: Diagnostic) => diagnostics.push({ ...diagnostic, page: undefined });
  const kind = textKind(input.file, source);
  const { systemFonts } = options;
  const diagram = engine.parse(
    kind ? await drawioOf(kind, source, { fonts, systemFonts, diagnostics: report }) : source,
    { limits: options.limit },
  );
  // Each diagram of a document is one to draw.
  const wanted = kind === 'markdown' ? { ...options, allPages: true } : options;
  const pictures = planPictures(diagram, name, wanted, (page) =>
    engine.layers(diagram, page).map((layer) => layer.name),
  );
  if (name.template === STANDARD_STREAM && pictures.length > 1) {
    throw new UsageError(`${pictures.length} pictures can't all go to standard output: name a file or folder with -o.`);
  }
  const { drawPicture } = await import('./draw.js');
  const apart = {
    page: new Set(pictures.map((picture) => picture.pages[0])).size > 1,
    layer: options.eachLayer,
  };
  for (const picture of pictures) {
    const bytes = await drawPicture(engine, diagram, picture, {
      input: input.file,
      name,
      options,
      fonts,
      assets,
      diagnostics,
    });
    const path = picturePath(name, picture.label, apart);
    written.push(await write(path, bytes, input, name, options));
  }
}

/** Returns where the picture was written. */
async function write(
  wanted: string,
  picture: string | Uint8Array,
  input: Input,
  name: OutputName,
  options: Options,
): Promise<string> {
  if (wanted === STANDARD_STREAM) {
    await writeOutput(wanted, picture);
    return wanted;
  }
  const target = options.check ? freeName(wanted) : wanted;
  if (await isSameFile(target, input.file)) {
    throw new UsageError('the picture would overwrite the diagram it is drawn from: name another file with -o.');
  }
  if (name.makesFolders) await makeFolderOf(target);
  await writeOutput(target, picture);
  return target;
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((file) => stat(file).catch(() => undefined)));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

/** One picture to draw: a page or several, of all layers or one. */
export interface Picture {
  readonly label: PictureLabel;
  /** 1-based. */
  readonly pages: readonly number[];
  readonly layers: readonly (number | string)[] | undefined;
}

/** The formats in which one file holds all pages. */
const HOLDS_PAGES: ReadonlySet<string> = new Set(['pdf', 'html', 'xml']);

/** The pictures that the options ask for. A page's layers are looked up only where each gets a picture. */
function planPictures(
  diagram: Diagram,
  name: OutputName,
  options: Options,
  layersOf: (page: number) => readonly string[],
): readonly Picture[] {
  const pages = choosePages(diagram, name.format, options);
  const oneFile = HOLDS_PAGES.has(name.format);
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

/** 1-based page numbers. As in draw.io, -p goes before -g, and both before -a. */
function choosePages(diagram: Diagram, format: Format, options: Options): readonly number[] {
  const { pages } = diagram;
  if (options.page !== undefined) return [findPage(pages, options.page) + 1];
  const all = pages.map((_, index) => index + 1);
  if (options.pageRange) return pagesIn(options.pageRange, diagram, all);
  return options.allPages || format === 'xml' ? all : all.slice(0, 1);
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
