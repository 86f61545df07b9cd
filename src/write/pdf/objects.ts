/** The objects of a PDF file under construction: each is written once, and has one name in every content stream. */
import { type PDFDocument, PDFName, PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { Matrix } from '../../geometry/plane.js';

/** The kinds of resources that a content stream refers to by name. */
export type ResourceKind = 'ExtGState' | 'Font' | 'Pattern' | 'Shading' | 'XObject';

export interface Resource {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly ref: PDFRef;
}

/** What pdf-lib turns into an object: names are strings, arrays and dictionaries plain ones. */
export type Literal = PDFObject | string | number | boolean | undefined | readonly Literal[] | LiteralDictionary;

export interface LiteralDictionary {
  readonly [key: string]: Literal;
}

const PREFIXES: Readonly<Record<ResourceKind, string>> = {
  ExtGState: 'G',
  Font: 'F',
  Pattern: 'P',
  Shading: 'S',
  XObject: 'X',
};

export class PdfObjects {
  readonly #known = new Map<string, Resource>();
  readonly #counts = new Map<ResourceKind, number>();

  constructor(readonly document: PDFDocument) {}

  /** An object to register or to put into another. */
  object(literal: Literal): PDFObject {
    return this.document.context.obj(printable(literal) as string);
  }

  register(literal: Literal): PDFRef {
    return this.document.context.register(this.object(literal));
  }

  /** A compressed stream. */
  stream(contents: string | Uint8Array, dictionary: LiteralDictionary): PDFRef {
    const { context } = this.document;
    return context.register(context.flateStream(contents, printable(dictionary) as Record<string, string>));
  }

  /** A resource; the same key gives the same one. */
  resource(kind: ResourceKind, key: string, make: () => PDFRef): Resource {
    const full = `${kind} ${key}`;
    const known = this.#known.get(full);
    if (known) return known;
    const resource = this.name(kind, make());
    this.#known.set(full, resource);
    return resource;
  }

  /** A resource of its own. */
  name(kind: ResourceKind, ref: PDFRef): Resource {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return { kind, name: `${PREFIXES[kind]}${count}`, ref };
  }

  /** The resource dictionary of a content stream. */
  dictionary(resources: Iterable<Resource>): PDFObject {
    const { context } = this.document;
    const kinds = context.obj({});
    for (const { kind, name, ref } of resources) {
      const key = PDFName.of(kind);
      const entries = kinds.has(key) ? kinds.lookup(key) : undefined;
      const dictionary = entries ?? context.obj({});
      if (!entries) kinds.set(key, dictionary);
      (dictionary as typeof kinds).set(PDFName.of(name), ref);
    }
    return kinds;
  }
}

/** A matrix as an array of numbers. */
export const matrixEntries = ({ a, b, c, d, e, f }: Matrix): readonly number[] => [a, b, c, d, e, f];

/** Readers take no larger numbers. */
const LARGEST = 1e9;

/** The numbers of a literal as readers take them: finite, of few decimals, and not too large. */
function printable(literal: Literal): Literal {
  if (typeof literal === 'number') {
    const rounded = Math.round(Math.max(-LARGEST, Math.min(LARGEST, literal)) * 1e9) / 1e9;
    return Number.isNaN(rounded) ? 0 : rounded;
  }
  if (literal instanceof PDFObject || typeof literal !== 'object') return literal;
  if (Array.isArray(literal)) return literal.map(printable);
  return Object.fromEntries(Object.entries(literal).map(([key, value]) => [key, printable(value)]));
}
