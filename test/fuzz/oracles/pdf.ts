/** What must hold of every PDF: it can be read, does nothing by itself, and its numbers are numbers. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { isSafeLink } from './svg.js';

/** Keys of dictionaries that make a viewer act, run or fetch. */
const ACTING = new Set(
  'JS JavaScript AA OpenAction Launch SubmitForm ImportData RichMedia GoToR GoToE Sound Movie'.split(' '),
);

export interface PdfFacts {
  readonly problems: readonly string[];
  readonly pages: number;
  /** Whether anything is painted. */
  readonly hasMarks: boolean;
  /** Whether anything but letters is: those may be blank. */
  readonly hasShapes: boolean;
}

const SHAPES = /(?:^|\s)(?:f\*?|F|B\*?|b\*?|S|s|sh|Do)(?=\s|$)/m;
const LETTERS = /(?:^|\s)(?:Tj|TJ)(?=\s|$)/m;

/** Throws for bytes that can't be read. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const problems: string[] = [];
  if (!/^%PDF-1\.\d/.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'))) problems.push('no signature');
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  for (const page of document.getPages()) {
    const { width, height } = page.getSize();
    if (!(width > 0 && height > 0 && Number.isFinite(width + height))) problems.push(`a page of ${width} × ${height}`);
  }
  let [hasShapes, hasLetters] = [false, false];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    inspect(object, problems);
    if (!(object instanceof PDFRawStream) || !isContent(object)) continue;
    const content = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1').replace(STRINGS, '()');
    if (/NaN|Infinity|undefined/.test(content)) problems.push('a number is none');
    hasShapes ||= SHAPES.test(content);
    hasLetters ||= LETTERS.test(content);
  }
  return {
    problems: [...new Set(problems)],
    pages: document.getPageCount(),
    hasMarks: hasShapes || hasLetters,
    hasShapes,
  };
}

const STRINGS = /\((?:[^()\\]|\\[\s\S])*\)|<[\da-fA-F\s]*>/g;

/** Operators, rather than pixels, fonts or files. */
function isContent({ dict }: PDFRawStream): boolean {
  const [type, subtype] = ['Type', 'Subtype'].map((name) => dict.get(PDFName.of(name))?.toString());
  if (type === '/XObject' || subtype === '/Form') return subtype === '/Form';
  const isOther = ['Length1', 'FunctionType', 'N', 'ShadingType', 'First'].some((name) => dict.has(PDFName.of(name)));
  return type === undefined && subtype === undefined && !isOther && !dict.has(PDFName.of('Width'));
}

function inspect(object: PDFObject, problems: string[]): void {
  const dictionary = object instanceof PDFRawStream ? object.dict : object;
  if (dictionary instanceof PDFArray) for (const each of dictionary.asArray()) inspect(each, problems);
  if (!(dictionary instanceof PDFDict)) return;
  for (const [key, value] of dictionary.entries()) {
    const name = key.decodeText();
    if (ACTING.has(name)) problems.push(`there is /${name}`);
    if (name === 'S' && value instanceof PDFName && ACTING.has(value.decodeText())) problems.push(`an action ${value}`);
    if (
      name === 'URI' &&
      (value instanceof PDFString || value instanceof PDFHexString) &&
      !isSafeLink(value.decodeText())
    )
      problems.push(`a link leads to ${value.decodeText().slice(0, 80)}`);
    inspect(value, problems);
  }
}
