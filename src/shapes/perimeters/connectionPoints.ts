/** Where edges snap to each built-in shape (snapToPoint=1), in the shape's own upright frame. */
import type { Rect } from '../../geometry/plane.js';
import type { Style } from '../../style/style.js';
import { clamp } from '../general/outline.js';
import type { ConnectionPoint, Shape } from '../shape.js';

type Pair = readonly [number, number];
type Points = (box: Rect, style: Style) => readonly ConnectionPoint[];

/** Fractions of the box that are moved onto the perimeter. */
const outline = (...pairs: readonly Pair[]): readonly ConnectionPoint[] =>
  pairs.map(([x, y]) => ({ x, y, perimeter: true }));

/** Fractions of the box that stay where they are. */
const exact = (...pairs: readonly Pair[]): readonly ConnectionPoint[] =>
  pairs.map(([x, y]) => ({ x, y, perimeter: false }));

/** Offsets in px from the top left corner. */
const offsets = (...pairs: readonly Pair[]): readonly ConnectionPoint[] =>
  pairs.map(([dx, dy]) => ({ x: 0, y: 0, dx, dy, perimeter: false }));

const QUARTERS = [0, 0.25, 0.5, 0.75, 1] as const;
const INNER_QUARTERS = [0.25, 0.5, 0.75] as const;

const RECTANGLE = outline(
  ...QUARTERS.map((x): Pair => [x, 0]),
  ...INNER_QUARTERS.map((y): Pair => [0, y]),
  ...INNER_QUARTERS.map((y): Pair => [1, y]),
  ...QUARTERS.map((x): Pair => [x, 1]),
);
const STEP = outline(
  ...INNER_QUARTERS.map((x): Pair => [x, 0]),
  ...INNER_QUARTERS.map((x): Pair => [x, 1]),
  ...INNER_QUARTERS.map((y): Pair => [0, y]),
  ...INNER_QUARTERS.map((y): Pair => [1, y]),
);
const DOCUMENT = STEP.filter(({ y }) => y !== 1);
const ELLIPSE = outline([0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0], [0.5, 1], [0, 0.5], [1, 0.5]);
const TRIANGLE = outline([0, 0.25], [0, 0.5], [0, 0.75], [0.5, 0], [0.5, 1], [1, 0.5]);
const HEXAGON = outline(
  [0.375, 0],
  [0.5, 0],
  [0.625, 0],
  ...INNER_QUARTERS.map((y): Pair => [0, y]),
  ...INNER_QUARTERS.map((y): Pair => [1, y]),
  [0.375, 1],
  [0.5, 1],
  [0.625, 1],
);
const CYLINDER = [
  ...exact([0.15, 0.05], [0.85, 0.05], [0.15, 0.95], [0.85, 0.95]),
  ...outline([0.5, 0], [0, 0.3], [0, 0.5], [0, 0.7], [1, 0.3], [1, 0.5], [1, 0.7], [0.5, 1]),
];
const ACTOR = [
  ...outline([0.5, 0], [0, 0.75], [1, 0.75], [0.25, 1], [0.5, 1], [0.75, 1]),
  ...exact([0.25, 0.2], [0.1, 0.5], [0.75, 0.25], [0.9, 0.5]),
];
const CLOUD = exact(
  [0.25, 0.25],
  [0.4, 0.1],
  [0.16, 0.55],
  [0.07, 0.4],
  [0.31, 0.8],
  [0.13, 0.77],
  [0.8, 0.8],
  [0.55, 0.95],
  [0.875, 0.5],
  [0.96, 0.7],
  [0.625, 0.2],
  [0.88, 0.25],
);
const LINE = exact([0, 0.5], [0.25, 0.5], [0.75, 0.5], [1, 0.5]);
const SWITCH = exact([0, 0], [0.5, 0.25], [1, 0], [0.25, 0.5], [0.75, 0.5], [0, 1], [0.5, 0.75], [1, 1]);
const TAPE = exact([0, 0.35], [0, 0.5], [0, 0.65], [1, 0.35], [1, 0.5], [1, 0.65], [0.25, 1], [0.75, 0]);
const CROSSBAR = exact([0, 0], [0, 0.5], [0, 1], [0.25, 0.5], [0.5, 0.5], [0.75, 0.5], [1, 0], [1, 0.5], [1, 1]);
const OR = exact([0, 0.25], [0, 0.5], [0, 0.75], [1, 0.5], [0.7, 0.1], [0.7, 0.9]);
const XOR = exact([0.175, 0.25], [0.25, 0.5], [0.175, 0.75], [1, 0.5], [0.7, 0.1], [0.7, 0.9]);

