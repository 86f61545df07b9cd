/** What a cell's shape learns of the cell and of the page around it, and what is told of what it asked in vain. */

import type { Diagnostic } from '../diagnostics.js';
import type { TextSetter } from '../drawing/textBlock.js';
import { type Layout, type PlacedVertex, type RoutedEdge, shapeChildren } from '../layout/placed.js';
import { missingAsset } from '../shapes/missingAssets.js';
import type { ShapeCell } from '../shapes/shape.js';
import { gridSides } from './gridSides.js';
import { imageDiagnostic } from './imageDiagnostics.js';
import type { SceneContext } from './sceneContext.js';

/** What the shape of a cell may ask. */
export function shapeCellOf(
  { cell, style }: PlacedVertex | RoutedEdge,
  layout: Layout,
  context: SceneContext,
): ShapeCell {
  return {
    id: cell.id,
    value: cell.value,
    collapsed: cell.collapsed,
    get children() {
      return shapeChildren(cell, layout.cells);
    },
    get gridSides() {
      return gridSides(cell, layout.cells);
    },
    image: (path, variables) => imageOf(context, path, cell.id, variables),
    stencil: (name) => {
      const stencil = context.stencil(name);
      if (!stencil) context.report(missingStencil(cell.id, name));
      return stencil;
    },
    replacePlaceholders: (text) => context.replacePlaceholders(cell, text),
    label: () => context.shapeLabel(cell),
    shownLabel: () => (style.flag('noLabel') ? '' : context.shownLabel(cell)),
    textWidth: (text, fontSize) => captionWidth(context.setText, text, fontSize),
    reportUnknownMarker: (name) => context.report(unknownMarker(cell.id, name)),
  };
}

/** An href for an image of a cell; one that can't be had is reported. */
export function imageOf(
  context: SceneContext,
  path: string,
  cellId: string,
  variables?: ReadonlyMap<string, string>,
): string | undefined {
  const href = context.image(path, variables);
  const diagnostic = imageDiagnostic(cellId, path, href);
  if (diagnostic) context.report(diagnostic);
  return href;
}

/** The width of one line in draw.io's default font, as the browser tells an element's width: in whole pixels. */
function captionWidth(setText: TextSetter, text: string, fontSize: number): number {
  if (text.trim() === '') return 0;
  const { block } = setText({
    text: text.trim(),
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    align: 'left',
    verticalAlign: 'top',
    html: true,
    rotationDegrees: 0,
    fontSize: Math.round(fontSize),
    fontFamily: 'Arial,Helvetica',
    color: '#000000',
    bold: false,
    italic: false,
    underline: false,
  });
  return Math.round(block.width);
}

export const unknownMarker = (cellId: string, name: string): Diagnostic => {
  return { code: 'unknown-marker', cellId, message: `Marker "${name}" is not known; the line end is drawn plain.` };
};

const missingStencil = (cellId: string, name: string): Diagnostic =>
  missingAsset('missing-stencil', cellId, name, {
    found: `Stencil "${name}" is not in the asset pack`,
    drawn: 'left out',
  });
