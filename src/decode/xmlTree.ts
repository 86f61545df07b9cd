/** XML as a small tree of elements and text. */
import type { Limits } from '../limits.js';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

export interface XmlOptions {
  /** What the text is, for error messages, e.g. "page 2 (Overview)". */
  readonly origin?: string;
  /** Paths such as "mxfile.diagram" of elements whose content stays one raw string: markup and entities unread. */
  readonly opaque?: readonly string[];
  /** True: the text was part of a document already found well-formed. */
  readonly trusted?: boolean;
  /** True: comments stay, each an element of the name COMMENT around its text. */
  readonly comments?: boolean;
  /** Default: those that hold where nobody sets any. */
  readonly limits?: Limits;
}

/** The name, which no element can have, of what stands for a comment. */
export const COMMENT = '#comment';
