/** The markers at the ends of edges: where each lets the line end, and how it is drawn, in one table by name. */
import { type Point, point } from '../../geometry/plane.js';
import type { Canvas } from '../../scene/canvas.js';
import type { Style } from '../../style/style.js';

export interface MarkerRequest {
  /** Where the edge ends. */
  readonly tip: Point;
  /** The unit vector along the line, towards the tip. */
  readonly direction: Point;
  /** startSize or endSize, px. */
  readonly size: number;
  readonly strokeWidth: number;
  readonly filled: boolean;
  readonly atSource: boolean;
  /** The edge's own style. */
  readonly style: Style;
}

export interface PlacedMarker {
  /** Where the line ends, so that it doesn't show through the marker. */
  readonly lineEnd: Point;
  /** Draws with the canvas's stroke; the canvas's fill is the marker's. */
  draw(canvas: Canvas): void;
}

export type Marker = (request: MarkerRequest) => PlacedMarker;

/** A place relative to the tip: back along the line, and across it (positive to the right of the direction of travel). */
type Place = readonly [back: number, across: number];

type Frame = (place: Place) => Point;

/** A frame whose origin lies `setback` px behind the tip and whose unit is `length` px. */
function frameAt({ tip, direction }: MarkerRequest, length: number, setback = 0): Frame {
  return ([back, across]) =>
    point(
      tip.x - direction.x * (setback + back * length) - direction.y * across * length,
      tip.y - direction.y * (setback + back * length) + direction.x * across * length,
    );
}

function tracePlaces(canvas: Canvas, frame: Frame, places: readonly Place[]): void {
  places.forEach((place, index) => {
    const { x, y } = frame(place);
    if (index === 0) canvas.moveTo(x, y);
    else canvas.lineTo(x, y);
  });
}

function tracePolygons(canvas: Canvas, frame: Frame, polygons: readonly (readonly Place[])[]): void {
  canvas.begin();
  for (const places of polygons) {
    tracePlaces(canvas, frame, places);
    canvas.close();
  }
}

function strokeLines(canvas: Canvas, frame: Frame, lines: readonly (readonly Place[])[]): void {
  canvas.begin();
  for (const places of lines) tracePlaces(canvas, frame, places);
  canvas.stroke();
}

function traceCircle(canvas: Canvas, { x, y }: Point, radius: number): void {
  canvas.ellipse(x - radius, y - radius, 2 * radius, 2 * radius);
}

function finish(canvas: Canvas, filled: boolean): void {
  if (filled) canvas.fillAndStroke();
  else canvas.stroke();
}

// ---- arrowheads: their tip is drawn back so that the stroke's mitre ends where the edge ends

/** Half of 1 / sin of the angle between an arrowhead's side and the line, as draw.io rounds it. */
const ARROW_MITRE = 1.118;
const DIAMOND_MITRE = Math.SQRT1_2;
const THIN_DIAMOND_MITRE = 0.9862;

interface ArrowheadShape {
  readonly polygons: (atSource: boolean) => readonly (readonly Place[])[];
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

const always = (...polygons: readonly (readonly Place[])[]) => ({ polygons: () => polygons });

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

const triangle = (start: number, halfWidth: number): readonly Place[] => [
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

// ---- line marks: bars, crosses and crow's feet, which the line runs through

/** Their unit of length: the marker's size and the stroke, and one pixel. */
const markLength = ({ size, strokeWidth }: MarkerRequest): number => size + strokeWidth + 1;

const BAR: readonly Place[] = [
  [1 / 2, 1 / 2],
  [1 / 2, -1 / 2],
];

const FAR_BAR: readonly Place[] = [
  [1, 1 / 2],
  [1, -1 / 2],
];

const CROWS_FOOT: readonly Place[] = [
  [0, -1 / 2],
  [1, 0],
  [0, 1 / 2],
];

const lines =
  (...marks: readonly (readonly Place[])[]): Marker =>
  (request) => {
    const frame = frameAt(request, markLength(request));
    return { lineEnd: request.tip, draw: (canvas) => strokeLines(canvas, frame, marks) };
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

/** Where a line ends that must not show through a mark and the circle behind it. */
const behindCircle = (request: MarkerRequest): Point =>
  frameAt(request, 1)([2 * markLength(request) - request.strokeWidth / 2, 0]);

/**
 * A mark with a circle behind it, which draw.io fills with white, whatever the edge's colours. A circle without fill
 * interrupts the line, which goes on to the tip: from the crow's foot, or (`resumesAtCircle`) from the circle.
 */
const zeroAnd =
  (mark: readonly Place[], resumesAtCircle: boolean): Marker =>
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
        const rest: readonly Place[] = [
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
  (...arrow: readonly (readonly Place[])[]): Marker =>
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
    dash: lines([
      [1 / 2, 1 / 2],
      [3 / 2, -1 / 2],
    ]),
    cross: lines(
      [
        [1 / 2, 1 / 2],
        [3 / 2, -1 / 2],
      ],
      [
        [1 / 2, -1 / 2],
        [3 / 2, 1 / 2],
      ],
    ),
    baseDash: lines([
      [0, 1 / 2],
      [0, -1 / 2],
    ]),
    manyOptional,
    ERone: lines(BAR),
    ERmandOne: lines(BAR, FAR_BAR),
    ERmany: lines(CROWS_FOOT),
    ERoneToMany: lines(FAR_BAR, CROWS_FOOT),
    ERzeroToMany: zeroAnd(CROWS_FOOT, false),
    ERzeroToOne: zeroAnd(BAR, true),
    sysMLPackCont: packageContainment,
    sysMLReqInt: requiredInterface,
    sysMLProvInt: providedInterface,
    sysMLx: lines(
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
  }),
);
