/** Edits a page's XML by operations on its cells; everything that they don't name stays as it is. */
import type { XmlElement } from '../decode/xml.js';
import { MxsvgError } from '../diagnostics.js';
import type { Point } from '../geometry/plane.js';
import {
  cellAttribute,
  geometryOf,
  newEdge,
  newVertex,
  shifted,
  styleWith,
  withCellAttributes,
  withData,
  withGeometry,
  withLabel,
  withPoints,
} from './cellElement.js';
import type {
  AddOperation,
  ChangeOperation,
  ConnectOperation,
  EditOperation,
  MoveOperation,
  RemoveOperation,
} from './operations.js';
import { PageCells, wrong } from './pageCells.js';

export interface EditedPage {
  readonly model: XmlElement;
  /** The ids of the cells that were added or changed and are still there, in the order of the operations. */
  readonly changed: readonly string[];
  /** The ids of all cells that were removed. */
  readonly removed: readonly string[];
}

/** draw.io's for what is drawn from its toolbar. */
const VERTEX_STYLE = 'rounded=0;whiteSpace=wrap;html=1;';
const EDGE_STYLE = 'edgeStyle=orthogonalEdgeStyle;rounded=0;html=1;';

const DEFAULT_SIZE = { width: 120, height: 60 };

/** The ids that an operation changed and removed. */
interface Done {
  readonly changed?: string;
  readonly removed?: readonly string[];
}

/** What does each operation. */
const EDITS = { add, connect, change, move, remove } as const;

/**
 * A page after operations, done in their order: all of them or none. Throws MxsvgError 'cell-not-found' and
 * 'invalid-option' with the operation's number and what is wrong with it.
 */
export function editPage(model: XmlElement, operations: readonly EditOperation[]): EditedPage {
  const page = new PageCells(model);
  const changed = new Set<string>();
  const gone = new Set<string>();
  for (const [index, operation] of operations.entries()) {
    try {
      const edit = EDITS[operation.op] as (page: PageCells, operation: EditOperation) => Done;
      const done = edit(page, operation);
      if (done.changed !== undefined) changed.add(done.changed);
      for (const id of done.removed ?? []) gone.add(id);
    } catch (cause) {
      if (!(cause instanceof MxsvgError)) throw cause;
      throw new MxsvgError(cause.code, `Operation ${index + 1} (${operation.op}): ${cause.message}`, { cause });
    }
  }
  return { model: page.model(), changed: [...changed].filter((id) => !gone.has(id)), removed: [...gone] };
}

function add(page: PageCells, operation: AddOperation): Done {
  const { label = '', style = VERTEX_STYLE, x, y, link, tooltip } = operation;
  const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height } = operation;
  const parent = page.parentFor(operation.parent);
  const id = page.newId(operation.id);
  const box = { ...shifted({ x, y }, page.origin(parent), -1), width, height };
  page.append(withData(newVertex({ id, label, style, parent }, box), { link, tooltip }));
  return { changed: id };
}

function connect(page: PageCells, operation: ConnectOperation): Done {
  const { source, target, label = '', style = EDGE_STYLE, points } = operation;
  for (const end of [source, target]) page.requireDrawn(end);
  const parent = page.parentFor(operation.parent);
  const id = page.newId(operation.id);
  const edge = newEdge({ id, label, style, parent }, source, target);
  page.append(points ? withPoints(edge, within(page.origin(parent), points)) : edge);
  return { changed: id };
}

function change(page: PageCells, { id, label, style, set, source, target, link, tooltip }: ChangeOperation): Done {
  let element = page.get(id);
  if (source !== undefined || target !== undefined) {
    requireEdge(page, id);
    for (const end of [source, target]) if (end !== undefined) page.requireDrawn(end);
    element = withCellAttributes(element, {
      source: source ?? cellAttribute(element, 'source'),
      target: target ?? cellAttribute(element, 'target'),
    });
  }
  if (label !== undefined) element = withLabel(element, label);
  if (style !== undefined) element = withCellAttributes(element, { style });
  if (set) {
    checkStyle(set);
    element = withCellAttributes(element, { style: styleWith(cellAttribute(element, 'style') ?? '', set) });
  }
  page.set(id, withData(element, { link, tooltip }));
  return { changed: id };
}

function move(page: PageCells, operation: MoveOperation): Done {
  const { id, parent } = operation;
  if (parent !== undefined) {
    for (const each of page.upFrom(parent)) if (each === id) throw wrong(`"${parent}" is inside of "${id}".`);
  }
  const from = page.origin(page.parentOf(id));
  const to = parent === undefined ? from : page.origin(parent);
  const element = parent === undefined ? page.get(id) : withCellAttributes(page.get(id), { parent });
  page.set(id, page.isEdge(id) ? movedEdge(element, operation, from, to) : movedVertex(element, operation, from, to));
  return { changed: id };
}

/** `from` and `to`: where on the page its old and its new parent's children count from. */
function movedVertex(element: XmlElement, operation: MoveOperation, from: Point, to: Point): XmlElement {
  const { id, x, y, width, height, parent, points } = operation;
  if (points) throw wrong(`"${id}" is no edge: it has no points to bend at.`);
  const geometry = geometryOf(element);
  if (!geometry?.relative) {
    const old = shifted({ x: geometry?.x ?? 0, y: geometry?.y ?? 0 }, from, 1);
    return withGeometry(element, { ...shifted({ x: x ?? old.x, y: y ?? old.y }, to, -1), width, height });
  }
  if (x !== undefined || y !== undefined || parent !== undefined) {
    throw wrong(`"${id}" stands relative to the cell that it is in, and moves with that: move that one.`);
  }
  return withGeometry(element, { width, height });
}

function movedEdge(element: XmlElement, operation: MoveOperation, from: Point, to: Point): XmlElement {
  const { x, y, width, height, parent, points } = operation;
  if ([x, y, width, height].some((each) => each !== undefined)) {
    throw wrong('an edge goes where its ends are: move those, or give points.');
  }
  const old = (geometryOf(element)?.points ?? []).map((each) => shifted(each, from, 1));
  return points === undefined && parent === undefined ? element : withPoints(element, within(to, points ?? old));
}

function remove(page: PageCells, { id }: RemoveOperation): Done {
  if (page.parentOf(id) === undefined) throw wrong(`"${id}" is the root of the page: it can't be removed.`);
  const gone = new Set<string>();
  const followers = ['parent', 'source', 'target'].map((attribute) => page.idsBy(attribute));
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (gone.has(next)) continue;
    gone.add(next);
    for (const lists of followers) for (const each of lists.get(next) ?? []) open.push(each);
  }
  for (const each of gone) page.delete(each);
  return { removed: [...gone] };
}

const within = (origin: Point, points: readonly { readonly x: number; readonly y: number }[]) =>
  points.map((each) => shifted(each, origin, -1));

function requireEdge(page: PageCells, id: string): void {
  if (!page.isEdge(id)) throw wrong(`"${id}" is no edge: it has no ends.`);
}

/** What would end an entry of a style, or its key, can't be in one. */
function checkStyle(changes: Readonly<Record<string, string | number | null>>): void {
  for (const [key, value] of Object.entries(changes)) {
    if (/^[^=;]+$/.test(key) && !String(value).includes(';')) continue;
    throw wrong(`a style can't hold ${JSON.stringify({ [key]: value })}.`);
  }
}
