/** Pictures in a PDF document: what is painted, and who paints it. */
import type { Picture } from '../../drawing/scene.js';
import type { Content } from './contentStream.js';
import type { Resource } from './objects.js';

/** Something to paint on a square of one unit, y up, and how large it is by itself. */
export interface Graphic {
  readonly resource: Resource;
  readonly width: number;
  readonly height: number;
}

export interface PicturePainter {
  /** Paints a picture on its place, where PDF can show it. */
  paint(content: Content, picture: Picture): void;
}
