/** The files that drawing begins with: what a caller hands over, read once. */
import { type MxFile, readContainer } from '../decode/container.js';
import { completeLimits } from '../limits.js';
import type { LayoutOptions } from '../options.js';

/** A diagram: the text or the bytes of a .drawio, .xml, .drawio.svg or .drawio.png file, or what `parse` read of one. */
export type Source = string | Uint8Array | Diagram;

/** A file that has been read. Drawing several of its pages from this reads it once. */
export interface Diagram {
  readonly pages: readonly PageInfo[];
}

export interface PageInfo {
  readonly id: string;
  readonly name: string;
}

/** What reading a file is bounded by. */
export type ReadOptions = Pick<LayoutOptions, 'limits'>;

export class ParsedFile implements Diagram {
  readonly pages: readonly PageInfo[];

  constructor(readonly file: MxFile) {
    this.pages = file.pages.map(({ id, name }) => ({ id, name }));
  }
}

/** The file behind a source. Throws MxsvgError if it can't be read. */
export const fileOf = (source: Source, { limits }: ReadOptions): MxFile =>
  source instanceof ParsedFile ? source.file : readContainer(source as string | Uint8Array, completeLimits(limits));

/** A JSON object of a file's attribute; undefined for anything else, which draw.io passes over. */
export function parsedObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
