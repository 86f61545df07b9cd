/** Colours as Chromium paints them, in every syntax that it takes: each beside what is read of it here. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { readColor } from '../../src/style/color.js';
import { connectChromium } from '../browser/connect.js';

const NAMES = [
  ...['red', 'RebeccaPurple', 'DARKORANGE', 'transparent', 'Transparent', 'aliceblue', 'lightgoldenrodyellow', 'grey'],
  ...['gray', 'darkslategrey', 'mintcream', 'tomato', 'navy', 'lime', 'cornsilk', 'hotpink', 'chartreuse', 'aqua'],
];

const HEXADECIMAL = ['#fc0', '#FC08', '#1ba1e2', '#1BA1E2', '#1ba1e280', '#00000000', '#ffffffff', '#abcd'];

const SYSTEM = [
  ...['AccentColor', 'AccentColorText', 'ActiveText', 'ButtonBorder', 'ButtonFace', 'ButtonText', 'Canvas'],
  ...['CanvasText', 'Field', 'FieldText', 'GrayText', 'Highlight', 'HighlightText', 'LinkText', 'Mark', 'MarkText'],
  ...['SelectedItem', 'SelectedItemText', 'VisitedText', 'ActiveBorder', 'ActiveCaption', 'AppWorkspace'],
  ...['Background', 'ButtonHighlight', 'ButtonShadow', 'CaptionText', 'InactiveBorder', 'InactiveCaption'],
  ...['InactiveCaptionText', 'InfoBackground', 'InfoText', 'Menu', 'MenuText', 'Scrollbar', 'ThreeDDarkShadow'],
  ...['ThreeDFace', 'ThreeDHighlight', 'ThreeDLightShadow', 'ThreeDShadow', 'Window', 'WindowFrame', 'WindowText'],
  ...['currentcolor', 'currentColor', '-webkit-link', '-webkit-activelink'],
];

const OLD = [
  ...['rgb(1,2,3)', 'rgb(10%, 20%, 30%)', 'rgba(10,20,30,0.5)', 'rgba(10,20,30,50%)', 'RGBA(1, 2, 3, .25)'],
  ...['rgb(300,-5,10)', 'rgb(1.5, 2.5, 3.4)', 'rgb(1,2,3,0.4)', 'rgba(1,2,3)', 'rgba(1,2,3,7)', 'rgba(1,2,3,-1)'],
  ...['rgb(1 2 3)', 'rgb(0 0 255 / 50%)', 'rgb(0 0 255/.3)', 'rgba(10% 20% 30% / 0.2)', 'rgb(10% 20 30%)'],
  ...['rgb(none 100 200)', 'rgb(1 2 3 / none)', 'rgb(calc(10 * 5) 20 30)', 'rgb(1e2 0 0)', 'rgb(calc(infinity) 0 0)'],
  ...['hsl(120,100%,25%)', 'hsla(200, 80%, 60%, 0.3)', 'hsl(200 80% 60%)', 'hsl(200deg 80 60 / 30%)', 'hsl(30 40 50)'],
  ...['hsl(0.5turn 50% 50%)', 'hsl(200grad 50% 50%)', 'hsl(3.14rad 50% 50%)', 'hsl(-120 100% 50%)'],
  ...['hsl(480 100% 50%)', 'hsl(120 200% 50%)', 'hsl(none 50% 50%)', 'hsl(calc(1turn / 3) 50% 50%)'],
  ...['hwb(120 20% 20%)', 'hwb(0.25turn 10% 40% / 60%)', 'hwb(90 60% 60%)', 'hwb(none 20% 20%)', 'HWB(30 4 5)'],
];

const PERCEPTUAL = [
  ...['lab(50% 40 59.5)', 'lab(50 40 59.5 / 0.5)', 'lab(50% 50% -50%)', 'lab(none 20 30)', 'lab(100 50 50)'],
  ...['lab(0 20 20)', 'lab(29.2345% 39.3825 20.0664)', 'lab(52 -100 100)', 'LAB(75 0 0)', 'lab(150 0 0)'],
  ...['lch(50% 72.2 56.2)', 'lch(50 72.2 56.2deg / 50%)', 'lch(50% 50% 270)', 'lch(60 130 150)', 'lch(70 none 20)'],
  ...['lch(29.2345% 44.2 27)', 'lch(100 30 20)', 'lch(0 0 0)', 'lch(50 -20 20)'],
  ...['oklab(59% 0.1 0.1)', 'oklab(0.59 0.1 0.1 / 0.4)', 'oklab(59% 50% -50%)', 'oklab(0.4 -0.2 0.2)'],
  ...['oklab(none 0.1 0.1)', 'oklab(100% 0 0)', 'oklab(1.4 0 0)'],
  ...['oklch(70% 0.2 140)', 'oklch(0.7 0.2 140deg / 30%)', 'oklch(70% 50% 0.4turn)', 'oklch(90% 0.4 120)'],
  ...['oklch(40.1% 0.123 21.57)', 'oklch(59.69% 0.156 49.77)', 'oklch(60% none 40)', 'OKLCH(50% 0.1 none)'],
];

/** Not rec2020: Chromium has its transfer function of before 2025, the library that of CSS Color 4. */
const SPACES = [
  ...['srgb', 'srgb-linear', 'display-p3', 'display-p3-linear', 'a98-rgb', 'prophoto-rgb'],
  ...['xyz', 'xyz-d50', 'xyz-d65'],
].flatMap((space) => [
  `color(${space} 0.2 0.4 0.6)`,
  `color(${space} 80% 30% 10% / 50%)`,
  `color(${space} none 0.5 1)`,
]);

