/** SVG images as vector graphics of a PDF: what resvg makes of them, in the few elements that it needs. */

import { childElements, parseXml, type XmlElement } from '../../decode/xml.js';
import { mapPath, type Path, pathBounds } from '../../geometry/path.js';
import { parsePathData } from '../../geometry/pathData.js';
import {
  IDENTITY,
  type Matrix,
  multiply,
  type Rect,
  rect,
  scaling,
  transformPoint,
  translation,
} from '../../geometry/plane.js';
import { append } from '../../primitives/lists.js';
import { colorParts } from '../outputColor.js';
import type { SvgDrawer } from '../raster/drawer.js';
import { Content, type FillRule } from './contentStream.js';
import { boxMatrix, type Gradient, setGradient } from './gradients.js';
import type { Graphic, PicturePainter } from './graphic.js';
import type { PdfObjects } from './objects.js';
import { fillPath, type Pen, setGradientStroke, setPen, setSolidFill, setSolidStroke } from './paintedOutlines.js';
import { drawGroup, form, setMask } from './states.js';

/** What pixels have to stand for, known before anything is written. */
const UNSUPPORTED = /<(?:filter|pattern)\b|\bfilter="|mix-blend-mode:|spreadMethod="re/;

/** The image has something that is not drawn here. */
class UnsupportedSvg extends Error {}

/**
 * An SVG image as a form; undefined where it has to be drawn as pixels: it can't be read, or it has filters, patterns,
 * blending or gradients that repeat.
 */
export function svgForm(
  objects: PdfObjects,
  drawer: SvgDrawer,
  pictures: PicturePainter,
  svg: string,
): Graphic | undefined {
  try {
    const simplified = drawer.simplified(svg);
    if (UNSUPPORTED.test(simplified)) return undefined;
    const root = parseXml(simplified, { origin: 'the SVG image' });
    const width = number(root, 'width', 0);
    const height = number(root, 'height', 0);
    if (!(width > 0 && height > 0)) return undefined;
    const content = new Content(rect(0, 0, 1, 1));
    content.transform({ a: 1 / width, b: 0, c: 0, d: -1 / height, e: 0, f: 1 });
    content.transform(viewBoxMatrix(root, width, height));
    new SvgReader(objects, pictures, definitions(root)).children(root, content);
    return { resource: form(objects, content, rect(0, 0, 1, 1)), width, height };
  } catch {
    // Drawn as pixels instead, by the same resvg that the picture as PNG is drawn by.
    return undefined;
  }
}

/** Elements that others refer to, by id. */
function definitions(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const open = [...childElements(root, 'defs')];
  for (let element = open.pop(); element; element = open.pop()) {
    const id = element.attributes.get('id');
    if (id !== undefined) found.set(id, element);
    if (element.name === 'defs') append(open, childElements(element));
  }
  return found;
}

function viewBoxMatrix(root: XmlElement, width: number, height: number): Matrix {
  const view = numbers(root.attributes.get('viewBox'));
  const [x = 0, y = 0, w = 0, h = 0] = view;
  if (!(w > 0 && h > 0)) return IDENTITY;
  const [align = 'xMidYMid', meet = 'meet'] = (root.attributes.get('preserveAspectRatio') ?? '')
    .split(' ')
    .filter(Boolean);
  const [sx, sy] = [width / w, height / h];
  if (align === 'none') return multiply(scaling(sx, sy), translation(-x, -y));
  const scale = meet === 'slice' ? Math.max(sx, sy) : Math.min(sx, sy);
  const share = (text: string): number => (text === 'Min' ? 0 : text === 'Max' ? 1 : 0.5);
  const dx = (width - w * scale) * share(align.slice(1, 4));
  const dy = (height - h * scale) * share(align.slice(5, 8));
  return multiply(multiply(translation(dx, dy), scaling(scale, scale)), translation(-x, -y));
}

class SvgReader {
  constructor(
    readonly objects: PdfObjects,
    readonly pictures: PicturePainter,
    readonly definitions: ReadonlyMap<string, XmlElement>,
  ) {}

  children(element: XmlElement, content: Content): void {
    for (const child of childElements(element)) this.#element(child, content);
  }

