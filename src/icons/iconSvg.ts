/** An icon of one colour: what is read of its SVG, and the element of a label that shows it. */
import { parseXml } from '../decode/xml.js';
import type { XmlElement } from '../decode/xmlTree.js';
import { MxsvgError } from '../diagnostics.js';
import { pathBounds, pathData } from '../geometry/path.js';
import { parsePathData } from '../geometry/pathData.js';
import { type Rect, rect } from '../geometry/plane.js';

export interface Icon {
  /** What of its paths' plane it shows. */
  readonly view: Rect;
  /** Path data as we print it: nothing else of the SVG is kept. */
  readonly paths: readonly string[];
}

/** Characters; icons have some hundreds. */
const LONGEST = 100_000;

/** What may stand around paths without changing them, and what shows nothing. */
const AROUND = new Set(['svg', 'g']);
const UNSEEN = new Set(['title', 'desc', 'metadata']);
/** What would make a path another picture than its data alone. */
const CHANGING = ['transform', 'style', 'class', 'stroke', 'opacity', 'fill-rule', 'clip-path', 'mask', 'filter'];

/** The icon; undefined for what is no SVG with a view box and filled paths of one colour in it. */
export function readIcon(svg: string): Icon | undefined {
  const root = svg.length > LONGEST ? undefined : readRoot(svg);
  const view = root && viewOf(root);
  const paths = root && pathsOf(root);
  return view && paths && paths.length > 0 ? { view, paths } : undefined;
}

function readRoot(svg: string): XmlElement | undefined {
  try {
    const root = parseXml(svg, { origin: 'an icon' });
    return root.name === 'svg' ? root : undefined;
  } catch (error) {
    // That it can't be read is told with the icon's name.
    if (error instanceof MxsvgError) return undefined;
    throw error;
  }
}

function viewOf({ attributes }: XmlElement): Rect | undefined {
  const numbers = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  const isView = numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0;
  return isView ? rect(x, y, width, height) : undefined;
}

/** Undefined where something else is drawn, or in colours of its own. */
function pathsOf(root: XmlElement): readonly string[] | undefined {
  const paths: string[] = [];
  const ahead: XmlElement[] = [root];
  for (let element = ahead.pop(); element; element = ahead.pop()) {
    if (UNSEEN.has(element.name)) continue;
    const { attributes, children } = element;
    if (CHANGING.some((name) => attributes.has(name))) return undefined;
    // A fill of nothing around paths is what a frame of iconify's says, over which theirs go.
    if (element.name !== 'svg' && (attributes.get('fill') ?? 'currentColor') !== 'currentColor') return undefined;
    if (element.name === 'path') {
      const path = parsePathData(attributes.get('d') ?? '');
      const bounds = pathBounds(path);
      if (!bounds || ![bounds.x, bounds.y, bounds.width, bounds.height].every(Number.isFinite)) return undefined;
      paths.push(pathData(path));
    } else if (!AROUND.has(element.name)) return undefined;
    for (const child of children.toReversed()) if (typeof child !== 'string') ahead.push(child);
  }
  return paths;
}

/** An icon within a line, as Font Awesome's own CSS sets it: of the font's height, in a box that all icons have. */
export const inlineIcon = (icon: Icon): string => element(icon, 'width:1.25em;height:1em;vertical-align:-0.125em');

/** An icon alone in a square of that side, px. */
export const squareIcon = (icon: Icon, side: number): string =>
  element(icon, `display:block;width:${side}px;height:${side}px`);

/** Its colour is the text's, which draw.io turns for dark pages. */
function element({ view: { x, y, width, height }, paths }: Icon, style: string): string {
  const drawn = paths.map((data) => `<path d="${data}"></path>`).join('');
  return `<svg viewBox="${x} ${y} ${width} ${height}" fill="currentColor" style="${style}">${drawn}</svg>`;
}
