/** Packet diagrams: the fields of a message in rows of bits. */
import { rect } from '../../geometry/plane.js';
import type { CellStyle } from '../cells.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, list, number, record, text } from '../text/readers.js';
import { drawArea } from './chartFrame.js';
import { optionsOf } from './chartOptions.js';
import { chartHtml, drawText } from './chartText.js';

/** A field, or the part of one that stands in a row. */
interface PacketBlock {
  /** Bits, the last one included. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export interface PacketModel {
  readonly title: string;
  readonly rows: readonly (readonly PacketBlock[])[];
}

const block = record<PacketBlock>({ start: always(number, 0), end: always(number, 0), label: named });

export const packet = defineKind({
  beginning: 'packet (or packet-beta)',
  names: ['packet'],
  grammar: 'src/diagrams/packet/diagram.ts',
  read: (model: RawModel): PacketModel => ({
    title: text(asked(model, 'getDiagramTitle')) ?? '',
    rows: list(list(block))(asked(model, 'getPacket')) ?? [],
  }),
  draw: drawPacket,
  margins: [0],
  titleSize: 'own',
});

const BLACK = '#000000';
/** What the numbers of the bits take above a row, px. */
const BITS_ROOM = 10;

function drawPacket({ title, rows }: PacketModel, context: DrawContext): void {
  const { cells, config, theme } = context;
  const options = optionsOf(config.packet);
  const colors = optionsOf(config.themeVariables).part('packet');
  const showBits = options.flag('showBits', true);
  const rowHeight = options.length('rowHeight', 32);
  const [paddingX, gap] = [options.length('paddingX', 5), options.length('paddingY', 5) + (showBits ? BITS_ROOM : 0)];
  const [bitWidth, bitsPerRow] = [options.length('bitWidth', 32), Math.max(1, options.length('bitsPerRow', 32))];
  const pitch = rowHeight + gap;
  const width = bitWidth * bitsPerRow + 2;
  const height = pitch * (rows.length + 1) - (title === '' ? rowHeight : 0);
  drawArea(rect(0, 0, width, height), context);
  const style: CellStyle = {
    rounded: 0,
    html: 1,
    fillColor: colors.color('blockFillColor', '#efefef'),
    strokeColor: colors.color('blockStrokeColor', BLACK),
    strokeWidth: colors.pixels('blockStrokeWidth', 1),
    fontColor: colors.color('labelColor', BLACK),
    fontFamily: theme.fontFamily,
    fontSize: colors.pixels('labelFontSize', 12),
  };
  for (const [row, blocks] of rows.entries()) {
    const y = row * pitch + gap;
    for (const each of blocks) {
      const x = (each.start % bitsPerRow) * bitWidth + 1;
      const blockWidth = Math.max(1, (each.end - each.start + 1) * bitWidth - paddingX);
      const id = cells.id(each.label);
      const identity = `bits:${each.start}-${each.end}`;
      cells.vertex({ id, identity, label: chartHtml(each.label), box: rect(x, y, blockWidth, rowHeight), style });
      if (showBits) drawBits(each, { x, y: y - 2, width: blockWidth, parent: id }, context);
    }
  }
  const fontSize = colors.pixels('titleFontSize', 14);
  const at = { x: width / 2, y: height - pitch / 2, baseline: 'middle' } as const;
  drawText({ ...at, text: title, fontSize, color: colors.color('titleColor', BLACK) }, context);
}

/** The edge that bits stand on, px. */
interface BlockTop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly parent: string;
}

/** The numbers of the first and the last bit; a single one stands in the middle. */
function drawBits({ start, end }: PacketBlock, { x, y, width, parent }: BlockTop, context: DrawContext): void {
  const colors = optionsOf(context.config.themeVariables).part('packet');
  const text = { y, fontSize: colors.pixels('byteFontSize', 10), parent };
  const startColor = colors.color('startByteColor', BLACK);
  if (start === end) {
    drawText({ ...text, text: String(start), x: x + width / 2, color: startColor }, context);
    return;
  }
  drawText({ ...text, text: String(start), x, anchor: 'start', color: startColor }, context);
  const endColor = colors.color('endByteColor', BLACK);
  drawText({ ...text, text: String(end), x: x + width, anchor: 'end', color: endColor }, context);
}
