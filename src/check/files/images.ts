/** Images: from the network, not to be had, and large. */
import { boxOf, type CheckedPage, nameOf } from '../checkedPage.js';
import type { PageRule } from '../rule.js';

const isRemote = (image: string | undefined): boolean => image !== undefined && /^(?:https?:)?\/\//i.test(image);

export const remoteImage: PageRule = {
  name: 'remote-image',
  scope: 'page',
  family: 'files',
  severity: 'info',
  summary: 'An image comes from the network: it is missing where there is none, and may change.',
  *find(page) {
    for (const { cellId, image, code } of page.diagnostics) {
      if (code !== 'missing-image' || !isRemote(image)) continue;
      const message = `The image ${shown(image)} comes from the network. Embed it as a data URI.`;
      yield { cells: cellId === undefined ? [] : [cellId], box: placeOf(page, cellId), message };
    }
  },
};

const shown = (address = ''): string => (address.length > 80 ? `${address.slice(0, 79)}…` : address);

const placeOf = (page: CheckedPage, id = '') => {
  const placed = page.use.page.layout.cells.get(id);
  return placed?.kind === 'vertex' ? boxOf(placed) : undefined;
};

export const missingImage: PageRule = {
  name: 'missing-image',
  scope: 'page',
  family: 'files',
  severity: 'warning',
  summary: 'An image is neither in the file nor among the icons at hand.',
  *find(page) {
    for (const { cellId, image, code, message } of page.diagnostics) {
      if (code !== 'missing-image' || isRemote(image)) continue;
      yield { cells: cellId === undefined ? [] : [cellId], box: placeOf(page, cellId), message };
    }
  },
};

export const largeImage: PageRule = {
  name: 'large-image',
  scope: 'page',
  family: 'files',
  severity: 'warning',
  threshold: { value: 1000, unit: 'KB', meaning: 'the size of an embedded image' },
  summary: 'An embedded image is large.',
  *find(page, most) {
    for (const { cell } of [...page.vertices, ...page.edges]) {
      for (const [uri] of `${cell.style};${cell.value}`.matchAll(/data:image\/[^;"')\s]*(?:;base64,[^;"')\s]*)?/g)) {
        if (uri.length <= most * 1000) continue;
        const size = Math.round(uri.length / 1000).toLocaleString('en-US');
        const message = `The image of ${nameOf(page, cell.id)} has ${size} KB. Scale it down to the size at which it is shown.`;
        yield { cells: [cell.id], box: placeOf(page, cell.id), message };
      }
    }
  },
};
