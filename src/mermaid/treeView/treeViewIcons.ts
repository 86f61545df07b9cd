/** The icons of a tree view's entries: which one an entry has, and what folders and files look like. */
import { compressPage } from '../../decode/compression.js';
import { type Point, rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import { optionsOf } from '../charts/chartOptions.js';
import type { DrawContext } from '../context.js';
import type { TreeViewEntry } from './treeViewModel.js';

/** The side of an icon, px. */
export const ICON_SIZE = 14;

const NONE = 'none';

/** The name of an entry's icon, of a collection where there is a colon in it; undefined for none. */
export function iconOf({ name, nodeType, icon }: TreeViewEntry, { config }: DrawContext): string | undefined {
  const options = optionsOf(config.treeView);
  const qualified = (each: string): string => {
    const collection = options.text('defaultIconPack', '');
    return each.includes(':') || each in SHAPES || collection === '' ? each : `${collection}:${each}`;
  };
  if (icon === NONE) return undefined;
  if (icon) return qualified(icon);
  if (!options.flag('showIcons', false)) return undefined;
  if (nodeType === 'directory') return 'folder';
  const wanted = options.part('filenameIcons').text(name, '') || iconOfEnding(name, config.treeView);
  if (wanted === NONE) return undefined;
  return wanted === '' ? 'file' : qualified(wanted);
}

/** Endings of names are set with their point or without it. */
function iconOfEnding(name: string, settings: unknown): string {
  const point = name.lastIndexOf('.');
  if (point <= 0) return '';
  const ending = name.slice(point).toLowerCase();
  const icons = optionsOf(settings).part('extensionIcons');
  return icons.text(ending, '') || icons.text(ending.slice(1), '');
}

const outline = (xml: string): CellStyle => ({
  shape: `stencil(${compressPage(
    `<shape w="24" h="24" aspect="fixed" strokewidth="inherit"><foreground><path>${xml}</path><fill/></foreground></shape>`,
  )})`,
});
const move = (x: number, y: number): string => `<move x="${x}" y="${y}"/>`;
const line = (x: number, y: number): string => `<line x="${x}" y="${y}"/>`;
/** A quarter of a circle of radius 2, clockwise. */
const corner = (x: number, y: number): string =>
  `<arc rx="2" ry="2" x-axis-rotation="0" large-arc-flag="0" sweep-flag="1" x="${x}" y="${y}"/>`;
const CLOSE = '<close/>';

/** In a square of 24. What goes round the other way is left out of the fill. */
const SHAPES: Readonly<Record<string, CellStyle>> = {
  folder: outline(
    move(4, 4) +
      line(10, 4) +
      line(12, 6) +
      line(20, 6) +
      corner(22, 8) +
      line(22, 18) +
      corner(20, 20) +
      line(4, 20) +
      corner(2, 18) +
      line(2, 6) +
      corner(4, 4) +
      CLOSE,
  ),
  file: outline(
    move(6, 2) +
      line(14, 2) +
      line(20, 8) +
      line(20, 20) +
      corner(18, 22) +
      line(6, 22) +
      corner(4, 20) +
      line(4, 4) +
      corner(6, 2) +
      CLOSE +
      move(13.5, 4) +
      line(13.5, 8.5) +
      line(18, 8.5) +
      CLOSE,
  ),
};

/** What stands for an icon that isn't at hand, as Mermaid has it: a question mark on a blue square. */
const UNKNOWN: CellStyle = { fillColor: '#087ebf', fontColor: '#ffffff', fontSize: Math.round(0.85 * ICON_SIZE) };

export function drawIcon(name: string, { x, y }: Point, parent: string, context: DrawContext): void {
  const { cells, theme, config, report } = context;
  const shape = Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined;
  const id = cells.id(`${parent}-icon`);
  if (!shape) {
    const message = `The icon ${name} is drawn as a question mark: it comes from a collection that is not at hand.`;
    report({ code: 'mermaid-ignored', cellId: id, message });
  }
  const fillColor = optionsOf(config.themeVariables).part('treeView').color('iconColor', '#546e7a');
  cells.vertex({
    id,
    parent,
    label: shape ? '' : '?',
    box: rect(x, y, ICON_SIZE, ICON_SIZE),
    style: {
      ...(shape ? { ...shape, fillColor } : { ...UNKNOWN, fontFamily: theme.fontFamily }),
      html: 1,
      strokeColor: 'none',
      connectable: 0,
    },
  });
}
