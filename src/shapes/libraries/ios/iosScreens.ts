/** draw.io's iOS devices, screen backgrounds and dialogs ("mxgraph.ios.iPhone", "…iBgMap", "…iAlertBox" …). */

import type { Canvas } from '../../../drawing/canvas.js';
import { type Rect, rect } from '../../../geometry/plane.js';
import { lookupTable } from '../../../primitives/lookupTable.js';
import type { Style } from '../../../style/style.js';
import { type Frame, framed } from '../../general/frame.js';
import { places } from '../../general/repetition.js';
import { fillPath, paintPath, strokePath, UNSET_FILL } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

/** The blocks of a town map, in fractions of the map. */
const MAP_BLOCKS = [
  'M0 0L.1171 0L.1136 .0438L.0993 .054L0 .0446Z',
  'M.1993 0L.1914 .03884L.1536 .0362L.1586 0Z',
  'M.24 0L.2257 .054L.2414 .0674L.4707 .0835L.5264 .0906L.6429 .0929A.0857 .0536 0 0 0 .7193 .0621A.48 .2143 0 0 0 .7286 0Z',
  'M.8 0L.7886 .04554A.0857 .0536 0 0 0 .8164 .0875A.1429 .0893 0 0 0 .88 .1036L1 .1112L1 0Z',
  'M0 .0933L.08 .1036L.1021 .1246L.1007 .1768L.0471 .2241L0 .2527Z',
  'M.1293 .1924L.1729 .142L.1407 .1411L.14 .1777Z',
  'M.4586 .1241L.455 .1835L.3893 .2246L.2171 .1362L.2171 .1308L.2293 .1214L.2857 .1174Z',
  'M.5079 .1134L.7307 .1223L.7279 .1625L.715 .1772L.6929 .1688L.625 .1795L.4779 .2835L.395 .2299L.4657 .1826L.4707 .1223Z',
  'M1 .1362L.7643 .1237L.7543 .1562L.7643 .1585L.9186 .2366L1 .1732Z',
  'M.2079 .1545L.3886 .2536L.3414 .2933L.1743 .1969Z',
  'M.1579 .2134L.3221 .3067L.2957 .3237L.1157 .2424Z',
  'M.405 .2656L.31 .3353L.3693 .3661L.4571 .2982Z',
  'M.7121 .1848L.6879 .1754L.6329 .1844L.61 .2018L.6207 .2085L.4986 .2982L.535 .3237Z',
  'M.5557 .3379L.7464 .1826L.8036 .2076L.595 .3616Z',
  'M.8293 .2188L.8979 .2509L.6936 .4125L.6171 .3737Z',
  'M1 .2138L.6821 .4603L.815 .5277L1 .4Z',
  'M0 .317L.0971 .2554L.4121 .4143L.3736 .4415L.315 .4076L.3093 .4116L.3686 .4455L.285 .5045L.1114 .4134L.025 .4603L.0371 .4723L.1114 .4371L.2871 .5312L.1929 .6058L.2271 .6705L.17 .7147L.0314 .6321L0 .6246Z',
  'M.48 .3121L.5157 .3375L.4314 .3982L.3929 .3786Z',
  'M.3086 .5179L.53 .3518L.5757 .3745L.3479 .5411Z',
  'M.5964 .3884L.6736 .4277L.445 .5991L.3664 .5531L.5057 .4545L.5507 .4754L.5571 .4723L.5114 .4504Z',
  'M.4793 .6161L.6771 .4643L.8086 .5326L.7471 .5817L.7214 .567L.715 .571L.7421 .5871L.6014 .6933Z',
  'M1 .4371L.8443 .546L.9071 .5701L1 .5022Z',
  'M.8407 .5504L.8993 .5759L.6757 .7416L.6286 .7139Z',
  'M1 .5321L.6979 .7549L.7457 .7781L.9814 .6094L1 .6067Z',
  'M1 .6254L.7664 .792L.9586 .9062L1 .8786Z',
  'M.3093 .5464L.4271 .6152L.245 .7643L.185 .7228L.2493 .6728L.2214 .6143Z',
  'M0 .65L.2179 .7826L.1136 .8424Z',
  'M0 .7272L.0821 .859L0 .9085Z',
  'M.4529 .6366L.575 .7143L.39 .8621L.2657 .7902Z',
  'M0 .9415L.1036 .8821L.2343 .959L.1721 1L0 1Z',
  'M.2586 .7951L.3829 .8674L.2543 .9451L.1279 .8692Z',
  'M.2836 .9639L.4207 .8772L.605 .7321L.6521 .7634L.3486 1L.3393 1Z',
  'M.3879 1L.6721 .7759L.7171 .7982L.4564 1Z',
  'M.4986 1L.7386 .8125L.9307 .925L.8264 1Z',
  'M.8671 1L.9464 .9491L1 .975L1 1Z',
  'M.2295 1L.2648 .9792L.2981 1Z',
];

