/** The room that shapes leave for labels, turned with direction, flips and vertical text. */
import { describe, expect, it } from 'vitest';
import { rect } from '../../../src/geometry/plane.js';
import { always, insetDirected } from '../../../src/shapes/general/labelMargins.js';
import { SHAPES } from '../../../src/shapes/registry.js';
import { resolveStyle } from '../../../src/style/resolve.js';

const BOX = rect(0, 0, 200, 100);
const MARGINS = { left: 1, top: 2, right: 30, bottom: 40 };

const inset = (style: string) => {
  const resolved = resolveStyle(style, false);
  return insetDirected(BOX, MARGINS, resolved, resolved.flag('flipH'), resolved.flag('flipV'));
};

const labelBox = (name: string, style: string, box = BOX) =>
  SHAPES.get(name)?.labelBox?.(box, resolveStyle(style, false));

describe('label margins', () => {
  it('turn with the direction', () => {
    expect(inset('')).toEqual(rect(1, 2, 169, 58));
    expect(inset('direction=south')).toEqual(rect(40, 1, 158, 69));
    expect(inset('direction=west')).toEqual(rect(30, 40, 169, 58));
    expect(inset('direction=north')).toEqual(rect(2, 30, 158, 69));
  });

  it('change sides with the flips', () => {
    expect(inset('flipH=1')).toEqual(rect(30, 2, 169, 58));
    expect(inset('flipV=1')).toEqual(rect(1, 40, 169, 58));
    expect(inset('direction=south;flipH=1')).toEqual(rect(2, 1, 158, 69));
  });

  it('are whole pixels within the box', () => {
    const margins = { left: 0.6, top: 0, right: 900, bottom: -5 };
    expect(insetDirected(BOX, margins, resolveStyle('', false), false, false)).toEqual(rect(1, 0, -1, 100));
  });

  it('turn with vertical text, whose box is turned already', () => {
    const box = always(() => ({ top: 20 }))(rect(50, -50, 100, 200), resolveStyle('horizontal=0', false));
    expect(box).toEqual(rect(50, -50, 80, 200));
  });
});

describe('label boxes', () => {
  it.each([
    ['cube', 'size=20', rect(20, 20, 180, 80)],
    ['cylinder3', 'size=10', rect(0, 20, 200, 77)],
    ['document', 'size=0.3', rect(0, 0, 200, 70)],
    ['tape', 'size=0.2', rect(0, 20, 200, 60)],
    ['folder', 'tabHeight=30', rect(0, 30, 200, 70)],
    ['folder', 'tabHeight=30;tabWidth=80;labelInHeader=1;tabPosition=left', rect(0, 0, 80, 30)],
  ])('of %s with %s need boundedLbl', (name, style, expected) => {
    expect(labelBox(name, `boundedLbl=1;${style}`)).toEqual(expected);
    expect(labelBox(name, style)).toEqual(BOX);
  });

  it('of a process lie between its bars, also for vertical text', () => {
    expect(labelBox('process', '')).toEqual(rect(20, 0, 160, 100));
    expect(labelBox('process', 'direction=south')).toEqual(BOX);
    expect(labelBox('process', 'direction=south;horizontal=0')).toEqual(rect(20, 0, 160, 100));
  });

  it('of a callout leave its tail out', () => {
    expect(labelBox('callout', 'size=25')).toEqual(rect(0, 0, 200, 75));
  });

  it('of doubled shapes lie in the inner outline', () => {
    expect(labelBox('rhombus', 'double=1')).toEqual(rect(4, 4, 192, 92));
    expect(labelBox('ext', 'double=1;margin=3')).toEqual(rect(5, 5, 190, 90));
    expect(labelBox('doubleEllipse', '')).toEqual(rect(4, 4, 192, 92));
  });
});
