/** What the placeholders of a page stand for: its place in the file, and the variables of the file. */
import type { MxFile, MxPage } from '../decode/container.js';
import { numberedName } from '../decode/filePages.js';
import type { Clock, PageVariables } from '../layout/variables.js';
import { checkedCount, type LayoutOptions } from '../options.js';
import { parsedObject } from './source.js';

/** The variables of the page with this 0-based index. */
export function pageVariables(file: MxFile, index: number, options: LayoutOptions, clock: Clock): PageVariables {
  const { fileName } = options;
  const pageNumber = checkedCount('pageNumber', options.pageNumber) ?? index + 1;
  const pageCount = checkedCount('pageCount', options.pageCount) ?? file.pages.length;
  const pageName = (file.pages[index] as MxPage).name || numberedName(pageNumber - 1);
  return { pageName, pageNumber, pageCount, fileName, file: fileVariables(file, options), clock };
}

/** The variables of a file: a JSON object in the vars attribute of mxfile; those that are given replace them. */
function fileVariables(file: MxFile, { variables: given = {} }: LayoutOptions): ReadonlyMap<string, string> {
  const text = file.attributes.get('vars');
  const variables = new Map<string, string>();
  for (const [name, value] of Object.entries((text && parsedObject(text)) || {})) {
    if (value !== null) variables.set(name, valueText(value));
  }
  for (const [name, value] of Object.entries(given)) variables.set(name, value);
  return variables;
}

/** A value of JSON as draw.io's label has it, where a list shows what is in it and an object nothing. */
const valueText = (value: unknown): string =>
  Array.isArray(value) ? value.map((item) => (item === null ? '' : plainText(item))).join(',') : plainText(value);

const plainText = (value: unknown): string => (typeof value === 'object' ? '[object Object]' : String(value));
