/** Shapes of Mermaid's that draw.io has none for: drawn as custom shapes, which draw.io keeps in the cell. */
import { compressPage } from '../../decode/compression.js';
import type { CellStyle } from '../cells.js';
import type { Size } from './graph.js';
import { partsOf } from './nodeRoom.js';
import { labelAt, leadingShift, type NodeShape, padded, type ShapeRequest, withRoom } from './shapeRequest.js';

/** A stencil's drawing, of the lines and curves of draw.io's stencil language. */
class Drawing {
  readonly #parts: string[] = [];

  move(x: number, y: number): this {
    return this.#add('move', { x, y });
  }

  line(x: number, y: number): this {
    return this.#add('line', { x, y });
  }

  quad(x1: number, y1: number, x2: number, y2: number): this {
    return this.#add('quad', { x1, y1, x2, y2 });
  }

  close(): this {
    this.#parts.push('<close/>');
    return this;
  }

  /** Ends a path: what has been drawn since the last one is painted. */
  paint(how: 'fillstroke' | 'stroke' | 'fill'): this {
    this.#parts.unshift('<path>');
    this.#done.push(`${this.#parts.splice(0).join('')}</path><${how}/>`);
    return this;
  }

  readonly #done: string[] = [];

  #add(name: string, attributes: Readonly<Record<string, number>>): this {
    const text = Object.entries(attributes).map(([key, value]) => ` ${key}="${Math.round(value * 100) / 100}"`);
    this.#parts.push(`<${name}${text.join('')}/>`);
    return this;
  }

  style({ width, height }: Size): CellStyle {
    const xml = `<shape w="${width}" h="${height}" aspect="variable" strokewidth="inherit"><foreground>${this.#done.join('')}</foreground></shape>`;
    return { shape: `stencil(${compressPage(xml)})` };
  }
}

/** A sheet with a wavy lower edge, its corners at x, y and right, bottom (where the wave is lowest). */
function sheet(drawing: Drawing, x: number, y: number, right: number, bottom: number, wave: number): Drawing {
  const middle = (x + right) / 2;
  const mean = bottom - wave / 2;
  return drawing
    .move(x, y)
    .line(right, y)
    .line(right, mean)
    .quad((middle + right) / 2, mean - wave, middle, mean)
    .quad((x + middle) / 2, mean + wave, x, mean)
    .close();
}

export function linedDocument(request: ShapeRequest): NodeShape {
  const { width: inner, height: flat } = withRoom(request, 'box');
  const margin = inner / 10;
  const wave = flat * partsOf(request).wave;
  const size = { width: inner + margin, height: flat + wave };
  const drawing = sheet(new Drawing(), 0, 0, size.width, size.height, wave).paint('fillstroke');
  drawing
    .move(margin, 0)
    .line(margin, size.height - wave / 2 + wave * 0.3)
    .paint('stroke');
  const [right, down] = leadingShift(request, 'box');
  const spacing = { spacingLeft: margin / 2 + 2 * right, spacingBottom: wave / 2 - 2 * down };
  return { size, style: { ...drawing.style(size), ...spacing } };
}

/** The same in every look. */
export function taggedDocument({ look: _look, ...request }: ShapeRequest): NodeShape {
  const { width: inner, height: flat } = padded(request);
  const width = 1.1 * inner;
  const wave = flat * partsOf(request).wave;
  const size = { width, height: flat + wave };
  const tag = Math.min(flat, width) / 5;
  const mean = size.height - wave / 2;
  const drawing = sheet(new Drawing(), 0, 0, size.width, size.height, wave).paint('fillstroke');
  drawing
    .move(width - tag, mean - wave * 0.35)
    .line(width, mean - tag)
    .paint('stroke');
  return { size, style: { ...drawing.style(size), spacingBottom: wave / 2 } };
}

/** Three one behind the other, each so far up and right of the one before it. */
const DOCUMENT_OFFSET = 10;

export function stackedDocuments(request: ShapeRequest): NodeShape {
  const { width: inner, height: flat } = withRoom(request, 'documents');
  const { wave: swing, documents } = partsOf(request);
  const wave = swing * flat;
  const front = documents.height * flat;
  const back = 2 * DOCUMENT_OFFSET;
  const size = { width: inner + back, height: front + back };
  const drawing = new Drawing();
  for (const step of [2, 1, 0]) {
    const [x, y] = [step * DOCUMENT_OFFSET, (2 - step) * DOCUMENT_OFFSET];
    sheet(drawing, x, y, x + inner, y + front, wave).paint('fillstroke');
  }
  return {
    size,
    style: { ...drawing.style(size), spacingRight: back, spacingTop: back, spacingBottom: documents.lift * flat },
  };
}

export function stackedRectangles(request: ShapeRequest): NodeShape {
  const { width: inner, height } = withRoom(request, 'box');
  const { stack } = partsOf(request);
  const size = { width: inner + 2 * stack, height: height + 2 * stack };
  const drawing = new Drawing();
  for (const step of [2, 1, 0]) {
    const [x, y] = [step * stack, (2 - step) * stack];
    drawing
      .move(x, y)
      .line(x + inner, y)
      .line(x + inner, y + height)
      .line(x, y + height)
      .close()
      .paint('fillstroke');
  }
  return { size, style: { ...drawing.style(size), spacingRight: 2 * stack, spacingTop: 2 * stack } };
}

/** A brace that opens to the right from x, as wide as it says; a negative width opens it to the left. */
function brace(drawing: Drawing, x: number, width: number, height: number): Drawing {
  const middle = x + width / 2;
  const turn = Math.min(Math.abs(width) / 2, height / 4);
  const half = height / 2;
  return drawing
    .move(x + width, 0)
    .quad(middle, 0, middle, turn)
    .line(middle, half - turn)
    .quad(middle, half, x, half)
    .quad(middle, half, middle, half + turn)
    .line(middle, height - turn)
    .quad(middle, height, x + width, height)
    .paint('stroke');
}

export const braceStencils =
  (side: 'left' | 'right' | 'both') =>
  (request: ShapeRequest): NodeShape => {
    const room = side === 'left' ? 'brace' : 'closingBrace';
    const inner = withRoom(request, room);
    const radius = Math.max(5, inner.height / 10);
    const width = 2 * radius;
    const [left, right] = [side === 'right' ? 0 : width, side === 'left' ? 0 : width];
    const size = {
      width: inner.width + (side === 'both' ? 2.5 : 2) * radius,
      height: inner.height + width,
    };
    const drawing = new Drawing();
    if (left > 0) brace(drawing, 0, width, size.height);
    if (right > 0) brace(drawing, size.width, -width, size.height);
    return { size, style: { ...drawing.style(size), ...labelAt(...leadingShift(request, room)) } };
  };
