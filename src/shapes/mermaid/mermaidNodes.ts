/** Nodes that draw.io has for Mermaid's diagrams: the mind map's bang, the fish's head, the odd box, faces, arrows. */
import { rect } from '../../geometry/plane.js';
import { mermaidBlockArrow } from '../general/blockArrow.js';
import { drawEllipse, drawPath, framed, pathShape } from '../general/frame.js';
import type { Shape } from '../shape.js';

/**
 * Where the spikes of a bang lie one after the other, in fractions of its body's width and height, and the radius of the
 * scallops between them in fractions of the largest.
 */
const SPIKES: readonly (readonly [dx: number, dy: number, radius: number])[] = [
  [0.25, -0.1, 1],
  [0.25, 0, 1],
  [0.25, 0, 1],
  [0.25, 0.1, 1],
  [0.15, 0.33, 1],
  [0, 0.34, 0.8],
  [-0.15, 0.33, 1],
  [-0.25, 0.15, 1],
  [-0.25, 0, 1],
  [-0.25, 0, 1],
  [-0.25, -0.15, 1],
  [-0.1, -0.33, 1],
  [0, -0.34, 0.8],
  [0.1, -0.33, 1],
];

/** Spikes stand out of the body, which takes four fifths of the box. */
const mindmapBang = pathShape(
  (w, h) => {
    const width = w * 0.8;
    const height = h * 0.8;
    let x = width * 0.1;
    let y = height * 0.1;
    let data = `M${x} ${y}`;
    for (const [dx, dy, scale] of SPIKES) {
      x += dx * width;
      y += dy * height;
      const radius = width * 0.15 * scale;
      data += `A${radius} ${radius} 0 0 0 ${x} ${y}`;
    }
    return `${data}Z`;
  },
  { labelBox: ({ x, y, width: w, height: h }) => rect(x + w * 0.1, y + h * 0.1, w * 0.8, h * 0.8) },
);

const ishikawaHead = pathShape((w, h) => `M0 0V${h}Q${2 * w} ${h / 2} 0 0Z`);

/** A rectangle with a notch at its left. */
const mermaidOdd = pathShape((w, h) => `M0 0L${h / 4} ${h / 2} 0 ${h} ${w} ${h} ${w} 0Z`, {
  labelBox: ({ x, y, width, height }) => rect(x + height / 4, y, width - height / 4, height),
});

/** A mouth: the crescent between two half circles, which opens upwards or (turned) downwards. */
const crescent = (x: number, y: number, unit: number, turned: boolean): string => {
  const outer = 7.5 * unit;
  const inner = 6.818 * unit;
  const side = turned ? -1 : 1;
  return (
    `M${x + side * outer} ${y}A${outer} ${outer} 0 1 1 ${x - side * outer} ${y}` +
    `L${x - side * inner} ${y}A${inner} ${inner} 0 1 0 ${x + side * inner} ${y}Z`
  );
};

/** A round face, happy, neutral or sad. */
const smileyFace = framed(({ canvas, w, h, style }) => {
  const size = Math.min(w, h);
  const unit = size / 30;
  const x = w / 2;
  const y = h / 2;
  drawEllipse(canvas, x - size / 2, y - size / 2, size, size);
  const color = style.color('smileyFeatureColor', '#666666');
  canvas.setFillColor(color);
  canvas.setStrokeColor(color);
  canvas.setStrokeWidth(2 * unit);
  const eye = 1.5 * unit;
  for (const side of [-1, 1]) {
    drawEllipse(canvas, x + side * 5 * unit - eye, y - 5 * unit - eye, eye * 2, eye * 2);
  }
  canvas.setStrokeWidth(unit);
  canvas.setFillColor('#000000');
  switch (style.string('smileyType', 'happy')) {
    case 'happy':
      drawPath(canvas, crescent(x, y + 2 * unit, unit, false));
      break;
    case 'sad':
      drawPath(canvas, crescent(x, y + 7 * unit, unit, true));
      break;
    default:
      drawPath(canvas, `M${x - 5 * unit} ${y + 7 * unit}H${x + 5 * unit}`, 'stroke');
  }
});

export const MERMAID_SHAPES: Readonly<Record<string, Shape>> = {
  mindmapBang,
  ishikawaHead,
  mermaidOdd,
  mermaidBlockArrow,
  smileyFace,
};
