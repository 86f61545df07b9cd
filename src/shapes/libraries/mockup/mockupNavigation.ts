/** draw.io's mock-up navigation elements ("mxgraph.mockup.navigation.*"). */
import type { Canvas } from '../../../drawing/canvas.js';
import { captionColumns, captionItems } from '../../general/captionBars.js';
import { framed } from '../../general/frame.js';
import { invisible, listOf, paintedOutline, paintPath, strokePath } from '../../general/widgets.js';
import type { Shape } from '../../shape.js';
import { underlinedText } from './mockupText.js';

const ALPHABET = '0-9 A B C D E F G H I J K L M N O P Q R S T U V X Y Z';

const breadcrumb = framed(({ canvas, w: boxWidth, h: boxHeight, style, cell }) => {
  const size = style.number('textSize', 17);
  const captions = listOf(style, 'mainText', 'Layer 1, Layer 2, Layer 3');
  const height = Math.max(boxHeight, size * 1.5, 20);
  const { centers, ends } = captionColumns(cell.textWidth, captions, { size: size, boxWidth: boxWidth, margin: 10 });
  canvas.setStrokeColor(style.color('strokeColor', '#c4c4c4'));
  const middle = height / 2;
  canvas.begin();
  for (const x of ends.slice(0, -1)) {
    canvas.moveTo(x - 2.5, middle - 5);
    canvas.lineTo(x + 2.5, middle);
    canvas.lineTo(x - 2.5, middle + 5);
  }
  canvas.stroke();
  canvas.setFontSize(size);
  captions.forEach((caption, index) => {
    const last = index + 1 === captions.length;
    canvas.setFontColor(
      (last ? style.color('textColor2', '#008cff') : style.color('textColor', '#666666')) ?? '#000000',
    );
    canvas.text(centers[index] ?? 0, middle, caption);
  });
});

const circle = (canvas: Canvas, x: number, y: number, radius: number): void => {
  canvas.ellipse(x - radius, y - radius, 2 * radius, 2 * radius);
  canvas.fillAndStroke();
};

const stepBar = framed(({ canvas, w: boxWidth, style, cell }) => {
  const { captions, selected } = captionItems(style, 'mainText', 'Step 1, Step 2, Step 3');
  const size = style.number('textSize', 17);
  const { centers } = captionColumns(cell.textWidth, captions, { size: size, boxWidth: boxWidth, margin: 10 });
  const start = centers[0] ?? 0;
  const middle = size * 2;
  const track = style.color('strokeColor', '#c4c4c4');
  const done = style.color('fillColor', '#666666');
  const current = style.color('textColor2', '#008cff');
  const strokeWidth = style.number('strokeWidth', 1);
  canvas.setStrokeColor(track);
  canvas.setFillColor(track);
  for (const x of centers) circle(canvas, x, middle, 10);
  const end = centers.length > 1 ? (centers.at(-1) ?? 0) : 0;
  canvas.rect(start, middle - 2, end - start, 4);
  canvas.fillAndStroke();

  canvas.setStrokeColor(done);
  canvas.setFillColor(done);
  const reached = selected > 0 ? (centers[selected] ?? 0) : 0;
  canvas.rect(selected >= 0 ? start : 0, middle - 1.125, reached - (selected >= 0 ? start : 0), 2.25);
  canvas.fill();
  canvas.setFillColor(track);
  for (const x of centers.slice(0, Math.max(selected, 0))) {
    canvas.setStrokeWidth(strokeWidth);
    circle(canvas, x, middle, 7.5);
    canvas.setStrokeWidth(strokeWidth * 0.5);
    circle(canvas, x, middle, 4.5);
  }
  const at = centers[selected];
  if (at !== undefined) {
    canvas.setStrokeWidth(strokeWidth);
    for (const [radius, color] of [
      [10, track],
      [7.5, style.color('haloColor', '#ffffff')],
      [5.25, current],
    ] as const) {
      canvas.setFillColor(color);
      canvas.setStrokeColor(color);
      if (radius < 7) canvas.setStrokeWidth(strokeWidth * 0.5);
      circle(canvas, at, middle, radius);
    }
  }
  canvas.setFontSize(size);
  captions.forEach((caption, index) => {
    canvas.setFontColor((index >= selected ? current : style.color('textColor', '#666666')) ?? '#000000');
    canvas.text(centers[index] ?? 0, size / 2, caption);
  });
});

