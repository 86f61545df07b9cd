/** The picture of a comparison: the new page with what is new, gone, moved and changed marked on it. */

import { moved } from '../drawing/moved.js';
import type { Drawing, Group, Scene, SceneNode, TextNode } from '../drawing/scene.js';
import type { TextSetter } from '../drawing/textBlock.js';
import { boundsOfPoints, grow, type Point, type Rect, rect, translation, union } from '../geometry/plane.js';
import type { Layout, PlacedCell } from '../layout/placed.js';
import { append, largest } from '../primitives/lists.js';
import type { CellChange, ChangeKind } from './compare.js';

/** Told apart by lightness and dash as well as by hue. */
const MARKS: Readonly<Record<ChangeKind, { readonly color: string; readonly dash: readonly number[] }>> = {
  added: { color: '#2e7d32', dash: [] },
  removed: { color: '#c62828', dash: [6, 4] },
  moved: { color: '#1565c0', dash: [] },
  changed: { color: '#ef6c00', dash: [] },
};

/** How far a mark stands off a shape, and how thick it is, px. */
const MARK_GAP = 4;
const MARK_WIDTH = 3;

export interface ComparedPage {
  readonly title: string;
  readonly changes: readonly CellChange[];
  /** The new page; undefined where the page is gone. */
  readonly after: { readonly scene: Scene; readonly layout: Layout } | undefined;
  /** The cells that are gone, drawn as they were; undefined where the page is new. */
  readonly before: { readonly scene: Scene; readonly layout: Layout } | undefined;
}

/** All pages below each other, each with its title and a key to the marks. */
export function comparisonScene(pages: readonly ComparedPage[], setText: TextSetter): Scene {
  const children: SceneNode[] = [];
  let bounds = rect(0, 0, 1, 1);
  let top = 0;
  for (const page of pages) {
    const { group, box } = pagePicture(page, setText);
    children.push(moved(group, -box.x, top - box.y));
    bounds = union(bounds, rect(0, top, box.width, box.height));
    top += box.height + PAGE_GAP;
  }
  const { width, height } = bounds;
  return {
    viewBox: rect(-0.5, -0.5, Math.ceil(width) + 1, Math.ceil(height) + 1),
    width: Math.ceil(width) + 1,
    height: Math.ceil(height) + 1,
    sheet: { width, height, pageScale: 1 },
    background: '#ffffff',
    root: { kind: 'group', children },
  };
}

const PAGE_GAP = 30;
const HEADING_HEIGHT = 44;
const MARGIN = 12;

function pagePicture(page: ComparedPage, setText: TextSetter): { group: Group; box: Rect } {
  const { after, before, changes } = page;
  const children: SceneNode[] = [];
  const boxes: Rect[] = [];
  const gone = changes.some(({ kind }) => kind === 'removed');
  for (const side of [gone ? before : undefined, after]) {
    // The box of an empty page lies at the origin, wherever the others are.
    if (!side || side.layout.cells.size === 0) continue;
    children.push(side.scene.root);
    boxes.push(side.scene.viewBox);
  }
  for (const change of changes) {
    const marks = marksOf(change, before?.layout, after?.layout);
    append(children, marks.nodes);
    append(boxes, marks.boxes);
  }
  const drawn = grow(boxes.reduce(union, boxes[0] ?? rect(0, 0, 1, 1)), MARGIN);
  const heading = headingOf(page, drawn.x, drawn.y - HEADING_HEIGHT + MARGIN, setText);
  const box = rect(
    drawn.x,
    drawn.y - HEADING_HEIGHT,
    Math.max(drawn.width, heading.width),
    drawn.height + HEADING_HEIGHT,
  );
  return { group: { kind: 'group', children: [...children, ...heading.nodes] }, box };
}

function marksOf(
  change: CellChange,
  before: Layout | undefined,
  after: Layout | undefined,
): { nodes: readonly SceneNode[]; boxes: readonly Rect[] } {
  const { kind, id } = change;
  const old = before?.cells.get(id);
  const now = after?.cells.get(id);
  const marks = kind === 'removed' ? [mark(old, kind)] : [mark(now, kind)];
  // Where a moved shape was.
  if (kind === 'moved' && old?.kind === 'vertex') marks.push(mark(old, kind, [2, 3]));
  const there = marks.filter((each) => each !== undefined);
  return { nodes: there.map(({ node }) => node), boxes: there.map(({ box }) => box) };
}

function mark(
  placed: PlacedCell | undefined,
  kind: ChangeKind,
  dash: readonly number[] = MARKS[kind].dash,
): { readonly node: SceneNode; readonly box: Rect } | undefined {
  if (!placed) return undefined;
  const { color } = MARKS[kind];
  if (placed.kind === 'edge') {
    return {
      node: line(placed.points, color, dash),
      box: grow(boundsOfPoints(placed.points) ?? rect(0, 0, 0, 0), MARK_WIDTH * 2),
    };
  }
  const box = grow(placed.box, MARK_GAP);
  return { node: frame(box, color, dash), box: grow(box, MARK_WIDTH) };
}

const stroke = (color: string, width: number, opacity: number, dash: readonly number[]): Drawing['stroke'] => ({
  color,
  width,
  opacity,
  dash,
  lineCap: 'butt',
  lineJoin: 'round',
  miterLimit: 10,
});

const frame = (box: Rect, color: string, dash: readonly number[]): Drawing => ({
  kind: 'drawing',
  outline: { kind: 'rect', box, radiusX: MARK_GAP, radiusY: MARK_GAP },
  transform: translation(0, 0),
  stroke: stroke(color, MARK_WIDTH, 1, dash),
});

/** A broad, translucent line over an edge, through which the edge itself shows. */
const line = (points: readonly Point[], color: string, dash: readonly number[]): Drawing => ({
  kind: 'drawing',
  outline: {
    kind: 'path',
    path: points.map((to, i) => ({ kind: i === 0 ? 'move' : 'line', to })),
  },
  transform: translation(0, 0),
  stroke: stroke(color, MARK_WIDTH * 2.5, 0.45, dash),
});

const ORDER: readonly ChangeKind[] = ['added', 'removed', 'moved', 'changed'];

/** The page's title, and under it how many cells differ, each count in its mark's colour. */
function headingOf(
  page: ComparedPage,
  x: number,
  y: number,
  setText: TextSetter,
): { nodes: SceneNode[]; width: number } {
  const title = caption(page.title, { x, y }, '#000000', setText);
  const nodes: SceneNode[] = [title.node];
  let left = x;
  for (const kind of ORDER) {
    const count = page.changes.filter((change) => change.kind === kind).length;
    if (count === 0) continue;
    const text = caption(`${count} ${kind}`, { x: left, y: y + 16 }, MARKS[kind].color, setText);
    nodes.push(text.node);
    left += text.width + 14;
  }
  return { nodes, width: Math.max(title.width, left - x) };
}

function caption(text: string, { x, y }: Point, color: string, setText: TextSetter): { node: TextNode; width: number } {
  const { block, dx, dy } = setText({
    text,
    x,
    y,
    width: 0,
    height: 0,
    align: 'left',
    verticalAlign: 'top',
    html: false,
    rotationDegrees: 0,
    fontSize: 12,
    fontFamily: 'Helvetica',
    color,
    bold: true,
    italic: false,
    underline: false,
  });
  return {
    node: { kind: 'text', block, transform: translation(x + dx, y + dy), opacity: 1 },
    width: largest(
      block.runs.map((run) => run.x + run.width),
      0,
    ),
  };
}
