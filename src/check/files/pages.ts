/** The pages of a file: names, links between them, what can't be read, and how large all is. */
import { pageId } from '../../decode/filePages.js';
import type { XmlElement } from '../../decode/xml.js';
import type { FileRule, OpeningRule, PageRule } from '../rule.js';

export const brokenPage: OpeningRule = {
  name: 'broken-page',
  scope: 'opening',
  family: 'files',
  severity: 'error',
  summary: 'A page can not be read.',
  tell: ({ message }) => ({ cells: [], message }),
};

export const duplicatePageName: FileRule = {
  name: 'duplicate-page-name',
  scope: 'file',
  family: 'files',
  severity: 'warning',
  summary: 'Two pages of a file have one name.',
  *find({ file }) {
    const first = new Map<string, number>();
    for (const [index, { name }] of file.pages.entries()) {
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, index + 1);
      else {
        const message = `Page ${index + 1} has the name of page ${earlier}, "${name}": a name can't choose it. Give it its own.`;
        yield { page: index + 1, cells: [], message };
      }
    }
  },
};

const PAGE_LINK = /data:page\/id,([^"'\s&<>]*)/g;

export const brokenPageLink: PageRule = {
  name: 'broken-page-link',
  scope: 'page',
  family: 'files',
  severity: 'warning',
  summary: 'A link leads to a page that is not in the file.',
  *find(page) {
    const { file } = page.use.page;
    const ids = new Set(file.pages.map(pageId));
    for (const [ordinal, { id, value }] of page.records.entries()) {
      const link = (page.elements[ordinal] as XmlElement).attributes.get('link') ?? '';
      for (const [, target = ''] of `${link} ${value}`.matchAll(PAGE_LINK)) {
        if (ids.has(target)) continue;
        const message = `A link leads to the page "${target}", which isn't in the file. Name the id of one of its pages.`;
        yield { cells: id === undefined ? [] : [id], message };
        break;
      }
    }
  },
};

export const largeFile: FileRule = {
  name: 'large-file',
  scope: 'file',
  family: 'files',
  severity: 'warning',
  threshold: { value: 5000, unit: 'KB', meaning: 'the size of a file' },
  summary: 'The file is large: drawing and loading it takes long.',
  *find({ length = 0 }, most) {
    if (length <= most * 1000) return;
    const size = Math.round(length / 1000).toLocaleString('en-US');
    yield { cells: [], message: `The file has ${size} KB. Embed smaller images, or compress its pages.` };
  },
};
