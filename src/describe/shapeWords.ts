/** What shapes are called by who can't see them. */
import type { Rect } from '../geometry/plane.js';
import { lookupTable } from '../primitives/lookupTable.js';
import type { Style } from '../style/style.js';

/** Those whose names say something else, or less. The others' own names are taken apart. */
const WORDS = lookupTable<string>({
  actor: 'person',
  umlActor: 'person',
  collate: 'hourglass',
  curvedText: 'text',
  cylinder2: 'cylinder',
  cylinder3: 'cylinder',
  dataStorage: 'stored data',
  datastore: 'data store',
  endState: 'end state',
  ext: 'rectangle',
  isoCube: 'cube',
  isoCube2: 'cube',
  isoRectangle: 'isometric rectangle',
  loopLimit: 'loop limit',
  manualInput: 'manual input',
  mindmapBang: 'bang',
  mermaidOdd: 'flag',
  module: 'component',
  note2: 'note',
  offPageConnector: 'off-page connector',
  or: 'or gate',
  orEllipse: 'or',
  partialRectangle: 'open rectangle',
  process2: 'process',
  rhombus: 'diamond',
  sumEllipse: 'crossed circle',
  tableRow: 'row',
  umlFrame: 'frame',
  umlLifeline: 'lifeline',
  umlDestroy: 'cross',
  umlBoundary: 'boundary object',
  umlEntity: 'entity object',
  umlControl: 'control object',
});

/** Keys that name the picture in a frame that all icons of a library share. */
const ICON_KEYS = ['resIcon', 'prIcon', 'grIcon'] as const;

/** A vertex's shape in words, without an article. `holdsCells`: what draws nothing itself is a group then, else text. */
export function shapeWords(style: Style, { width, height }: Rect, holdsCells: boolean): string {
  const shape = style.string('shape', 'label');
  if (shape === 'label' || shape === 'rectangle') return rectangleWords(style, holdsCells);
  if (shape.startsWith('stencil(')) return 'custom shape';
  if (shape.startsWith('mxgraph.')) {
    const icon = ICON_KEYS.map((key) => style.get(key)).find((name) => name !== undefined && name !== '');
    return stencilWords(icon ?? shape, shape);
  }
  if (shape === 'ellipse' && width === height) return 'circle';
  return WORDS[shape] ?? wordsOf(shape);
}

function rectangleWords(style: Style, holdsCells: boolean): string {
  const isDrawn = (['fillColor', 'strokeColor'] as const).some((key) => style.get(key) !== undefined);
  if (!isDrawn) return holdsCells ? 'group' : 'text';
  if (!style.flag('rounded')) return 'rectangle';
  // Half of its shorter side is what draw.io rounds at most.
  return style.number('arcSize', 0) >= 50 && !style.flag('absoluteArcSize') ? 'pill' : 'rounded rectangle';
}

/** "mxgraph.cisco.routers.router" is a "router (cisco routers)". */
function stencilWords(name: string, shape: string): string {
  const parts = name.split('.').filter((part) => part !== 'mxgraph' && part !== '');
  const last = parts.pop();
  const library = parts.length > 0 ? parts : shape.split('.').slice(1, 2);
  return last === undefined ? 'shape' : `${wordsOf(last)} (${wordsOf(library.join(' '))})`;
}

/** "umlLifeline", "half_circle" → "uml lifeline", "half circle". */
const wordsOf = (name: string): string =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[\s_.-]+/g, ' ')
    .trim()
    .toLowerCase() || 'shape';

/** Words with the article before them. */
export const withArticle = (words: string): string =>
  words === 'text' ? 'an empty text' : `${/^[aeiou](?!ml)/.test(words) ? 'an' : 'a'} ${words}`;
