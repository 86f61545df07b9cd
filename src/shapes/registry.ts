/** The one table from draw.io's shape names to shapes, and to the shapes that draw edges. */

import { bottom, point, right } from '../geometry/plane.js';
import { BLOCK_ARROWS } from './edges/arrow.js';
import { CONNECTORS } from './edges/connector.js';
import { boundsAlongLine } from './edges/edgeBounds.js';
import { BANDS } from './edges/flexArrow.js';
import { LIBRARY_EDGES } from './edges/libraryEdges.js';
import { SANKEY_LINKS } from './edges/sankeyLink.js';
import { SHAPE_FAMILIES } from './families.js';
import { curvedText } from './general/curvedText.js';
import { FLOWCHART_SHAPES } from './general/flowchart.js';
import { extShape, GENERAL_SHAPES } from './general/general.js';
import { IMAGE_SHAPES, labelShape } from './general/image.js';
import { BASIC_SHAPES } from './general/mxGraphShapes.js';
import { SOLID_SHAPES } from './general/solids.js';
import { SWIMLANE_SHAPES } from './general/swimlane.js';
import { TABLE_SHAPES } from './general/table.js';
import { invisible } from './general/widgets.js';
import { ZIGZAGS } from './general/zigzag.js';
import { NOTATION_SHAPES } from './notations/notations.js';
import { umlLifeline } from './notations/uml.js';
import { withConnectionPoints } from './perimeters/connectionPoints.js';
import type { EdgeShape, Shape } from './shape.js';

export const EDGE_SHAPES: ReadonlyMap<string, EdgeShape> = new Map(
  Object.entries<EdgeShape>({
    ...CONNECTORS,
    ...BLOCK_ARROWS,
    ...BANDS,
    ...LIBRARY_EDGES,
    ...SANKEY_LINKS,
  }),
);

/** A vertex with an edge's shape shows nothing but its label, and takes the room that an edge would have for its markers. */
function vertexWith(edge: EdgeShape): Shape {
  return {
    draw() {},
    reach: (box, style) => edge.bounds([point(box.x, box.y), point(right(box) - 1, bottom(box) - 1)], style),
  };
}

/** Shapes by their names. */
export interface ShapeTable {
  get(name: string): Shape | undefined;
  has(name: string): boolean;
  keys(): Iterable<string>;
}

/** Those that are in no family. */
const GENERAL: ReadonlyMap<string, Shape> = new Map(
  Object.entries<Shape>(
    withConnectionPoints({
      ...Object.fromEntries([...EDGE_SHAPES].map(([name, edge]) => [name, vertexWith(edge)])),
      ...BASIC_SHAPES,
      ...IMAGE_SHAPES,
      label: labelShape((name) => (name === 'label' ? undefined : SHAPES.get(name))),
      ...SWIMLANE_SHAPES,
      ...TABLE_SHAPES,
      ...FLOWCHART_SHAPES,
      ...SOLID_SHAPES,
      ...GENERAL_SHAPES,
      ...ZIGZAGS,
      ...NOTATION_SHAPES,
      umlLifeline: umlLifeline((name) => SHAPES.get(name)),
      curvedText,
      // The line that draw.io's editor drags to move a table's.
      tableLine: invisible,
      ext: extShape((name) => SHAPES.get(name)),
    }),
  ),
);

/** The shapes of each family, made when the first of them is asked for, by the word in their names. */
const families: ReadonlyMap<string, () => ReadonlyMap<string, Shape>> = new Map(
  [...SHAPE_FAMILIES].map(([word, make]) => {
    let family: ReadonlyMap<string, Shape> | undefined;
    const made = () =>
      new Map(
        Object.entries(withConnectionPoints(make(SHAPES.get))).filter(([name]) => FAMILY.exec(name)?.[1] === word),
      );
    return [
      word,
      () => {
        family ??= made();
        return family;
      },
    ];
  }),
);

const FAMILY = /^mxgraph\.([^.]+)\./;

function familyOf(name: string): ReadonlyMap<string, Shape> | undefined {
  const word = FAMILY.exec(name)?.[1];
  return word === undefined ? undefined : familyNamed(word);
}

const familyNamed = (word: string): ReadonlyMap<string, Shape> | undefined => families.get(word)?.();

function* shapeNames(): Generator<string> {
  const names = [GENERAL, ...[...SHAPE_FAMILIES.keys()].map(familyNamed)].flatMap((table) => [
    ...(table?.keys() ?? []),
  ]);
  yield* new Set(names);
}

export const SHAPES: ShapeTable = {
  get: (name) => familyOf(name)?.get(name) ?? GENERAL.get(name),
  has: (name) => SHAPES.get(name) !== undefined,
  keys: shapeNames,
};

const INVISIBLE_EDGE: EdgeShape = {
  draw() {},
  bounds: (points) => boundsAlongLine(points, 0),
  turns: true,
};

/** The shape of an edge by name: shapes of vertices draw nothing along an edge; undefined for a name nobody knows. */
export const edgeShapeOf = (name: string): EdgeShape | undefined =>
  EDGE_SHAPES.get(name) ?? (SHAPES.has(name) ? INVISIBLE_EDGE : undefined);
