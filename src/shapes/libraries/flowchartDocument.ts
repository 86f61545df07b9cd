/** The document of the flowchart library: rounded at the top, wavy at the foot. */
import { pathShape } from '../general/frame.js';
import { clamp } from '../general/outline.js';
import type { Shape } from '../shape.js';

const CORNER = 5;
/** How far the wave's control points lie from its ends, in heights of the wave. */
const SWING = 1.4;

const document2 = pathShape((w, h, style) => {
  const wave = h * clamp(style.number('size', 0.5), 0, 1);
  const foot = h - wave / 2;
  return (
    `M ${w - CORNER} 0 A ${CORNER} ${CORNER} 0 0 1 ${w} ${CORNER} V ${foot} ` +
    `Q ${w * 0.75} ${h - wave * SWING} ${w / 2} ${foot} Q ${w / 4} ${h - wave * (1 - SWING)} 0 ${foot} ` +
    `V ${wave / 2} V ${CORNER} A ${CORNER} ${CORNER} 0 0 1 ${CORNER} 0 Z`
  );
});

const FLOWCHART_DOCUMENT: Readonly<Record<string, Shape>> = { 'mxgraph.flowchart.document2': document2 };

export const flowchartShapes = (): Readonly<Record<string, Shape>> => FLOWCHART_DOCUMENT;
