/** The diagram that a picture holds, and the note of how the picture is drawn again from it. */
import type { MxFile } from '../decode/container.js';
import type { Clock } from '../layout/variables.js';
import { findPage, type PageList, type RenderOptions, type XmlOptions } from '../options.js';
import { mxfileXml } from '../write/file/mxfile.js';
import { withPagesBehind } from './backgroundImage.js';
import { recipeText } from './recipe.js';
import { fileOf, type Source } from './source.js';

/** What decides on the diagram in a picture. */
export interface EmbedOptions extends Pick<RenderOptions, 'embedDiagram' | 'embedPages' | 'page' | 'limits'> {
  readonly pages?: PageList;
}

/** A file as draw.io's own XML. */
export function fileXml(source: Source, options: XmlOptions): string {
  const file = fileOf(source, options);
  const pages = options.pages && keptPages(file, options.pages);
  return mxfileXml(file, { compressed: options.compressed, pages });
}

/** The XML that `embedDiagram` puts into a picture; undefined without it. */
export function embeddedXml(source: Source, options: EmbedOptions): string | undefined {
  const { embedDiagram, limits } = options;
  if (embedDiagram === undefined) return undefined;
  return fileXml(source, { compressed: embedDiagram === 'compressed', pages: embeddedPages(options), limits });
}

/** The pages that a picture holds; undefined: all. */
const embeddedPages = ({ embedPages, page, pages }: EmbedOptions): PageList | undefined =>
  embedPages === 'all' ? undefined : (pages ?? (page === undefined ? undefined : [page]));

/** The 0-based indexes of the pages of a file of these pages. */
const keptPages = (file: MxFile, pages: PageList): readonly number[] =>
  withPagesBehind(
    file,
    pages.map((page) => findPage(file.pages, page)),
  );

/** The note in a picture of a file's page that holds the diagram; the clock counts where the picture shows it. */
export function recipeOf(file: MxFile, options: RenderOptions, clock: Clock): string {
  const index = findPage(file.pages, options.page ?? 1);
  const embedded = embeddedPages(options);
  const now = clock.wasRead ? clock.time : undefined;
  if (embedded === undefined) return recipeText({ ...options, page: index + 1, now });
  // In a file of fewer pages it would count itself otherwise.
  const { pageNumber = index + 1, pageCount = file.pages.length } = options;
  const page = keptPages(file, embedded).indexOf(index) + 1;
  return recipeText({ ...options, page, pageNumber, pageCount, now });
}
