/** Labels and shapes in Mermaid's spelling. */
import { lookupTable } from '../primitives/lookupTable.js';

/** What follows a node's id: a label in what stands for its shape. */
type ShapeText = (label: string) => string;

const pair =
  (open: string, close: string): ShapeText =>
  (label) =>
    `${open}"${label}"${close}`;

const named =
  (shape: string): ShapeText =>
  (label) =>
    `@{ shape: ${shape}, label: "${label}" }`;

export const RECTANGLE = pair('[', ']');

const SHAPES = lookupTable<ShapeText>({
  card: named('notch-rect'),
  cloud: named('cloud'),
  'crossed circle': named('cross-circ'),
  cylinder: pair('[(', ')]'),
  'data store': pair('[(', ')]'),
  delay: named('delay'),
  diamond: pair('{', '}'),
  display: named('curv-trap'),
  document: named('doc'),
  'double ellipse': pair('(((', ')))'),
  circle: pair('((', '))'),
  ellipse: pair('(-', '-)'),
  'end state': named('fr-circ'),
  flag: pair('>', ']'),
  hexagon: pair('{{', '}}'),
  hourglass: named('hourglass'),
  'internal storage': named('win-pane'),
  'loop limit': named('notch-pent'),
  'manual input': named('sl-rect'),
  parallelogram: pair('[/', '/]'),
  pill: pair('([', '])'),
  process: pair('[[', ']]'),
  rectangle: RECTANGLE,
  'rounded rectangle': pair('(', ')'),
  'stored data': named('bow-rect'),
  tape: named('flag'),
  text: named('text'),
  trapezoid: pair('[/', '\\]'),
  triangle: named('tri'),
});

/** undefined for a shape that Mermaid has nothing like. */
export const mermaidShape = (words: string): ShapeText | undefined => SHAPES[words];

/** Text for between quotation marks, in which Mermaid sees neither markup nor Markdown; a space where there is none. */
export function mermaidText(text: string): string {
  // Where a line has the words of its style sheets before a colon, Mermaid takes a semicolon from it.
  const special = /style|classDef/.test(text) ? SPECIAL_IN_STYLES : SPECIAL;
  const lines = text.split('\n').map((line) => {
    return line.replace(special, entity).replace(LIST, (start) => start.slice(0, -1) + entity(start.slice(-1)));
  });
  return lines.join('<br>') || ' ';
}

/**
 * Text for a comment. Even there two percent signs with a brace begin a directive, and quotation marks are changed that
 * stand in what might be a tag, as far as that would reach.
 */
export function mermaidComment(text: string): string {
  const plain = text.replace(/[<>\s]+/g, ' ').replaceAll('"', "'");
  return `%% ${plain.replace(/%{2,}/g, '%').trim()}`;
}

const entity = (character: string): string => `#${character.codePointAt(0)};`;

const SPECIAL = /["#&<>`*_\\~$%]/g;
const SPECIAL_IN_STYLES = /["#&<>`*_\\~$%:]/g;

/** What begins a list in Markdown, as far as its sign. */
const LIST = /^(?:\d+[.)]|[-+])(?=\s)/;
