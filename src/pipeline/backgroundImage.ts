/** What a page says lies behind its cells: an image, or another page of its file. */
import type { MxFile } from '../decode/container.js';
import { pageId } from '../decode/filePages.js';
import { type Rect, rect } from '../geometry/plane.js';
import { parsedObject } from './source.js';

export interface BackgroundImage {
  readonly src: string;
  readonly box: Rect;
}

/** The JSON of a page's backgroundImage attribute; undefined where draw.io can't read it either. */
export function backgroundImage(text: string): BackgroundImage | undefined {
  const value = parsedObject(text);
  if (typeof value?.src !== 'string') return undefined;
  const number = (field: unknown): number => (Number.isFinite(Number(field)) ? Number(field) : 0);
  return { src: value.src, box: rect(number(value.x), number(value.y), number(value.width), number(value.height)) };
}

/** The id of the page that it is; undefined for an image. */
export const linkedPage = ({ src }: BackgroundImage): string | undefined => /^data:page\/id,(.*)$/s.exec(src)?.[1];

/** The 0-based place of the page with an id, -1 where there is none. */
export const indexOfPage = (file: MxFile, id: string): number =>
  file.pages.findIndex((page, index) => pageId(page, index) === id);

/** Pages, by their 0-based indexes, with those that lie behind them at the end: they draw the same without the others. */
export function withPagesBehind(file: MxFile, indexes: readonly number[]): readonly number[] {
  const behind = indexes.map((index) => {
    const text = file.pages[index]?.model().attributes.get('backgroundImage');
    const image = text === undefined ? undefined : backgroundImage(text);
    const id = image && linkedPage(image);
    return id === undefined ? -1 : indexOfPage(file, id);
  });
  return [...indexes, ...new Set(behind.filter((index) => index >= 0 && !indexes.includes(index)))];
}
