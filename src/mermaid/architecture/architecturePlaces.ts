/** Where services stand: as springs between them put them, in the rows and columns that the sides of edges ask for. */
import type { Budget } from '../../budget.js';
import { MxsvgError } from '../../diagnostics.js';
import { bottom, centerX, grow, type Point, type Rect, rect, union } from '../../geometry/plane.js';
import { EMPTY_GROUP, groupSprings, type SpringGraph } from '../springs/groupSprings.js';
import { architectureLines } from './architectureLines.js';
import type { ArchitectureModel } from './architectureModel.js';

/** What Mermaid adds to a group's padding, and to the side of a node in it, px. */
const BORDER = 1.5;
const NODE_BORDER = 1;
/** Beside a title and below it, px. */
const TITLE_BORDER = 2;
/** Of an icon's side, the length of a spring between services of two groups; it hardly pulls. */
const SHORT_SPRING = { length: 0.5, elasticity: 0.001 };

export interface ArchitectureSizes {
  readonly iconSize: number;
  readonly padding: number;
  /** Of titles where groups are made to hold them, px; they are drawn in the theme's size. */
  readonly fontSize: number;
  /** Of the title below a service, all in one line of that size, px. */
  titleWidth(title: string): number;
}

export interface ArchitectureSprings {
  /** Of an icon's side, the length of a spring between services of one group. */
  readonly length: number;
  readonly elasticity: number;
  /** Rounds of moving all services, at most. */
  readonly iterations: number;
  readonly seed: number;
}

export interface ArchitecturePlaces {
  readonly nodes: ReadonlyMap<string, Rect>;
  readonly groups: ReadonlyMap<string, Rect>;
}

/** Throws MxsvgError 'mermaid-syntax' where "align" statements contradict each other or the edges. */
export function architecturePlaces(
  model: ArchitectureModel,
  sizes: ArchitectureSizes,
  springs: ArchitectureSprings,
  budget: Budget,
): ArchitecturePlaces {
  const { iconSize, padding } = sizes;
  const { iterations, seed } = springs;
  const graph = springGraph(model, sizes, springs, budget);
  const measures = { node: iconSize, padding, iterations, seed };
  // Mermaid lays out twice, from where all stand in one place and from there.
  const once = inOrder(() => groupSprings(graph, measures, new Map(), budget));
  const middles = inOrder(() => groupSprings(graph, measures, once, budget));
  const middleOf = (id: string): Point => middles.get(id) ?? { x: 0, y: 0 };
  const nodes = new Map(model.nodes.map(({ id }) => [id, squareAround(middleOf(id), iconSize)]));
  return { nodes, groups: groupBoxes(model, { nodes, middleOf }, sizes) };
}

const squareAround = ({ x, y }: Point, side: number): Rect => rect(x - side / 2, y - side / 2, side, side);

function springGraph(
  model: ArchitectureModel,
  { iconSize }: ArchitectureSizes,
  { length, elasticity }: ArchitectureSprings,
  budget: Budget,
): SpringGraph {
  const groupOf = new Map(model.nodes.map((node) => [node.id, node.in]));
  const services = model.nodes.filter(({ type }) => type === 'service');
  const junctions = model.nodes.filter(({ type }) => type === 'junction');
  return {
    groups: model.groups.map((group) => ({ id: group.id, in: group.in })),
    nodes: [...services, ...junctions].map((node) => ({ id: node.id, in: node.in })),
    springs: model.edges.map(({ lhsId, rhsId }) => {
      const isWithin = groupOf.get(lhsId) === groupOf.get(rhsId);
      const spring = isWithin ? { length, elasticity } : SHORT_SPRING;
      return { from: lhsId, to: rhsId, length: spring.length * iconSize, elasticity: spring.elasticity };
    }),
    ...architectureLines(model, length * iconSize, budget),
  };
}

/** The library runs out of all bounds where no places are as they are asked for. */
function inOrder<T>(layOut: () => T): T {
  try {
    return layOut();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message =
      'What "align" statements say of services contradicts the sides of the edges between them, or other statements.';
    throw new MxsvgError('mermaid-syntax', message, { cause: error });
  }
}

/** Around what is in each group: nodes with their titles, and groups without. */
function groupBoxes(
  { nodes: all, groups }: ArchitectureModel,
  { nodes, middleOf }: { readonly nodes: ReadonlyMap<string, Rect>; middleOf(id: string): Point },
  { padding, fontSize, titleWidth }: ArchitectureSizes,
): ReadonlyMap<string, Rect> {
  const content = new Map<string, Rect>();
  const add = (group: string | undefined, box: Rect): void => {
    if (group === undefined) return;
    const known = content.get(group);
    content.set(group, known ? union(known, box) : box);
  };
  for (const { id, title, in: group } of all) {
    const box = nodes.get(id);
    if (!box) continue;
    add(group, grow(box, NODE_BORDER));
    if (title === undefined) continue;
    const width = Math.ceil(titleWidth(title)) + 2 * TITLE_BORDER;
    add(group, rect(centerX(box) - width / 2, bottom(box), width, fontSize + TITLE_BORDER));
  }
  const boxes = new Map<string, Rect>();
  // A group is declared after the one around it.
  for (const { id, in: around } of groups.toReversed()) {
    const inside = content.get(id);
    const empty = squareAround(middleOf(id), EMPTY_GROUP + 2 * (padding + NODE_BORDER));
    const box = inside ? grow(inside, padding + BORDER) : empty;
    boxes.set(id, box);
    add(around, box);
  }
  return boxes;
}
