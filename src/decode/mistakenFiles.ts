/** What people mistake for a diagram file of draw.io: recognized, so that the error says what it is and what to do. */

import { MxsvgError } from '../diagnostics.js';
import { lookupTable } from '../primitives/lookupTable.js';
import type { XmlElement } from './xml.js';

const IMPORT_FIRST = 'open it in draw.io and save it as .drawio.';

/** First bytes → what the file is. Those of a PNG and a PDF aren't here: they may hold a diagram. */
const BINARY: readonly (readonly [readonly number[], string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], `an old Visio (.vsd) or Office file, which is not supported: ${IMPORT_FIRST}`],
  [[0xff, 0xd8, 0xff], 'a JPEG picture, which holds no diagram.'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture, which holds no diagram.'],
  [[0x52, 0x49, 0x46, 0x46], 'a WebP picture or another RIFF file, which holds no diagram.'],
  [[0x42, 0x4d], 'a BMP picture, which holds no diagram.'],
  [[0x49, 0x49, 0x2a, 0x00], 'a TIFF picture, which holds no diagram.'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'a TIFF picture, which holds no diagram.'],
  [[0x00, 0x00, 0x01, 0x00], 'an icon (.ico), which holds no diagram.'],
  [[0x01, 0x00, 0x00, 0x00], 'a Windows metafile (.emf), which holds no diagram.'],
  [[0xd7, 0xcd, 0xc6, 0x9a], 'a Windows metafile (.wmf), which holds no diagram.'],
  [[0x1f, 0x8b], 'compressed with gzip: unpack it first.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive: unpack it first.'],
];

/** Throws MxsvgError 'not-a-diagram' for bytes of a known other format. */
export function refuseForeignBytes(bytes: Uint8Array): void {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) refuse(zipArchive(bytes));
  for (const [start, what] of BINARY) if (startsWith(bytes, start)) refuse(what);
  // "ftyp" and the kind follow the length of HEIC's and AVIF's first box.
  if (startsWith(bytes.subarray(4), [0x66, 0x74, 0x79, 0x70])) refuse('a HEIC or AVIF picture, or a film.');
  if (bytes.length > 0 && bytes.every((byte) => byte === 0)) refuse('a file of nothing but zeros: it was damaged.');
}

/** ZIP keeps the names of its entries readable, and those of a Visio file begin with "visio/". */
function zipArchive(bytes: Uint8Array): string {
  if (contains(bytes, 'visio/')) return `a Visio file (.vsdx), which is not supported: ${IMPORT_FIRST}`;
  if (contains(bytes, '.lucidjson') || contains(bytes, 'document.json')) {
    return `a Lucidchart file, which is not supported: ${IMPORT_FIRST}`;
  }
  for (const [entry, what] of OFFICE) if (contains(bytes, entry)) return `${what}, which is not supported.`;
  return 'a ZIP archive: unpack it first.';
}

/** An entry of an archive → the file that it is. */
const OFFICE = [
  ['word/document', 'a Word document'],
  ['xl/workbook', 'an Excel table'],
  ['ppt/presentation', 'a PowerPoint presentation'],
  ['application/vnd.oasis.opendocument', 'an OpenDocument file'],
] as const;

/** What is in a text that isn't XML → what it is; the first that fits counts. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^version https:\/\/git-lfs\.github\.com\/spec\//, 'a Git LFS pointer, not the file itself: run "git lfs pull".'],
  [
    /^\[InternetShortcut\]/i,
    'a shortcut to a Web page (.url), not the file itself: download the diagram that it leads to.',
  ],
  [/^\[Desktop Entry\]/, 'a shortcut (.desktop), not the file itself.'],
  [/^\d{3}: /, 'a Web server’s message in place of a file: it begins with a status code.'],
  [
    /^##? {0,9}(?:label|style|parentstyle|connect|identity|namespace|Example CSV import)\b/,
    `a table for draw.io's CSV import, which is not supported: ${IMPORT_FIRST}`,
  ],
  [/^@start(?:uml|mindmap|wbs|json|yaml|salt|gantt|ditaa)\b/, 'a PlantUML text, which is not supported.'],
  [
    /^(?:(?:flowchart|graph) +(?:TB|TD|BT|RL|LR)\b|(?:sequence|class|state|er)Diagram\b|gantt\b|mindmap\b)/,
    'Mermaid text: give the file a name that ends in .mmd.',
  ],
  [/^(?:strict +)?(?:di)?graph\b[^\n{]{0,99}\{/, 'a Graphviz text, which is not supported.'],
  [/^%!PS/, 'a PostScript picture, which holds no diagram.'],
  [/^\{\\rtf/, 'a Rich Text document, which is not supported.'],
  [/^data:/, 'a data URI: save what it holds as a file.'],
];

/** JSON with one of these in it → what it is. */
const JSON_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/"contentType"\s*:\s*"application\/gliffy/, `a Gliffy file, which is not supported: ${IMPORT_FIRST}`],
  [/"type"\s*:\s*"excalidraw/, 'an Excalidraw file, which is not supported.'],
  [/"tldrawFileFormatVersion"/, 'a tldraw file, which is not supported.'],
  [/"nbformat"\s*:/, 'a Jupyter notebook, which is no diagram.'],
  [
    /^\{\s*"(?:state"\s*:\s*"\{\\"Properties\\"|Properties"\s*:)/,
    `a Lucidchart file, which is not supported: ${IMPORT_FIRST}`,
  ],
  [/"(?:lucidchart|lineJumps|documentSettings)"\s*:/, `a Lucidchart file, which is not supported: ${IMPORT_FIRST}`],
];

/** How JSON begins, whose braces other formats have too. */
const JSON_START = /^[[{]\s*(?:["[{\]}\d-]|true|false|null)/;

/** Throws MxsvgError 'not-a-diagram' for a text, without XML, of a known other format. */
export function refuseForeignText(text: string): void {
  for (const [pattern, what] of TEXTS) if (pattern.test(text)) refuse(what);
  if (JSON_START.test(text)) {
    for (const [pattern, what] of JSON_TEXTS) if (pattern.test(text)) refuse(what);
    refuse('JSON, where a .drawio file is expected.');
  }
  if (isTable(text)) refuse('a table (CSV), where a .drawio file is expected.');
}

/** How much of a table is looked at. */
const HEAD = 4096;

/** Whether the first lines have as many separators each, and more than one. */
function isTable(text: string): boolean {
  const lines = text.slice(0, HEAD).split(/\r?\n/).slice(0, 2);
  return [',', ';', '\t'].some((separator) => {
    const [columns = 0, second = 0] = lines.map((line) => line.split(separator).length);
    return columns > 2 && columns === second;
  });
}

/** The first element → what the file is. */
const ELEMENTS = lookupTable<string>({
  VisioDocument: `a Visio file (.vdx), which is not supported: ${IMPORT_FIRST}`,
  graphml: `a GraphML file, which is not supported: ${IMPORT_FIRST}`,
  definitions: 'a BPMN or WSDL file, which is not supported.',
  shapes: 'a file of stencils, not a diagram: draw.io shows its shapes inside diagrams that name them.',
  mxStylesheet: 'a style sheet of mxGraph, not a diagram.',
  Error: 'a Web server’s message in place of a file.',
  plist: 'a list of properties of macOS, such as a shortcut (.webloc), which holds no diagram.',
  rss: 'a news feed, not a diagram.',
  feed: 'a news feed, not a diagram.',
  xmi: 'a UML model (XMI), which is not supported.',
  XMI: 'a UML model (XMI), which is not supported.',
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
