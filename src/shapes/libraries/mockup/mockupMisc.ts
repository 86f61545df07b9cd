/** draw.io's mock-up icons, players, bars and rulers ("mxgraph.mockup.misc.*"). */

import type { Canvas } from '../../../drawing/canvas.js';
import { lookupTable } from '../../../primitives/lookupTable.js';
import type { Style } from '../../../style/style.js';
import { framed } from '../../general/frame.js';
import { indices, places } from '../../general/repetition.js';
import {
  fillPath,
  invisible,
  listOf,
  paintPath,
  percentage,
  roundedBySize,
  setCaptionFont,
  strokePath,
} from '../../general/widgets.js';
import type { Shape } from '../../shape.js';

/** The signs on the seven round buttons of a player, about the left end of the row and its middle line. */
const PLAYBACK_SIGNS = [
  'M16 -5L16 5L18 5L18 -5ZM20 0L25 5L25 -5Z',
  'M44 0L49 5L49 -5ZM51 0L56 5L56 -5Z',
  'M77 0L82 5L82 -5Z',
  'M108 -5L108 5L110 5L110 -5ZM117 0L112 5L112 -5Z',
  'M144 0L139 5L139 -5Z',
  'M171 0L166 5L166 -5ZM178 0L173 5L173 -5Z',
  'M203 -5L203 5L205 5L205 -5ZM201 0L196 5L196 -5Z',
];

const playbackControls = framed(({ canvas, w: boxWidth, h: boxHeight, style }) => {
  const width = Math.max(225, boxWidth);
  const middle = Math.max(boxHeight, 30) / 2;
  canvas.rect(0, middle - 15, width, 30);
  canvas.fillAndStroke();
  canvas.setStrokeColor(style.color('strokeColor2'));
  canvas.setFillColor(style.color('fillColor2', '#99ddff'));
  for (let index = 0; index < PLAYBACK_SIGNS.length; index++) {
    canvas.ellipse(10 + 30 * index, middle - 11, 22, 22);
    canvas.fillAndStroke();
  }
  canvas.setStrokeColor(style.color('strokeColor3'));
  canvas.setFillColor(style.color('fillColor3', '#ffffff'));
  canvas.translate(0, middle);
  for (const sign of PLAYBACK_SIGNS) paintPath(canvas, sign);
});

const progressBar = framed(({ canvas, w: width, h: height, style }) => {
  const top = height / 2 - 5;
  canvas.roundrect(0, top, width, 10, 5, 5);
  canvas.fillAndStroke();
  canvas.setFillColor(style.color('fillColor2', '#ddeeff'));
  canvas.roundrect(0, top, width * percentage(style, 'barPos', 80), 10, 5, 5);
  canvas.fillAndStroke();
});

const shoppingCart = framed(({ canvas, w: width, h: height, style }) => {
  canvas.setStrokeWidth(3);
  strokePath(
    canvas,
    'M.975 .025L.82 .055L.59 .66L.7 .765A.06 .06 0 0 1 .665 .86L.05 .86M.74 .26L.03 .28L.065 .61L.59 .66',
    width,
    height,
  );
  canvas.setStrokeWidth(1);
  strokePath(
    canvas,
    'M.15 .28L.15 .62M.265 .275L.265 .63M.38 .27L.38 .64M.495 .265L.495 .65M.61 .265L.61 .61',
    width,
    height,
  );
  strokePath(canvas, 'M.69 .405L.045 .405M.645 .52L.055 .52', width, height);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  for (const left of [0.075, 0.62]) {
    canvas.ellipse(width * left, height * 0.89, width * 0.1, height * 0.1);
    canvas.fillAndStroke();
  }
});

const RATING_MARKS = lookupTable<string>({
  star: 'M0 .33L.364 .33L.475 0L.586 .33L.95 .33L.66 .551L.775 .9L.475 .684L.175 .9L.29 .551Z',
  heart:
    'M.519 .947C.558 .908 .778 .682 .916 .54C1.039 .414 1.036 .229 .924 .115C.812 0 .631 0 .519 .115' +
    'C.408 0 .227 0 .115 .115C.03 .229 0 .414 .123 .54Z',
});

