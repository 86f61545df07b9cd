/** Which pages a picture holds of its file, and the note of how it is drawn again. */
import { describe, expect, test } from 'vitest';
import { readContainer } from '../../src/decode/container.js';
import { Clock } from '../../src/layout/variables.js';
import { embeddedXml, fileXml, recipeOf } from '../../src/pipeline/embedding.js';
import { pageLayers } from '../../src/pipeline/pageLayers.js';
import { pageXml, vertexXml } from './page.js';

const BEHIND = 'backgroundImage="{&quot;src&quot;:&quot;data:page/id,third&quot;}"';
const page = (id: string, name: string, attributes = ''): string =>
  `<diagram id="${id}" name="${name}">${pageXml(vertexXml('a', 'width="9" height="9"'), attributes)}</diagram>`;
const FILE = `<mxfile>${page('first', 'One')}${page('second', 'Two', BEHIND)}${page('third', 'Three')}</mxfile>`;

const names = (xml: string | undefined): readonly string[] =>
  xml === undefined ? [] : readContainer(xml).pages.map(({ name }) => name);

describe('the XML in a picture', () => {
  test('is none where none is asked for', () => {
    expect(embeddedXml(FILE, {})).toBeUndefined();
  });

  test('is the page that is drawn, with what lies behind it, or all', () => {
    expect(names(embeddedXml(FILE, { embedDiagram: 'plain' }))).toEqual(['One', 'Two', 'Three']);
    expect(names(embeddedXml(FILE, { embedDiagram: 'plain', page: 1 }))).toEqual(['One']);
    expect(names(embeddedXml(FILE, { embedDiagram: 'compressed', page: 'Two' }))).toEqual(['Two', 'Three']);
    expect(names(embeddedXml(FILE, { embedDiagram: 'plain', page: 1, embedPages: 'all' }))).toHaveLength(3);
    expect(names(embeddedXml(FILE, { embedDiagram: 'plain', pages: [3, 1] }))).toHaveLength(2);
  });

  test('is compressed or not', () => {
    expect(fileXml(FILE, {})).toContain('<mxCell');
    expect(fileXml(FILE, { compressed: true })).not.toContain('<mxCell');
  });
});

describe('the note', () => {
  const note = (options: Parameters<typeof recipeOf>[1], clock = new Clock(new Date(0))) =>
    JSON.parse(recipeOf(readContainer(FILE), options, clock)) as Readonly<Record<string, unknown>>;

  test('counts the page in the file that the picture holds, and says what it was in its own', () => {
    const drawn = { embedDiagram: 'plain', page: 3 } as const;
    expect(note(drawn)).toMatchObject({ page: 1, pageNumber: 3, pageCount: 3, embedPages: 'all' });
    expect(note({ ...drawn, embedPages: 'all' })).toMatchObject({ page: 3 });
    expect(note({ embedDiagram: 'plain' })).toMatchObject({ page: 1 });
  });

  test('has the time where the picture shows one', () => {
    expect(note({ embedDiagram: 'plain' }).now).toBeUndefined();
    const read = new Clock(new Date('2024-05-06T07:08:09Z'));
    read.read();
    expect(note({ embedDiagram: 'plain' }, read).now).toBe('2024-05-06T07:08:09.000');
  });
});

describe('layers', () => {
  test('are told from the lowest up, with their names and how much is in them', () => {
    const layered = pageXml(
      `${vertexXml('a', 'width="9" height="9"')}${vertexXml('b', 'width="5" height="5"', '', 'parent="a"')}<mxCell id="2" value="Notes" visible="0" parent="0"/>`,
    );
    expect(pageLayers(layered, 1)).toEqual([
      { id: '1', name: 'Background', visible: true, cells: 2 },
      { id: '2', name: 'Notes', visible: false, cells: 0 },
    ]);
    expect(() => pageLayers(layered, 2)).toThrow(/page/i);
  });
});