const COVERS =
  'M.0924 .07L.005 .01L.005 .99L.0924 .93M.1774 .09L.0924 .01L.0924 .99L.1774 .91' +
  'M.3373 .22L.1774 .01L.1774 .99L.3373 .78M.912 .07L.998 .01L.998 .99L.912 .93' +
  'M.8271 .09L.912 .01L.912 .99L.8271 .91M.6672 .22L.8271 .01L.8271 .99L.6672 .78' +
  'M.3373 .005L.3373 .995L.6672 .995L.6672 .005Z';

const scrollBar = framed(({ canvas, w: boxWidth, style }) => {
  const width = Math.max(boxWidth, 40);
  canvas.rect(0, 0, width, 20);
  canvas.fillAndStroke();
  strokePath(canvas, `M20 0L20 20M${width - 20} 0L${width - 20} 20`);
  canvas.setStrokeColor(style.color('strokeColor2'));
  canvas.setFillColor(style.color('fillColor2', '#99ddff'));
  paintPath(canvas, `M4 10L16 4L16 16ZM${width - 4} 10L${width - 16} 4L${width - 16} 16Z`);
  const position = Math.max(0, Math.min(100, style.number('barPos', 20)));
  const bar = Math.min(60, width - 40);
  canvas.roundrect(20 + ((width - 40 - bar) * position) / 100, 3, bar, 14, 5, 5);
  canvas.fillAndStroke();
});

export const pageControl = framed(({ canvas, w: width, h: height, style }) => {
  const r = Math.min(height * 0.5, width * 0.05);
  canvas.setFillColor(style.color('strokeColor', '#000000'));
  [r, width * 0.35, width * 0.65, width - r].forEach((x, index) => {
    if (index === 1) canvas.setFillColor(style.color('fillColor', '#000000'));
    canvas.ellipse(x - r, height / 2 - r, 2 * r, 2 * r);
    canvas.fill();
  });
});

const MAP_ARROWS = [
  'M.1806 .34L.1357 .366L.0228 .3L.1357 .234L.1806 .26L.1142 .3Z',
  'M.433 .108L.3881 .08L.4994 .012L.6123 .08L.5658 .108L.4994 .068Z',
  'M.8198 .262L.868 .233L.9776 .3L.868 .367L.8198 .341L.8863 .3Z',
  'M.5641 .493L.6123 .522L.4994 .588L.3881 .521L.4363 .493L.4994 .533Z',
  'M.3333 .32L.3333 .28L.4163 .3ZM.4662 .2L.5326 .2L.4994 .25ZM.6654 .28L.6654 .32L.5824 .3ZM.5326 .4L.4662 .4L.4994 .35Z',
];

const mapNavigator = framed(({ canvas, w: width, h: height, style }) => {
  canvas.ellipse(0, 0, width, height * 0.6);
  canvas.fillAndStroke();
  paintPath(canvas, 'M.35 .584L.35 .95A.083 .05 0 0 0 .43 1L.56 1A.083 .05 0 0 0 .65 .95L.65 .584', width, height);
  canvas.setFillColor(style.color('fillColor2', '#99ddff'));
  canvas.setStrokeColor(style.color('strokeColor2'));
  for (const top of [0.65, 0.85]) {
    canvas.ellipse(width * 0.4, height * top, width * 0.2, height * 0.12);
    canvas.fillAndStroke();
  }
  for (const arrow of MAP_ARROWS) paintPath(canvas, arrow, width, height);
  canvas.setStrokeWidth(2);
  canvas.setStrokeColor(style.color('strokeColor3', '#ffffff'));
  strokePath(canvas, 'M.5 .67L.5 .75M.43 .71L.57 .71M.43 .91L.57 .91', width, height);
});

export const MOCKUP_NAVIGATION: Readonly<Record<string, Shape>> = {
  'mxgraph.mockup.navigation.anchor': invisible,
  'mxgraph.mockup.navigation.breadcrumb': breadcrumb,
  'mxgraph.mockup.navigation.stepBar': stepBar,
  'mxgraph.mockup.navigation.coverFlow': paintedOutline(COVERS),
  'mxgraph.mockup.navigation.scrollBar': scrollBar,
  'mxgraph.mockup.navigation.pagination': underlinedText(ALPHABET),
  'mxgraph.mockup.navigation.pageControl': pageControl,
  'mxgraph.mockup.navigation.mapNavigator': mapNavigator,
};
