/** The mxGraphModel element of a page → CellGraph. */
import type { XmlElement } from '../decode/xml.js';
import type { Report } from '../diagnostics.js';
import { DEFAULT_LIMITS, type Limits, requireWithin } from '../limits.js';
import type { Cell, CellGraph } from './cell.js';
import { readSettings } from './pageSettings.js';
import { type CellRecord, readRecord } from './record.js';
import { styleExpander } from './resources.js';
import { findLayers } from './selection.js';
import { cellElements, cellOf, type PageIds, readIds, requireCells } from './strays.js';
import { seenRecord, type View } from './view.js';

/**
 * Builds the cell tree of one page. Children keep the file's order, wherever their parent stands in it. What doesn't
 * fit together is read as draw.io's codec reads it, and what that leaves out is reported. With `layers`, those are shown
 * and no others; throws MxsvgError 'layer-not-found' where one isn't there, 'broken-page' for a page that has something
 * in place of cells, and 'limit-exceeded'.
 */
export function buildGraph(
  model: XmlElement,
  report: Report,
  layers?: readonly (number | string)[],
  limits: Limits = DEFAULT_LIMITS,
  view: View = {},
): CellGraph {
  const expandStyle = styleExpander(model, limits);
  const records = readRecords(model, report, limits).map((record) => seenRecord(record, view));
  const nodes = records.map((record) => nodeOf(record, expandStyle(record.style)));
  if (!records.some(({ kind }) => kind !== 'layer')) requireCells(model);
  const lookup = new CellLookup(nodes, readIds(model, report));
  reportRepeated(nodes, lookup, report);
  const lost = linkParents(nodes, lookup, report);
  const root = nodes.findLast((node) => node.parent === undefined && !lost.has(node)) ?? nodeOf(EMPTY_ROOT, '');
  const cells = numberCells(root, limits);
  reportUnreachable(nodes, { root, cells, lost }, report);
  linkTerminals(nodes, cells, lookup, report);
  reportPlain(cells.values(), root.cell as Cell, report);
  if (layers) showLayers(root, layers);
  return { root: root.cell, cells, settings: readSettings(model) };
}

function showLayers(root: CellNode, wanted: readonly (number | string)[]): void {
  const shown = findLayers(root.cell as Cell, wanted);
  for (const { cell } of root.childNodes) cell.visible = shown.has(cell as Cell);
}

/** A cell while its links are still being made. */
interface CellNode {
  readonly record: CellRecord;
  readonly cell: Mutable<Cell>;
  readonly children: Cell[];
  readonly childNodes: CellNode[];
  parent: CellNode | undefined;
}

type Mutable<T> = T extends unknown ? { -readonly [K in keyof T]: T[K] } : never;

function readRecords(model: XmlElement, report: Report, limits: Limits): CellRecord[] {
  const elements = cellElements(model);
  requireWithin(limits, 'cells', elements.length, 'The page');
  return elements.map((element) => {
    const cellId = element.attributes.get('id');
    if (!cellOf(element)) {
      const message = `<${element.name}> holds no mxCell: it is a cell that draws nothing.`;
      report({ code: 'invalid-structure', cellId, message });
    }
    return readRecord(element, (where) => {
      report({ code: 'invalid-geometry', cellId, message: `${where} isn't a usable number; 0 is used.` });
    });
  });
}

function nodeOf(record: CellRecord, style: string): CellNode {
  const { kind, id, value, attributes, visible, collapsed, connectable, geometry } = record;
  const children: Cell[] = [];
  // Cells of all kinds are laid out alike in memory, which makes reading them fast.
  const cell = {
    id: id ?? '',
    value,
    attributes,
    style,
    parent: undefined,
    children,
    visible,
    collapsed,
    connectable,
    kind,
    geometry,
    source: undefined,
    target: undefined,
  } as Mutable<Cell>;
  return { record, cell, children, childNodes: [], parent: undefined };
}

/** What the ids of parents and terminals mean. */
class CellLookup {
  readonly #byId = new Map<string, CellNode>();

  constructor(
    nodes: readonly CellNode[],
    readonly ids: PageIds,
  ) {
    for (const node of nodes) if (node.record.id !== undefined) this.#byId.set(node.record.id, node);
  }

  /** The cell; 'nowhere' where draw.io takes one that isn't on the page; undefined where it finds none. */
  find(id: string): CellNode | 'nowhere' | undefined {
    if (this.ids.several.has(id)) return 'nowhere';
    return this.#byId.get(id) ?? (this.ids.all.has(id) ? 'nowhere' : undefined);
  }

  /** Why a cell is nowhere. */
  reason(id: string): string {
    return this.ids.several.has(id) ? `"${id}" is the id of several elements` : `"${id}" isn't a cell of the page`;
  }
}

function reportRepeated(nodes: readonly CellNode[], { ids }: CellLookup, report: Report): void {
  const seen = new Set<string>();
  for (const { id } of nodes.map(({ record }) => record)) {
    if (id === undefined || !ids.several.has(id)) continue;
    if (seen.has(id)) report({ code: 'invalid-structure', cellId: id, message: 'Another cell has this id.' });
    seen.add(id);
  }
}

