/** What differs between two versions of a page: cells by id, as their file has them. */

import type { Cell, CellGraph, Geometry } from '../model/cell.js';
import { append } from '../primitives/lists.js';

export type ChangeKind = 'added' | 'removed' | 'moved' | 'changed';

/** A cell that differs. A cell that only went along with its parent, or an edge with its ends, doesn't. */
export interface CellChange {
  readonly kind: ChangeKind;
  readonly id: string;
  /** What the cell is called in a report: its kind and its label without markup. */
  readonly name: string;
  /** Of a moved or changed cell what differs: "label", "style fillColor", "source", "size" … */
  readonly details: readonly string[];
}

/** The changes from one version of a page to the next, in drawing order, those removed last. */
export function compareGraphs(
  before: Pick<CellGraph, 'cells'>,
  after: Pick<CellGraph, 'cells'>,
): readonly CellChange[] {
  const changes: CellChange[] = [];
  for (const cell of after.cells.values()) {
    const old = before.cells.get(cell.id);
    if (!old) changes.push({ kind: 'added', id: cell.id, name: nameOf(cell), details: [] });
    else append(changes, changesOf(old, cell));
  }
  for (const cell of before.cells.values()) {
    if (!after.cells.has(cell.id)) changes.push({ kind: 'removed', id: cell.id, name: nameOf(cell), details: [] });
  }
  return changes;
}

function changesOf(before: Cell, after: Cell): readonly CellChange[] {
  const content = contentChanges(before, after);
  const place = placeChanges(before, after);
  if (content.length === 0 && place.length === 0) return [];
  const kind = content.length > 0 ? 'changed' : 'moved';
  return [{ kind, id: after.id, name: nameOf(after), details: [...content, ...place] }];
}

function contentChanges(before: Cell, after: Cell): string[] {
  const details: string[] = [];
  if (before.kind !== after.kind) details.push(`now ${after.kind}`);
  if (before.value !== after.value) details.push('label');
  append(details, styleChanges(before.style, after.style));
  if (before.kind === 'edge' && after.kind === 'edge') {
    if (before.source?.id !== after.source?.id) details.push('source');
    if (before.target?.id !== after.target?.id) details.push('target');
  }
  if (before.visible !== after.visible) details.push(after.visible ? 'shown' : 'hidden');
  if (before.collapsed !== after.collapsed) details.push(after.collapsed ? 'collapsed' : 'expanded');
  for (const key of differingKeys(before.attributes, after.attributes)) {
    // The label of a wrapped cell is its value, told of above.
    if (key !== 'label') details.push(`attribute ${key}`);
  }
  return details;
}

function placeChanges(before: Cell, after: Cell): string[] {
  const details: string[] = [];
  if (before.parent?.id !== after.parent?.id) details.push('parent');
  const [old, now] = [before.geometry, after.geometry];
  if (old === undefined || now === undefined) {
    if (old !== now) details.push('geometry');
    return details;
  }
  if (old.x !== now.x || old.y !== now.y || !sameOffset(old, now)) details.push('position');
  if (old.width !== now.width || old.height !== now.height) details.push('size');
  if (routeOf(old) !== routeOf(now)) details.push('route');
  return details;
}

const sameOffset = (a: Geometry, b: Geometry): boolean =>
  (a.offset?.x ?? 0) === (b.offset?.x ?? 0) && (a.offset?.y ?? 0) === (b.offset?.y ?? 0);

const routeOf = ({ points, sourcePoint, targetPoint }: Geometry): string =>
  JSON.stringify([points, sourcePoint, targetPoint]);

function styleChanges(before: string, after: string): string[] {
  if (before === after) return [];
  const [old, now] = [styleEntries(before), styleEntries(after)];
  return differingKeys(old, now).map((key) => `style ${key}`);
}

/** The entries of a style string; a name without a value stands for itself. */
function styleEntries(style: string): ReadonlyMap<string, string> {
  const parts = style.split(';').filter((part) => part.trim() !== '');
  return new Map(
    parts.map((part) => {
      const [key = '', ...value] = part.split('=');
      return [key.trim(), value.join('=')];
    }),
  );
}

function differingKeys(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].filter((key) => a.get(key) !== b.get(key));
}

/** A label longer than this is cut in a report, characters. */
const MAX_NAME = 40;

function nameOf(cell: Cell): string {
  const text = cell.value
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const label = text.length > MAX_NAME ? `${text.slice(0, MAX_NAME - 1)}…` : text;
  const kind = cell.kind === 'vertex' ? 'shape' : cell.kind;
  return label === '' ? `${kind} ${cell.id}` : `${kind} "${label}"`;
}
