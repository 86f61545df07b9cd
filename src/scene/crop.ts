/** The part of a page that a picture shows: its drawing, its sheets of paper, or a window around it. */
import type { Group, Scene } from '../drawing/scene.js';
import { type Rect, rect } from '../geometry/plane.js';
import type { PageSettings } from '../model/cell.js';
import { captureFrame, type Print, printFactor, screenshotFrame } from './capture.js';
import { PAGE_SHADOW, PAGE_SHADOW_ROOM } from './shadow.js';

export interface CropOptions {
  /** 'diagram' crops to the drawing, 'page' to the sheets that it touches; 'capture' and 'screenshot': see capture.ts. */
  readonly size: 'diagram' | 'page' | 'capture' | 'screenshot';
  /** How much larger the drawing is on its sheets of paper; default 1. */
  readonly paperScale?: number;
  /** How large the picture is printed, on which the size of what is captured depends. */
  readonly print?: Print;
  /** Space around the drawing, px. */
  readonly border: number;
  readonly background: string | undefined;
}

/** draw.io's export crop: whole pixels. */
export function cropScene(root: Group, drawn: Rect, settings: PageSettings, crop: CropOptions): Scene {
  const sheet = sheetSize(settings, crop.paperScale ?? 1);
  const bounds = crop.size === 'page' ? sheetsUnder(drawn, sheet) : drawn;
  const room = settings.shadow && crop.size !== 'page' ? PAGE_SHADOW_ROOM : 0;
  const width = Math.max(1, Math.ceil(bounds.width) + 2 * crop.border) + room;
  const height = Math.max(1, Math.ceil(bounds.height) + 2 * crop.border) + room;
  const left = Math.ceil(bounds.x - crop.border);
  const top = Math.ceil(bounds.y - crop.border);
  const window = WINDOWS[crop.size];
  const viewBox = window ? window(drawn, crop.border, room, crop.print ?? {}) : rect(left, top, width, height);
  return {
    viewBox,
    width: viewBox.width,
    height: viewBox.height,
    printScale: crop.size === 'screenshot' ? printFactor(drawn, crop.print ?? {}) : undefined,
    sheet,
    background: crop.background,
    root: settings.shadow ? { ...root, shadow: PAGE_SHADOW } : root,
  };
}

/** Of what is drawn in a window and captured there. */
const WINDOWS: { readonly [Size in CropOptions['size']]?: typeof captureFrame } = {
  capture: captureFrame,
  screenshot: screenshotFrame,
};

/** Of a larger drawing a sheet shows less. */
function sheetSize({ pageWidth, pageHeight, pageScale }: PageSettings, paperScale: number): Scene['sheet'] {
  const scale = pageScale / paperScale;
  return { width: pageWidth * scale, height: pageHeight * scale, pageScale: scale };
}

/** All of the sheets that a drawing touches; draw.io's lie side by side from the page's origin. */
function sheetsUnder(drawn: Rect, sheet: Scene['sheet']): Rect {
  const first = { x: Math.floor(Math.ceil(drawn.x) / sheet.width), y: Math.floor(Math.ceil(drawn.y) / sheet.height) };
  const right = Math.ceil(drawn.x) + Math.floor(drawn.width);
  const bottom = Math.ceil(drawn.y) + Math.floor(drawn.height);
  const across = Math.max(1, Math.ceil(right / sheet.width) - first.x);
  const down = Math.max(1, Math.ceil(bottom / sheet.height) - first.y);
  return rect(first.x * sheet.width, first.y * sheet.height, across * sheet.width, down * sheet.height);
}
