/** The style of every cell of a page, with the colours that it takes from cells around it. */
import type { Report } from '../diagnostics.js';
import type { Cell } from '../model/cell.js';
import { isColorValue } from '../style/color.js';
import { resolveStyle } from '../style/resolve.js';
import type { Style } from '../style/style.js';

/** Words that stand for colours of cells around. */
const COLOR_WORDS = ['inherit', 'swimlane', '=fillColor', '=strokeColor'] as const;

/** The keys of styles whose values are colours. */
const COLOR_KEY = /^(?!default).*Color$|^image(?:Border|Background)$/;

type Entries = Style['entries'];

const knownUnreadable = new WeakMap<Entries, readonly (readonly [key: string, value: string])[]>();

/** The entries of a style that should be colours and are none. Cells with the same style share its entries. */
function unreadableColors(entries: Entries): readonly (readonly [key: string, value: string])[] {
  const known =
    knownUnreadable.get(entries) ??
    [...entries].filter(([key, value]) => COLOR_KEY.test(key) && !isColorValue(value, key));
  knownUnreadable.set(entries, known);
  return known;
}

/** Each is resolved once, and what is no colour in it told once. */
export class CellStyles {
  readonly #known = new Map<Cell, Style>();

  constructor(readonly report: Report) {}

  of(cell: Cell): Style {
    const known = this.#known.get(cell);
    if (known) return known;
    const { parent } = cell;
    const needsContext = COLOR_WORDS.some((word) => cell.style.includes(word));
    const style = resolveStyle(
      cell.style,
      cell.kind === 'edge',
      needsContext
        ? {
            parent: parent && parent.kind !== 'layer' ? this.of(parent) : undefined,
            swimlane: this.#swimlaneStyle(cell),
          }
        : {},
    );
    this.#known.set(cell, style);
    this.#reportColors(cell, style);
    return style;
  }

  #reportColors(cell: Cell, { entries }: Style): void {
    for (const [key, value] of unreadableColors(entries)) {
      const shown = value.length > 60 ? `${value.slice(0, 57)}...` : value;
      const message = `${key} "${shown}" is no colour; passed over.`;
      this.report({ code: 'invalid-color', cellId: cell.id, message });
    }
  }

  /** The style of the nearest swimlane around a cell, or around an edge's target. */
  #swimlaneStyle(cell: Cell): Style | undefined {
    const start = cell.kind === 'edge' && cell.target ? cell.target : cell.parent;
    for (let current = start; current && current.kind !== 'layer'; current = current.parent) {
      const isSwimlane = current.kind === 'vertex' && resolveStyle(current.style, false).get('shape') === 'swimlane';
      if (isSwimlane) return this.of(current);
    }
    return undefined;
  }
}
