/** The picture of a page as the options ask for it: theme, crop, background and what lies behind the cells. */
import type { Budget } from '../budget.js';
import { IDENTITY, type Rect } from '../geometry/plane.js';
import { cellsWithin } from '../model/selection.js';
import { checkedBorder, findPage, type LayoutOptions, type RenderOptions } from '../options.js';
import { type Backdrop, buildBackdrop, buildScene } from '../scene/build.js';
import type { Scene } from '../scene/scene.js';
import { themedScene } from '../scene/theme.js';
import { concreteColor, fixedColor, paintedColor, paintedTwice } from '../style/color.js';
import { DARK_PAGE } from '../style/darkColor.js';
import { colorAdaption, type LaidOutPage, type Place } from './layOut.js';
import { fileOf, parsedObject, type Source } from './source.js';

/** The page that the options name, laid out. */
export function openPage(place: Place, source: Source, options: LayoutOptions, budget: Budget): LaidOutPage {
  const file = fileOf(source, options);
  return place.layOut(file, findPage(file.pages, options.page ?? 1), options, { budget });
}

/** The page that the options name, as a picture in the theme that they ask for. */
export function pageScene(place: Place, source: Source, options: RenderOptions, budget: Budget): Scene {
  const page = openPage(place, source, options, budget);
  const crop = {
    size: options.size ?? 'diagram',
    border: checkedBorder(options.border),
    print: options,
    background: options.background === 'none' ? undefined : background(page, options),
  };
  const picture = buildScene(page.graph, page.layout, page.context, crop, {
    backdrop: backdrop(place, page, options),
    only: options.cells && cellsWithin(page.graph, options.cells),
  });
  return themedScene(picture, options.theme ?? 'light', colorAdaption(page.graph));
}

/** What a page's backgroundImage names: another page of the file ("data:page/id,…"), or an image. */
function backdrop(place: Place, page: LaidOutPage, options: RenderOptions): Backdrop | undefined {
  const image = backgroundImage(page.graph.settings.backgroundImage);
  if (!image) return undefined;
  const pageId = /^data:page\/id,(.*)$/s.exec(image.src)?.[1];
  if (pageId === undefined) {
    const href = page.context.image(image.src);
    return href === undefined ? undefined : backdropPicture(href, image);
  }
  const index = page.file.pages.findIndex((other) => other.id === pageId);
  if (index < 0 || index === page.index) return undefined;
  const behind = place.layOut(page.file, index, options, { shownAs: page.index, budget: page.context.budget });
  return buildBackdrop(behind.graph, behind.layout, behind.context);
}

/** The colour behind a page: its own, else the caller's, else what a dark picture needs to be readable. */
function background({ graph, context }: LaidOutPage, { background: wanted, theme }: RenderOptions): string | undefined {
  const own = graph.settings.background;
  if (own === undefined) {
    const dark = theme === 'dark' && colorAdaption(graph) !== 'none' ? DARK_PAGE : undefined;
    const color = wanted === undefined ? dark : paintedColor(wanted);
    // What the caller names is meant as it is, whatever the theme.
    return color && fixedColor(color);
  }
  if (own === 'default') return concreteColor(own, 'fillColor');
  const color = paintedColor(own);
  if (color === undefined) {
    context.report({ code: 'invalid-color', message: `The page's background "${own}" is no colour; passed over.` });
  }
  // draw.io's SVG has it twice: as its own background, and as a rectangle for other viewers.
  return color && paintedTwice(color);
}

interface BackgroundImage {
  readonly src: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The JSON of a page's backgroundImage attribute; undefined where draw.io can't read it either. */
function backgroundImage(text: string | undefined): BackgroundImage | undefined {
  const value = text === undefined ? undefined : parsedObject(text);
  if (typeof value?.src !== 'string') return undefined;
  const number = (field: unknown): number => (Number.isFinite(Number(field)) ? Number(field) : 0);
  return {
    src: value.src,
    x: number(value.x),
    y: number(value.y),
    width: number(value.width),
    height: number(value.height),
  };
}

const backdropPicture = (href: string, box: Rect): Backdrop => ({
  kind: 'picture',
  href,
  box,
  transform: IDENTITY,
  opacity: 1,
  keepAspect: true,
});
