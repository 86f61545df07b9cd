/** The lines of a Wardley map: pipelines, what needs what, and where components evolve to. */
import { type Point, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import { lineStyle } from '../charts/chartFrame.js';
import { drawText } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import type { WardleyLink, WardleyModel, WardleyPipeline, WardleyTrend } from './wardleyModel.js';
import { ends, pipelineHeight, type WardleyPlan } from './wardleyPlan.js';

/** Px. */
const PIPELINE = { beside: 15, radius: 4, strokeWidth: 1.5 };
const LABEL_GAP = 8;
const TREND_GAP = 2;
const dashes = (length: number): CellStyle => ({ dashed: 1, fixDash: 1, dashPattern: `${length} ${length}` });
const DASH = { link: 6, other: 4 };
/** A line's width less than the heads that Mermaid has. */
const HEADS = { link: 4, trend: 5 };

/** What the map is drawn with. */
export interface WardleyPicture {
  readonly plan: WardleyPlan;
  /** The cells of nodes. */
  readonly ids: ReadonlyMap<string, string>;
}

export function drawPipelines(
  pipelines: readonly WardleyPipeline[],
  { plan }: WardleyPicture,
  context: DrawContext,
): void {
  const { cells } = context;
  const { sizes, colors, middles } = plan;
  for (const { nodeId, componentIds } of pipelines) {
    const along = componentIds.flatMap((id) => middles.get(id) ?? []);
    const last = along.at(-1);
    if (!last) continue;
    const { left, right } = ends(along);
    const height = pipelineHeight(sizes);
    cells.vertex({
      id: cells.id(`${nodeId}-pipeline`),
      box: rect(left - PIPELINE.beside, last.y - height / 2, right - left + 2 * PIPELINE.beside, height),
      style: {
        rounded: 1,
        absoluteArcSize: 1,
        arcSize: 2 * PIPELINE.radius,
        html: 1,
        fillColor: 'none',
        strokeColor: colors.axis,
        strokeWidth: PIPELINE.strokeWidth,
      },
    });
  }
}

/** From each component of a pipeline to the next further on. */
export function pipelineLinks({ pipelines, nodes }: WardleyModel): readonly Pick<WardleyLink, 'source' | 'target'>[] {
  const evolution = new Map(nodes.map(({ id, x }) => [id, x]));
  return pipelines.flatMap(({ componentIds }) => {
    const sorted = componentIds
      .filter((id) => evolution.has(id))
      .sort((a, b) => (evolution.get(a) ?? 0) - (evolution.get(b) ?? 0));
    return sorted.slice(1).map((target, index) => ({ source: sorted[index] ?? target, target }));
  });
}

export function drawPipelineLinks(
  links: readonly Pick<WardleyLink, 'source' | 'target'>[],
  { plan, ids }: WardleyPicture,
  { cells }: DrawContext,
): void {
  for (const { source, target } of links) {
    cells.edge({
      id: cells.id(`${source}-${target}`),
      source: ids.get(source) ?? source,
      target: ids.get(target) ?? target,
      style: { ...lineStyle(plan.colors.link, 1), ...dashes(DASH.other) },
    });
  }
}

/** Links of which both ends are on the map; those of a pipeline's components to what has it are seen by their place. */
export function shownLinks({ links, pipelines, nodes }: WardleyModel): readonly WardleyLink[] {
  const known = new Set(nodes.map(({ id }) => id));
  const components = new Map(pipelines.map(({ nodeId, componentIds }) => [nodeId, new Set(componentIds)]));
  return links.filter(
    ({ source, target }) => known.has(source) && known.has(target) && !components.get(target)?.has(source),
  );
}

export function drawLinks(links: readonly WardleyLink[], { plan, ids }: WardleyPicture, context: DrawContext): void {
  const { cells } = context;
  const { colors } = plan;
  for (const { source, target, dashed, flow } of links) {
    const head = { Fill: 1, Size: HEADS.link };
    const [starts, pointing] = [
      flow === 'backward' || flow === 'bidirectional',
      flow === 'forward' || flow === 'bidirectional',
    ];
    cells.edge({
      id: cells.id(`${source}-${target}`),
      source: ids.get(source) ?? source,
      target: ids.get(target) ?? target,
      style: {
        ...lineStyle(colors.link, 1),
        ...(dashed ? dashes(DASH.link) : {}),
        ...(starts ? { startArrow: 'block', startFill: head.Fill, startSize: head.Size } : {}),
        ...(pointing ? { endArrow: 'block', endFill: head.Fill, endSize: head.Size } : {}),
      },
    });
  }
  for (const link of links) drawLinkLabel(link, plan, context);
}

/** Along the line, beside its middle. */
function drawLinkLabel(
  { source, target, label = '' }: WardleyLink,
  { middles, sizes, colors }: WardleyPlan,
  context: DrawContext,
): void {
  const [from, to] = [middles.get(source), middles.get(target)];
  if (!from || !to || label === '') return;
  const [across, down] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(across, down) || 1;
  const middle: Point = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const angle = (Math.atan2(down, across) * 180) / Math.PI;
  drawText(
    {
      text: label,
      x: middle.x + (LABEL_GAP * down) / length,
      y: middle.y - (LABEL_GAP * across) / length,
      baseline: 'middle',
      rotation: Math.round(100 * (Math.abs(angle) > 90 ? angle - 180 * Math.sign(angle) : angle)) / 100,
      fontSize: sizes.labelFontSize,
      color: colors.axisText,
    },
    context,
  );
}

export function drawTrends(trends: readonly WardleyTrend[], { plan, ids }: WardleyPicture, context: DrawContext): void {
  const { cells } = context;
  const { sizes, colors, middles, project } = plan;
  for (const { nodeId, targetX, targetY } of trends) {
    const from = middles.get(nodeId);
    if (!from) continue;
    const to = project({ x: targetX, y: targetY });
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const gap = sizes.nodeRadius + TREND_GAP;
    const part = length > gap ? 1 - gap / length : 1;
    cells.edge({
      id: cells.id(`${nodeId}-evolves`),
      source: ids.get(nodeId) ?? nodeId,
      target: { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
      style: {
        ...lineStyle(colors.evolution, 1),
        ...dashes(DASH.other),
        endArrow: 'block',
        endFill: 1,
        endSize: HEADS.trend,
      },
    });
  }
}