const UML_ACTOR = exact([0.25, 0.1], [0.5, 0], [0.75, 0.1], [0, 1 / 3], [0, 1], [1, 1 / 3], [1, 1], [0.5, 0.5]);
const INTERFACE = exact([0, 0.5], [1, 0.5]);
const LOLLIPOP = exact([0.5, 0], [0.5, 1]);
const COMPONENT = outline(
  ...INNER_QUARTERS.map((x): Pair => [x, 0]),
  [0, 0.3],
  [0, 0.7],
  ...INNER_QUARTERS.map((y): Pair => [1, y]),
  ...INNER_QUARTERS.map((x): Pair => [x, 1]),
);

const always =
  (points: readonly ConnectionPoint[]): Points =>
  () =>
    points;

const corner = (style: Style, { width, height }: Rect, fallback: number): number =>
  clamp(style.number('size', fallback), 0, Math.min(width, height));

const isoCube: Points = ({ width, height }) => {
  const tan30 = Math.tan(Math.PI / 6);
  const tip = (0.5 - tan30) / 2;
  const m = Math.min(width, height / (0.5 + tan30));
  const fractions: readonly Pair[] = [
    [0, 0.25],
    [0.5, tip],
    [1, 0.25],
    [1, 0.75],
    [0.5, 1 - tip],
    [0, 0.75],
  ];
  return offsets(...fractions.map(([x, y]): Pair => [(width - m) / 2 + x * m, (height - m) / 2 + y * m]));
};

const isoCube2: Points = ({ width: w, height: h }, style) => {
  const angle = (clamp(style.number('isoAngle', 15), 0.01, 94) * Math.PI) / 200;
  const rise = Math.min(w * Math.tan(angle), h / 2);
  return [
    ...exact([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]),
    ...offsets([w, rise], [w, h - rise], [0, h - rise], [0, rise]),
  ];
};

const callout: Points = ({ width: w, height: h }, style) => {
  const tail = clamp(style.number('size', 30), 0, h);
  const tip = w * clamp(style.number('position2', 0.5), 0, 1);
  const body = h - tail;
  return [
    ...exact(...QUARTERS.map((x): Pair => [x, 0])),
    ...offsets([w, body / 2], [w, body], [tip, h], [0, body], [0, body / 2]),
  ];
};

const note: Points = (box, style) => {
  const { width: w, height: h } = box;
  const s = corner(style, box, 30);
  return [
    ...exact([0, 0], [1, 1], [0.5, 1], [0, 1], [0, 0.5]),
    ...offsets([(w - s) / 2, 0], [w - s, 0], [w - s / 2, s / 2], [w, s], [w, (h + s) / 2]),
    ...(w >= s * 2 ? exact([0.5, 0]) : []),
  ];
};

const card: Points = (box, style) => {
  const { width: w, height: h } = box;
  const s = corner(style, box, 30);
  return [
    ...exact([1, 0], [0, 1], [0.5, 1], [1, 1], [1, 0.5]),
    ...offsets([(w + s) / 2, 0], [s, 0], [s / 2, s / 2], [0, s], [0, (h + s) / 2]),
    ...(w >= s * 2 ? exact([0.5, 0]) : []),
  ];
};

const cube: Points = (box, style) => {
  const { width: w, height: h } = box;
  const s = corner(style, box, 20);
  const upper: readonly Pair[] = [
    [(w - s) / 2, 0],
    [w - s, 0],
    [w - s / 2, s / 2],
    [w, s],
    [w, (h + s) / 2],
  ];
  const opposite = upper.map(([x, y]): Pair => [w - x, h - y]);
  return [...exact([0, 0], [1, 1]), ...offsets(...upper, ...opposite)];
};

const cylinder3: Points = ({ height: h }, style) => {
  const s = clamp(style.number('size', 15), 0, h);
  const half = s + (h / 2 - s) / 2;
  const sides = [s, h - s, half, h - half];
  const below = (x: number, y: number, dy: number): ConnectionPoint => ({ x, y, dy, perimeter: false });
  return [
    ...exact([0.5, 0], [0, 0.5], [0.5, 1], [1, 0.5]),
    ...sides.flatMap((dy) => [below(0, 0, dy), below(1, 0, dy)]),
    ...[0.145, 0.855].flatMap((x) => [below(x, 0, s * 0.29), below(x, 1, -s * 0.29)]),
  ];
};