/** A round block drawn after the fifth one. */
const ROUND_BLOCK_INDEX = 5;

function drawMapBlocks(canvas: Canvas, width: number, height: number): void {
  MAP_BLOCKS.forEach((block, index) => {
    if (index === ROUND_BLOCK_INDEX) {
      canvas.ellipse(width * 0.1214, height * 0.0603, width * 0.0843, height * 0.0576);
      canvas.fillAndStroke();
    }
    paintPath(canvas, block, width, height);
  });
}

function strokeStripes(canvas: Canvas, width: number, height: number, distance: number): void {
  canvas.begin();
  for (const x of places(distance, distance, (place) => place < width)) {
    canvas.moveTo(x, 0);
    canvas.lineTo(x, height);
  }
  canvas.stroke();
}

const flatBackground = framed(({ canvas, w, h }) => {
  canvas.rect(0, 0, w, h);
  canvas.fillAndStroke();
});

const stripedBackground = framed(({ canvas, w, h, style }) => {
  canvas.setStrokeWidth(1);
  canvas.rect(0, 0, w, h);
  canvas.fillAndStroke();
  canvas.setStrokeColor(style.color('strokeColor2'));
  strokeStripes(canvas, w, h, 5);
  canvas.setStrokeColor(style.color('strokeColor'));
  canvas.rect(0, 0, w, h);
  canvas.stroke();
});

const mapBackground = framed(({ canvas, w, h, style }) => {
  canvas.rect(0, 0, w, h);
  canvas.fillAndStroke();
  canvas.setFillColor(style.color('fillColor2', UNSET_FILL));
  canvas.setStrokeColor(style.color('strokeColor2'));
  canvas.setStrokeWidth(0.5);
  drawMapBlocks(canvas, w, h);
  canvas.setStrokeWidth(1);
  canvas.setStrokeColor(style.color('strokeColor'));
  canvas.rect(0, 0, w, h);
  canvas.stroke();
});

interface Screen {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The distance of a striped background's lines, px. */
  readonly stripes: number;
  /** The stroke width of a map's blocks, px. */
  readonly mapStroke: number;
}

const FLAT_BACKGROUNDS = lookupTable<string>({
  bgWhite: '#ffffff',
  bgGreen: '#1f2923',
  bgGray: '#dddddd',
});

