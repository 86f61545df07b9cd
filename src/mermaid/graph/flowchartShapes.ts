import { cylinder, linedCylinder, lyingCylinder, storedData } from './cylinders.js';
import {
  banded,
  bang,
  boxed,
  bucket,
  circle,
  cloud,
  display,
  document,
  doubleCircle,
  ELLIPSE,
  ellipse,
  evenly,
  folder,
  fork,
  hexagon,
  internalStorage,
  odd,
  parallelogram,
  person,
  rhombus,
  rounded,
  sign,
  slanted,
  slopedRectangle,
  stadium,
  subroutine,
  TEXT,
  tagged,
  tape,
  text,
  thing,
  trapezoid,
  triangle,
} from './nodeOutlines.js';
import { type MakeShape, type NodeShape, padded, type ShapeRequest } from './shapeRequest.js';
import { braceStencils, linedDocument, stackedDocuments, stackedRectangles, taggedDocument } from './stencils.js';

/** Also what stands in for shapes that there aren't. */
export const rectangleShape: MakeShape = boxed({ rounded: 0 }, 'rectangle');

const SHAPES: Readonly<Record<string, { readonly names: string; readonly make: MakeShape }>> = {
  rect: { names: 'squareRect proc process rectangle square collapsedGroup', make: rectangleShape },
  plainRect: { names: 'labelRect', make: evenly({ rounded: 0 }) },
  rounded: { names: 'roundedRect event round', make: rounded },
  stadium: { names: 'terminal pill', make: stadium },
  subroutine: { names: 'fr-rect subprocess subproc framed-rectangle', make: subroutine },
  cylinder: { names: 'cyl db database', make: cylinder },
  circle: { names: 'circ', make: circle },
  ellipse: { names: '', make: ellipse },
  doublecircle: { names: 'dbl-circ double-circle', make: doubleCircle },
  question: { names: 'diam decision diamond', make: rhombus },
  hexagon: { names: 'hex prepare', make: hexagon },
  lean_right: { names: 'lean-r lean-right in-out', make: slanted(parallelogram) },
  lean_left: {
    names: 'lean-l lean-left out-in',
    make: slanted((slant) => ({ ...parallelogram(slant), flipH: 1 })),
  },
  trapezoid: { names: 'trap-b priority trapezoid-bottom', make: slanted(trapezoid) },
  inv_trapezoid: {
    names: 'trap-t manual trapezoid-top inv-trapezoid',
    make: slanted((slant) => ({ ...trapezoid(slant), flipV: 1 }), 'flippedTrapezoid'),
  },
  odd: { names: 'rect_left_inv_arrow', make: odd },
  text: { names: '', make: text },
  person: { names: '', make: person },
  choice: { names: '', make: sign(28, 28, () => ({ rhombus: '', perimeter: 'rhombusPerimeter' })) },
  note: { names: '', make: evenly({ rounded: 0 }) },
  composite: { names: '', make: (request) => ({ size: padded(request, 1, 1), style: { rounded: 0 } }) },
  state: { names: '', make: ({ label }) => ({ size: label, style: TEXT }) },
  anchor: { names: '', make: sign(2, 2, () => ({ ...ELLIPSE, fillColor: '#000000', strokeColor: 'none' })) },
  doc: { names: 'document waveEdgedRectangle', make: document },
  docs: { names: 'documents st-doc stacked-document', make: stackedDocuments },
  'lin-doc': { names: 'lined-document', make: linedDocument },
  'tag-doc': { names: 'tagged-document', make: taggedDocument },
  'tag-rect': {
    names: 'tagged-rectangle tag-proc tagged-process',
    make: tagged,
  },
  'notch-rect': { names: 'card notched-rectangle', make: boxed({ shape: 'card', size: 12 }, 'card') },
  'lin-rect': {
    names: 'lined-rectangle lined-process lin-proc shaded-process',
    make: boxed(internalStorage(8, 0), 'linedRectangle'),
  },
  'div-rect': {
    names: 'div-proc divided-rectangle divided-process',
    make: banded(
      (band) => ({ shape: 'internalStorage', backgroundOutline: 1, dx: 0, dy: band }),
      (height) => height / 5,
      'dividedRectangle',
    ),
  },
  'win-pane': {
    names: 'internal-storage window-pane',
    make: boxed(internalStorage(10, 10), 'windowPane'),
  },
  'sl-rect': { names: 'manual-input sloped-rectangle', make: slopedRectangle },
  'st-rect': { names: 'procs processes stacked-rectangle', make: stackedRectangles },
  flag: { names: 'paper-tape', make: tape },
  'sm-circ': { names: 'start small-circle', make: sign(14, 14, () => ELLIPSE) },
  'fr-circ': {
    names: 'stop framed-circle',
    make: sign(14, 14, ({ stroke }) => ({
      ellipse: '',
      shape: 'endState',
      fillColor: stroke,
      perimeter: 'ellipsePerimeter',
    })),
  },
  'f-circ': {
    names: 'junction filled-circle',
    make: sign(14, 14, ({ stroke }) => ({ ...ELLIPSE, fillColor: stroke })),
  },
  'cross-circ': {
    names: 'summary crossed-circle',
    make: sign(60, 60, () => ({ shape: 'sumEllipse', perimeter: 'ellipsePerimeter' })),
  },
  fork: { names: 'join', make: fork },
  hourglass: { names: 'collate', make: sign(30, 30, () => ({ shape: 'collate' })) },
  bolt: { names: 'com-link lightning-bolt', make: sign(35, 70, () => ({ shape: 'mxgraph.basic.flash' })) },
  tri: { names: 'extract triangle', make: triangle('north') },
  'flip-tri': { names: 'manual-file flipped-triangle', make: triangle('south') },
  'notch-pent': { names: 'loop-limit notched-pentagon', make: boxed({ shape: 'loopLimit', size: 12 }) },
  delay: { names: 'half-rounded-rectangle', make: boxed({ shape: 'delay' }) },
  'curv-trap': {
    names: 'curved-trapezoid display',
    make: display,
  },
  'bow-rect': {
    names: 'stored-data bow-tie-rectangle',
    make: storedData,
  },
  'h-cyl': {
    names: 'das horizontal-cylinder',
    make: lyingCylinder,
  },
  'lin-cyl': { names: 'disk lined-cylinder', make: linedCylinder },
  browser: { names: '', make: thing({ shape: 'internalStorage', backgroundOutline: 1, dx: 0, dy: 18 }, 18) },
  console: { names: '', make: thing({ shape: 'internalStorage', backgroundOutline: 1, dx: 0, dy: 20 }, 20) },
  bucket: { names: '', make: bucket },
  datastore: {
    names: 'data-store',
    make: (request) => ({ size: padded(request, 4), style: { shape: 'partialRectangle', left: 0, right: 0 } }),
  },
  brace: { names: 'comment brace-l', make: braceStencils('left') },
  'brace-r': { names: '', make: braceStencils('right') },
  braces: { names: '', make: braceStencils('both') },
  cloud: {
    names: '',
    make: cloud,
  },
  bang: { names: '', make: bang },
  folder: {
    names: 'directory',
    make: folder,
  },
};

const MAKERS: ReadonlyMap<string, MakeShape> = new Map(
  Object.entries(SHAPES).flatMap(([name, { names, make }]) =>
    [name, ...names.split(' ')].filter((each) => each !== '').map((each) => [each, make] as const),
  ),
);

/** undefined for a shape that draw.io has nothing like. */
export const nodeShape = (name: string, request: ShapeRequest): NodeShape | undefined => MAKERS.get(name)?.(request);
