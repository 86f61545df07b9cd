/** Mermaid's links as draw.io's connectors: line, curve and markers. */
import type { CellStyle } from './cells.js';
import { declarationsOf, shapeStyle } from './css.js';
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
  const declared = declarationsOf([...(edge.cssCompiledStyles ?? []), ...(edge.style ?? [])]);
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
