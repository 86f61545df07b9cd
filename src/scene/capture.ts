/** What draw.io desktop's command and the export server capture: a window around the drawing, in whole pixels. */
import { type Rect, rect } from '../geometry/plane.js';

/** How large the picture is printed; see RenderOptions. */
export interface Print {
  readonly scale?: number;
  readonly width?: number;
  readonly height?: number;
}

/**
 * The window's place on the page, px. It begins at the whole px before the drawing and is rounded up twice, with a pixel
 * more each time, so that nothing is cut off and no scroll bar is shown. The border isn't scaled, nor `room` for a shadow.
 */
export const captureFrame = (drawn: Rect, border: number, room: number, print: Print): Rect =>
  windowAround(drawn, border, room, print, ({ width, height }) =>
    fitted({ width: width + 1, height: height + 1 }, print),
  );

/** The export server's: without the second pixel more, and its size isn't fitted. */
export const screenshotFrame = (drawn: Rect, border: number, room: number, print: Print): Rect =>
  windowAround(drawn, border, room, print, (size) => size);

function windowAround(drawn: Rect, border: number, room: number, print: Print, sized: (size: Size) => Size): Rect {
  const factor = printFactor(drawn, print);
  const before = isFitted(print) ? Math.floor(border / factor) : border;
  const pixels = (start: number, length: number): number => {
    const offset = factor * (before + start - Math.floor(start));
    return Math.max(1, Math.ceil(Math.ceil(length * factor + border) + 1 + room + offset));
  };
  const size = sized({ width: pixels(drawn.x, drawn.width), height: pixels(drawn.y, drawn.height) });
  const left = Math.floor(drawn.x) - before;
  const top = Math.floor(drawn.y) - before;
  return rect(left, top, size.width / factor, size.height / factor);
}

const isFitted = ({ width, height }: Print): boolean => width !== undefined || height !== undefined;

/** Before the drawing is in its window: the window is then fitted as a whole. */
export function printFactor(drawn: Rect, print: Print): number {
  if (!isFitted(print)) return print.scale ?? 1;
  // The extent of a cell that was drawn upwards is negative.
  if (drawn.width <= 0 || drawn.height <= 0) return 1;
  return Math.min((print.width ?? Infinity) / drawn.width, (print.height ?? Infinity) / drawn.height);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where one side is asked for, the other one comes out in whole pixels as well, rounded down. */
function fitted(size: Size, { width, height }: Print): Size {
  if (width !== undefined && height === undefined) {
    const shrink = width / size.width;
    return { ...size, height: Math.max(1, Math.floor(size.height * shrink)) / shrink };
  }
  if (height !== undefined && width === undefined) {
    const shrink = height / size.height;
    return { ...size, width: Math.max(1, Math.floor(size.width * shrink)) / shrink };
  }
  return size;
}
