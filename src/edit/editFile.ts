/** Edits one page of a file. */
import { type MxFile, type MxPage, numberedName } from '../decode/filePages.js';
import { findPage } from '../options.js';
import { mxfileXml } from '../write/file/mxfile.js';
import { type EditedPage, editPage } from './editPage.js';
import type { EditOperation } from './operations.js';

/** An edited file as draw.io's XML. */
export interface EditedFile extends Omit<EditedPage, 'model'> {
  readonly xml: string;
  /** The page that was edited, counted from 1. */
  readonly page: number;
}

/** A file with one empty page. */
export const EMPTY_FILE =
  `<mxfile><diagram id="page-1" name="${numberedName(0)}"><mxGraphModel><root><mxCell id="0" />` +
  '<mxCell id="1" parent="0" /></root></mxGraphModel></diagram></mxfile>';

/**
 * The file after operations on a page (number, name or id), with all else as it was in one normal form. Throws MxsvgError
 * as editPage does, and 'page-not-found'.
 */
export function editFile(file: MxFile, page: number | string, operations: readonly EditOperation[]): EditedFile {
  const index = findPage(file.pages, page);
  const { model, ...done } = editPage((file.pages[index] as MxPage).annotatedModel(), operations);
  const pages = file.pages.map((each, i) =>
    i === index ? { ...each, model: () => model, annotatedModel: () => model } : each,
  );
  return { ...done, xml: mxfileXml({ ...file, pages }), page: index + 1 };
}
