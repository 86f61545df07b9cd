/** Mermaid's info: the version of Mermaid whose grammars read the texts. */
import { rect } from '../../geometry/plane.js';
import { drawArea } from '../charts/chartFrame.js';
import { drawText } from '../charts/chartText.js';
import type { DrawContext } from '../context.js';
import { defineKind } from '../kind.js';
import { asked, named, type RawModel } from '../text/modelReaders.js';

export const info = defineKind({
  beginning: 'info',
  names: ['info'],
  grammar: 'src/diagrams/info/infoDiagram.ts',
  read: readInfo,
  draw: drawInfo,
  margins: [0],
  // Mermaid itself shows none.
  titleSize: 'own',
});

export interface InfoModel {
  readonly version: string;
}

/** Px. */
const AREA = rect(0, 0, 400, 150);
const TEXT = { x: 100, y: 40, fontSize: 32 };

function readInfo(model: RawModel): InfoModel {
  return { version: named(asked(model, 'getVersion')) };
}

function drawInfo({ version }: InfoModel, context: DrawContext): void {
  drawArea(AREA, context);
  drawText({ ...TEXT, text: `v${version}`, color: context.theme.text.slice(0, 7) }, context);
}
