/** The lines along text: where they stand, and what they are made of. */
import { describe, expect, it } from 'vitest';
import { type DecorationMark, decorationMarks } from '../../../src/write/svg/decorations.js';
import { setLabel } from '../../labels/labelFixture.js';

const EXACT = { x: (value: number) => value, y: (value: number) => value };

function marks(html: string, through = false): readonly DecorationMark[] {
  return decorationMarks(setLabel(html, { align: 'left', verticalAlign: 'top' }).block.runs, through, EXACT);
}

const bars = (html: string, through = false) =>
  marks(html, through).flatMap((mark) => (mark.kind === 'bar' ? [mark.box] : []));

describe('decorations', () => {
  it('under raised text stand where those of the text around it do', () => {
    const [plain, raised] = bars('<u>x<sup>2</sup></u>');
    expect(raised?.y).toBe(plain?.y);
  });

  it('through raised text rise with it', () => {
    const [plain, raised] = bars('<s>x<sup>2</sup></s>', true);
    expect(raised?.y).toBeLessThan(plain?.y as number);
  });

  it('are double, dashed or dotted', () => {
    expect(bars('<u style="text-decoration-style:double">x</u>')).toHaveLength(2);
    const dashes = bars('<u style="text-decoration-style:dashed">some text</u>');
    expect(dashes.length).toBeGreaterThan(5);
    expect(new Set(dashes.map(({ width }) => width))).toEqual(new Set([3]));
    const dots = marks('<u style="text-decoration-style:dotted;font-size:40px">x</u>');
    expect(dots).toMatchObject(dots.map(() => ({ kind: 'bar', radius: 2 })));
  });

  it('end waves with the text', () => {
    const [wave] = marks('<span style="text-decoration:underline wavy red">wave</span>');
    const [run] = setLabel('wave').block.runs;
    if (wave?.kind !== 'wave') throw new Error('not a wave');
    const numbers = wave.data.match(/-?[\d.]+/g)?.map(Number) ?? [];
    expect(numbers[numbers.length - 2]).toBeCloseTo(run?.width as number, 1);
    expect(wave.color).toBe('#ff0000');
  });

  it('do not go into inline blocks', () => {
    expect(bars('<u><span style="display:inline-block">x</span></u>')).toEqual([]);
  });

  it('take a thickness, an offset and a colour of their own', () => {
    const [mark] = marks(
      '<u style="text-decoration-thickness:3px;text-underline-offset:5px;text-decoration-color:#123456">x</u>',
    );
    const [run] = setLabel('x', { align: 'left', verticalAlign: 'top' }).block.runs;
    expect(mark).toMatchObject({ color: '#123456', box: { y: (run?.baseline as number) + 5, height: 3 } });
  });
});