  #element(element: XmlElement, content: Content): void {
    switch (element.name) {
      case 'defs':
      case 'title':
      case 'desc':
        return;
      case 'g':
      case 'svg':
        this.#within(element, content, (into) => this.children(element, into));
        return;
      case 'path':
        this.#within(element, content, (into) => this.#path(element, into));
        return;
      case 'image':
        this.#within(element, content, (into) => this.#image(element, into));
        return;
      default:
        throw new UnsupportedSvg(element.name);
    }
  }

  /** Draws in an element's frame, with its opacity, clip and mask. */
  #within(element: XmlElement, content: Content, draw: (into: Content) => void): void {
    const { attributes } = element;
    const clip = this.#reference(attributes.get('clip-path'));
    const mask = this.#reference(attributes.get('mask'));
    const opacity = number(element, 'opacity', 1);
    const transform = matrixOf(attributes.get('transform'));
    content.isolated(() => {
      content.transform(transform);
      if (clip) this.#clip(clip, content);
      if (mask) {
        // One mask takes the place of another: masked content is drawn as one, under this mask only.
        const inner = new Content(content.reach);
        draw(inner);
        this.#mask(mask, content);
        drawGroup(content, this.objects, opacity, (into) => into.paint(form(this.objects, inner, content.reach)));
      } else {
        drawGroup(content, this.objects, opacity, draw);
      }
    });
  }

  #reference(value: string | undefined): XmlElement | undefined {
    const id = /^url\(#(.*)\)$/.exec(value ?? '')?.[1];
    if (id === undefined) return undefined;
    const found = this.definitions.get(id);
    if (!found) throw new UnsupportedSvg(value);
    return found;
  }

  #clip(clip: XmlElement, content: Content): void {
    if (clip.attributes.get('clipPathUnits') === 'objectBoundingBox') throw new UnsupportedSvg('clipPathUnits');
    const outer = this.#reference(clip.attributes.get('clip-path'));
    if (outer) this.#clip(outer, content);
    const frame = matrixOf(clip.attributes.get('transform'));
    let rule: FillRule = 'nonzero';
    const paths: Path[] = [];
    const collect = (element: XmlElement, matrix: Matrix): void => {
      for (const child of childElements(element)) {
        if (child.attributes.has('clip-path')) throw new UnsupportedSvg('clip-path');
        const placed = multiply(matrix, matrixOf(child.attributes.get('transform')));
        if (child.name === 'g') collect(child, placed);
        else if (child.name === 'path') {
          rule = child.attributes.get('clip-rule') === 'evenodd' ? 'evenodd' : 'nonzero';
          paths.push(mapPath(pathOf(child), (p) => transformPoint(placed, p)));
        } else throw new UnsupportedSvg(child.name);
      }
    };
    collect(clip, frame);
    if (paths.length > 1) rule = 'nonzero';
    // What nothing is left of.
    if (paths.flat().length === 0) content.rectangle(rect(0, 0, 0, 0));
    for (const path of paths) content.path(path);
    content.clipToPath(rule);
  }

  #mask(mask: XmlElement, content: Content): void {
    const { attributes } = mask;
    if (attributes.get('maskContentUnits') === 'objectBoundingBox' || attributes.has('mask')) {
      throw new UnsupportedSvg('mask');
    }
    const inner = new Content(content.reach);
    // Relative to the masked element, the region is wider than what is drawn: the default of a tenth on each side.
    if (attributes.get('maskUnits') === 'userSpaceOnUse') {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => number(mask, name, 0)) as [
        number,
        number,
        number,
        number,
      ];
      inner.rectangle(rect(x, y, width, height));
      inner.clipToPath();
    }
    this.children(mask, inner);
    const kind =
      attributes.get('mask-type') === 'alpha' || /mask-type:\s*alpha/.test(attributes.get('style') ?? '')
        ? 'Alpha'
        : 'Luminosity';
    setMask(content, this.objects, form(this.objects, inner, content.reach), kind);
  }

  #path(element: XmlElement, content: Content): void {
    const { attributes } = element;
    if (attributes.get('visibility') === 'hidden') return;
    const path = pathOf(element);
    const box = pathBounds(path);
    if (!box) return;
    const parts = [() => this.#fill(element, path, box, content), () => this.#stroke(element, path, box, content)];
    if (/^stroke/.test(attributes.get('paint-order') ?? '')) parts.reverse();
    for (const draw of parts) content.isolated(draw);
  }

  #fill(element: XmlElement, path: Path, box: Rect, content: Content): void {
    const paint = element.attributes.get('fill') ?? '#000000';
    if (paint === 'none') return;
    const opacity = number(element, 'fill-opacity', 1);
    const server = this.#reference(paint);
    if (server)
      setGradient(content, this.objects, gradientOf(server, box), { use: 'fill', area: box, opacity: opacity });
    else setSolidFill(content, this.objects, paint, opacity);
    content.path(path);
    fillPath(content, element.attributes.get('fill-rule') === 'evenodd' ? 'evenodd' : 'nonzero');
  }

  #stroke(element: XmlElement, path: Path, box: Rect, content: Content): void {
    const paint = element.attributes.get('stroke') ?? 'none';
    if (paint === 'none') return;
    const opacity = number(element, 'stroke-opacity', 1);
    const pen = penOf(element);
    const server = this.#reference(paint);
    if (server) setGradientStroke(content, this.objects, gradientOf(server, box), { box, width: pen.width }, opacity);
    else setSolidStroke(content, this.objects, paint, opacity);
    setPen(content, pen);
    content.path(path);
    content.write('S');
  }

  #image(element: XmlElement, content: Content): void {
    const { attributes } = element;
    if (attributes.get('visibility') === 'hidden') return;
    const href = attributes.get('xlink:href') ?? attributes.get('href') ?? '';
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => number(element, name, 0)) as [
      number,
      number,
      number,
      number,
    ];
    const aspect = attributes.get('preserveAspectRatio');
    if (aspect !== undefined && aspect !== 'none' && !/^xMidYMid(?: meet)?$/.test(aspect)) {
      throw new UnsupportedSvg('preserveAspectRatio');
    }
    this.pictures.paint(content, {
      kind: 'picture',
      href,
      box: rect(x, y, width, height),
      transform: IDENTITY,
      opacity: 1,
      keepAspect: aspect !== 'none',
    });
  }
}