const WIDE = ['color(display-p3 1 0 0)', 'color(rec2020 0 1 0)', 'color(srgb 1.2 -0.2 0.5)', 'COLOR(SRGB 1 0.5 0)'];

const MIXED = [
  ...['srgb', 'srgb-linear', 'lab', 'oklab', 'xyz', 'xyz-d50', 'display-p3', 'a98-rgb', 'prophoto-rgb'],
  ...['hsl', 'hwb', 'lch', 'oklch', 'oklch longer hue', 'hsl shorter hue', 'hsl increasing hue', 'lch decreasing hue'],
].flatMap((method) => [`color-mix(in ${method}, red, blue)`, `color-mix(in ${method}, #1ba1e280 30%, tomato)`]);

const MIXTURES = [
  ...[
    'color-mix(in srgb, red 30%, blue 30%)',
    'color-mix(in srgb, red 80%, blue 80%)',
    'color-mix(in srgb, 25% red, blue)',
  ],
  ...[
    'color-mix(in srgb, transparent, red)',
    'color-mix(in oklab, white, black)',
    'color-mix(in srgb, Canvas, red 20%)',
  ],
  ...['color-mix(in lch, color-mix(in srgb, red, lime), blue)', 'color-mix(in srgb, currentcolor, white)'],
  ...['color-mix(in hsl, white, blue)', 'color-mix(in oklch, white 40%, red)', 'color-mix(red, blue)'],
  ...['COLOR-MIX(IN SRGB, RED, BLUE)', 'color-mix(in srgb, light-dark(red, lime), white)'],
];

const RELATIVE = [
  ...['rgb(from red r g b / 50%)', 'rgb(from #1ba1e2 b g r)', 'rgb(from tomato calc(r / 2) g calc(b + 20))'],
  ...['hsl(from tomato h s 80%)', 'hsl(from red calc(h + 90) s l)', 'hwb(from teal h 20% b)', 'lab(from teal l a 20)'],
  ...['lch(from teal l c calc(h + 180))', 'oklab(from teal calc(l + 0.2) a b)', 'oklch(from teal l c calc(h - 60))'],
  ...['oklch(from #1ba1e2 calc(l * 0.6) c h / 0.4)', 'color(from teal srgb g r b)', 'color(from red display-p3 r g b)'],
  ...[
    'color(from teal xyz x y calc(z * 2))',
    'rgb(from currentcolor r g 200)',
    'rgb(from rgb(1 2 3 / 0.5) r g b / alpha)',
  ],
  ...['rgb(from color-mix(in srgb, red, blue) b g r)', 'rgb(from hsl(from red 120 s l) r g b)'],
  ...['hsl(from light-dark(teal, red) h s 20%)', 'rgb(from var(--x, teal) r g b)', 'contrast-color(navy)'],
  ...['contrast-color(#fffde0)', 'alpha(from red / 50%)', 'rgb(1 2 3'],
];

