/** The XML of one cell, changed: an mxCell, or an element around one that holds its label and data. */
import type { XmlElement } from '../decode/xml.js';
import type { Point, Rect } from '../geometry/plane.js';
import { childWithRole, readGeometry } from '../model/cellGeometry.js';
import { cellOf } from '../model/strays.js';
import type { EditPoint } from './operations.js';

const GEOMETRY = 'geometry';

/** An element with these attributes set, or (undefined) removed. */
export function withAttributes(element: XmlElement, changes: Readonly<Record<string, string | undefined>>): XmlElement {
  const attributes = new Map(element.attributes);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) attributes.delete(name);
    else attributes.set(name, value);
  }
  return { ...element, attributes };
}

/** An attribute of the mxCell. */
export const cellAttribute = (element: XmlElement, name: string): string | undefined =>
  cellOf(element)?.attributes.get(name);

/** With its mxCell changed. */
function withCell(element: XmlElement, change: (cell: XmlElement) => XmlElement): XmlElement {
  const cell = cellOf(element);
  if (!cell || cell === element) return change(element);
  return { ...element, children: element.children.map((child) => (child === cell ? change(cell) : child)) };
}

/** With attributes of the mxCell set or removed. */
export const withCellAttributes = (
  element: XmlElement,
  changes: Readonly<Record<string, string | undefined>>,
): XmlElement => withCell(element, (cell) => withAttributes(cell, changes));

export function withLabel(element: XmlElement, label: string): XmlElement {
  const isInCell = element.name === 'mxCell' || cellAttribute(element, 'value') !== undefined;
  return isInCell ? withCellAttributes(element, { value: label }) : withAttributes(element, { label });
}

/** With data such as a link, for which a cell needs an element around it; empty text removes it. */
export function withData(element: XmlElement, data: Readonly<Record<string, string | undefined>>): XmlElement {
  const changes = Object.entries(data).filter(([, value]) => value !== undefined);
  if (changes.length === 0) return element;
  const values = Object.fromEntries(changes.map(([name, value]) => [name, value === '' ? undefined : value]));
  if (element.name !== 'mxCell') return withAttributes(element, values);
  if (changes.every(([, value]) => value === '')) return element;
  const { id, value = '' } = Object.fromEntries(element.attributes);
  const cell = withAttributes(element, { id: undefined, value: undefined });
  const attributes = new Map([['label', value], ...(id === undefined ? [] : [['id', id] as const])]);
  return withAttributes({ name: 'UserObject', attributes, children: [cell] }, values);
}

/** What its geometry says; undefined where it has none. */
export function geometryOf(element: XmlElement): ReturnType<typeof readGeometry> | undefined {
  const cell = cellOf(element);
  const geometry = cell && childWithRole(cell, GEOMETRY);
  return geometry && readGeometry(geometry, () => {});
}

/** With attributes of its geometry set; one without gets one. */
export function withGeometry(element: XmlElement, values: Partial<Rect>): XmlElement {
  const changes = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, numeral(value)]])),
  );
  return changedGeometry(element, (geometry) => withAttributes(geometry, changes));
}

/** With the points that an edge bends at, in its parent's coordinates. */
export function withPoints(element: XmlElement, points: readonly EditPoint[]): XmlElement {
  return changedGeometry(element, (geometry) => {
    const others = geometry.children.filter(
      (child) => typeof child === 'string' || child.attributes.get('as') !== 'points',
    );
    const list: XmlElement = {
      name: 'Array',
      attributes: new Map([['as', 'points']]),
      children: points.map(({ x, y }) => pointElement({ x, y })),
    };
    return { ...geometry, children: points.length > 0 ? [...others, list] : others };
  });
}

const pointElement = ({ x, y }: EditPoint): XmlElement => ({
  name: 'mxPoint',
  attributes: new Map([
    ['x', numeral(x)],
    ['y', numeral(y)],
  ]),
  children: [],
});

function changedGeometry(element: XmlElement, change: (geometry: XmlElement) => XmlElement): XmlElement {
  return withCell(element, (cell) => {
    const geometry = childWithRole(cell, GEOMETRY);
    if (!geometry) return { ...cell, children: [...cell.children, change(newGeometry({}))] };
    return { ...cell, children: cell.children.map((child) => (child === geometry ? change(geometry) : child)) };
  });
}

const newGeometry = (attributes: Readonly<Record<string, string>>): XmlElement => ({
  name: 'mxGeometry',
  attributes: new Map(Object.entries({ ...attributes, as: GEOMETRY })),
  children: [],
});

/** As draw.io writes them, and not longer than it matters. */
const numeral = (value: number): string => String(Math.round(value * 100) / 100);

/** The parts of a new cell. */
export interface NewCell {
  readonly id: string;
  readonly label: string;
  readonly style: string;
  readonly parent: string;
}

export const newVertex = (cell: NewCell, box: Rect): XmlElement =>
  withGeometry(newCell(cell, { vertex: '1' }, {}), box);

export const newEdge = (cell: NewCell, source: string, target: string): XmlElement =>
  newCell(cell, { edge: '1', source, target }, { relative: '1' });

function newCell(
  { id, label, style, parent }: NewCell,
  kind: Readonly<Record<string, string>>,
  geometry: Readonly<Record<string, string>>,
): XmlElement {
  const attributes = new Map(Object.entries({ id, value: label, style, parent, ...kind }));
  return { name: 'mxCell', attributes, children: [newGeometry(geometry)] };
}

/** A cell of the root or a layer. */
export const bareCell = (id: string, parent?: string): XmlElement => ({
  name: 'mxCell',
  attributes: new Map([['id', id], ...(parent === undefined ? [] : [['parent', parent] as const])]),
  children: [],
});

/** A style string with keys set, or (null) removed; what isn't named stays, in its order. */
export function styleWith(style: string, changes: Readonly<Record<string, string | number | null>>): string {
  const parts = style.split(';').filter((part) => part.trim() !== '');
  const left = new Map(Object.entries(changes));
  const kept = parts.flatMap((part) => {
    const key = part.split('=', 1)[0]?.trim() ?? '';
    const value = left.get(key);
    if (value === undefined) return Object.hasOwn(changes, key) ? [] : [part];
    left.delete(key);
    return value === null ? [] : [`${key}=${value}`];
  });
  const added = [...left].flatMap(([key, value]) => (value === null ? [] : [`${key}=${value}`]));
  return [...kept, ...added].map((part) => `${part};`).join('');
}

/** A point moved by so much. */
export const shifted = ({ x, y }: EditPoint, by: Point, sign: 1 | -1): EditPoint => ({
  x: x + sign * by.x,
  y: y + sign * by.y,
});
