/** Paper of a format that has a name: a picture on one sheet of it. */
import type { Scene } from '../../drawing/scene.js';
import { centerX, type Rect, rect } from '../../geometry/plane.js';

/** Width and height, upright, in px of draw.io's paper: a hundred to the inch. */
const PAPERS = {
  a0: [3300, 4681],
  a1: [2339, 3300],
  a2: [1654, 2336],
  a3: [1169, 1654],
  a4: [827, 1169],
  a5: [583, 827],
  a6: [413, 583],
  a7: [291, 413],
  letter: [850, 1100],
  legal: [850, 1400],
  tabloid: [1100, 1700],
  ledger: [1100, 1700],
  executive: [725, 1050],
} as const satisfies Readonly<Record<string, readonly [width: number, height: number]>>;

export type PaperName = keyof typeof PAPERS;

export const PAPER_NAMES = Object.keys(PAPERS) as readonly PaperName[];

export interface PaperOptions {
  readonly paper: PaperName;
  /** The long side lies. */
  readonly landscape: boolean;
  /** Of the drawing, which is made smaller where the sheet has no room for it. */
  readonly scale: number;
}

/** Around the drawing, px of paper: what printers leave empty. */
const MARGIN = 25;

/** 72 points to the inch. */
const POINTS_PER_PAPER_PIXEL = 0.72;

/** What of a scene's plane the sheet shows, the drawing in the middle of its upper part, and how large it is printed. */
export function onPaper(
  { viewBox }: Scene,
  { paper, landscape, scale: wanted }: PaperOptions,
): { readonly view: Rect; readonly pointsPerPixel: number } {
  const [short, long] = PAPERS[paper];
  const [width, height] = landscape ? [long, short] : [short, long];
  const room = (side: number, drawn: number): number => (drawn > 0 ? (side - 2 * MARGIN) / drawn : wanted);
  const scale = Math.min(wanted, room(width, viewBox.width), room(height, viewBox.height));
  const [viewWidth, viewHeight, margin] = [width / scale, height / scale, MARGIN / scale];
  return {
    view: rect(centerX(viewBox) - viewWidth / 2, viewBox.y - margin, viewWidth, viewHeight),
    pointsPerPixel: POINTS_PER_PAPER_PIXEL * scale,
  };
}