function gradientOf(element: XmlElement, box: Rect): Gradient {
  const { attributes } = element;
  const stops = childElements(element, 'stop').map((stop) => {
    const color = colorParts(stop.attributes.get('stop-color') ?? '#000000');
    return {
      offset: number(stop, 'offset', 0),
      color: { ...color, alpha: color.alpha * number(stop, 'stop-opacity', 1) },
    };
  });
  if (stops.length === 0) throw new UnsupportedSvg('stops');
  const own = matrixOf(attributes.get('gradientTransform'));
  const matrix = attributes.get('gradientUnits') === 'userSpaceOnUse' ? own : multiply(boxMatrix(box), own);
  const value = (name: string, fallback: number): number => number(element, name, fallback);
  if (element.name === 'linearGradient') {
    return { axis: [value('x1', 0), value('y1', 0), value('x2', 1), value('y2', 0)], stops, matrix };
  }
  if (element.name !== 'radialGradient') throw new UnsupportedSvg(element.name);
  const [cx, cy, r] = [value('cx', 0.5), value('cy', 0.5), value('r', 0.5)];
  return { axis: [value('fx', cx), value('fy', cy), value('fr', 0), cx, cy, r], stops, matrix };
}

function penOf(element: XmlElement): Pen {
  const { attributes } = element;
  return {
    width: number(element, 'stroke-width', 1),
    dash: numbers(attributes.get('stroke-dasharray')),
    dashOffset: number(element, 'stroke-dashoffset', 0),
    lineCap: oneOf(attributes.get('stroke-linecap'), ['butt', 'round', 'square']),
    lineJoin: oneOf(attributes.get('stroke-linejoin'), ['miter', 'round', 'bevel']),
    miterLimit: number(element, 'stroke-miterlimit', 4),
  };
}

const oneOf = <T extends string>(value: string | undefined, known: readonly [T, ...T[]]): T =>
  known.find((each) => each === value) ?? known[0];

const pathOf = (element: XmlElement): Path => parsePathData(element.attributes.get('d') ?? '');

function number(element: XmlElement, name: string, fallback: number): number {
  const value = Number.parseFloat(element.attributes.get(name) ?? '');
  return Number.isFinite(value) ? value : fallback;
}

const numbers = (text: string | undefined): number[] =>
  (text ?? '')
    .split(/[\s,]+/)
    .map(Number.parseFloat)
    .filter(Number.isFinite);

/** resvg writes every transform as a matrix. */
function matrixOf(text: string | undefined): Matrix {
  if (text === undefined) return IDENTITY;
  const match = /^matrix\(([^)]*)\)$/.exec(text.trim());
  const [a, b, c, d, e, f] = numbers(match?.[1]);
  if (f === undefined) throw new UnsupportedSvg(text);
  return { a, b, c, d, e, f } as Matrix;
}
