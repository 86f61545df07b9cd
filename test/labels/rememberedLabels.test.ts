/** A label that was set before comes out as one that is set for the first time. */

import { expect, it } from 'vitest';
import { HtmlElements } from '../../src/decode/htmlTree.js';
import { setHtmlLabel } from '../../src/labels/htmlLabel.js';
import type { HtmlLabelRequest } from '../../src/labels/textRequest.js';
import { nodeAssets } from '../../src/platform/node/packagedAssets.js';
import { FontLibrary } from '../../src/shaping/fontLibrary.js';

const FONT = {
  family: 'Helvetica',
  size: 12,
  color: '#000000',
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
};

const usual = new FontLibrary(nodeAssets);

const request = (changes: Partial<HtmlLabelRequest> = {}): HtmlLabelRequest => ({
  html: 'some <b>bold</b> words that wrap',
  font: FONT,
  x: 10.25,
  y: 20.75,
  width: 80,
  height: 40,
  align: 'center',
  verticalAlign: 'middle',
  wraps: true,
  overflow: 'visible',
  background: undefined,
  border: undefined,
  direction: 'ltr',
  fonts: usual,
  cellId: 'cell',
  report: () => {},
  elements: new HtmlElements(),
  ...changes,
});

/** What setting a label gives where no other one was set. */
const alone = (changes: Partial<HtmlLabelRequest>) =>
  setHtmlLabel(request({ ...changes, fonts: new FontLibrary(nodeAssets) }));

/** All but the fonts' objects, which differ between libraries. */
const shown = (label: unknown): string =>
  JSON.stringify(label, (key, value: unknown) => (key === 'face' ? (value as { family: string }).family : value));

const VARIANTS: readonly Partial<HtmlLabelRequest>[] = [
  {},
  { x: 300, y: -7 },
  { html: 'other' },
  { font: { ...FONT, family: 'Times' } },
  { font: { ...FONT, size: 13 } },
  { font: { ...FONT, color: '#ff0000' } },
  { font: { ...FONT, bold: true } },
  { font: { ...FONT, italic: true } },
  { font: { ...FONT, underline: true } },
  { font: { ...FONT, strikethrough: true } },
  { width: 50 },
  { width: 50, wraps: false },
  { align: 'left' },
  { verticalAlign: 'top' },
  { direction: 'rtl' },
  { direction: 'vertical-rl' },
  { background: '#ffff00' },
  { border: '#00ff00' },
  ...(['hidden', 'fill', 'width', 'block'] as const).flatMap((overflow) => [
    { overflow },
    { overflow, height: 20 },
    { overflow, height: 20, verticalAlign: 'bottom' as const },
    { overflow, border: '#0000ff', wraps: false },
  ]),
];

it('however the labels set before it looked', () => {
  for (const changes of [...VARIANTS, ...VARIANTS]) {
    expect(shown(setHtmlLabel(request(changes))), JSON.stringify(changes)).toBe(shown(alone(changes)));
  }
});

it('with its diagnostics', () => {
  const cells: (string | undefined)[] = [];
  for (const cellId of ['a', 'b']) {
    const report = (diagnostic: { readonly cellId?: string | undefined }) => void cells.push(diagnostic.cellId);
    setHtmlLabel(request({ html: '<video></video>', cellId, report }));
  }
  expect(cells).toEqual(['a', 'b']);
});
