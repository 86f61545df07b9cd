/** Placeholders in labels: whose data they show, and what stays as it is. */
import { describe, expect, it } from 'vitest';
import { formatDate, labelText, type PageVariables } from '../../src/layout/placeholders.js';
import type { Cell } from '../../src/model/cell.js';

const variables: PageVariables = {
  pageName: 'Overview',
  pageNumber: 2,
  pageCount: 3,
  file: new Map([['author', 'Ada']]),
  now: new Date(2024, 2, 1, 9, 5, 7),
};

function cell(value: string, attributes: Record<string, string>, parent?: Cell): Cell {
  return {
    kind: 'vertex',
    id: 'c',
    value,
    attributes: new Map(Object.entries({ placeholders: '1', ...attributes })),
    style: '',
    parent,
    children: [],
    visible: true,
    collapsed: false,
    connectable: true,
    geometry: undefined,
  };
}

describe('labelText', () => {
  it('leaves text alone without placeholders=1', () => {
    expect(labelText(cell('%page%', { placeholders: '0' }), variables)).toBe('%page%');
  });

  it('shows page, file and own data, and keeps what nobody knows', () => {
    expect(labelText(cell('%page% %pagenumber%/%pagecount% %author% %size% %none%', { size: 'L' }), variables)).toBe(
      'Overview 2/3 Ada L %none%',
    );
  });

  it('takes data from the nearest ancestor that has it', () => {
    const grandparent = cell('', { owner: 'far', size: 'XL' });
    const parent = cell('', { owner: 'near' }, grandparent);
    expect(labelText(cell('%owner% %size% %id%', {}, parent), variables)).toBe('near XL c');
  });

  it('reads a doubled sign as one, and no spaces into a name', () => {
    expect(labelText(cell('%%name%% and %name%', { name: 'a an' }), variables)).toBe('%name%% and a an');
    expect(labelText(cell('100% of %name%', { name: 'it' }), variables)).toBe('100% of it');
  });

  it('shows the attribute that placeholder names instead of the label', () => {
    expect(labelText(cell('label', { placeholder: 'owner', owner: 'me' }), variables)).toBe('me');
  });
});

describe('formatDate', () => {
  it('follows the mask and keeps quoted text', () => {
    expect(formatDate(variables.now, 'yyyy-mm-dd HH:MM:ss')).toBe('2024-03-01 09:05:07');
    expect(formatDate(variables.now, 'dddd, d mmm yy h:MM tt')).toBe('Friday, 1 Mar 24 9:05 am');
    expect(formatDate(variables.now, '"day" dS')).toBe('day 1st');
  });
});
