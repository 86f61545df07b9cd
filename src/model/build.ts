/** The mxGraphModel element of a page → CellGraph. */
import { childElement, childElements, type XmlElement } from '../decode/xml.js';
import type { Report } from '../diagnostics.js';
import { DEFAULT_LIMITS, type Limits, requireWithin } from '../limits.js';
import type { Cell, CellGraph } from './cell.js';
import { type CellRecord, readRecord } from './record.js';
import { styleExpander } from './resources.js';
import { findLayers } from './selection.js';
import { readSettings } from './settings.js';

/**
 * Builds the cell tree of one page. Children keep the file's order, wherever their parent stands in it. What doesn't
 * fit together is repaired as draw.io's codec repairs it, and reported. With `layers`, those are shown and no others;
 * throws MxsvgError 'layer-not-found' where one isn't there, and 'limit-exceeded'.
 */
export function buildGraph(
  model: XmlElement,
  report: Report,
  layers?: readonly (number | string)[],
  limits: Limits = DEFAULT_LIMITS,
): CellGraph {
  const expandStyle = styleExpander(model, limits);
  const nodes = readRecords(model, report, limits).map((record) => nodeOf(record, expandStyle(record.style)));
  const byId = indexById(nodes, report);
  linkParents(nodes, byId, report);
  const root = adoptOrphans(nodes, report);
  const cells = numberCells(root, limits);
  reportUnreachable(nodes, cells, report);
  linkTerminals(nodes, cells, byId, report);
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
  const root = childElement(model, 'root');
  if (root === undefined) return [];
  const elements = childElements(root);
  requireWithin(limits, 'cells', elements.length, 'The page');
  const records: CellRecord[] = [];
  for (const element of elements) {
    const cellId = element.attributes.get('id');
    const record = readRecord(element, (where) => {
      report({ code: 'invalid-geometry', cellId, message: `${where} isn't a usable number; 0 is used.` });
    });
    if (record !== undefined) records.push(record);
    else report({ code: 'invalid-structure', cellId, message: `<${element.name}> holds no mxCell and was left out.` });
  }
  return records;
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

/** References mean the first cell of an id; a second one gets an id of its own later. */
function indexById(nodes: readonly CellNode[], report: Report): ReadonlyMap<string, CellNode> {
  const byId = new Map<string, CellNode>();
  for (const node of nodes) {
    const { id } = node.record;
    if (id === undefined) continue;
    if (!byId.has(id)) byId.set(id, node);
    else
      report({
        code: 'invalid-structure',
        cellId: id,
        message: 'Another cell has this id; references mean the first.',
      });
  }
  return byId;
}

function linkParents(nodes: readonly CellNode[], byId: ReadonlyMap<string, CellNode>, report: Report): void {
  for (const node of nodes) {
    const { id, parentId } = node.record;
    if (parentId === undefined) continue;
    const parent = byId.get(parentId);
    if (parent === node) report({ code: 'invalid-structure', cellId: id, message: 'The cell is its own parent.' });
    else if (parent !== undefined) insert(node, parent);
    else report({ code: 'invalid-structure', cellId: id, message: `There is no cell "${parentId}" to be the parent.` });
  }
}

function insert(node: CellNode, parent: CellNode): void {
  node.parent = parent;
  node.cell.parent = parent.cell as Cell;
  parent.childNodes.push(node);
  parent.children.push(node.cell as Cell);
}

/**
 * The root is the cell without a parent: "0" where several have none, else the first that is neither vertex nor edge.
 * The others move into the root's first layer, as draw.io's codec has it.
 */
function adoptOrphans(nodes: readonly CellNode[], report: Report): CellNode {
  const orphans = nodes.filter((node) => node.parent === undefined);
  const root =
    orphans.find((node) => node.record.id === '0') ??
    orphans.find((node) => node.record.kind === 'layer') ??
    orphans[0] ??
    nodeOf(EMPTY_ROOT, '');
  const layer = root.childNodes[0];
  for (const orphan of orphans) {
    if (orphan === root) continue;
    const cellId = orphan.record.id;
    if (layer === undefined) {
      report({ code: 'invalid-structure', cellId, message: 'The cell has no parent and no layer to go to: left out.' });
    } else {
      report({
        code: 'invalid-structure',
        cellId,
        message: `The cell has no parent; layer "${layer.cell.id}" takes it.`,
      });
      insert(orphan, layer);
    }
  }
  return root;
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

/** A loop of parents hangs on nothing, so draw.io doesn't show it either. */
function reportUnreachable(nodes: readonly CellNode[], cells: ReadonlyMap<string, Cell>, report: Report): void {
  for (const node of nodes) {
    if (node.parent === undefined || cells.get(node.cell.id) === node.cell) continue;
    report({ code: 'invalid-structure', cellId: node.record.id, message: 'The cell isn’t below the root: left out.' });
  }
}

function linkTerminals(
  nodes: readonly CellNode[],
  cells: ReadonlyMap<string, Cell>,
  byId: ReadonlyMap<string, CellNode>,
  report: Report,
): void {
  for (const { cell, record } of nodes) {
    if (cell.kind !== 'edge') continue;
    const terminal = (end: 'source' | 'target', id: string | undefined): Cell | undefined => {
      if (id === undefined || id === '') return undefined;
      const found = byId.get(id)?.cell as Cell | undefined;
      if (found !== undefined && found !== cell && cells.get(found.id) === found) return found;
      report({
        code: 'invalid-structure',
        cellId: record.id,
        message: `The ${end} "${id}" isn't a cell to connect to.`,
      });
      return undefined;
    };
    cell.source = terminal('source', record.sourceId);
    cell.target = terminal('target', record.targetId);
  }
}
