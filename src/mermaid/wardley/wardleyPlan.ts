/** The sizes, colours and places of a Wardley map. */
import type { Point } from '../../geometry/plane.js';
import { optionsOf } from '../charts/chartOptions.js';
import type { DrawContext } from '../context.js';
import type { WardleyModel, WardleyNode, WardleyPlace } from './wardleyModel.js';

/** Px. */
export interface WardleySizes {
  readonly width: number;
  readonly height: number;
  readonly padding: number;
  readonly nodeRadius: number;
  readonly nodeLabelOffset: number;
  readonly axisFontSize: number;
  readonly labelFontSize: number;
  readonly showGrid: boolean;
}

export interface WardleyColors {
  readonly background: string;
  readonly axis: string;
  readonly axisText: string;
  readonly grid: string;
  readonly componentFill: string;
  readonly componentStroke: string;
  readonly componentLabel: string;
  readonly link: string;
  readonly evolution: string;
}

export interface WardleyPlan {
  readonly sizes: WardleySizes;
  readonly colors: WardleyColors;
  /** Where a place of the map is on the page, px. */
  project(place: WardleyPlace): Point;
  readonly nodes: ReadonlyMap<string, WardleyNode>;
  /** The middles of the nodes, px. */
  readonly middles: ReadonlyMap<string, Point>;
  /** Of the square of a node that has a pipeline, px. */
  readonly squareSide: number;
}

/** Pipelines are so high, of the radius of nodes. */
const PIPELINE_HEIGHT = 4;
const SQUARE = 1.6;

export function planOf(model: WardleyModel, context: DrawContext): WardleyPlan {
  const sizes = sizesOf(model, context);
  const { width, height, padding } = sizes;
  const project = ({ x, y }: WardleyPlace): Point => ({
    x: padding + (x / 100) * (width - 2 * padding),
    y: height - padding - (y / 100) * (height - 2 * padding),
  });
  const squareSide = SQUARE * sizes.nodeRadius;
  const middles = new Map(model.nodes.map((node) => [node.id, project(node)]));
  for (const { nodeId, componentIds } of model.pipelines) {
    const along = componentIds.flatMap((id) => middles.get(id) ?? []);
    const [first, last] = [along[0], along.at(-1)];
    if (!first || !last || !middles.has(nodeId)) continue;
    // A component with a pipeline stands on the middle of it.
    const { left, right } = ends(along);
    const top = last.y - pipelineHeight(sizes) / 2;
    middles.set(nodeId, { x: (left + right) / 2, y: top - squareSide / 6 });
  }
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  return { sizes, colors: colorsOf(context), project, nodes, middles, squareSide };
}

export const pipelineHeight = ({ nodeRadius }: WardleySizes): number => PIPELINE_HEIGHT * nodeRadius;

export function ends(points: readonly Point[]): { readonly left: number; readonly right: number } {
  const [first] = points;
  return points.reduce(({ left, right }, { x }) => ({ left: Math.min(left, x), right: Math.max(right, x) }), {
    left: first?.x ?? 0,
    right: first?.x ?? 0,
  });
}

function sizesOf({ size }: WardleyModel, { config }: DrawContext): WardleySizes {
  const options = optionsOf(config['wardley-beta']);
  return {
    width: Math.max(1, size?.width ?? options.length('width', 900)),
    height: Math.max(1, size?.height ?? options.length('height', 600)),
    padding: options.length('padding', 48),
    nodeRadius: options.pixels('nodeRadius', 6),
    nodeLabelOffset: options.number('nodeLabelOffset', 8),
    axisFontSize: options.pixels('axisFontSize', 12),
    labelFontSize: options.pixels('labelFontSize', 10),
    showGrid: options.flag('showGrid', false),
  };
}

/** Mermaid's renderer throws its style sheet away: colours that only that knows of, as those of annotations, don't count. */
function colorsOf({ config, theme }: DrawContext): WardleyColors {
  const given = optionsOf(config.themeVariables).part('wardley');
  const background = theme.background.slice(0, 7);
  const text = theme.color('primaryTextColor', '#222222').slice(0, 7);
  return {
    background: given.color('backgroundColor', background),
    axis: given.color('axisColor', '#000000'),
    axisText: given.color('axisTextColor', text),
    grid: given.color('gridColor', '#dedede'),
    componentFill: given.color('componentFill', '#ffffff'),
    componentStroke: given.color('componentStroke', '#000000'),
    componentLabel: given.color('componentLabelColor', text),
    link: given.color('linkStroke', '#000000'),
    evolution: given.color('evolutionStroke', '#dc3545'),
  };
}