const rating = framed(({ canvas, h: height, style }) => {
  const mark = RATING_MARKS[style.string('ratingStyle', 'star')];
  if (mark === undefined) return;
  const marks = indices(style.number('ratingScale', 10));
  const grade = style.number('grade', 5);
  const drawMark = (index: number): void => {
    canvas.save();
    canvas.translate(index * height * 1.5, 0);
    paintPath(canvas, mark, height);
    canvas.restore();
  };
  indices(grade).forEach(drawMark);
  canvas.setFillColor(style.color('emptyFillColor', '#ffffff'));
  marks.slice(Math.max(0, Math.ceil(grade))).forEach(drawMark);
});

const mail = framed(({ canvas, w: width, h: height }) => {
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  strokePath(canvas, 'M0 0L.5 .5L1 0', width, height);
});

const volumeSlider = framed(({ canvas, w: boxWidth, h: boxHeight, style }) => {
  const size = 25;
  const height = Math.max(boxHeight, size);
  const width = Math.max(boxWidth, 3.5 * size);
  const top = (height - size) / 2;
  canvas.save();
  canvas.translate(width - size, top);
  fillPath(canvas, 'M.05 .35L.15 .35L.3 .2L.3 .8L.15 .65L.05 .65Z', size);
  paintPath(canvas, 'M.4 .35A.2 .3 0 0 1 .4 .65M.425 .25A.225 .35 0 0 1 .425 .75M.5 .2A.25 .4 0 0 1 .5 .8', size);
  canvas.restore();
  const track = width - size * 1.3;
  const filled = track * percentage(style, 'barPos', 80);
  canvas.roundrect(0, top + size * 0.35, track, size * 0.3, 5, 5);
  canvas.fill();
  canvas.setFillColor(style.color('fillColor2', '#ddeeff'));
  canvas.roundrect(0, top + size * 0.35, filled, size * 0.3, 5, 5);
  canvas.fill();
  canvas.ellipse(filled - size / 4, top + size / 4, size / 2, size / 2);
  canvas.fillAndStroke();
});

/** A slightly rounded tile with a sign in the stroke colour. */
const tile = (sign: string, more?: (canvas: Canvas, width: number, height: number, style: Style) => void): Shape =>
  framed(({ canvas, w: width, h: height, style }) => {
    canvas.roundrect(0, 0, width, height, width * 0.05, height * 0.05);
    canvas.fillAndStroke();
    canvas.setFillColor(style.color('strokeColor', '#999999'));
    fillPath(canvas, sign, width, height);
    more?.(canvas, width, height, style);
  });

/** A disc with a sign in the stroke colour. */
const disc = (sign: string): Shape =>
  framed(({ canvas, w: width, h: height, style }) => {
    canvas.ellipse(0, 0, width, height);
    canvas.fillAndStroke();
    canvas.setFillColor(style.color('strokeColor', '#999999'));
    fillPath(canvas, sign, width, height);
  });

const printIcon = tile(
  'M.15 .58A.03 .03 0 0 1 .18 .55L.82 .55A.03 .03 0 0 1 .85 .58L.85 .82A.03 .03 0 0 1 .82 .85L.18 .85' +
    'A.03 .03 0 0 1 .15 .82ZM.7 .52L.3 .52L.3 .15L.55 .15L.55 .3L.7 .3ZM.57 .15L.7 .28L.57 .28Z',
);

const shareIcon = tile(
  'M.15 .18A.03 .03 0 0 1 .18 .15L.82 .15A.03 .03 0 0 1 .85 .18L.85 .82A.03 .03 0 0 1 .82 .85L.18 .85' +
    'A.03 .03 0 0 1 .15 .82Z',
  (canvas, width, height, style) => {
    canvas.setFillColor(style.color('fillColor', '#ffffff'));
    fillPath(
      canvas,
      'M.563 .34A.095 .095 0 1 1 .603 .42L.44 .5L.602 .582A.095 .095 0 1 1 .563 .653L.403 .575' +
        'A.095 .095 0 1 1 .4 .42Z',
      width,
      height,
    );
  },
);