/** A device's screen with the background that bgStyle names. */
function drawScreen(canvas: Canvas, screen: Screen, style: Style): void {
  const { x, y, width, height } = screen;
  const background = style.string('bgStyle', 'bgGreen');
  const flat = background === 'bgFlat' ? style.color('fillColor') : FLAT_BACKGROUNDS[background];
  canvas.save();
  canvas.translate(x, y);
  canvas.setStrokeWidth(1);
  if (flat !== undefined) {
    canvas.setFillColor(flat);
    canvas.rect(0, 0, width, height);
    canvas.fill();
  } else if (background === 'bgStriped') {
    canvas.setFillColor('#5D7585');
    canvas.rect(0, 0, width, height);
    canvas.fillAndStroke();
    canvas.setStrokeColor('#657E8F');
    strokeStripes(canvas, width, height, screen.stripes);
    canvas.setStrokeColor('#18211b');
    canvas.rect(0, 0, width, height);
    canvas.stroke();
  } else if (background === 'bgMap') {
    canvas.setFillColor('#ffffff');
    canvas.rect(0, 0, width, height);
    canvas.fillAndStroke();
    canvas.setFillColor('#96D1FF');
    canvas.setStrokeColor('#008cff');
    canvas.setStrokeWidth(screen.mapStroke);
    drawMapBlocks(canvas, width, height);
  }
  canvas.restore();
  canvas.setStrokeWidth(1);
  canvas.setStrokeColor('#18211b');
  canvas.rect(x, y, width, height);
  canvas.stroke();
}

/** Fades of white and black, which show on dark and on light bodies: from one opacity to the other. */
type Fade = readonly [color: string, from: number, to: number];

const BODY_FADES: readonly Fade[] = [
  ['#ffffff', 0.15, 0],
  ['#000000', 0, 0.15],
];

const SHEEN_FADES: readonly Fade[] = [
  ['#ffffff', 0.5, 0],
  ['#000000', 0.15, 0],
];

/** The body of a device in its bodyColor, shaded at the top and the bottom, and the sheen on its upper right. */
function drawBody({ canvas, w, h, style }: Frame, radius: number): void {
  const color = style.color('bodyColor', '#000000');
  canvas.setFillColor(color);
  canvas.setStrokeColor(color);
  canvas.roundrect(0, 0, w, h, radius, radius);
  canvas.fillAndStroke();
  for (const [shade, from, to] of BODY_FADES) {
    canvas.setGradient(shade, shade, 'south', from, to);
    canvas.roundrect(0, 0, w, h, radius, radius);
    canvas.fill();
  }
  const sheen =
    `M${w * 0.325} 0L${w - radius} 0A${radius} ${radius} 0 0 1 ${w} ${radius}` + `L${w} ${h / 2}L${w * 0.7} ${h / 2}Z`;
  for (const [shade, from, to] of SHEEN_FADES) {
    canvas.setGradient(shade, shade, 'south', from, to);
    fillPath(canvas, sheen);
  }
}

/** The radius of a device's corners, px. */
const BODY_RADIUS = 25;

/** Phones narrower than this have sharper corners, px. */
const SMALL_PHONE = 100;
const SMALL_RADIUS = 4;

/** Phones up to this width have no inner rim, px. */
const LEAST_RIMMED_PHONE = 50;

/** The light rim of a device, and the darker one set in by `inset` px. */
function strokeRims({ canvas, w, h }: Frame, radius: number, strokeInnerRim: () => void): void {
  canvas.setStrokeWidth(1.5);
  canvas.setAlpha(0.8);
  canvas.setStrokeColor('#dddddd');
  canvas.roundrect(0, 0, w, h, radius, radius);
  canvas.stroke();
  canvas.setStrokeColor('#666666');
  strokeInnerRim();
  canvas.setAlpha(1);
}

function drawLens({ canvas, style }: Frame, x: number, y: number, width: number, height: number): void {
  canvas.ellipse(x, y, width, height);
  canvas.setStrokeWidth(2.5);
  canvas.setStrokeColor('#000000');
  canvas.setFillColor(style.color('cameraColor', '#000099'));
  canvas.fillAndStroke();
}

/** A device's round button: its colour, a shade at the foot, a rim, and a reflection on its lower half. */
function drawHomeButton({ canvas, w, h, style }: Frame, button: Rect, rim: Rect, reflection: string): void {
  canvas.setFillColor(style.color('homeButtonColor', '#bbbbbb'));
  canvas.ellipse(button.x, button.y, button.width, button.height);
  canvas.fill();
  canvas.setGradient('#000000', '#000000', 'south', 0, 0.3);
  canvas.ellipse(button.x, button.y, button.width, button.height);
  canvas.fill();
  canvas.setAlpha(0.5);
  canvas.ellipse(rim.x, rim.y, rim.width, rim.height);
  canvas.stroke();
  canvas.setAlpha(1);
  canvas.setGradient('#ffffff', '#ffffff', 'south', 0.3, 0);
  fillPath(canvas, reflection, w, h);
}

