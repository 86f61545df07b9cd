/** Text along a curve: where each letter stands and how it is turned. */
import { describe, expect, it } from 'vitest';
import { arcToCurves, type Path } from '../../src/geometry/path.js';
import { measurePath } from '../../src/geometry/pathLength.js';
import { point } from '../../src/geometry/plane.js';
import { render } from '../../src/index.js';
import { setCurvedText } from '../../src/labels/textOnCurve.js';
import { fonts } from './labelFixture.js';

const line = (length: number): Path => [
  { kind: 'move', to: point(0, 50) },
  { kind: 'line', to: point(length, 50) },
];

const LINE = line(100);

/** The upper half of a circle of radius 50 around 50, 50. */
const HALF_CIRCLE: Path = [
  { kind: 'move', to: point(0, 50) },
  ...arcToCurves({
    from: point(0, 50),
    radiusX: 50,
    radiusY: 50,
    rotationDegrees: 0,
    largeArc: false,
    sweep: true,
    to: point(100, 50),
  }),
];

const FONT = {
  family: 'Helvetica',
  size: 12,
  color: '#000000',
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
};

const runsOf = (text: string, path: Path, length: number, more: Partial<Parameters<typeof setCurvedText>[0]> = {}) =>
  setCurvedText({ text, font: FONT, align: 'center', path, length, fonts, reportMissing() {}, ...more }).runs;

describe('a path', () => {
  it('is as long as its curve, and has places along it', () => {
    const { length, at } = measurePath(HALF_CIRCLE);
    expect(length).toBeCloseTo(50 * Math.PI, 1);
    const top = at(length / 2);
    expect(top?.x).toBeCloseTo(50, 1);
    expect(top?.y).toBeCloseTo(0, 1);
    expect(top?.angle).toBeCloseTo(0, 1);
    expect(at(0)?.angle).toBeCloseTo(-90, 3);
    expect(at(-1)).toBeUndefined();
    expect(measurePath([]).at(0)).toBeUndefined();
  });
});

describe('text along a curve', () => {
  it('is spread over the length it is given, its middle on the curve', () => {
    const [first, second] = runsOf('HH', LINE, 100);
    expect(first).toMatchObject({ text: 'H', baseline: 54, angle: 0 });
    expect(first?.x).toBeCloseTo(0, 5);
    expect(second?.x).toBeCloseTo(100 - (second?.width as number), 5);
  });

  it('turns each letter as the curve runs at its middle', () => {
    const runs = runsOf('abc', HALF_CIRCLE, 50 * Math.PI);
    expect(runs.map(({ angle }) => Math.round(angle as number))).toEqual([-86, 0, 87]);
    expect(runs.map(({ continuesWord }) => continuesWord)).toEqual([undefined, true, true]);
  });

  it('leaves a single letter where it is aligned', () => {
    const [letter] = runsOf('H', LINE, 100, { align: 'right' });
    expect(letter?.x).toBeCloseTo(100 - (letter?.width as number), 5);
  });

  it('shows no letter whose middle is off the curve', () => {
    expect(runsOf('HH', LINE, 300).map(({ text }) => text)).toEqual([]);
    // Pushed together until the last letter stands before the first, which is left out.
    const pushed = runsOf('HH', line(50), 50, { font: { ...FONT, size: 100 }, align: 'left' });
    expect(pushed).toHaveLength(1);
    expect(pushed[0]?.x).toBeCloseTo(0, 5);
  });

  it('draws an underline a pixel below the letters, and takes spaces along', () => {
    const runs = runsOf('a b', LINE, 100, { font: { ...FONT, underline: true } });
    expect(runs.map(({ text }) => text).join('')).toBe('a b');
    expect(runs[1]?.decorations[0]?.exact).toEqual({ top: 3, thickness: 1.2 });
  });

  it('runs from right to left where its letters do, and is written in reading order', () => {
    const [alef, bet] = runsOf('אב', LINE, 100);
    expect(alef?.text).toBe('א');
    expect(alef?.x).toBeGreaterThan(bet?.x as number);
  });
});

describe('a curved label', () => {
  const svg = (style: string, label: string, options = {}): string =>
    render(
      `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
      <UserObject id="v" label="${label}" placeholders="1" name="Ada"><mxCell style="shape=curvedText;noLabel=1;strokeColor=none;fillColor=none;${style}" vertex="1" parent="1">
      <mxGeometry width="100" height="100" as="geometry"/></mxCell></UserObject></root></mxGraphModel>`,
      options,
    );

  it('is one text, with its tags and placeholders as they are', () => {
    const text = /<text x="([^"]*)" y="([^"]*)" rotate="([^"]*)"[^>]*>([^<]*)<\/text>/.exec(
      svg('', '&lt;b&gt;Hi &#37;name&#37;&lt;/b&gt;'),
    );
    expect(text?.[4]).toBe('&lt;b&gt;Hi %name%&lt;/b&gt;');
    expect(text?.slice(1, 4).map((list) => list.split(' ').length)).toEqual([16, 16, 16]);
  });

  it('places every letter of short words, on a straight line too', () => {
    const places = (style: string) => /<text x="([^"]*)"/.exec(svg(style, 'a b c'))?.[1]?.split(' ').length;
    expect(places('')).toBe(5);
    expect(places('arcMidY=0;')).toBe(5);
  });

  it('takes a quadratic curve, and the height that it is aligned to', () => {
    const firstY = (style: string): number => Number(/<text x="[^"]*" y="([\d.]+)/.exec(svg(style, 'HH'))?.[1]);
    // From 25 px below the middle of its 25 px to where the label's box ends.
    expect(firstY('verticalAlign=bottom;') - firstY('verticalAlign=top;')).toBeCloseTo(100 - 12 - 25, 1);
    expect(svg('curveType=quad;', 'abc')).not.toBe(svg('', 'abc'));
  });

  it('keeps its letters turned as outlines', () => {
    expect(svg('', 'abc', { text: 'outline' }).match(/<g transform="rotate\(/g)).toHaveLength(3);
  });
});
