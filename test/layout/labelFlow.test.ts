/** Labels that flow along their shape's outline (shapeInside), held against what Chromium makes of draw.io's HTML. */
import { describe, expect, it } from 'vitest';
import { transformPoint } from '../../src/geometry/plane.js';
import { labelFlow } from '../../src/layout/labelFlow.js';
import { Style } from '../../src/style/style.js';
import { linesOf, type SetLabel, setLabel } from '../labels/labelFixture.js';

const LOREM = 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor';

/** The ascent of the fixture's font, px. */
const ASCENT = 11;

const flowing = (shape: string, style: Record<string, string>, width: number, height: number, value = LOREM) =>
  setLabel(value, { shapeInside: '1', shape, ...style }, width, height);

type PlacedLine = readonly [text: string, x: number, top: number];

/** Each line's text and the top left corner of its first word on the page. */
function placedLines({ block, transform }: SetLabel): PlacedLine[] {
  const texts = linesOf(block);
  const baselines = [...new Set(block.runs.map(({ baseline }) => baseline))].sort((a, b) => a - b);
  return baselines.map((baseline, index) => {
    const x = Math.min(...block.runs.filter((run) => run.baseline === baseline).map((run) => run.x));
    const at = transformPoint(transform, { x, y: baseline - ASCENT });
    return [texts[index] as string, at.x, at.y];
  });
}

function expectLines(label: SetLabel, expected: readonly PlacedLine[]): void {
  const lines = placedLines(label);
  expect(lines.map(([text]) => text)).toEqual(expected.map(([text]) => text));
  for (const [index, [, x, top]] of expected.entries()) {
    expect(Math.abs((lines[index]?.[1] as number) - x)).toBeLessThan(0.5);
    expect(Math.abs((lines[index]?.[2] as number) - top)).toBeLessThan(0.5);
  }
}

describe('a label along its shape’s outline', () => {
  it('has lines as long as an ellipse lets them be', () => {
    expectLines(flowing('ellipse', {}, 160, 120), [
      ['Lorem ipsum dolor sit', 22.63, 31.5],
      ['amet, consectetur', 32.3, 45.89],
      ['adipiscing elit, sed do', 22.61, 60.28],
      ['eiusmod tempor', 36.97, 74.67],
    ]);
  });

  it('widens towards the middle of a rhombus', () => {
    expectLines(flowing('rhombus', {}, 240, 160), [
      ['Lorem ipsum dolor sit amet,', 45.95, 59.5],
      ['consectetur adipiscing elit, sed do', 29.94, 73.89],
      ['eiusmod tempor', 76.97, 88.28],
    ]);
  });

  it('is not brought further down than it still breaks the same way', () => {
    expectLines(flowing('triangle', { verticalAlign: 'bottom' }, 240, 160), [
      ['Lorem ipsum dolor sit amet,', 32.83, 73],
      ['consectetur adipiscing elit, sed', 3.77, 87.39],
      ['do eiusmod tempor', 12.73, 101.78],
    ]);
  });

  it('begins at the top where its first word has room', () => {
    const style = { direction: 'south', size: '0.3', verticalAlign: 'top', align: 'left' };
    expectLines(flowing('hexagon', style, 120, 140), [
      ['Lorem', 43.31, 15],
      ['ipsum dolor', 23.14, 29.39],
      ['sit amet, consectetur', 4.02, 43.78],
      ['adipiscing elit, sed', 4.02, 58.17],
      ['do eiusmod tempor', 4.02, 72.56],
    ]);
  });

  it('keeps its spacing and its padding', () => {
    expectLines(flowing('parallelogram', { fixedSize: '1', align: 'right', spacing: '8' }, 200, 80), [
      ['Lorem ipsum dolor sit amet,', 37.52, 19.5],
      ['consectetur adipiscing elit, sed', 19.67, 33.89],
      ['do eiusmod tempor', 77.91, 48.28],
    ]);
    expectLines(flowing('step', { flipH: '1', shapeInsidePadding: '8' }, 240, 80), [
      ['Lorem ipsum dolor sit amet,', 38.69, 19.5],
      ['consectetur adipiscing elit,', 32.88, 33.89],
      ['sed do eiusmod tempor', 51.41, 48.28],
    ]);
  });

  it('reaches out of a shape that is too small, above it too', () => {
    expectLines(flowing('ellipse', {}, 40, 30), [
      ['Lorem', 2.98, -83.5],
      ['ipsum', 3.98, -69.11],
      ['dolor', 6.66, -54.72],
      ['sit', 14, -40.33],
      ['amet,', 4.98, -25.94],
      ['consectetur', 1, 28.5],
      ['adipiscing', 1, 42.89],
      ['elit,', 10.66, 57.28],
      ['sed do', 1.98, 71.67],
      ['eiusmod', 1, 86.06],
      ['tempor', 1.31, 100.45],
    ]);
  });

  it('lets words follow at once that find no room beside the outline', () => {
    const style = { direction: 'west', verticalAlign: 'top', align: 'left', spacing: '8' };
    expectLines(flowing('triangle', style, 240, 60), [
      ['Lorem ipsum dolor', 121, 17],
      ['sit amet, consectetur adipiscing elit, sed', 18.98, 31.39],
      ['do eiusmod tempor', 8, 45.78],
    ]);
  });

  it('turns with its shape', () => {
    const upright = flowing('rhombus', {}, 240, 160);
    expect(linesOf(flowing('rhombus', { rotation: '30' }, 240, 160).block)).toEqual(linesOf(upright.block));
  });

  it('counts with the whole of its box', () => {
    expect(flowing('ellipse', {}, 160, 120).bounds).toEqual({ x: 1, y: 2, width: 158, height: 116 });
  });

  it('has its background and border around its lines', () => {
    const { block } = flowing('ellipse', { labelBackgroundColor: '#ffff00', labelPadding: '4' }, 160, 120);
    const [background] = block.boxes;
    expect(background?.fill).toBe('#ffff00');
    expect(background?.box.width).toBeLessThan(130);
    expect(background?.box.height).toBe(57 + 8);
  });

  it('does not take long over a word that fits nowhere', { tags: 'heavy' }, () => {
    const { block } = flowing('rhombus', {}, 600, 4900, 'x'.repeat(20_000));
    expect(linesOf(block)).toHaveLength(1);
  });
});

describe('labels that don’t flow', () => {
  const flows = (style: Record<string, string>): boolean =>
    labelFlow(
      new Style(new Map(Object.entries({ shapeInside: '1', whiteSpace: 'wrap', shape: 'ellipse', ...style }))),
      {
        x: 0,
        y: 0,
        width: 100,
        height: 100,
      },
    ) !== undefined;

  it('are those that are unwrapped, clipped, turned, or beside their shape', () => {
    expect(flows({})).toBe(true);
    expect(flows({ shapeInside: '0' })).toBe(false);
    expect(flows({ whiteSpace: '' })).toBe(false);
    expect(flows({ overflow: 'hidden' })).toBe(false);
    expect(flows({ horizontal: '0' })).toBe(false);
    expect(flows({ labelPosition: 'left' })).toBe(false);
    expect(flows({ verticalLabelPosition: 'bottom' })).toBe(false);
    expect(flows({ labelWidth: '50' })).toBe(false);
  });

  it('are those of shapes without an outline that text can follow', () => {
    expect(flows({ shape: 'rectangle' })).toBe(false);
    expect(flows({ shape: 'rectangle', shapeInsideShape: 'ellipse' })).toBe(true);
    expect(flows({ shape: 'step', direction: 'south' })).toBe(false);
  });
});
