/** The room between a label's text and its background (labelPadding). */
import { describe, expect, it } from 'vitest';
import { labelPadding } from '../../src/layout/labelPadding.js';
import { Style } from '../../src/style/style.js';
import { setLabel } from '../labels/labelFixture.js';

const parsed = (value: string) => labelPadding(new Style(new Map([['labelPadding', value]])));

describe('labelPadding', () => {
  it('has one to four lengths in CSS’s order of sides', () => {
    expect(parsed('4')).toEqual({ top: 4, right: 4, bottom: 4, left: 4 });
    expect(parsed('4 8')).toEqual({ top: 4, right: 8, bottom: 4, left: 8 });
    expect(parsed('1 2 3')).toEqual({ top: 1, right: 2, bottom: 3, left: 2 });
    expect(parsed('1 2 3 4px')).toEqual({ top: 1, right: 2, bottom: 3, left: 4 });
  });

  it('is none without lengths', () => {
    expect(parsed('0')).toBeUndefined();
    expect(parsed('-3')).toBeUndefined();
    expect(parsed('wide')).toBeUndefined();
    expect(labelPadding(new Style(new Map()))).toBeUndefined();
  });
});

describe('a label’s background', () => {
  const filled = { labelBackgroundColor: '#ffff00', align: 'left', verticalAlign: 'top' };

  it('reaches beyond an HTML label by the padding, and the text stands where it stood', () => {
    const plain = setLabel('text', filled);
    const padded = setLabel('text', { ...filled, labelPadding: '4 8' });
    const [before, after] = [plain.block.boxes[0]?.box, padded.block.boxes[0]?.box];
    expect(after?.width).toBe((before?.width ?? 0) + 16);
    expect(after?.height).toBe((before?.height ?? 0) + 8);
  });

  it('reaches beyond a plain label too', () => {
    const style = { ...filled, html: '0', whiteSpace: '' };
    const [before, after] = [setLabel('text', style), setLabel('text', { ...style, labelPadding: '4 8' })].map(
      ({ block }) => block.boxes[0]?.box,
    );
    expect(after?.width).toBe((before?.width ?? 0) + 16);
    expect(after?.height).toBe((before?.height ?? 0) + 8);
  });
});
