/** How a picture is looked at: its size and place in its frame, in px. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const [SMALLEST, LARGEST] = [0.05, 16];

/** All of it, in the middle, with some space around it, and no larger than it is. */
export function fitted(picture: Size, frame: Size, space = 24): View {
  const inner = { width: Math.max(1, frame.width - 2 * space), height: Math.max(1, frame.height - 2 * space) };
  const scale = bounded(Math.min(1, inner.width / picture.width, inner.height / picture.height));
  return { scale, x: (frame.width - picture.width * scale) / 2, y: (frame.height - picture.height * scale) / 2 };
}

/** Zoomed by a factor around a point of the frame, which stays over the same place of the picture. */
export function zoomed(view: View, factor: number, at: { readonly x: number; readonly y: number }): View {
  const scale = bounded(view.scale * factor);
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

export const moved = (view: View, dx: number, dy: number): View => ({ ...view, x: view.x + dx, y: view.y + dy });

const bounded = (scale: number): number => Math.min(LARGEST, Math.max(SMALLEST, scale));
