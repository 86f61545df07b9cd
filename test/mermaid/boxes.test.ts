/** Boxes of entities and states, against the figures that Mermaid 11.17 itself gives. */
import { describe, expect, test } from 'vitest';
import { childElements, parseXml } from '../../src/decode/xml.js';
import { mermaidToDrawio } from '../../src/mermaid/index.js';
import { boxOf, cellOf, cellsOf } from './cellsOf.js';

describe('entities', () => {
  const cells = cellsOf(
    'erDiagram\nREADER ||--o{ LOAN : takes\nLOAN {\n date due\n int reader FK "a #quot;key#quot; **here**"\n}',
  );
  const labels = [...cells.values()].map(({ label }) => label);

  test('without attributes are as high as their name needs', () => {
    expect(boxOf(cells, 'entity-READER-0').height).toBe(84);
    expect(cellOf(cellsOf('erDiagram\nA'), 'entity-A-0').box).toMatchObject({ width: 100, height: 84 });
  });

  test('have rows of one height', () => {
    expect(boxOf(cells, 'entity-LOAN-1').height).toBe(3 * 42.75);
  });

  test('show entities and Markdown of comments', () => {
    expect(labels).toContain('a "key" <b>here</b>');
  });
});

describe('states', () => {
  const cells = cellsOf(
    'stateDiagram-v2\n[*] --> Idle\nIdle --> [*]\nIdle : first\nIdle : second\nnote right of Idle : x',
  );

  test('have a bar for their name', () => {
    expect(boxOf(cells, 'Idle').height).toBe(65);
    expect(cellOf(cells, 'Idle').style.get('startSize')).toBe('28');
    expect(boxOf(cellsOf('stateDiagram-v2\nA --> B'), 'A').height).toBe(40);
  });

  test('begin and end in discs of one size', () => {
    expect(boxOf(cells, 'root_start')).toMatchObject({ width: 14, height: 14 });
    expect(boxOf(cells, 'root_end')).toMatchObject({ width: 14, height: 14 });
  });

  test('keep room around their notes', () => {
    const note = [...cells.values()].find(({ label }) => label === 'x');
    const room = boxOf(cells, note?.parent ?? '');
    expect(room.width).toBeGreaterThan((note?.box?.width ?? 0) + 30);
    expect(cellOf(cells, note?.parent ?? '').style.get('strokeColor')).toBe('none');
  });
});

describe('the whole diagram', () => {
  const text = 'flowchart TD\n  a["1 < 2 & \'x\'"] --> b';

  test('is a group that draw.io opens as the text that it was', () => {
    const root = parseXml(mermaidToDrawio(text));
    const group = find(root, 'UserObject');
    expect(JSON.parse(group?.attributes.get('mermaidData') ?? '')).toEqual({ data: text, config: null });
    expect(cellOf(cellsOf(text), 'a').parent).toBe(group?.attributes.get('id'));
  });

  test.each([
    [text, '8'],
    ['sequenceDiagram\nA->>B: hi', '10 50 11 50'],
  ])('has the margins of its kind: %s', (body, padding) => {
    expect(cellOf(cellsOf(body), 'mermaid-diagram').style.get('groupPadding')).toBe(padding);
  });
});

function find(element: ReturnType<typeof parseXml>, name: string): ReturnType<typeof parseXml> | undefined {
  if (element.name === name) return element;
  return childElements(element)
    .map((child) => find(child, name))
    .find((found) => found !== undefined);
}
