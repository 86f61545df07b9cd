/** A library of shapes: its entries, each with ids of its own so that all fit on one page. */
import { MxsvgError } from '../diagnostics.js';
import type { Inflation } from './compression.js';
import { type MxPage, plainXml } from './filePages.js';
import { cellElement, type Item, itemsSheet, placeElement } from './librarySheet.js';
import { childElement, childElements, parseXml, type XmlElement } from './xml.js';

/** One object of the library's JSON. draw.io writes either xml, the cells of an entry, or data, an image's address. */
interface Entry {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly xml: string | undefined;
  readonly data: string | undefined;
  /** True: the image keeps its proportions. */
  readonly fixedAspect: boolean;
}

/** What an entry's cells fill, in the entry's own coordinates. */
interface ItemBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An entry without a size, px. */
const DEFAULT_SIZE = 80;

/**
 * The page of a library's JSON. `readEntry` reads the file inside an entry. Throws MxsvgError 'broken-page' where the
 * JSON or an entry can't be read, as draw.io refuses the whole library then, and 'limit-exceeded'.
 */
export function librarySheet(json: string, inflation: Inflation, readEntry: (xml: string) => MxPage): XmlElement {
  const entries = entriesOf(json).map((entry, index) => ({ ...entry, xml: entryXml(entry, index, inflation) }));
  return itemsSheet(entries.map((entry, index) => itemOf(entry, index, readEntry)));
}

function entriesOf(json: string): readonly Entry[] {
  let entries: unknown;
  try {
    entries = JSON.parse(json.trim() === '' ? '[]' : json);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MxsvgError('broken-page', `The library's JSON can't be read: ${reason}`, { cause });
  }
  if (!Array.isArray(entries)) throw new MxsvgError('broken-page', 'The library holds no list of entries.');
  return entries.filter((entry) => typeof entry === 'object' && entry !== null).map(entryOf);
}

function entryOf(value: Readonly<Record<string, unknown>>): Entry {
  const text = (field: unknown): string | undefined => (typeof field === 'string' && field !== '' ? field : undefined);
  const size = (field: unknown): number => (Number(field) > 0 && Number.isFinite(Number(field)) ? Number(field) : 0);
  return {
    title: text(value.title) ?? '',
    width: size(value.w),
    height: size(value.h),
    xml: text(value.xml),
    data: text(value.data),
    fixedAspect: value.aspect === 'fixed',
  };
}

function entryXml({ xml, title }: Entry, index: number, inflation: Inflation): string | undefined {
  const origin = `Entry ${index + 1} of the library (${title || 'without a title'})`;
  return xml === undefined ? undefined : plainXml(unescaped(xml.trim()), origin, inflation);
}

function itemOf(entry: Entry, index: number, readEntry: (xml: string) => MxPage): Item {
  const id = `entry-${index + 1}`;
  const { title, xml } = entry;
  const stated = { x: 0, y: 0, width: entry.width || DEFAULT_SIZE, height: entry.height || DEFAULT_SIZE };
  // draw.io looks at data first.
  if (entry.data !== undefined) return { title, id, cells: [imageCell(id, entry, stated)], box: stated };
  if (xml === undefined) return { title, id, cells: [], box: stated };
  const cells = entryCells(readEntry(xml).model(), id);
  const box = bounds(cells, id);
  return box ? { title, id, cells: cells.map((each) => moved(each, id, box)), box } : { title, id, cells, box: stated };
}

/** Libraries written by hand have their XML escaped once more. */
const unescaped = (xml: string): string =>
  xml.startsWith('&lt;') ? (parseXml(`<xml>${xml}</xml>`).children[0] as string) : xml;

function imageCell(groupId: string, { data, fixedAspect }: Entry, { width, height }: ItemBox): XmlElement {
  const aspect = fixedAspect ? 'aspect=fixed;' : '';
  const style = `shape=image;verticalLabelPosition=bottom;verticalAlign=top;imageAspect=0;${aspect}image=${styleUri(data ?? '')}`;
  return cellElement({ id: `${groupId}-image`, value: '', style, vertex: '1', parent: groupId }, [
    placeElement(0, 0, width, height),
  ]);
}

/** A style ends a value at a semicolon, so draw.io drops ";base64" and what else stands before the comma. */
const styleUri = (uri: string): string => uri.replace(/^(data:[^;,]*);[^,]*,/, '$1,');

/**
 * The cells of an entry's first layer, as draw.io takes them, under one group: every id gets the entry's own prefix, and
 * the layer's becomes the group's.
 */
