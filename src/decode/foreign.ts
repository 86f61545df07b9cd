/** What people mistake for a diagram file of draw.io: recognized, so that the error says what it is and what to do. */

import { MxsvgError } from '../diagnostics.js';
import { lookupTable } from '../lookupTable.js';
import type { XmlElement } from './xml.js';

const IMPORT_FIRST = 'open it in draw.io and save it as .drawio.';

/** First bytes → what the file is. Those of a PNG and a PDF aren't here: they may hold a diagram. */
const BINARY: readonly (readonly [readonly number[], string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], `an old Visio (.vsd) or Office file, which is not supported: ${IMPORT_FIRST}`],
  [[0xff, 0xd8, 0xff], 'a JPEG picture, which holds no diagram.'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture, which holds no diagram.'],
  [[0x52, 0x49, 0x46, 0x46], 'a WebP picture or another RIFF file, which holds no diagram.'],
  [[0x42, 0x4d], 'a BMP picture, which holds no diagram.'],
  [[0x1f, 0x8b], 'compressed with gzip: unpack it first.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive: unpack it first.'],
];

/** Throws MxsvgError 'not-a-diagram' for bytes of a known other format. */
export function refuseForeignBytes(bytes: Uint8Array): void {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) refuse(zipArchive(bytes));
  for (const [start, what] of BINARY) if (startsWith(bytes, start)) refuse(what);
}

/** ZIP keeps the names of its entries readable, and those of a Visio file begin with "visio/". */
function zipArchive(bytes: Uint8Array): string {
  if (contains(bytes, 'visio/')) return `a Visio file (.vsdx), which is not supported: ${IMPORT_FIRST}`;
  if (contains(bytes, '.lucidjson') || contains(bytes, 'document.json')) {
    return `a Lucidchart file, which is not supported: ${IMPORT_FIRST}`;
  }
  return 'a ZIP archive: unpack it first.';
}

/** What a text that isn't XML begins with → what it is. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^version https:\/\/git-lfs\.github\.com\/spec\//, 'a Git LFS pointer, not the file itself: run "git lfs pull".'],
  [/^\{.*"contentType"\s*:\s*"application\/gliffy\+json"/s, `a Gliffy file, which is not supported: ${IMPORT_FIRST}`],
  [
    /^\{\s*"(?:state"\s*:\s*"\{\\"Properties\\"|Properties"\s*:)/,
    `a Lucidchart file, which is not supported: ${IMPORT_FIRST}`,
  ],
  [/^\{\s*"(?:type"\s*:\s*"excalidraw)/, 'an Excalidraw file, which is not supported.'],
  [
    /^##? (?:label|style|parentstyle|connect|Example CSV import)\b/,
    `a table for draw.io's CSV import, which is not supported: ${IMPORT_FIRST}`,
  ],
  [/^@start(?:uml|mindmap|wbs|json|yaml|salt|gantt|ditaa)\b/, `a PlantUML text, which is not supported.`],
  [/^[[{]/, 'JSON, where a .drawio file is expected.'],
];

/** How much of a text is looked at. */
const HEAD = 4096;

/** Throws MxsvgError 'not-a-diagram' for a text, without XML, of a known other format. */
export function refuseForeignText(text: string): void {
  const head = text.slice(0, HEAD);
  for (const [start, what] of TEXTS) if (start.test(head)) refuse(what);
}

/** The first element → what the file is. */
const ELEMENTS = lookupTable<string>({
  VisioDocument: `a Visio file (.vdx), which is not supported: ${IMPORT_FIRST}`,
  graphml: `a GraphML file, which is not supported: ${IMPORT_FIRST}`,
  definitions: 'a BPMN or WSDL file, which is not supported.',
  shapes: 'a file of stencils, not a diagram: draw.io shows its shapes inside diagrams that name them.',
  mxStylesheet: 'a style sheet of mxGraph, not a diagram.',
});

/** Throws MxsvgError 'not-a-diagram' for an XML document of a known other format. */
export function refuseForeignElement(root: XmlElement): void {
  const local = root.name.replace(/^.*:/, '');
  const what = Object.hasOwn(ELEMENTS, local) ? ELEMENTS[local] : undefined;
  if (what !== undefined) refuse(what);
}

function refuse(what: string): never {
  throw new MxsvgError('not-a-diagram', `The input is ${what}`);
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function contains(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from(text, (character) => character.charCodeAt(0));
  const first = wanted[0] as number;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}