const COLORS = [
  ...[...NAMES, ...HEXADECIMAL, ...SYSTEM, ...OLD, ...PERCEPTUAL, ...SPACES, ...WIDE],
  ...[...MIXED, ...MIXTURES, ...RELATIVE],
];

const NONE = [
  ...['foo', '', 'none', '#12345', '#1234567', '#ggg', 'ff8800', '0', 'rgb()', 'rgb(1 2)', 'rgb(1 2 3 4)'],
  ...['rgb(1,2,3 / 4)', 'rgb(1, 2 3)', 'rgb(10%,20,30)', 'hsl(30, 40, 50)', 'hsl(30% 40% 50%)', 'hwb(30, 4%, 5%)'],
  ...['lab(50 20)', 'lab(50, 20, 20)', 'color(srgb)', 'color(--mine 1 2 3)', 'color(cmyk 0 0 0)', 'ictcp(1 2 3)'],
  ...['color-mix(in mine, red, blue)', 'color-mix(in lab longer hue, red, blue)'],
  ...['rgb(from foo r g b)', 'rgb(from red x y z)', 'device-cmyk(0 0 0 1)', 'red blue', 'red;', 'url(#x)', 'calc(1)'],
];

type Pixel = readonly number[];

let browser: Browser;
let page: Page;
let painted: ReadonlyMap<string, Pixel | undefined>;

/** What a canvas shows of each colour as the computed colour of an element; nothing for what the element doesn't take. */
const PAINT = `(colors) => {
  const element = document.body.appendChild(document.createElement('p'));
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  return colors.map((color) => {
    element.style.color = '';
    element.style.color = color;
    if (element.style.color === '') return null;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(element).color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    const opaque = getComputedStyle(element).color.replace(/rgba\\((.*), [^,]*\\)/, 'rgb($1)').replace(/ \\/ [^)]*\\)/, ')');
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = opaque;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).concat(alpha);
  });
}`;

beforeAll(async () => {
  browser = await connectChromium();
  page = await browser.newPage();
  await page.setContent('<!doctype html><body style="color:#000;color-scheme:light">');
  const asked = [...COLORS, ...NONE];
  const pixels = (await page.evaluate(`(${PAINT})(${JSON.stringify(asked)})`)) as (Pixel | null)[];
  painted = new Map(asked.map((color, i) => [color, pixels[i] ?? undefined]));
});
afterAll(() => browser?.close());

describe('a colour', () => {
  test.each(COLORS)('%s is what Chromium paints', (text) => {
    const read = readColor(text);
    const expected = painted.get(text);
    expect(expected, 'Chromium takes it').toBeDefined();
    expect(read, 'mxsvg takes it').toBeDefined();
    if (!read || !expected) return;
    const ours = [read.red, read.green, read.blue, 255 * read.alpha].map(Math.round);
    // Where nothing shows, no colour does.
    const channels = expected[3] === 0 ? [3] : [0, 1, 2, 3];
    const off = Math.max(...channels.map((i) => Math.abs((ours[i] as number) - (expected[i] as number))));
    expect(off, `${ours} for ${expected}`).toBeLessThanOrEqual(1);
  });
});

it('takes nothing for a colour that Chromium does not', () => {
  expect(NONE.filter((text) => painted.get(text) !== undefined)).toEqual([]);
  expect(NONE.filter((text) => readColor(text) !== undefined)).toEqual([]);
});