const folder: Points = ({ width: w, height: h }, style) => {
  const tab = clamp(style.number('tabWidth', 60), 0, w);
  const top = clamp(style.number('tabHeight', 20), 0, h);
  const left = style.get('tabPosition') === 'left';
  const mirrored = (x: number, y: number): Pair => [left ? x : w - x, y];
  const sides = QUARTERS.map((fraction) => top + (h - top) * fraction);
  return [
    ...offsets(
      mirrored(0, 0),
      mirrored(tab / 2, 0),
      mirrored(tab, 0),
      mirrored(tab, top),
      mirrored((w + tab) / 2, top),
    ),
    ...offsets(...sides.map((y): Pair => [w, y]), ...sides.map((y): Pair => [0, y])),
    ...exact([0.25, 1], [0.5, 1], [0.75, 1]),
  ];
};

/** Beside the jetties, which stand out of its left side, and between them as far as there is room. */
const module: Points = ({ height: h }, style) => {
  const inset = style.number('jettyWidth', 20) / 2;
  const jetty = style.number('jettyHeight', 10);
  const bound = (x: number, y: number, dx: number, dy: number): ConnectionPoint => ({ x, y, dx, dy, perimeter: false });
  const between = ([0.75, 0.5, 0.25] as const).filter((_, i) => h > jetty * ([5, 8, 15][i] as number));
  return [
    ...[0, 1, ...between].map((y) => bound(0, y, inset, 0)),
    ...[1.5, 3.5].map((jetties) => bound(0, 0, 0, Math.min(h - jetty / 2, jetties * jetty))),
    ...outline(
      ...[...INNER_QUARTERS, 1].map((x): Pair => [x, 0]),
      ...INNER_QUARTERS.map((y): Pair => [1, y]),
      ...[...INNER_QUARTERS, 1].map((x): Pair => [x, 1]),
    ),
  ];
};

const display: Points = ({ width: w, height: h }, style) => {
  const end = w - Math.min(w, h / 2);
  const tip = Math.min(end, Math.max(0, style.number('size', 0.25)) * w);
  const across = [tip, (tip + end) / 2, end];
  return [
    ...exact([0, 0.5], [1, 0.5]),
    ...offsets(...across.map((x): Pair => [x, 0]), ...across.map((x): Pair => [x, h])),
  ];
};

const bars = (style: Style, { width, height }: Rect): Pair => [
  clamp(style.number('dx', 20), 0, width),
  clamp(style.number('dy', 20), 0, height),
];

const tee: Points = (box, style) => {
  const { width: w, height: h } = box;
  const [dx, dy] = bars(style, box);
  const rightHalf: readonly Pair[] = [
    [w, dy / 2],
    [w, dy],
    [w * 0.75 + dx / 4, dy],
    [(w + dx) / 2, dy],
    [(w + dx) / 2, (h + dy) / 2],
    [(w + dx) / 2, h],
  ];
  return [
    ...exact([0, 0], [0.5, 0], [1, 0], [0.5, 1]),
    ...offsets(...rightHalf, ...rightHalf.map(([x, y]): Pair => [w - x, y])),
  ];
};

const cornerShape: Points = (box, style) => {
  const { width: w, height: h } = box;
  const [dx, dy] = bars(style, box);
  return [
    ...exact([0, 0], [0.5, 0], [1, 0], [0, 0.5], [0, 1]),
    ...offsets([w, dy / 2], [w, dy], [(w + dx) / 2, dy], [dx, dy], [dx, (h + dy) / 2], [dx, h], [dx / 2, h]),
  ];
};

/** Of the block arrows: where the shaft's upper edge runs, and the head's length. */
const arrow = (style: Style, { width, height }: Rect): Pair => [
  (height - height * clamp(style.number('arrowWidth', 0.3), 0, 1)) / 2,
  width * clamp(style.number('arrowSize', 0.2), 0, 1),
];

const singleArrow: Points = (box, style) => {
  const { width: w, height: h } = box;
  const [top, head] = arrow(style, box);
  const neck = w - head;
  return [
    ...exact([0, 0.5], [1, 0.5]),
    ...offsets([0, top], [neck / 2, top], [neck, 0], [neck, h], [neck / 2, h - top], [0, h - top]),
  ];
};

const doubleArrow: Points = (box, style) => {
  const { width: w, height: h } = box;
  const [top, head] = arrow(style, box);
  return [
    ...exact([0, 0.5], [1, 0.5]),
    ...offsets([head, 0], [w / 2, top], [w - head, 0], [w - head, h], [w / 2, h - top], [head, h]),
  ];
};

