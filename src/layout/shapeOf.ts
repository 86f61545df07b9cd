/** The shape that a cell's style names; one that isn't known is reported, and drawn plain. */

import type { Diagnostic, Report } from '../diagnostics.js';
import type { Cell } from '../model/cell.js';
import { stencilEdge } from '../shapes/edges/stencilEdge.js';
import { missingAsset } from '../shapes/missingAssets.js';
import { EDGE_SHAPES, edgeShapeOf, SHAPES } from '../shapes/registry.js';
import type { EdgeShape, Shape } from '../shapes/shape.js';
import type { Style } from '../style/style.js';

interface ShapeSource {
  readonly report: Report;
  stencil(shapeName: string): Shape | undefined;
}

export function vertexShapeOf(cell: Cell, style: Style, source: ShapeSource): Shape {
  const name = style.string('shape', '');
  const shape = SHAPES.get(name) ?? source.stencil(name);
  if (shape) return shape;
  if (name !== '') source.report(unknownShape(cell.id, name));
  return SHAPES.get('rectangle') as Shape;
}

export function connectorOf(cell: Cell, style: Style, source: ShapeSource): EdgeShape {
  const name = style.string('shape', 'connector');
  const shape = edgeShapeOf(name);
  if (shape) return shape;
  const stencil = source.stencil(name);
  if (stencil) return stencilEdge(stencil);
  source.report({
    code: 'unknown-shape',
    cellId: cell.id,
    message: `Edge shape "${name}" is not known; drawn as a connector.`,
  });
  return EDGE_SHAPES.get('connector') as EdgeShape;
}

function unknownShape(cellId: string, name: string): Diagnostic {
  const shown = name.length > 60 ? `${name.slice(0, 57)}...` : name;
  return name.startsWith('mxgraph.') || name.startsWith('stencil(')
    ? missingAsset('missing-stencil', cellId, name, {
        found: `Stencil "${shown}" can't be had`,
        drawn: 'drawn as a rectangle',
      })
    : { code: 'unknown-shape', cellId, message: `Shape "${shown}" is not known; drawn as a rectangle.` };
}
