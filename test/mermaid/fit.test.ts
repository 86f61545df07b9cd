/** Text stays in its box: the boxes of golden Mermaid diagrams are as large as the labels set in them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMeasure } from '../../src/mermaid/text/measure.js';
import { nodeFontSupport } from '../../src/platform/node/machineFonts.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { FontLibrary } from '../../src/shaping/fontLibrary.js';
import { GOLDEN_FOLDER } from '../golden/files.js';
import { cellsOf } from './cellsOf.js';
import type { DrawnCell } from './drawing.js';

const measure = createMeasure(new FontLibrary(nodeAssets, [], nodeFontSupport));

const FOLDER = path.join(GOLDEN_FOLDER, 'mermaid');
const names = ['sequence', 'class', 'er'].flatMap((kind) =>
  readdirSync(path.join(FOLDER, kind))
    .filter((file) => file.endsWith('.mmd'))
    .map((file) => `${kind}/${file.slice(0, -'.mmd'.length)}`),
);

/** What of a cell's height its label may take: titles stand in their bar, names of icons below them. */
function roomOf({ id, style, box }: DrawnCell): { readonly width: number; readonly height: number } | undefined {
  // The names of groups stand out in Mermaid's own pictures too: sequence.test.ts holds what such a group takes.
  if (!box || style.get('verticalLabelPosition') === 'bottom' || /^box(-\d+)?$/.test(id)) return undefined;
  if (style.get('shape') === 'umlFrame') {
    return { width: Number(style.get('width')), height: Number(style.get('height')) };
  }
  const title = style.has('swimlane') || style.get('shape') === 'table' ? style.get('startSize') : undefined;
  const head = style.get('shape') === 'umlLifeline' ? style.get('size') : title;
  return { width: box.width, height: Number(head ?? box.height) };
}

/** Mermaid measures texts of sequence diagrams in SVG's own font, a narrower one than it draws them in: drawn, they may stand out beside their box. */
const MEASURED_FONT = 'Times New Roman';
/** But conditions, whose cells are as wide as their texts. */
const isMeasuredApart = ({ style }: DrawnCell): boolean => !style.has('text');

describe.each(names)('golden %s', (name) => {
  test('keeps every text in its box', () => {
    const cells = [...cellsOf(readFileSync(path.join(FOLDER, `${name}.mmd`), 'utf8')).values()];
    const overflowing = cells
      .filter(({ kind, isEdgeLabel, label }) => kind === 'vertex' && !isEdgeLabel && label !== '')
      .flatMap((cell) => {
        const room = roomOf(cell);
        if (!room) return [];
        const { style, label, id } = cell;
        const size = measure(label, {
          fontFamily:
            name.startsWith('sequence/') && isMeasuredApart(cell)
              ? MEASURED_FONT
              : (style.get('fontFamily') ?? 'Helvetica'),
          fontSize: Number(style.get('fontSize') ?? 12),
          bold: (Number(style.get('fontStyle') ?? 0) & 1) !== 0,
          italic: (Number(style.get('fontStyle') ?? 0) & 2) !== 0,
          ...(style.get('whiteSpace') === 'wrap' && {
            maxWidth: room.width - Number(style.get('spacingLeft') ?? 0) - Number(style.get('spacingRight') ?? 0) - 4,
          }),
        });
        return size.width > room.width || size.height > room.height ? [`${id}: ${label}`] : [];
      });
    expect(overflowing).toEqual([]);
  });
});
