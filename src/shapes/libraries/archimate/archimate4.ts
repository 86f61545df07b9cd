/** draw.io 31's ArchiMate 4 library ("mxgraph.archimate4.*"): the symbols of ArchiMate 3, boxes with their domain's letter. */
import { lookupTable } from '../../../primitives/lookupTable.js';
import { framed } from '../../general/frame.js';
import { type Glyph, glyphShape, inset } from '../../general/glyph.js';
import { paintPath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';
import { ARCHIMATE3_SHAPES, drawElement } from './archimate3.js';

/** What kept its symbol. */
const UNCHANGED = [
  'role',
  'collaboration',
  'path',
  'service',
  'process',
  'function',
  'event',
  'grouping',
  'locationIcon',
  'driver',
  'assess',
  'goal',
  'outcome',
  'principle',
  'requirement',
  'resource',
  'capability',
  'valueStream',
  'course',
  'actor',
  'interface',
  'businessObject',
  'product',
  'component',
  'node',
  'sysSw',
  'network',
  'equipment',
  'facility',
  'distribution',
  'material',
  'workPackage',
  'deliverable',
  'plateau',
];

/** A screen on a foot that is wider than it. */
const device: Glyph = (canvas, w, h) => {
  const radius = Math.min(w, h) * 0.15;
  canvas.roundrect(w * 0.06, 0, w * 0.88, h * 0.85, radius, radius);
  canvas.fillAndStroke();
  paintPath(canvas, 'M.18 .85L0 1L1 1L.82 .85Z', w, h);
};

/** In the corner of a box, two thirds as high as wide. */
const CHANGED_IN_CORNER = lookupTable<Glyph>({ device: inset(0, 2.5, device) });

const DOMAIN_LETTERS = lookupTable<string>({
  motivation: 'M',
  strategy: 'S',
  common: 'C',
  business: 'B',
  application: 'A',
  technology: 'T',
  implementation: 'I',
});

/** How far from the top left corner the middle of the domain's letter is, px. */
const LETTER = 12.5;

const element: Shape = framed(({ canvas, w, h, style }) => {
  drawElement(canvas, w, h, style, CHANGED_IN_CORNER);
  const letter = style.get('archiBadge') === '1' ? DOMAIN_LETTERS[style.string('archiDomain', '')] : undefined;
  if (letter === undefined) return;
  canvas.setFontSize(12);
  canvas.setFontColor(style.color('strokeColor', '#000000') ?? '#000000');
  canvas.text(LETTER, LETTER, letter);
});

const ARCHIMATE4_SHAPES: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(
    UNCHANGED.flatMap((name) => {
      const shape = ARCHIMATE3_SHAPES[`mxgraph.archimate3.${name}`];
      return shape ? [[`mxgraph.archimate4.${name}`, shape]] : [];
    }),
  ),
  'mxgraph.archimate4.device': glyphShape(device),
  'mxgraph.archimate4.element': element,
};

export const archimate4Shapes = (): Readonly<Record<string, Shape>> => ARCHIMATE4_SHAPES;