const trashcanIcon = tile(
  'M.24 .24A.04 .04 0 0 1 .24 .16L.4 .16L.4 .12L.6 .12L.6 .16L.76 .16A.04 .04 0 0 1 .76 .24Z',
  (canvas, width, height) => {
    for (const left of [0.26, 0.44, 0.62]) {
      canvas.roundrect(width * left, height * 0.3, width * 0.1, height * 0.6, width * 0.06, height * 0.06);
      canvas.fill();
    }
  },
);

const volumeIcon = tile('M.1 .3L.3 .3L.5 .15L.5 .85L.3 .7L.1 .7Z', (canvas, width, height) =>
  strokePath(canvas, 'M.6 .4A.2 .2 0 0 1 .6 .6M.7 .3A.3 .3 0 0 1 .7 .7M.8 .2A.4 .4 0 0 1 .8 .8', width, height),
);

interface RulerScale {
  /** Distance of two marks, px. */
  readonly unit: number;
  /** Lengths of every mark, of every fifth one and of every tenth one, px. */
  readonly lengths: readonly [short: number, middle: number, long: number];
  /** Called when a tenth mark was added; the path so far may be stroked there. */
  readonly onTenth?: (x: number, index: number) => void;
}

function drawRulerMarks(canvas: Canvas, width: number, from: number, toward: 1 | -1, scale: RulerScale): void {
  canvas.begin();
  for (const [before, x] of places(scale.unit, scale.unit, (place) => place < width).entries()) {
    const index = before + 1;
    const length = scale.lengths[index % 10 === 0 ? 2 : index % 5 === 0 ? 1 : 0];
    canvas.moveTo(x, from + toward * length);
    canvas.lineTo(x, from);
    if (index % 10 === 0) scale.onTenth?.(x, index);
  }
  canvas.stroke();
}

const ruler = framed(({ canvas, w: width, h: height, style }) => {
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  const facing = style.string('rulerOrient', 'down');
  const unit = Math.max(style.number('unitSize', 10), 1);
  const lengths = [height * 0.2, height * 0.3, height * 0.5] as const;
  if (facing === 'down') drawRulerMarks(canvas, width, height, -1, { unit, lengths });
  else if (facing === 'up') drawRulerMarks(canvas, width, 0, 1, { unit, lengths });
});

/** A ruler with a number, counted in the cell's label, at every tenth mark but the first (that one is the label). */
const numberedRuler = framed(({ canvas, w: width, h: height, style, cell }) => {
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  const facing = style.string('rulerOrient', 'down');
  if (facing !== 'down' && facing !== 'up') return;
  canvas.setFontColor(style.color('fontColor', '#000000') ?? '#000000');
  const label = Number(cell.value);
  const textY = (facing === 'down' ? height - 10 : height + 10) / 2;
  const onTenth = (x: number, index: number): void => {
    if (Number.isNaN(label)) return;
    canvas.stroke();
    const count = (index * Math.round(100 * label)) / 1000;
    if (index !== 10 && count !== 0) canvas.text(x, textY, String(count));
    canvas.begin();
  };
  const scale: RulerScale = { unit: Math.max(style.number('dx', 100) / 10, 1), lengths: [4, 6, 10], onTenth };
  if (facing === 'down') drawRulerMarks(canvas, width, height, -1, scale);
  else drawRulerMarks(canvas, width, 0, 1, scale);
});

const REVISION_TEXTS: readonly (readonly [number, number])[] = [
  [0.5, 0.165],
  [0.0625, 0.5],
  [0.3125, 0.5],
  [0.75, 0.5],
  [0.0625, 0.835],
  [0.3125, 0.835],
  [0.75, 0.835],
];

const revisionTable = framed(({ canvas, w: width, h: height, style }) => {
  canvas.rect(0, 0, width, height);
  canvas.fillAndStroke();
  strokePath(canvas, 'M0 .33L1 .33M0 .67L1 .67M.125 .33L.125 1M.5 .33L.5 1', width, height);
  setCaptionFont(canvas, style, 17, '#999999');
  const captions = listOf(style, 'mainText', '');
  REVISION_TEXTS.forEach(([x, y], index) => {
    canvas.text(width * x, height * y, captions[index] ?? '');
  });
});

