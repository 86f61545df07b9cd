/** Markers of entity relations and SysML: bars, crow's feet and circles that the line mostly runs through. */
import type { Point } from '../../geometry/plane.js';
import {
  finish,
  frameAt,
  type Marker,
  type MarkerPoint,
  type MarkerRequest,
  markLength,
  strokeLines,
  traceCircle,
} from './markerFrame.js';

const BAR: readonly MarkerPoint[] = [
  [1 / 2, 1 / 2],
  [1 / 2, -1 / 2],
];

const FAR_BAR: readonly MarkerPoint[] = [
  [1, 1 / 2],
  [1, -1 / 2],
];

const CROWS_FOOT: readonly MarkerPoint[] = [
  [0, -1 / 2],
  [1, 0],
  [0, 1 / 2],
];

/** Lines that the edge's own line runs through. */
export const lineMarks =
  (...marks: readonly (readonly MarkerPoint[])[]): Marker =>
  (request) => {
    const frame = frameAt(request, markLength(request));
    return { lineEnd: request.tip, draw: (canvas) => strokeLines(canvas, frame, marks) };
  };

/** Where a line ends that must not show through a mark and the circle behind it. */
const behindCircle = (request: MarkerRequest): Point =>
  frameAt(request, 1)([2 * markLength(request) - request.strokeWidth / 2, 0]);

/**
 * A mark with a circle behind it, which draw.io fills with white, whatever the edge's colours. A circle without fill
 * interrupts the line, which goes on to the tip: from the crow's foot, or (`resumesAtCircle`) from the circle.
 */
const zeroAnd =
  (mark: readonly MarkerPoint[], resumesAtCircle: boolean): Marker =>
  (request) => {
    const length = markLength(request);
    const frame = frameAt(request, length);
    const resume = 1 + (resumesAtCircle ? request.strokeWidth / 2 / length : 0);
    return {
      lineEnd: request.filled ? request.tip : behindCircle(request),
      draw(canvas) {
        const { fillColor } = canvas;
        traceCircle(canvas, frame([1.5, 0]), request.size / 2);
        canvas.setFillColor('#ffffff');
        finish(canvas, request.filled);
        canvas.setFillColor(fillColor);
        const rest: readonly MarkerPoint[] = [
          [resume, 0],
          [0, 0],
        ];
        strokeLines(canvas, frame, request.filled ? [mark] : [mark, rest]);
      },
    };
  };

const manyOptional: Marker = (request) => {
  const frame = frameAt(request, markLength(request));
  return {
    lineEnd: behindCircle(request),
    draw(canvas) {
      traceCircle(canvas, frame([1.5, 0]), request.size / 2);
      finish(canvas, request.filled);
      strokeLines(canvas, frame, [
        [
          [0, 0],
          [1, 0],
        ],
        CROWS_FOOT,
      ]);
    },
  };
};

// ---- SysML

const packageContainment: Marker = (request) => {
  const frame = frameAt(request, markLength(request));
  return {
    lineEnd: request.tip,
    draw(canvas) {
      strokeLines(canvas, frame, [BAR]);
      traceCircle(canvas, frame([1 / 2, 0]), request.size / 2);
      canvas.stroke();
    },
  };
};

const requiredInterface: Marker = (request) => {
  const frame = frameAt(request, markLength(request));
  return {
    lineEnd: request.tip,
    draw(canvas) {
      canvas.setFillColor(request.style.color('fillColor'));
      traceCircle(canvas, frame([1 / 2, 0]), request.size / 2);
      canvas.fillAndStroke();
    },
  };
};

const providedInterface: Marker = (request) => {
  const frame = frameAt(request, markLength(request));
  const radius = request.size / 2;
  return {
    lineEnd: request.tip,
    draw(canvas) {
      const [start, end] = [frame([0, 1 / 2]), frame([0, -1 / 2])];
      canvas.setFillColor(request.style.color('fillColor'));
      canvas.begin();
      canvas.moveTo(start.x, start.y);
      canvas.arcTo(radius, radius, 0, false, true, end.x, end.y);
      canvas.fillAndStroke();
    },
  };
};

/** The dot of lost and found messages, behind an open arrowhead or alone. */
const dot =
  (...arrow: readonly (readonly MarkerPoint[])[]): Marker =>
  (request) => {
    const frame = frameAt(request, markLength(request));
    return {
      lineEnd: request.tip,
      draw(canvas) {
        if (arrow.length > 0) strokeLines(canvas, frame, arrow);
        canvas.setFillColor(request.style.color('strokeColor', '#000000'));
        traceCircle(canvas, frame([1 / 2, 0]), request.size / 2);
        canvas.fillAndStroke();
      },
    };
  };

export const RELATION_MARKERS: Readonly<Record<string, Marker>> = {
  manyOptional,
  ERone: lineMarks(BAR),
  ERmandOne: lineMarks(BAR, FAR_BAR),
  ERmany: lineMarks(CROWS_FOOT),
  ERoneToMany: lineMarks(FAR_BAR, CROWS_FOOT),
  ERzeroToMany: zeroAnd(CROWS_FOOT, false),
  ERzeroToOne: zeroAnd(BAR, true),
  sysMLPackCont: packageContainment,
  sysMLReqInt: requiredInterface,
  sysMLProvInt: providedInterface,
  sysMLx: lineMarks(
    [
      [1 / 2, 1 / 2],
      [-1 / 2, -1 / 2],
    ],
    [
      [-1 / 2, 1 / 2],
      [1 / 2, -1 / 2],
    ],
  ),
  sysMLLost: dot([
    [3 / 2, 1 / 2],
    [1 / 2, 0],
    [3 / 2, -1 / 2],
  ]),
  sysMLFound: dot(),
};
