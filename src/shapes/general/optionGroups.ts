/** Groups of check boxes and radio buttons in draw.io's mock-up, iOS and Android libraries. */
import type { Canvas } from '../../drawing/canvas.js';
import type { Style } from '../../style/style.js';
import type { Shape } from '../shape.js';
import { widestOf } from './captionBars.js';
import { framed } from './frame.js';
import { strokePath } from './widgets.js';

interface GroupLook {
  readonly textKey: 'mainText' | 'buttonText';
  readonly sizeKey: 'textSize' | 'fontSize';
  readonly size: number;
  /** The side of a mark, px. */
  readonly mark: number;
  /** The radius of the frame's corners, px. */
  readonly radius: number;
  /** The colours of a plain and of a selected caption. */
  readonly colors: (style: Style) => readonly [plain: string, selected: string];
  readonly frameStroke?: (style: Style) => string | undefined;
}

type DrawMark = (canvas: Canvas, size: number, selected: boolean, style: Style) => void;

/** An option that starts with "+" is selected. */
const optionGroup = (look: GroupLook, drawMark: DrawMark): Shape =>
  framed(({ canvas, w, h: boxHeight, style, cell }) => {
    const { mark, radius } = look;
    const options = style
      .string(look.textKey, 'Option 1')
      .split(',')
      .map((item) => ({ selected: item.startsWith('+'), caption: item.startsWith('+') ? item.slice(1) : item }));
    const size = style.number(look.sizeKey, look.size);
    const h = Math.max(boxHeight, options.length * Math.max(size * 1.5, mark));
    const row = h / options.length;
    const captions = options.map(({ caption }) => caption);
    const widest = widestOf(captions, size, cell.textWidth);
    const stroke = canvas.strokeColor;
    if (look.frameStroke) canvas.setStrokeColor(look.frameStroke(style));
    canvas.roundrect(0, 0, Math.max(w, 5 + widest + 2 * mark), h, radius, radius);
    canvas.fillAndStroke();
    canvas.setStrokeColor(stroke);
    canvas.setFontSize(size);
    const [plain, chosen] = look.colors(style);
    options.forEach(({ selected, caption }, index) => {
      const middle = row * (index + 0.5);
      canvas.setFontColor(selected ? chosen : plain);
      canvas.text(mark * 2 + 2.5, middle, caption, { align: 'left' });
      canvas.save();
      canvas.translate(mark / 2, middle - mark / 2);
      drawMark(canvas, mark, selected, style);
      canvas.restore();
    });
  });

function setMarkGradient(canvas: Canvas, stroke: string, selected: boolean): void {
  canvas.setStrokeColor(stroke);
  if (selected) canvas.setGradient('#aaaaaa', '#666666');
  else canvas.setGradient('#eeeeee', '#cccccc');
}

const strokeTick = (canvas: Canvas, size: number): void => strokePath(canvas, 'M.25 .5L.5 .75L.75 .25', size);

const shadedBox =
  (stroke: string): DrawMark =>
  (canvas, size, selected) => {
    setMarkGradient(canvas, stroke, selected);
    canvas.rect(0, 0, size, size);
    canvas.fillAndStroke();
    if (!selected) return;
    canvas.setStrokeColor('#333333');
    strokeTick(canvas, size);
  };

const shadedDisc =
  (stroke: string): DrawMark =>
  (canvas, size, selected) => {
    setMarkGradient(canvas, stroke, selected);
    canvas.ellipse(0, 0, size, size);
    canvas.fillAndStroke();
    if (!selected) return;
    canvas.setFillColor('#333333');
    canvas.setStrokeColor('#333333');
    canvas.ellipse(size / 4, size / 4, size / 2, size / 2);
    canvas.fillAndStroke();
  };

const plainBox: DrawMark = (canvas, size, selected) => {
  canvas.rect(0, 0, size, size);
  canvas.fillAndStroke();
  if (selected) strokeTick(canvas, size);
};

const plainDisc: DrawMark = (canvas, size, selected, style) => {
  canvas.setFillColor(style.color('strokeColor'));
  canvas.ellipse(0, 0, size, size);
  canvas.stroke();
  if (!selected) return;
  canvas.ellipse(size / 4, size / 4, size / 2, size / 2);
  canvas.fillAndStroke();
};

const MOCKUP: GroupLook = {
  textKey: 'mainText',
  sizeKey: 'textSize',
  size: 17,
  mark: 15,
  radius: 0,
  colors: (style) => {
    const [plain = '#000000', selected = '#000000'] = style.string('textColor', '#666666,#008cff').split(',');
    return [plain, selected];
  },
};

const IOS: GroupLook = {
  textKey: 'buttonText',
  sizeKey: 'fontSize',
  size: 8,
  mark: 5,
  radius: 2.5,
  colors: (style) => {
    const color = style.color('textColor2', '#666666') ?? '#666666';
    return [color, color];
  },
};

const ANDROID: GroupLook = {
  ...IOS,
  colors: () => ['#666666', '#666666'],
  frameStroke: (style) => style.color('strokeColor2'),
};

export const OPTION_GROUPS: Readonly<Record<string, Shape>> = {
  'mxgraph.mockup.forms.checkboxGroup': optionGroup(MOCKUP, shadedBox('#999999')),
  'mxgraph.mockup.forms.radioGroup': optionGroup(MOCKUP, shadedDisc('#999999')),
  'mxgraph.ios.iCheckboxGroup': optionGroup(IOS, shadedBox('#000000')),
  'mxgraph.ios.iRadioGroup': optionGroup(IOS, shadedDisc('#000000')),
  'mxgraph.android.checkboxGroup': optionGroup(ANDROID, plainBox),
  'mxgraph.android.radioGroup': optionGroup(ANDROID, plainDisc),
};