const statusBar = framed(({ canvas, w: boxWidth, h: height, style }) => {
  const width = Math.max(boxWidth, 105);
  const middle = height / 2;
  const room = width - 75;
  canvas.rect(0, middle - 15, width, 30);
  canvas.fillAndStroke();
  canvas.setFillColor(style.color('fillColor2', '#ddeeff'));
  for (const [left, fieldWidth] of [
    [5, room * 0.46],
    [10 + room * 0.46, room * 0.23],
    [15 + room * 0.69, room * 0.276],
  ] as const) {
    canvas.roundrect(left, middle - 10, fieldWidth, 20, 5, 5);
    canvas.fill();
  }
  setCaptionFont(canvas, style, 17, '#999999');
  const [first = '', second = '', third = ''] = listOf(style, 'mainText', '');
  canvas.text(10, middle, first, { align: 'left' });
  canvas.text(10 + room * 0.575, middle, second);
  canvas.text(15 + room * 0.828, middle, third);
  canvas.setStrokeColor(style.color('strokeColor2', '#008cff'));
  canvas.ellipse(width - 25, middle - 10, 20, 20);
  canvas.stroke();
  strokePath(canvas, `M${width - 55} ${middle + 10}L${width - 35} ${middle + 10}`);
});

const pin = framed(({ canvas, w: width, h: height, style }) => {
  canvas.setStrokeWidth(3);
  canvas.setStrokeColor(style.color('strokeColor2', '#666666'));
  strokePath(canvas, 'M.5 .4L.5 1', width, height);
  canvas.setStrokeWidth(2);
  canvas.setStrokeColor(style.color('strokeColor', '#000000'));
  canvas.setGradient(
    style.color('fillColor2', '#000000') ?? '#000000',
    style.color('fillColor3', '#000000') ?? '#000000',
  );
  canvas.setAlpha(0.9);
  canvas.ellipse(0, 0, width, height * 0.4);
  canvas.fillAndStroke();
  canvas.setFillColor(style.color('fillColor4', '#ffffff'));
  canvas.setAlpha(0.5);
  canvas.ellipse(width * 0.2, height * 0.08, width * 0.3, height * 0.12);
  canvas.fill();
});

export const MOCKUP_MISC: Readonly<Record<string, Shape>> = {
  'mxgraph.mockup.misc.anchor': invisible,
  'mxgraph.mockup.misc.rrect': roundedBySize,
  'mxgraph.mockup.misc.playbackControls': playbackControls,
  'mxgraph.mockup.misc.progressBar': progressBar,
  'mxgraph.mockup.misc.shoppingCart': shoppingCart,
  'mxgraph.mockup.misc.rating': rating,
  'mxgraph.mockup.misc.mail2': mail,
  'mxgraph.mockup.misc.volumeSlider': volumeSlider,
  'mxgraph.mockup.misc.editIcon': tile(
    'M.11 .8L.2 .89L.05 .95ZM.74 .16L.84 .26L.22 .88L.12 .78ZM.755 .145L.82 .08L.92 .18L.855 .245Z',
  ),
  'mxgraph.mockup.misc.printIcon': printIcon,
  'mxgraph.mockup.misc.shareIcon': shareIcon,
  'mxgraph.mockup.misc.trashcanIcon': trashcanIcon,
  'mxgraph.mockup.misc.copyrightIcon': disc('M.713 .288A.3 .3 0 1 0 .713 .712L.784 .783A.4 .4 0 1 1 .784 .217Z'),
  'mxgraph.mockup.misc.registeredIcon': disc(
    'M.29 .9L.29 .09L.5 .09A.2195 .2195 0 0 1 .545 .525L.738 .91L.674 .91L.4825 .53L.35 .53L.35 .9Z' +
      'M.35 .47L.5 .47A.15 .15 0 0 0 .5 .15L.35 .15Z',
  ),
  'mxgraph.mockup.misc.volumeIcon': volumeIcon,
  'mxgraph.mockup.misc.ruler': ruler,
  'mxgraph.mockup.misc.ruler2': numberedRuler,
  'mxgraph.mockup.misc.revisionTable': revisionTable,
  'mxgraph.mockup.misc.statusBar': statusBar,
  'mxgraph.mockup.misc.pin': pin,
};
