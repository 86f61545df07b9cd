/** The markers at the ends of edges: where each lets the line end, and how it is drawn, in one table by name. */
import {
  finish,
  frameAt,
  type Marker,
  type MarkerPoint,
  markLength,
  strokeLines,
  traceCircle,
  tracePolygons,
} from './markerFrame.js';
import { lineMarks, RELATION_MARKERS } from './relationMarkers.js';

// ---- arrowheads: their tip is drawn back so that the stroke's mitre ends where the edge ends

/** Half of 1 / sin of the angle between an arrowhead's side and the line, as draw.io rounds it. */
const ARROW_MITRE = 1.118;
const DIAMOND_MITRE = Math.SQRT1_2;
const THIN_DIAMOND_MITRE = 0.9862;

interface ArrowheadShape {
  readonly polygons: (atSource: boolean) => readonly (readonly MarkerPoint[])[];
  /** Where the line ends, in lengths behind the tip. */
  readonly lineEnd: number;
  readonly mitre?: number;
}

const arrowhead =
  ({ polygons, lineEnd, mitre = ARROW_MITRE }: ArrowheadShape): Marker =>
  (request) => {
    const frame = frameAt(request, request.size + request.strokeWidth, mitre * request.strokeWidth);
    return {
      lineEnd: frame([lineEnd, 0]),
      draw(canvas) {
        tracePolygons(canvas, frame, polygons(request.atSource));
        finish(canvas, request.filled);
      },
    };
  };

const always = (...polygons: readonly (readonly MarkerPoint[])[]) => ({ polygons: () => polygons });

const classic = (halfWidth: number): Marker =>
  arrowhead({
    ...always([
      [0, 0],
      [1, halfWidth],
      [3 / 4, 0],
      [1, -halfWidth],
    ]),
    lineEnd: 3 / 4,
  });

const triangle = (start: number, halfWidth: number): readonly MarkerPoint[] => [
  [start, 0],
  [start + 1, halfWidth],
  [start + 1, -halfWidth],
];

const diamond = (halfWidth: number, mitre: number): Marker =>
  arrowhead({
    ...always([
      [0, 0],
      [1 / 2, halfWidth],
      [1, 0],
      [1 / 2, -halfWidth],
    ]),
    lineEnd: 1,
    mitre,
  });

const open =
  (halfWidth: number): Marker =>
  (request) => {
    const setback = ARROW_MITRE * request.strokeWidth;
    const frame = frameAt(request, request.size + request.strokeWidth, setback);
    return {
      lineEnd: frameAt(request, 1, 2 * setback)([0, 0]),
      draw(canvas) {
        strokeLines(canvas, frame, [
          [
            [1, halfWidth],
            [0, 0],
            [1, -halfWidth],
          ],
        ]);
      },
    };
  };

const openAsync: Marker = (request) => {
  const frame = frameAt(request, request.size + request.strokeWidth);
  const across = request.atSource ? 1 / 2 : -1 / 2;
  return {
    lineEnd: request.tip,
    draw(canvas) {
      strokeLines(canvas, frame, [
        [
          [0, 0],
          [1, across],
        ],
      ]);
    },
  };
};

const box: Marker = (request) => {
  const frame = frameAt(request, markLength(request));
  return {
    lineEnd: frame([1, 0]),
    draw(canvas) {
      tracePolygons(canvas, frame, [
        [
          [0, 1 / 2],
          [0, -1 / 2],
          [1, -1 / 2],
          [1, 1 / 2],
        ],
      ]);
      finish(canvas, request.filled);
    },
  };
};

const halfCircle: Marker = (request) => {
  const frame = frameAt(request, markLength(request));
  const lineEnd = frame([1, 0]);
  return {
    lineEnd,
    draw(canvas) {
      const [start, control1, control2, end] = [frame([0, 1]), frame([1, 1]), frame([1, -1]), frame([0, -1])];
      canvas.begin();
      canvas.moveTo(start.x, start.y);
      canvas.quadTo(control1.x, control1.y, lineEnd.x, lineEnd.y);
      canvas.quadTo(control2.x, control2.y, end.x, end.y);
      canvas.stroke();
    },
  };
};

// ---- circles

const oval: Marker = (request) => {
  const radius = request.size / 2;
  return {
    lineEnd: frameAt(request, 1)([radius, 0]),
    draw(canvas) {
      traceCircle(canvas, request.tip, radius);
      finish(canvas, request.filled);
    },
  };
};

const circle: Marker = (request) => {
  const radius = request.size + request.strokeWidth;
  const frame = frameAt(request, 1);
  return {
    lineEnd: frame([2 * radius + request.strokeWidth, 0]),
    draw(canvas) {
      traceCircle(canvas, frame([radius + request.strokeWidth, 0]), radius);
      finish(canvas, request.filled);
    },
  };
};

const circlePlus: Marker = (request) => {
  const around = circle(request);
  const radius = request.size + request.strokeWidth;
  const middle = radius + request.strokeWidth;
  return {
    lineEnd: around.lineEnd,
    draw(canvas) {
      around.draw(canvas);
      strokeLines(canvas, frameAt(request, 1), [
        [
          [middle - radius, 0],
          [middle + radius, 0],
        ],
        [
          [middle, radius],
          [middle, -radius],
        ],
      ]);
    },
  };
};

export const MARKERS: ReadonlyMap<string, Marker> = new Map(
  Object.entries<Marker>({
    classic: classic(1 / 2),
    classicThin: classic(1 / 3),
    block: arrowhead({ ...always(triangle(0, 1 / 2)), lineEnd: 1 }),
    blockThin: arrowhead({ ...always(triangle(0, 1 / 3)), lineEnd: 1 }),
    doubleBlock: arrowhead({ ...always(triangle(0, 1 / 2), triangle(1, 1 / 2)), lineEnd: 2 }),
    async: arrowhead({
      polygons: (atSource) => [
        [
          [0, 0],
          [1, atSource ? 1 / 2 : -1 / 2],
          [1, 0],
        ],
      ],
      lineEnd: 1,
    }),
    open: open(1 / 2),
    openThin: open(1 / 3),
    openAsync,
    diamond: diamond(1 / 2, DIAMOND_MITRE),
    diamondThin: diamond(1 / 3.4, THIN_DIAMOND_MITRE),
    oval,
    circle,
    circlePlus,
    halfCircle,
    box,
    dash: lineMarks([
      [1 / 2, 1 / 2],
      [3 / 2, -1 / 2],
    ]),
    cross: lineMarks(
      [
        [1 / 2, 1 / 2],
        [3 / 2, -1 / 2],
      ],
      [
        [1 / 2, -1 / 2],
        [3 / 2, 1 / 2],
      ],
    ),
    baseDash: lineMarks([
      [0, 1 / 2],
      [0, -1 / 2],
    ]),
    ...RELATION_MARKERS,
  }),
);
