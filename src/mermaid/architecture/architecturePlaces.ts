/**
 * Where services stand: on a grid by the sides that edges join, with room for the borders of groups between them. Mermaid
 * lets a simulation of forces find distances; these are what it comes to.
 */

import type { Budget } from '../../budget.js';
import { bottom, type Rect, rect, right, union } from '../../geometry/plane.js';
import { largest } from '../../primitives/lists.js';
import type { ArchitectureGroup, ArchitectureModel, ArchitectureNode, GridPlace } from './architectureModel.js';

/** From service to service in one group, in sides of an icon. */
const STEP = 2.5125;
/** Between a service and a group, and between two groups, px. */
const NODE_GAP = 100;
const GROUP_GAP = 73;
/** What Mermaid adds to a group's padding, px. */
const BORDER = 2.5;

export interface ArchitectureSizes {
  readonly iconSize: number;
  readonly padding: number;
  /** A line of text below a service or a group, px. */
  readonly labelHeight: number;
  /** Of the title below a service, px. */
  titleWidth(node: ArchitectureNode): number;
}

export interface ArchitecturePlaces {
  readonly nodes: ReadonlyMap<string, Rect>;
  readonly groups: ReadonlyMap<string, Rect>;
}

export function architecturePlaces(
  model: ArchitectureModel,
  sizes: ArchitectureSizes,
  budget: Budget,
): ArchitecturePlaces {
  const paths = new GroupPaths(model);
  const byId = new Map(model.nodes.map((node) => [node.id, node]));
  const pathOf = ({ id }: GridPlace): string => paths.of(byId.get(id)).join('\n');
  // Those of one group side by side, whatever connects them.
  const components = model.components
    .filter((component) => component.length > 0)
    .map((component, index) => ({ places: apart(component), path: pathOf(component[0] as GridPlace), index }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.index - b.index));
  const nodes = new Map<string, Rect>();
  const distances: Distances = { paths, byId, sizes, budget };
  let left = 0;
  let before: { readonly path: string } | undefined;
  for (const component of components) {
    const columns = linePlaces(component.places, 'column', distances);
    const rows = linePlaces(component.places, 'row', distances);
    const depth = largest(component.places.slice(0, MOST_LOOKED_AT).map(({ id }) => paths.of(byId.get(id)).length));
    const border = before && before.path !== component.path ? depth * (sizes.padding + BORDER) : 0;
    let reach = left;
    for (const { id, column, row } of component.places) {
      const x = left + border + (columns.get(column) ?? 0);
      nodes.set(id, rect(x, rows.get(row) ?? 0, sizes.iconSize, sizes.iconSize));
      reach = Math.max(reach, x + sizes.iconSize);
    }
    left = reach + border + NODE_GAP;
    before = component;
  }
  return { nodes, groups: groupBoxes(model, nodes, paths, sizes) };
}

/** Groups are hardly nested deeper than a few of a component's nodes say. */
const MOST_LOOKED_AT = 1000;

/** Two nodes that edges set to one place stand beside each other. */
function apart(component: readonly GridPlace[]): readonly GridPlace[] {
  const rows = new Map<number, Map<number, number>>();
  return component.map((place) => {
    const row = rows.get(place.row) ?? new Map<number, number>();
    rows.set(place.row, row);
    let column = place.column;
    // From a taken column it goes on where the last one went that found it taken.
    for (let next = row.get(column); next !== undefined; next = row.get(column)) {
      row.set(column, next + 1);
      column = next;
    }
    row.set(column, column + 1);
    return { ...place, column };
  });
}

/** The groups around each node, the outermost first. */
class GroupPaths {
  readonly #groups: ReadonlyMap<string, ArchitectureGroup>;
  readonly #known = new Map<string, readonly string[]>();

  constructor({ groups }: ArchitectureModel) {
    this.#groups = new Map(groups.map((group) => [group.id, group]));
  }