/** Puts cells into their parents, and gives those that draw.io puts into none. */
function linkParents(nodes: readonly CellNode[], lookup: CellLookup, report: Report): ReadonlySet<CellNode> {
  const lost = new Set<CellNode>();
  for (const node of nodes) {
    const { id, parentId } = node.record;
    if (parentId === undefined) continue;
    const parent = lookup.find(parentId);
    const tell = (message: string): void => report({ code: 'invalid-structure', cellId: id, message });
    if (parent === node) {
      lost.add(node);
      tell('The cell is its own parent: left out.');
    } else if (parent === 'nowhere') {
      lost.add(node);
      tell(`Its parent is no place to be drawn in (${lookup.reason(parentId)}): left out.`);
    } else if (parent === undefined) tell(`There is no cell "${parentId}" to be the parent.`);
    else insert(node, parent);
  }
  return lost;
}

function insert(node: CellNode, parent: CellNode): void {
  node.parent = parent;
  node.cell.parent = parent.cell as Cell;
  parent.childNodes.push(node);
  parent.children.push(node.cell as Cell);
}

const EMPTY_ROOT: CellRecord = {
  kind: 'layer',
  id: '0',
  value: '',
  attributes: new Map(),
  style: '',
  parentId: undefined,
  sourceId: undefined,
  targetId: undefined,
  visible: true,
  collapsed: false,
  connectable: true,
  geometry: undefined,
};

/**
 * Walks the tree from the root, parents before children, and indexes it. A cell without an id, or with one already
 * taken, gets the next free number, as in mxGraph's model.
 */
function numberCells(root: CellNode, limits: Limits): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  let nextNumber = 0;
  const pending: { readonly node: CellNode; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const { node, depth } = item;
    let id = node.record.id;
    while (id === undefined || cells.has(id)) {
      id = String(nextNumber);
      nextNumber += 1;
    }
    node.cell.id = id;
    cells.set(id, node.cell as Cell);
    if (/^\d{1,15}$/.test(id)) nextNumber = Math.max(nextNumber, Number(id));
    requireWithin(limits, 'nesting', depth, `The page, at cell "${id}",`);
    for (const child of node.childNodes.toReversed()) pending.push({ node: child, depth: depth + 1 });
  }
  return cells;
}

/** draw.io's root is the last cell without a parent: what hangs on another one, or on itself in a loop, isn't shown. */
function reportUnreachable(
  nodes: readonly CellNode[],
  page: {
    readonly root: CellNode;
    readonly cells: ReadonlyMap<string, Cell>;
    readonly lost: ReadonlySet<CellNode>;
  },
  report: Report,
): void {
  const rootName = page.root.record.id ?? page.root.cell.id;
  for (const node of nodes) {
    if (page.cells.get(node.cell.id) === node.cell || page.lost.has(node)) continue;
    const why = node.parent
      ? 'The cell isn’t below the root'
      : `The cell has no parent, and draw.io takes the last such cell, "${rootName}", for the page’s root`;
    report({ code: 'invalid-structure', cellId: node.record.id, message: `${why}: left out.` });
  }
}

/** Stands for cells that draw.io finds, but not on the page: it draws no edge that ends at one. */
const NOWHERE: Cell = { ...nodeOf({ ...EMPTY_ROOT, id: '', visible: false }, '').cell };

function linkTerminals(
  nodes: readonly CellNode[],
  cells: ReadonlyMap<string, Cell>,
  lookup: CellLookup,
  report: Report,
): void {
  for (const { cell, record } of nodes) {
    if (cell.kind !== 'edge' || cells.get(cell.id) !== cell) continue;
    const tell = (message: string): void => report({ code: 'invalid-structure', cellId: record.id, message });
    const terminal = (end: 'source' | 'target', id: string | undefined): Cell | undefined => {
      if (id === undefined || id === '') return undefined;
      const found = lookup.find(id);
      const other = typeof found === 'object' ? (found.cell as Cell) : undefined;
      if (other && other !== cell && cells.get(other.id) === other) return other;
      if (found === undefined || other === cell) {
        tell(`The ${end} "${id}" isn't a cell to connect to.`);
        return undefined;
      }
      const reason = other ? `"${id}" isn't below the root` : lookup.reason(id);
      tell(`The ${end} isn't in the picture (${reason}), and draw.io leaves such edges out.`);
      return NOWHERE;
    };
    cell.source = terminal('source', record.sourceId);
    cell.target = terminal('target', record.targetId);
  }
}

/** Tells of cells that say something and are neither vertices nor edges. A layer says its name. */
function reportPlain(cells: Iterable<Cell>, root: Cell, report: Report): void {
  for (const { id, kind, parent, value, style } of cells) {
    if (kind !== 'layer' || !parent || parent === root || (value === '' && style === '')) continue;
    const message = 'The cell is neither a vertex nor an edge (vertex="1", edge="1"): only what is in it is drawn.';
    report({ code: 'invalid-structure', cellId: id, message });
  }
}
