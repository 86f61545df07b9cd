/** Placeholders in labels: whose data they show, what they measure and count, and what stays as it is. */
import { describe, expect, it } from 'vitest';
import { labelText, type PlaceholderSource } from '../../src/layout/placeholders.js';
import { Clock } from '../../src/layout/variables.js';
import type { Cell, EdgeCell, Geometry, VertexCell } from '../../src/model/cell.js';

const variables = {
  pageName: 'Overview',
  pageNumber: 2,
  pageCount: 3,
  file: new Map([
    ['author', 'Ada'],
    ['page', 'never'],
  ]),
  clock: new Clock(new Date(2024, 2, 1, 9, 5, 7)),
};

const source: PlaceholderSource = { variables, edgeLength: ({ id }) => (id === 'edge' ? 320.4 : undefined) };

const COMMON = {
  id: 'c',
  style: '',
  parent: undefined,
  children: [],
  visible: true,
  collapsed: false,
  connectable: true,
  geometry: undefined,
};

const withPlaceholders = (attributes: Record<string, string>) =>
  new Map(Object.entries({ placeholders: '1', ...attributes }));

function cell(value: string, attributes: Record<string, string> = {}, more: Partial<VertexCell> = {}): Cell {
  return { ...COMMON, kind: 'vertex', value, attributes: withPlaceholders(attributes), ...more };
}

function edge(value: string, attributes: Record<string, string> = {}, more: Partial<EdgeCell> = {}): Cell {
  return {
    ...COMMON,
    kind: 'edge',
    source: undefined,
    target: undefined,
    value,
    attributes: withPlaceholders(attributes),
    ...more,
  };
}

const sized = (width: number, height: number): Geometry => ({ x: 0, y: 0, width, height, relative: false, points: [] });

const text = (value: string, attributes: Record<string, string> = {}, more: Partial<VertexCell> = {}): string =>
  labelText(cell(value, attributes, more), source);

describe('labelText', () => {
  it('leaves text alone without placeholders=1', () => {
    expect(text('%page%', { placeholders: '0' })).toBe('%page%');
  });

  it('shows page, file and own data, and keeps what nobody knows', () => {
    expect(text('%page% %pagenumber%/%pagecount% %author% %size% %none%', { size: 'L' })).toBe(
      'Overview 2/3 Ada L %none%',
    );
    expect(text('%Page% %AUTHOR%')).toBe('%Page% %AUTHOR%');
  });

  it("takes a cell's data before the page's, and the page's before the file's", () => {
    expect(text('%page%|%author%', { page: '', author: 'Bea' })).toBe('|Bea');
    expect(text('%page%')).toBe('Overview');
  });

  it('takes data from the nearest ancestor that has it', () => {
    const grandparent = cell('', { owner: 'far', size: 'XL' });
    const parent = cell('', { owner: 'near' }, { parent: grandparent });
    expect(text('%owner% %size% %id%', {}, { parent })).toBe('near XL c');
  });

  it('reads a doubled sign as one, and all from a sign to the next as a name', () => {
    expect(text('%%name%% and %name%', { name: 'a an' })).toBe('%name%% and %name%');
    expect(text('%%%name%%%', { name: 'N' })).toBe('%%name%%%');
    expect(text('100% of %name%', { name: 'it' })).toBe('100% of %name%');
    expect(text('%a b%%name%%na=me%', { name: 'N' })).toBe('%a b%N%na=me%');
  });

  it('shows the attribute that placeholder names instead of the label', () => {
    expect(text('label', { placeholder: 'owner', owner: 'me %id%' })).toBe('me %id%');
    expect(text('label', { placeholder: 'missing' })).toBe('');
  });

  it('counts on from the number of the page and that of the pages', () => {
    expect(text('%pagenumber+1% %pagenumber - 2% %pagecount -1% %pagenumber +10 more%')).toBe('3 0 2 12');
    expect(text('%pagenumber+x% %pagecount*2% %page+1% %author+1%')).toBe(
      '%pagenumber+x% %pagecount*2% %page+1% %author+1%',
    );
  });

  it('measures vertices, whatever data they have', () => {
    const geometry = sized(120.5, 40.4);
    expect(text('%width% %height%', { width: 'W' }, { geometry })).toBe('120.5 40.4');
    expect(text('%width:mm% %height mm%|%width.in%|%height:m%|%width:pt%|%widths%', {}, { geometry })).toBe(
      '30.61 10.26|1.21|0.01|121|121',
    );
  });

  it('measures the edge that a cell is or labels', () => {
    expect(labelText(edge('%length% %length:mm% %length:m% %width%', { width: 'W' }, { id: 'edge' }), source)).toBe(
      '320 81.28 0.081 W',
    );
    const label = cell('%length%', {}, { parent: edge('', {}, { id: 'edge' }) });
    expect(labelText(label, source)).toBe('320');
    expect(text('%length% %lengthy%', { length: '9' })).toBe('%length% %lengthy%');
  });
});