  of(part: { readonly in?: string } | undefined): readonly string[] {
    const group = part?.in === undefined ? undefined : this.#groups.get(part.in);
    if (!group) return [];
    const known = this.#known.get(group.id) ?? [...this.of(group), group.id];
    this.#known.set(group.id, known);
    return known;
  }
}

interface Distances {
  readonly paths: GroupPaths;
  readonly byId: ReadonlyMap<string, ArchitectureNode>;
  readonly sizes: ArchitectureSizes;
  readonly budget: Budget;
}

/** Where the columns (or rows) of a component are: as far apart as their neighbours need. */
function linePlaces(
  places: readonly GridPlace[],
  line: 'column' | 'row',
  distances: Distances,
): ReadonlyMap<number, number> {
  const across = line === 'column' ? 'row' : 'column';
  const ordered = places.toSorted((a, b) => a[across] - b[across] || a[line] - b[line]);
  const needed = new Map<number, number>();
  for (const [index, to] of ordered.entries()) {
    distances.budget.spend(1);
    const from = ordered[index - 1];
    if (!from || from[across] !== to[across] || to[line] !== from[line] + 1) continue;
    const distance = distanceOf(from, to, line, distances);
    needed.set(to[line], Math.max(needed.get(to[line]) ?? 0, distance));
  }
  const lines = [...new Set(places.map((place) => place[line]))].sort((a, b) => a - b);
  const result = new Map<number, number>();
  let at = 0;
  for (const [index, each] of lines.entries()) {
    if (index > 0) at += needed.get(each) ?? STEP * distances.sizes.iconSize;
    result.set(each, at);
  }
  return result;
}

/** From one neighbour to the next, both corners top left. */
function distanceOf(from: GridPlace, to: GridPlace, line: 'column' | 'row', { paths, byId, sizes }: Distances): number {
  const [a, b] = [paths.of(byId.get(from.id)), paths.of(byId.get(to.id))];
  const common = a.findIndex((group, index) => group !== b[index]);
  const shared = common < 0 ? a.length : common;
  const [left, entered] = [a.length - shared, b.length - shared];
  if (left + entered === 0) return STEP * sizes.iconSize;
  const border = sizes.padding + BORDER;
  const labels = line === 'row' ? (left + 1) * sizes.labelHeight : 0;
  const gap = left > 0 && entered > 0 ? GROUP_GAP : NODE_GAP;
  return sizes.iconSize + (left + entered) * border + labels + gap;
}

/** Around what is in each group, titles included. */
function groupBoxes(
  { nodes: all, groups }: ArchitectureModel,
  nodes: ReadonlyMap<string, Rect>,
  paths: GroupPaths,
  { padding, iconSize, labelHeight, titleWidth }: ArchitectureSizes,
): ReadonlyMap<string, Rect> {
  const content = new Map<string, Rect>();
  const add = (group: string | undefined, box: Rect): void => {
    if (group === undefined) return;
    const known = content.get(group);
    content.set(group, known ? union(known, box) : box);
  };
  for (const node of all) {
    const box = nodes.get(node.id);
    if (!box) continue;
    const beside = Math.max(0, titleWidth(node) - iconSize) / 2;
    const below = node.title === undefined ? 0 : labelHeight;
    add(node.in, rect(box.x - beside, box.y, box.width + 2 * beside, box.height + below));
  }
  const boxes = new Map<string, Rect>();
  const border = padding + BORDER;
  for (const group of groups.toSorted((a, b) => paths.of(b).length - paths.of(a).length)) {
    const inside = content.get(group.id);
    if (!inside) continue;
    const box = rect(inside.x - border, inside.y - border, inside.width + 2 * border, inside.height + 2 * border);
    boxes.set(group.id, box);
    const below = group.title === undefined ? 0 : labelHeight;
    add(group.in, rect(box.x, box.y, right(box) - box.x, bottom(box) + below - box.y));
  }
  return boxes;
}
