/** The copy of a lifeline's label in its foot (lifelineMirror), which the shape writes itself. */

import type { Canvas } from '../../drawing/canvas.js';
import type { Rect } from '../../geometry/plane.js';
import type { NumberKey } from '../../style/keys.js';
import type { Style } from '../../style/style.js';

const BOLD = 1;
const ITALIC = 2;
const UNDERLINE = 4;

export function drawFootLabel(canvas: Canvas, foot: Rect, style: Style, label: string): void {
  if (label === '') return;
  const spacing = Math.trunc(style.number('spacing', 2));
  const side = (key: NumberKey): number => style.number(key, 0) + spacing;
  const left = side('spacingLeft');
  const right = side('spacingRight');
  const align = style.string('align', 'center');
  const verticalAlign = style.string('verticalAlign', 'middle');
  const x =
    align === 'left' ? foot.x + left : align === 'right' ? foot.x + foot.width - right : foot.x + foot.width / 2;
  // Labels at the top and the bottom stand a pixel off their spacing.
  const y =
    verticalAlign === 'top'
      ? foot.y + side('spacingTop') + 1
      : verticalAlign === 'bottom'
        ? foot.y + foot.height - side('spacingBottom') - 1
        : foot.y + foot.height / 2;
  const bits = Math.trunc(style.number('fontStyle', 0));
  canvas.save();
  canvas.setFontColor(style.color('fontColor', '#000000') ?? '#000000');
  canvas.setFontFamily(style.string('fontFamily', 'Arial,Helvetica'));
  canvas.setFontSize(style.number('fontSize', 11));
  canvas.setFontStyle(bits & (BOLD | ITALIC | UNDERLINE));
  canvas.text(x, y, label, {
    width: style.get('whiteSpace') === 'wrap' ? Math.max(0, foot.width - left - right) : 0,
    align: align === 'left' || align === 'right' ? align : 'center',
    verticalAlign: verticalAlign === 'top' || verticalAlign === 'bottom' ? verticalAlign : 'middle',
    html: style.get('html') === '1',
  });
  canvas.restore();
}
