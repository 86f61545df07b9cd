/** What lies behind the cells of a page: an image, or another page of its file. */
import type { MxFile } from '../decode/container.js';
import { pageId } from '../decode/page.js';
import { parsedObject } from './source.js';

export interface BackgroundImage {
  readonly src: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The JSON of a page's backgroundImage attribute; undefined where draw.io can't read it either. */
export function backgroundImage(text: string | undefined): BackgroundImage | undefined {
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

const PAGE = 'data:page/id,';

/** Whether it is a page of the file. */
export const isPage = ({ src }: BackgroundImage): boolean => src.startsWith(PAGE);

/** The page, by its 0-based index, that lies behind a page of the file; undefined where there is none. */
export function pageBehind(file: MxFile, index: number): number | undefined {
  const image = backgroundImage(file.pages[index]?.model().attributes.get('backgroundImage'));
  if (!image || !isPage(image)) return undefined;
  const id = image.src.slice(PAGE.length);
  const behind = file.pages.findIndex((other, at) => pageId(other, at) === id);
  return behind < 0 || behind === index ? undefined : behind;
}

/** Pages, by their 0-based indexes, with those that lie behind them at the end: they draw the same without the others. */
export function withPagesBehind(file: MxFile, indexes: readonly number[]): readonly number[] {
  const behind = indexes.map((index) => pageBehind(file, index)).filter((index) => index !== undefined);
  return [...indexes, ...new Set(behind.filter((index) => !indexes.includes(index)))];
}
