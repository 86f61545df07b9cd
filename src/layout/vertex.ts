/** A vertex's place from its geometry, and the box that its label is laid out in. */
import { type Point, point, type Rect, rect, turnQuarter } from '../geometry/plane.js';
import type { Geometry } from '../model/cell.js';
import type { Shape } from '../shapes/shape.js';
import type { Style } from '../style/style.js';

/** The top left corner of a vertex; a relative geometry is a fraction of the parent's box plus the offset. */
export function geometryOrigin(geometry: Geometry, parentOrigin: Point, parentBox: Rect | undefined): Point {
  if (!geometry.relative || !parentBox) return point(parentOrigin.x + geometry.x, parentOrigin.y + geometry.y);
  return point(
    parentOrigin.x + geometry.x * parentBox.width + (geometry.offset?.x ?? 0),
    parentOrigin.y + geometry.y * parentBox.height + (geometry.offset?.y ?? 0),
  );
}

/**
 * The box in which a vertex's label is aligned, page px: beside the vertex by labelPosition and
 * verticalLabelPosition, else what its shape leaves for the label; turned where the text runs upwards (horizontal=0).
 * How far beside is measured by the geometry: nothing for a group whose box is derived, as in draw.io.
 */
export function vertexLabelBox(box: Rect, geometry: Geometry | undefined, style: Style, shape: Shape): Rect {
  const horizontal = style.string('labelPosition', 'center');
  const vertical = style.string('verticalLabelPosition', 'middle');
  const { width, height } = geometry ?? box;
  const labelWidth = style.has('labelWidth') ? style.number('labelWidth', width) : undefined;
  let dx = geometry?.relative ? 0 : (geometry?.offset?.x ?? 0);
  let dy = geometry?.relative ? 0 : (geometry?.offset?.y ?? 0);
  if (horizontal === 'left') dx -= labelWidth ?? width;
  else if (horizontal === 'right') dx += width;
  else if (horizontal === 'center' && labelWidth !== undefined) {
    const align = style.string('align', 'center');
    dx -= (labelWidth - width) * (align === 'center' ? 0.5 : align === 'right' ? 1 : 0);
  }
  if (vertical === 'top') dy -= height;
  else if (vertical === 'bottom') dy += height;
  const vertically = style.string('horizontal', '1') !== '1';
  const upright = rect(
    box.x + (vertically ? dy : dx),
    box.y + (vertically ? dx : dy),
    Math.max(1, box.width),
    Math.max(1, box.height),
  );
  let result = vertically ? turnQuarter(upright) : upright;
  if (horizontal === 'center' && vertical === 'middle') result = shape.labelBox?.(result, style) ?? result;
  return labelWidth === undefined ? result : rect(result.x, result.y, labelWidth, result.height);
}
