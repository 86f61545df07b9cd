/** Mermaid's links as draw.io's connectors: line, curve and markers. */
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { declarationsOf, shapeStyle, textStyle } from '../css.js';
import { labelHtml } from '../text/labels.js';
import { LINE_HEIGHT, linesOf, wrappedLines } from '../text/measure.js';
import type { MermaidTheme } from '../theme.js';
import type { Size } from './graph.js';
import type { ModelEdge } from './model.js';

/** A mark at an end of an edge, as draw.io has it. */
export interface Marker {
  readonly name: string;
  readonly fill: 0 | 1;
  readonly size: number;
}

const MARKERS: Readonly<Record<string, Marker>> = {
  arrow_point: { name: 'block', fill: 1, size: 7 },
  arrow_barb: { name: 'classic', fill: 1, size: 8 },
  arrow_barb_neo: { name: 'classic', fill: 1, size: 8 },
  arrow_circle: { name: 'oval', fill: 1, size: 11 },
  arrow_cross: { name: 'cross', fill: 0, size: 11 },
};

/** What Mermaid's markers take of a line, px. */
const MARKER_LENGTHS: Readonly<Record<string, number>> = {
  aggregation: 17.25,
  extension: 17.25,
  composition: 17.25,
  dependency: 6,
  lollipop: 13.5,
  arrow_point: 4,
};

/** How much of an edge's line its markers take. */
export const markerLengths = ({
  arrowTypeStart = '',
  arrowTypeEnd = '',
}: ModelEdge): { readonly startMarker?: number; readonly endMarker?: number } => ({
  startMarker: MARKER_LENGTHS[arrowTypeStart],
  endMarker: MARKER_LENGTHS[arrowTypeEnd],
});

const THICK = 3.5;
/** Mermaid's, by the names of its patterns. */
const DASHES: Readonly<Record<string, string>> = { dotted: '2 2', dashed: '3 3' };

/** Curves of d3's that keep to the waypoints' lines. */
const STRAIGHT = new Set(['linear']);
const STEPS = new Set(['step', 'stepBefore', 'stepAfter']);
const ROUNDED = new Set(['rounded']);

/** `dashes` are those of lines that aren't solid, where they are a kind's own. */
export function edgeStyle(edge: ModelEdge, theme: MermaidTheme, dashes = DASHES[edge.pattern ?? '']): CellStyle {
  const pattern = edge.thickness === 'invisible' || edge.pattern === 'invisible' ? 'invisible' : edge.pattern;
  const width = edge.thickness === 'thick' ? THICK : 1;
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
    ...markerStyle('start', markerOn(edge.arrowTypeStart, width)),
    ...markerStyle('end', markerOn(edge.arrowTypeEnd, width)),
    strokeColor: pattern === 'invisible' ? 'none' : theme.line,
    strokeWidth: width,
    ...((pattern === 'dotted' || pattern === 'dashed') && { dashed: 1, fixDash: 1, dashPattern: dashes }),
    ...(edge.animate && { flowAnimation: 1 }),
    ...own,
  };
}

/** The style of an edge between classes or entities, whose marks a diagram has of its own. */
export function relationStyle(
  edge: ModelEdge,
  theme: MermaidTheme,
  markerOf: (type: string) => Marker | undefined,
  dashes?: string,
): CellStyle {
  return {
    ...edgeStyle(edge, theme, dashes),
    ...markerStyle('start', markerOf(edge.arrowTypeStart ?? '')),
    ...markerStyle('end', markerOf(edge.arrowTypeEnd ?? '')),
  };
}

/** draw.io's markers grow with the line, Mermaid's don't. */
function markerOn(type: string | undefined, width: number): Marker | undefined {
  const marker = MARKERS[type ?? ''];
  return marker && { ...marker, size: marker.size - (width - 1) };
}

function curveStyle(curve: string | undefined): CellStyle {
  if (STRAIGHT.has(curve ?? '')) return { rounded: 0 };
  if (ROUNDED.has(curve ?? '')) return { rounded: 1 };
  if (STEPS.has(curve ?? '')) return { edgeStyle: 'orthogonalEdgeStyle', rounded: 0 };
  return { curved: 1 };
}

function markerStyle(end: 'start' | 'end', marker: Marker | undefined): CellStyle {
  if (!marker) return { [`${end}Arrow`]: 'none' };
  return { [`${end}Arrow`]: marker.name, [`${end}Fill`]: marker.fill, [`${end}Size`]: marker.size };
}

/** Mermaid gives declarations in a list or in one text. */
const listed = (styles: string | readonly string[] | undefined): readonly string[] =>
  typeof styles === 'string' ? [styles] : (styles ?? []);

/** The label of an edge, broken into lines where it is wide; undefined where there is none. */
export function edgeLabel(
  edge: ModelEdge,
  { theme, measure, icons, report }: DrawContext,
  wrappingWidth: number,
): { readonly html: string; readonly size: Size; readonly style: CellStyle } | undefined {
  const text = labelHtml({ text: edge.label ?? '', type: edge.labelType }, report, edge.id, icons);
  if (text === '') return undefined;
  const own = textStyle(declarationsOf([...listed(edge.cssCompiledStyles), ...listed(edge.labelStyle)]));
  const font = { fontFamily: theme.fontFamily, fontSize: Number(own.fontSize ?? theme.fontSize) };
  const natural = measure(text, { ...font, lineHeight: LINE_HEIGHT });
  const wraps = natural.width > wrappingWidth;
  // Labels of edges have no box to break lines in.
  const html = wraps ? wrappedLines(text, wrappingWidth) : linesOf(text, natural.height, font.fontSize);
  const style: CellStyle = {
    labelBackgroundColor: theme.edgeLabelFill.slice(0, 7),
    fontColor: theme.edgeLabelText,
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize,
    ...own,
  };
  return { html, size: wraps ? measure(html, font) : natural, style };
}