function entryCells(model: XmlElement, id: string): readonly XmlElement[] {
  const root = childElement(model, 'root');
  const elements = root ? childElements(root) : [];
  const parents = new Map(elements.map((each) => [cellAttribute(each, 'id') ?? '', cellAttribute(each, 'parent')]));
  const rootId = elements.map((each) => cellAttribute(each, 'id')).find((each) => each && !parents.get(each));
  const layers = [...parents].filter(([, parent]) => parent !== undefined && parent === rootId).map(([each]) => each);
  const layer = layers[0];
  const known = new Map<string, boolean>();
  const inLayer = (each: string | undefined): boolean => {
    const passed = new Set<string>();
    let at = each;
    while (at !== undefined && at !== layer && !known.has(at) && !passed.has(at)) {
      passed.add(at);
      at = parents.get(at);
    }
    const found = at !== undefined && (at === layer || known.get(at) === true);
    for (const other of passed) known.set(other, found);
    return found;
  };
  const renamed = (each: string): string => (each === layer ? id : `${id}-${each}`);
  return elements.filter((each) => inLayer(cellAttribute(each, 'parent'))).map((each) => withIds(each, renamed));
}

/** The mxCell of an element of the root: itself, or inside a UserObject or object. */
const innerCell = (each: XmlElement): XmlElement | undefined =>
  each.name === 'mxCell' ? each : childElement(each, 'mxCell');

function cellAttribute(each: XmlElement, name: string): string | undefined {
  const wrapped = name === 'id' ? each.attributes.get('id') : undefined;
  return wrapped ?? innerCell(each)?.attributes.get(name);
}

const REFERENCES: ReadonlySet<string> = new Set(['id', 'parent', 'source', 'target']);

function withIds(each: XmlElement, renamed: (id: string) => string): XmlElement {
  const isCell = each.name === 'mxCell';
  const attributes = [...each.attributes].map(([name, value]): [string, string] =>
    name === 'id' || (isCell && REFERENCES.has(name)) ? [name, renamed(value)] : [name, value],
  );
  const children = isCell
    ? each.children
    : each.children.map((child) =>
        typeof child !== 'string' && child.name === 'mxCell' ? withIds(child, renamed) : child,
      );
  return { name: each.name, attributes: new Map(attributes), children };
}

/** What the geometries of the outermost cells span; undefined where none has a place. */
function bounds(cells: readonly XmlElement[], groupId: string): ItemBox | undefined {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const each of cells) {
    if (cellAttribute(each, 'parent') !== groupId) continue;
    const inner = innerCell(each);
    const place = inner && childElement(inner, 'mxGeometry');
    if (!place) continue;
    const isVertex = inner.attributes.get('vertex') === '1';
    for (const [x, y] of isVertex ? cornersOf(place) : pointsIn(place)) {
      xs.push(x);
      ys.push(y);
    }
  }
  if (xs.length === 0) return undefined;
  const [x, y] = [least(xs), least(ys)];
  return { x, y, width: most(xs) - x, height: most(ys) - y };
}

/** A cell whose place is counted from the corner of the entry's box. */
function moved(each: XmlElement, groupId: string, box: ItemBox): XmlElement {
  if (cellAttribute(each, 'parent') !== groupId) return each;
  const isVertex = innerCell(each)?.attributes.get('vertex') === '1';
  const changed = (node: XmlElement | string): XmlElement | string => {
    if (typeof node === 'string') return node;
    const { name, attributes } = node;
    const isPlace = isVertex
      ? name === 'mxGeometry' && attributes.get('relative') !== '1'
      : name === 'mxPoint' && attributes.get('as') !== 'offset';
    if (isPlace) return { ...node, attributes: movedPlace(node, box) };
    return ['mxCell', 'mxGeometry', 'Array'].includes(name) ? { ...node, children: node.children.map(changed) } : node;
  };
  return { ...each, children: each.children.map(changed) };
}

function movedPlace(place: XmlElement, { x, y }: ItemBox): ReadonlyMap<string, string> {
  const text = (value: number): string => `${Number(value.toFixed(4))}`;
  return new Map([...place.attributes, ['x', text(numberIn(place, 'x') - x)], ['y', text(numberIn(place, 'y') - y)]]);
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));

function numberIn(place: XmlElement, name: string): number {
  const value = Number.parseFloat(place.attributes.get(name) ?? '');
  return Number.isFinite(value) ? value : 0;
}

function cornersOf(place: XmlElement): readonly (readonly [number, number])[] {
  const [x, y] = [numberIn(place, 'x'), numberIn(place, 'y')];
  return [
    [x, y],
    [x + numberIn(place, 'width'), y + numberIn(place, 'height')],
  ];
}

/** An edge's terminal points and waypoints. */
function pointsIn(place: XmlElement): readonly (readonly [number, number])[] {
  const lists = [place, ...childElements(place, 'Array')];
  return lists
    .flatMap((list) => childElements(list, 'mxPoint'))
    .filter((point) => point.attributes.get('as') !== 'offset')
    .map((point) => [numberIn(point, 'x'), numberIn(point, 'y')] as const);
}
