/** Text that is hard to tell from what is really behind it, by WCAG's contrast ratio, and text that is hidden. */
import { center, type Point, point, type Rect } from '../../geometry/plane.js';
import { printColor, readColor } from '../../style/color.js';
import type { Rgba } from '../../style/cssColor.js';
import { type CheckedPage, nameOf } from '../checkedPage.js';
import type { CellText, InkRun } from '../pictureTexts.js';
import type { PageRule } from '../rule.js';

/** WCAG asks less of large letters: from 24 px, or from 18.66 px where they are bold. */
const LARGE = 24;
const LARGE_BOLD = 18.66;
const LARGE_FACTOR = 3 / 4.5;

/** The middle and both ends of a run, within its letters. */
const samples = ({ x, y, width, height }: Rect): readonly Point[] =>
  [0.1, 0.5, 0.9].map((part) => point(x + part * width, y + height / 2));

/** As WCAG 2 has it: 1 for the same colour, 21 for black on white. */
export function contrastRatio(a: Rgba, b: Rgba): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance({ red, green, blue }: Rgba): number {
  const linear = (channel: number): number => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

interface Faint {
  readonly ink: InkRun;
  readonly ratio: number;
  readonly color: Rgba;
  readonly behind: Rgba;
}

export const lowContrast: PageRule = {
  name: 'low-contrast',
  scope: 'page',
  family: 'legibility',
  severity: 'warning',
  threshold: {
    value: 2,
    unit: 'contrast ratio',
    meaning: 'the least contrast of text; of large text two thirds of it',
  },
  summary: 'The colour of a text is too near to what is behind it.',
  *find(page, least) {
    for (const text of page.paint.texts) {
      const faint = faintest(page, text, least);
      if (!faint) continue;
      const { color, behind, ratio, ink } = faint;
      const what = `${nameOf(page, text.cellId)}: text of ${printColor(color)} on ${printColor(behind)}`;
      yield {
        cells: [text.cellId],
        box: ink.box,
        message: `${what} has a contrast of ${ratio.toFixed(1)}. Choose a fontColor with one of ${least} or more.`,
      };
    }
  },
};

function faintest(page: CheckedPage, text: CellText, least: number): Faint | undefined {
  let worst: Faint | undefined;
  for (const ink of text.runs) {
    const { run, box } = ink;
    const own = readColor(run.color);
    if (!own) continue;
    const isLarge = run.fontSize >= (run.weight >= 700 ? LARGE_BOLD : LARGE);
    const alpha = own.alpha * run.opacity * text.opacity;
    const ratios: Faint[] = [];
    for (const at of samples(box)) {
      const behind = page.paint.surfaces.behind(at, text.order);
      if (!behind) continue;
      const color = { ...mixed(own, behind, alpha), alpha: 1 };
      ratios.push({ ink, ratio: contrastRatio(color, behind), color, behind });
    }
    const needed = isLarge ? least * LARGE_FACTOR : least;
    // Most of a run has to be hard to read: a letter on a line is none.
    const low = ratios.filter(({ ratio }) => ratio < needed);
    if (low.length < 2) continue;
    const [first] = low.sort((a, b) => b.ratio - a.ratio);
    if (first && (!worst || first.ratio < worst.ratio)) worst = first;
  }
  return worst;
}

function mixed(over: Rgba, under: Rgba, alpha: number): Rgba {
  const mix = (a: number, b: number): number => a * alpha + b * (1 - alpha);
  return {
    red: mix(over.red, under.red),
    green: mix(over.green, under.green),
    blue: mix(over.blue, under.blue),
    alpha: 1,
  };
}

export const hiddenText: PageRule = {
  name: 'hidden-text',
  scope: 'page',
  family: 'legibility',
  severity: 'warning',
  summary: 'A text is covered by something that is painted later.',
  *find(page) {
    for (const text of page.paint.texts) {
      const hidden = text.runs.filter(({ box }) =>
        samples(box).every((at) => page.paint.surfaces.hider(at, text.order)),
      );
      const [first] = hidden;
      if (!first || hidden.length * 2 < text.runs.length) continue;
      const hider = page.paint.surfaces.hider(center(first.box), text.order)?.cellId;
      const cells = hider === undefined ? [text.cellId] : [text.cellId, hider];
      const by = hider === undefined ? '' : ` by ${nameOf(page, hider)}`;
      yield {
        cells,
        box: first.box,
        message: `The text of ${nameOf(page, text.cellId)} is hidden${by}. Put it later in the file, or move it.`,
      };
    }
  },
};