const phone = framed((frame) => {
  const { canvas, w, h, style } = frame;
  const small = w < SMALL_PHONE;
  const radius = small ? SMALL_RADIUS : BODY_RADIUS;
  drawBody(frame, radius);
  const screen = { x: w * 0.0625, y: h * 0.15, width: w * 0.875, height: h * 0.7, stripes: 5, mapStroke: 1 };
  drawScreen(canvas, screen, style);
  strokeRims(frame, radius, () => {
    if (w <= LEAST_RIMMED_PHONE) return;
    const inner = small ? 3 : 22.5;
    canvas.roundrect(5, 5, w - 10, h - 10, inner, inner);
    canvas.stroke();
  });
  drawLens(frame, w * 0.4875, h * 0.04125, w * 0.025, h * 0.0125);
  canvas.setStrokeWidth(1.5);
  canvas.setFillColor(style.color('speakerColor', '#444444'));
  canvas.setStrokeColor('#333333');
  canvas.roundrect(w * 0.375, h * 0.075, w * 0.25, h * 0.01875, w * 0.02, h * 0.01);
  canvas.fillAndStroke();
  drawHomeButton(
    frame,
    rect(w * 0.4, h * 0.875, w * 0.2, h * 0.1),
    rect(w * 0.404, h * 0.876, w * 0.19, h * 0.095),
    'M.4025 .925A.0975 .04625 0 0 0 .5975 .925A.2 .1 0 0 1 .4025 .925Z',
  );
  canvas.setAlpha(0.7);
  canvas.setStrokeWidth(1.5);
  canvas.setStrokeColor('#dddddd');
  canvas.roundrect(w * 0.4575, h * 0.905, w * 0.0875, h * 0.04375, h * 0.00625, h * 0.00625);
  canvas.stroke();
});

const tablet = framed((frame) => {
  const { canvas, w, h, style } = frame;
  drawBody(frame, BODY_RADIUS);
  const screen = { x: w * 0.0928, y: h * 0.08, width: w * 0.8144, height: h * 0.816, stripes: 7, mapStroke: 0.5 };
  canvas.setStrokeColor('#18211b');
  drawScreen(canvas, screen, style);
  strokeRims(frame, BODY_RADIUS, () => {
    const r = 22.5;
    const arc = (x: number, y: number): string => `A${r} ${r} 0 0 1 ${x} ${y}`;
    // The top side ends a little early in draw.io: the corner after it isn't quite round.
    strokePath(
      canvas,
      `M2.5 ${2.5 + r}${arc(2.5 + r, 2.5)}L${w - r - 5} 2.5${arc(w - 2.5, r + 2.5)}L${w - 2.5} ${h - r - 2.5}` +
        `${arc(w - r - 2.5, h - 2.5)}L${r + 2.5} ${h - 2.5}${arc(2.5, h - r - 2.5)}Z`,
    );
  });
  drawLens(frame, w * 0.4948, h * 0.0444, w * 0.0103, h * 0.008);
  drawHomeButton(
    frame,
    rect(w * 0.4588, h * 0.912, w * 0.0825, h * 0.064),
    rect(w * 0.4604, h * 0.9126, w * 0.0785, h * 0.0608),
    'M.4598 .944A.0402 .0296 0 0 0 .5402 .944A.0825 .064 0 0 1 .4598 .944Z',
  );
  canvas.setAlpha(0.7);
  canvas.setStrokeWidth(1.5);
  canvas.setStrokeColor('#dddddd');
  canvas.roundrect(w * 0.4814, h * 0.9296, w * 0.0371, h * 0.0288, h * 0.00515, h * 0.004);
  canvas.stroke();
});