const cross: Points = ({ width: w, height: h }, style) => {
  const m = Math.min(w, h);
  const size = clamp(m * style.number('size', 0.2), 0, m);
  const left = (w - size) / 2;
  const top = (h - size) / 2;
  const quadrant: readonly Pair[] = [
    [left, top / 2],
    [left, 0],
    [left, top],
    [left / 2, top],
    [0, top],
  ];
  const mirrored = quadrant.flatMap(([x, y]): Pair[] => [
    [x, y],
    [w - x, y],
    [x, h - y],
    [w - x, h - y],
  ]);
  return [...exact([0.5, 0], [0.5, 1], [1, 0.5], [0, 0.5]), ...offsets(...mirrored)];
};

const named = (points: Points, ...names: readonly string[]): readonly (readonly [string, Points])[] =>
  names.map((name) => [name, points]);

const POINTS: ReadonlyMap<string, Points> = new Map([
  ...named(
    always(RECTANGLE),
    'rectangle',
    'label',
    'image',
    'swimlane',
    'table',
    'tableRow',
    'partialRectangle',
    'ext',
    'zigzag',
  ),
  ...named(always(RECTANGLE), 'plus', 'process', 'process2', 'transparent', 'internalStorage', 'dataStorage'),
  ...named(always(RECTANGLE), 'manualInput', 'delay', 'loopLimit', 'offPageConnector', 'parallelogram', 'trapezoid'),
  ...named(always(ELLIPSE), 'ellipse', 'doubleEllipse', 'rhombus', 'sortShape', 'collate', 'dimension', 'tapeData'),
  ...named(always(ELLIPSE), 'orEllipse', 'sumEllipse', 'lineEllipse'),
  ...named(always(RECTANGLE), 'gitTag', 'curvedText', 'associativeEntity', 'mxgraph.bpmn.swimlane'),
  ...named(always(RECTANGLE), 'mxgraph.er.chens', 'mxgraph.er.bachmans', 'mxgraph.er.ie', 'mxgraph.gcp2.doubleRect'),
  ...named(always(ELLIPSE), 'umlEntity', 'startState', 'endState'),
  ...named(always(ELLIPSE), 'mindmapBang', 'mermaidOdd', 'smileyFace'),
  ...named(always(STEP), 'step'),
  ...named(always(DOCUMENT), 'document'),
  ...named(always(TRIANGLE), 'triangle'),
  ...named(always(HEXAGON), 'hexagon', 'mxgraph.bpmn.conversation', 'mxgraph.bpmn.conversation2'),
  ...named(always(CYLINDER), 'cylinder', 'datastore', 'message', 'waypoint', 'umlState'),
  ...named(always(ACTOR), 'actor', 'curlyBracket', 'parallelMarker', 'ishikawaHead', 'mermaidBlockArrow'),
  ...named(always(ACTOR), 'mxgraph.bpmn.sendMarker'),
  ...named(always(UML_ACTOR), 'umlActor'),
  ...named(always(INTERFACE), 'requiredInterface', 'providedRequiredInterface'),
  ...named(always(LOLLIPOP), 'lollipop'),
  ...named(always(COMPONENT), 'component'),
  ...named(module, 'module'),
  ...named(always(CLOUD), 'cloud'),
  ...named(always(LINE), 'line'),
  ...named(always(SWITCH), 'switch'),
  ...named(always(TAPE), 'tape'),
  ...named(always(CROSSBAR), 'crossbar'),
  ...named(always(OR), 'or'),
  ...named(always(XOR), 'xor'),
  ...named(isoCube, 'isoCube'),
  ...named(isoCube2, 'isoCube2'),
  ...named(callout, 'callout'),
  ...named(note, 'note', 'note2', 'mxgraph.bpmn.data', 'mxgraph.bpmn.data2'),
  ...named(card, 'card'),
  ...named(cube, 'cube'),
  ...named(cylinder3, 'cylinder3'),
  ...named(folder, 'folder'),
  ...named(display, 'display'),
  ...named(tee, 'tee'),
  ...named(cornerShape, 'corner'),
  ...named(singleArrow, 'singleArrow'),
  ...named(doubleArrow, 'doubleArrow'),
  ...named(cross, 'cross'),
]);

/** Gives each shape that has none of its own the connection points of its name. */
export function withConnectionPoints(shapes: Readonly<Record<string, Shape>>): Record<string, Shape> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, { connectionPoints: POINTS.get(name), ...shape }]),
  );
}
