/** The shapes of Mermaid's git graphs: tags, merge commits and cherry-picked commits. */
import { rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import { drawEllipse, drawPath, type Frame, framed } from '../general/frame.js';
import { clamp } from '../general/outline.js';
import type { Shape } from '../shape.js';

const tabOf = (style: Style): number => style.number('tabSize', 8);

function drawDisk({ canvas }: Frame, x: number, y: number, radius: number): void {
  drawEllipse(canvas, x - radius, y - radius, radius * 2, radius * 2);
}

/** A paper tag: a body with a tab on its left, which a string's hole pierces. */
const gitTag: Shape = framed(
  (frame) => {
    const { canvas, w, h, style } = frame;
    const tab = clamp(tabOf(style), 0, w);
    const tip = clamp(style.number('tabInset', 4), 0, h);
    const top = (h - tip) / 2;
    drawPath(canvas, `M0 ${top}V${top + tip}L${tab} ${h}H${w}V0H${tab}Z`);
    const hole = style.number('holeSize', 1);
    if (hole <= 0) return;
    const color = style.color('holeColor') ?? style.color('fontColor', '#333333');
    canvas.setFillColor(color);
    canvas.setStrokeColor(color);
    drawDisk(frame, tabOf(style) / 2, h / 2, hole);
  },
  { labelBox: (box, style) => rect(box.x + tabOf(style), box.y, box.width - tabOf(style), box.height) },
);

const gitMergeCommit = framed(({ canvas, w, h, style }) => {
  const inner = Math.min(w, h) * 0.6;
  const color = style.color('innerColor', '#ECECFF');
  drawEllipse(canvas, 0, 0, w, h);
  canvas.setFillColor(color);
  canvas.setStrokeColor(color);
  drawEllipse(canvas, (w - inner) / 2, (h - inner) / 2, inner, inner);
});

/** Two cherries on their stalks. */
const gitCherryPick = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const unit = Math.min(w, h) / 20;
  const x = w / 2;
  const y = h / 2;
  drawEllipse(canvas, 0, 0, w, h);
  const color = style.color('featureColor', '#fff');
  canvas.setFillColor(color);
  canvas.setStrokeColor(color);
  canvas.setStrokeWidth(0);
  for (const side of [-1, 1]) drawDisk(frame, x + side * 3 * unit, y + 2 * unit, 2.75 * unit);
  canvas.setStrokeWidth(unit);
  for (const side of [1, -1]) {
    drawPath(canvas, `M${x + side * 3 * unit} ${y + unit}L${x} ${y - 5 * unit}`, 'stroke');
  }
});

export const GIT_SHAPES: Readonly<Record<string, Shape>> = { gitTag, gitMergeCommit, gitCherryPick };