/** A dialog's rectangle with a sheen that bulges at its top. */
const sheenRectangle = framed(({ canvas, w, h, style }) => {
  const r = Math.trunc(style.number('rSize', 10));
  const color = style.color('fillColor', '#ffffff') ?? '#ffffff';
  canvas.roundrect(0, 0, w, h, r, r);
  canvas.fillAndStroke();
  canvas.setStrokeColor(color);
  canvas.setGradient(color, '#ffffff');
  canvas.setAlpha(0.3);
  paintPath(canvas, dialogSheen(w, h, r));
  canvas.setAlpha(0.8);
  canvas.setStrokeColor(style.color('strokeColor', '#000000'));
  canvas.setStrokeWidth(1);
  canvas.roundrect(0, 0, w, h, r, r);
  canvas.stroke();
});

const dialogSheen = (w: number, h: number, r: number): string =>
  `M${w - r} 0A${r} ${r} 0 0 1 ${w} ${r}L${w} 17.5A${w * 1.67} ${h * 2.5} 0 0 1 0 17.5L0 ${r}A${r} ${r} 0 0 1 ${r} 0Z`;

/** An alert box of one or two buttons: title, buttons' captions, two lines of text (buttonText, comma-separated). */
const alertBox = (buttonCount: 1 | 2): Shape =>
  framed(({ canvas, w: boxWidth, h: boxHeight, style }) => {
    const w = Math.max(boxWidth, 15);
    const h = Math.max(boxHeight, 15);
    const r = 7.5;
    canvas.setGradient('#497198', '#193168');
    canvas.setAlpha(0.8);
    canvas.setStrokeWidth(1);
    canvas.roundrect(0, 0, w, h, r, r);
    canvas.fillAndStroke();
    canvas.setStrokeColor('#497198');
    canvas.setGradient('#497198', '#c5cee1');
    canvas.setAlpha(0.5);
    paintPath(canvas, dialogSheen(w, h, r));
    canvas.setAlpha(0.8);
    canvas.setStrokeColor('#ffffff');
    canvas.roundrect(0, 0, w, h, r, r);
    canvas.stroke();
    canvas.setGradient('#497198', '#c5cee1');
    const buttons =
      buttonCount === 1
        ? [[5, w - 10]]
        : [
            [5, w / 2 - 10],
            [w / 2 + 2.5, w / 2 - 10],
          ];
    for (const [left = 0, width = 0] of buttons) {
      canvas.roundrect(left, h - 25, width, 20, 2.5, 2.5);
      canvas.fillAndStroke();
    }
    canvas.setAlpha(0.9);
    canvas.setFontColor('#ffffff');
    const captions = style.string('buttonText', 'Main Text').split(',');
    canvas.setFontSize(9.5);
    canvas.text(w / 2, h * 0.15, captions[0] ?? '');
    canvas.setFontSize(8);
    canvas.text(w / 2, h * 0.4, captions[1 + buttonCount] ?? '');
    canvas.text(w / 2, h * 0.55, captions[2 + buttonCount] ?? '');
    canvas.setFontSize(8.5);
    for (let index = 0; index < buttonCount; index++) {
      canvas.text((w * (2 * index + 1)) / (2 * buttonCount), h - 15, captions[1 + index] ?? '');
    }
  });

export const IOS_SCREENS: Readonly<Record<string, Shape>> = {
  'mxgraph.ios.iPhone': phone,
  'mxgraph.ios.iPad': tablet,
  'mxgraph.ios.iBgFlat': flatBackground,
  'mxgraph.ios.iBgStriped': stripedBackground,
  'mxgraph.ios.iBgMap': mapBackground,
  'mxgraph.ios.fancyRRect': sheenRectangle,
  'mxgraph.ios.iAlertBox': alertBox(1),
  'mxgraph.ios.iDialogBox': alertBox(2),
};
