/** Texts of a cell (its label, its tooltip, what its stencil writes) with the data that their placeholders name. */
import { DEFAULT_LIMITS, type Limits, limitExceeded, requireWithin } from '../limits.js';
import type { Cell } from '../model/cell.js';
import { inUnit } from './units.js';
import { type PageVariables, variable } from './variables.js';

/** What placeholders are replaced from, besides the cells' own data. */
export interface PlaceholderSource {
  readonly variables: PageVariables;
  /** How long an edge's route is, px; undefined for one that isn't drawn. */
  edgeLength(edge: Cell): number | undefined;
}

/** Whether a cell's texts have placeholders; the text of a stencil says so for itself. */
export const hasPlaceholders = (cell: Cell): boolean => cell.attributes.get('placeholders') === '1';

/**
 * The text of a cell's label (HTML or plain), with its placeholders replaced as draw.io replaces them. Throws MxsvgError
 * 'limit-exceeded' where it is too long.
 */
export function labelText(cell: Cell, source: PlaceholderSource, limits: Limits = DEFAULT_LIMITS): string {
  const text = writtenLabel(cell, source, limits);
  if (text.length > Math.min(limits.labelLength, limits.imageBytes)) checkLong(text, cell, limits);
  return text;
}

/** Images in a label have a limit of their own. */
function checkLong(text: string, cell: Cell, limits: Limits): void {
  let images = 0;
  for (const [uri] of text.matchAll(/data:image\/[^"'\s>]*/g)) {
    requireWithin(limits, 'imageBytes', uri.length, `Cell "${cell.id}"`);
    images += uri.length;
  }
  requireWithin(limits, 'labelLength', text.length - images, `Cell "${cell.id}"`);
}

function writtenLabel(cell: Cell, source: PlaceholderSource, limits: Limits): string {
  const names = hasPlaceholders(cell) && !cell.attributes.has('placeholder');
  return names ? replacePlaceholders(cell, cell.value, source, limits) : storedLabel(cell);
}

/** A cell's value, or the one data field that it shows instead; placeholders in it stay as they are. */
function storedLabel(cell: Cell): string {
  const name = hasPlaceholders(cell) ? cell.attributes.get('placeholder') : undefined;
  return name === undefined ? cell.value : (inheritedAttribute(cell, name) ?? '');
}

/** The label that a cell's shape writes itself. Throws MxsvgError 'limit-exceeded' where it is too long. */
export function shapeLabel(cell: Cell, limits: Limits = DEFAULT_LIMITS): string {
  const text = storedLabel(cell);
  requireWithin(limits, 'labelLength', text.length, `Cell "${cell.id}"`);
  return text;
}

/**
 * Replaces %name% in a text; %% escapes, unknown names stay as they are. Throws MxsvgError 'limit-exceeded' as soon as
 * the values are longer than a label and its image may be together.
 */
export function replacePlaceholders(
  cell: Cell,
  text: string,
  source: PlaceholderSource,
  limits: Limits = DEFAULT_LIMITS,
): string {
  let values = 0;
  let last = 0;
  let result = '';
  for (const { start, end } of placeholders(text)) {
    const found = text.slice(start, end);
    if (found === '%label%' || found === '%tooltip%') continue;
    const escaped = start > last && text[start - 1] === '%';
    const value = escaped ? found.slice(1) : placeholderValue(cell, found.slice(1, -1), source);
    values += value?.length ?? 0;
    if (values > limits.labelLength + limits.imageBytes)
      throw limitExceeded(limits, 'labelLength', `Cell "${cell.id}"`);
    result += text.slice(last, start) + (value ?? found);
    last = end;
  }
  return result + text.slice(last);
}

/** Where %name% and %date{mask}% stand; a mask may hold anything, and reaches to the last "}%" of its line. */
function* placeholders(text: string): Generator<{ readonly start: number; readonly end: number }> {
  const opening = /%(?:(date\{)|[^%{}"'=;]+%)/g;
  const lineEnd = /[\n\r\u2028\u2029]|$/g;
  let line = { end: -1, lastMask: -1 };
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    if (match[1] === undefined) {
      yield { start: match.index, end: opening.lastIndex };
      continue;
    }
    if (match.index >= line.end) {
      lineEnd.lastIndex = match.index;
      const end = lineEnd.exec(text)?.index ?? text.length;
      line = { end, lastMask: match.index + text.slice(match.index, end).lastIndexOf('}%') };
    }
    if (line.lastMask < opening.lastIndex) continue;
    opening.lastIndex = line.lastMask + 2;
    yield { start: match.index, end: opening.lastIndex };
  }
}

const placeholderValue = (cell: Cell, name: string, source: PlaceholderSource): string | undefined =>
  cellValue(cell, name, source) ?? variable(name, source.variables);

/** What the page's cells say: measures come before data of the same name, which they hide. */
function cellValue(cell: Cell, name: string, source: PlaceholderSource): string | undefined {
  if (name === 'id') return cell.id;
  const { geometry } = cell;
  if (cell.kind === 'vertex' && name.startsWith('width')) return measure(geometry?.width, name.slice(5));
  if (cell.kind === 'vertex' && name.startsWith('height')) return measure(geometry?.height, name.slice(6));
  if (name.startsWith('length')) return measure(lengthOfEdge(cell, source), name.slice(6));
  return name.includes('{') ? undefined : inheritedAttribute(cell, name);
}

/** A length in the unit after the name, which any one sign parts from it ("width:mm"). */
function measure(pixels: number | undefined, rest: string): string | undefined {
  if (pixels === undefined) return undefined;
  return String(rest === '' ? pixels : inUnit(pixels, rest.slice(1)));
}

/** The length of the edge that a cell is, or is a label of. */
function lengthOfEdge(cell: Cell, source: PlaceholderSource): number | undefined {
  let edge: Cell | undefined = cell;
  while (edge && edge.kind !== 'edge') edge = edge.parent;
  const length = edge && source.edgeLength(edge);
  return length === undefined ? undefined : Math.round(length);
}

/** An attribute of the cell or of the nearest ancestor that has it. */
function inheritedAttribute(cell: Cell, name: string): string | undefined {
  for (let current: Cell | undefined = cell; current; current = current.parent) {
    const value = current.attributes.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}
