/** Whether a style asks to be drawn by hand, and how. */
import type { Style } from '../style/style.js';

export type HandDrawing = 'rough' | 'comic' | undefined;

export function handDrawing(style: Style): HandDrawing {
  if (style.string('sketch', '0') !== '0') return style.get('sketchStyle') === 'comic' ? 'comic' : 'rough';
  return style.flag('comic') ? 'comic' : undefined;
}
