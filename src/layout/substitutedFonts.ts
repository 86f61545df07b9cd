/** Tells which families a page names that are neither there nor bundled, each once. */
import type { Report } from '../diagnostics.js';
import type { FontLibrary } from '../shaping/fontLibrary.js';
import type { Layout } from './placed.js';

export function reportSubstitutions(layout: Layout, fonts: FontLibrary, report: Report): void {
  const lists = new Set<string>();
  const told = new Set<string>();
  for (const { cell, label } of layout.cells.values()) {
    for (const { families, face } of label?.block.runs ?? []) {
      const list = families.join();
      if (lists.has(list)) continue;
      lists.add(list);
      const family = fonts.substituted(families);
      if (family === undefined || told.has(family.toLowerCase())) continue;
      told.add(family.toLowerCase());
      const message = `The font "${family}" can't be had; set in ${face.family}, which may be wider or narrower.`;
      report({ code: 'substituted-font', cellId: cell.id, message });
    }
  }
}
