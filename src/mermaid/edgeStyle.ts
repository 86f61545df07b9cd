/** Mermaid's links as draw.io's connectors: line, curve and markers. */
import type { CellStyle } from './cells.js';
import type { DrawContext } from './context.js';
import { declarationsOf, shapeStyle, textStyle } from './css.js';
import type { Size } from './graphLayout.js';
import { labelHtml } from './labels.js';
import type { ModelEdge } from './models.js';
import type { MermaidTheme } from './theme.js';

const MARKERS: Readonly<Record<string, { readonly name: string; readonly fill: 0 | 1; readonly size: number }>> = {
  arrow_point: { name: 'block', fill: 1, size: 7 },
  arrow_barb: { name: 'classic', fill: 1, size: 8 },
  arrow_barb_neo: { name: 'classic', fill: 1, size: 8 },
  arrow_circle: { name: 'oval', fill: 1, size: 8 },
  arrow_cross: { name: 'cross', fill: 0, size: 8 },
  arrow_open: { name: 'none', fill: 0, size: 6 },
  none: { name: 'none', fill: 0, size: 6 },
};

const THICK = 3.5;
const DASHES = '3 3';

/** Curves of d3's that keep to the waypoints' lines. */
const STRAIGHT = new Set(['linear']);
const STEPS = new Set(['step', 'stepBefore', 'stepAfter']);
const ROUNDED = new Set(['rounded']);

export function edgeStyle(edge: ModelEdge, theme: MermaidTheme): CellStyle {
  const pattern = edge.thickness === 'invisible' || edge.pattern === 'invisible' ? 'invisible' : edge.pattern;
  const declared = declarationsOf([...listed(edge.cssCompiledStyles), ...listed(edge.style)]);
  const {
    fillColor: _fill,
    fillOpacity: _opacity,
    fontColor: _font,
    fontSize: _size,
    fontStyle: _style,
    fontFamily: _family,
    ...own
  } = shapeStyle(declared);
  return {
    ...curveStyle(edge.curve),
    html: 1,
    ...markerStyle('start', edge.arrowTypeStart),
    ...markerStyle('end', edge.arrowTypeEnd),
    strokeColor: pattern === 'invisible' ? 'none' : theme.line,
    strokeWidth: edge.thickness === 'thick' ? THICK : 1,
    ...((pattern === 'dotted' || pattern === 'dashed') && { dashed: 1, fixDash: 1, dashPattern: DASHES }),
    ...(edge.animate && { flowAnimation: 1 }),
    ...own,
  };
}

function curveStyle(curve: string | undefined): CellStyle {
  if (STRAIGHT.has(curve ?? '')) return { rounded: 0 };
  if (ROUNDED.has(curve ?? '')) return { rounded: 1 };
  if (STEPS.has(curve ?? '')) return { edgeStyle: 'orthogonalEdgeStyle', rounded: 0 };
  return { curved: 1 };
}

function markerStyle(end: 'start' | 'end', type = 'none'): CellStyle {
  const { name, fill, size } = MARKERS[type] ?? (MARKERS.none as NonNullable<(typeof MARKERS)[string]>);
  return { [`${end}Arrow`]: name, ...(name !== 'none' && { [`${end}Fill`]: fill, [`${end}Size`]: size }) };
}

/** Mermaid gives declarations in a list or in one text. */
const listed = (styles: string | readonly string[] | undefined): readonly string[] =>
  typeof styles === 'string' ? [styles] : (styles ?? []);

/** The label of an edge, broken into lines where it is wide; undefined where there is none. */
export function edgeLabel(
  edge: ModelEdge,
  { theme, measure, report }: DrawContext,
  wrappingWidth: number,
): { readonly html: string; readonly size: Size; readonly style: CellStyle } | undefined {
  const text = labelHtml({ text: edge.label ?? '', type: edge.labelType }, report, edge.id);
  if (text === '') return undefined;
  const own = textStyle(declarationsOf([...listed(edge.cssCompiledStyles), ...listed(edge.labelStyle)]));
  const font = { fontFamily: theme.fontFamily, fontSize: Number(own.fontSize ?? theme.fontSize) };
  const natural = measure(text, font);
  const wraps = natural.width > wrappingWidth;
  // Labels of edges have no box to break lines in.
  const html = wraps ? `<div style="width:${wrappingWidth}px;white-space:normal">${text}</div>` : text;
  const style: CellStyle = {
    labelBackgroundColor: theme.edgeLabelFill.slice(0, 7),
    fontColor: theme.edgeLabelText,
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize,
    ...own,
  };
  return { html, size: wraps ? measure(html, font) : natural, style };
}
