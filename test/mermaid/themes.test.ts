/** The colours and weights of texts that Mermaid's themes and their variables give to diagrams, as Mermaid's own pictures have them. */
import { describe, expect, test } from 'vitest';
import { cellOf, cellsOf, type DrawnCells } from './cellsOf.js';

const drawn = (theme: string, text: string, variables: object = {}): DrawnCells =>
  cellsOf(`%%{init: ${JSON.stringify({ theme, themeVariables: variables })}}%%\n${text}`);

const styleOf = (cells: DrawnCells, id: string, key: string): string | undefined => cellOf(cells, id).style.get(key);

/** The style of the cell that shows a text, or of the label of an edge. */
function styleOfText(cells: DrawnCells, text: string, key: string): string | undefined {
  const found = [...cells.values()].find(({ label }) => label.replace(/<[^>]*>/g, '') === text);
  if (!found) throw new Error(`Nothing shows ${text}.`);
  return found.style.get(key);
}

describe('titles', () => {
  const COLORS = { textColor: '#ff0001', titleColor: '#00ff02' };
  const titled = (body: string): string => `---\ntitle: TTT\n---\n${body}`;

  test.each([
    'flowchart LR\na --> b',
    'classDiagram\nclass a',
    'stateDiagram-v2\na --> b',
    'erDiagram\na ||--|| b : x',
    'requirementDiagram\nelement a {\ntype: x\n}',
    'gitGraph\ncommit id: "a"',
    'journey\nsection s\nb: 1: c',
  ])('of %j have the colour of texts', (body) => {
    const init = `%%{init: ${JSON.stringify({ theme: 'base', themeVariables: COLORS })}}%%\n`;
    expect(styleOfText(cellsOf(titled(init + body)), 'TTT', 'fontColor')).toBe('#ff0001');
  });

  test.each(['mindmap\n  a', 'kanban\n  a\n    b'])('are not drawn of %j', (body) => {
    const labels = [...cellsOf(titled(body)).values()].map(({ label }) => label);
    expect(labels.filter((label) => label.includes('TTT'))).toEqual([]);
  });
});

describe('labels of edges', () => {
  test.each([
    ['flowchart LR\na -->|go| b', '#e0dfdf'],
    ['block-beta\na b\na -- "go" --> b', '#e0dfdf'],
    ['erDiagram\na ||--|| b : go', '#e0dfdf'],
    ['classDiagram\na --> b : go', '#cccccc'],
  ])('of %j have the colour that Mermaid has', (body, color) => {
    expect(styleOfText(drawn('neo-dark', body), 'go', 'fontColor')).toBe(color);
  });
});

test('names and numbers at relations of classes have the colour of classes', () => {
  const cells = drawn('default', 'classDiagram\na "1" --> "*" b : go');
  expect(['go', '1', '*'].map((text) => styleOfText(cells, text, 'fontColor'))).toEqual(Array(3).fill('#131300'));
});

describe('weights', () => {
  test('of notes and of timelines are bold where the theme says so', () => {
    const note = 'sequenceDiagram\nA->>B: x\nNote over A: hi';
    expect(styleOfText(drawn('redux', note), 'hi', 'fontStyle')).toBe('1');
    expect(styleOfText(drawn('default', note), 'hi', 'fontStyle')).toBeUndefined();
    const timeline = 'timeline\nsection S\n2001 : Web';
    expect(styleOfText(drawn('redux', timeline), 'Web', 'fontStyle')).toBe('1');
    expect(styleOfText(drawn('neo', timeline), 'Web', 'fontStyle')).toBeUndefined();
  });
});

test('names beside the bars of a Gantt chart are light in the dark', () => {
  const text =
    'gantt\ndateFormat YYYY-MM-DD\nA long time ago: a, 2024-01-01, 90d\nA name that has no room: b, 2024-01-01, 1d';
  expect(styleOf(drawn('dark', text), 'b', 'fontColor')).toBe('#d3d3d3');
  expect(styleOf(drawn('default', text), 'b', 'fontColor')).toBe('#000000');
});

test('journeys and kanban boards have the colour of texts', () => {
  const variables = { textColor: '#ff0001' };
  const journey = drawn('base', 'journey\nsection s\nb: 1: c', variables);
  expect([styleOf(journey, 's', 'fontColor'), styleOf(journey, 'b', 'fontColor')]).toEqual(['#ff0001', '#ff0001']);
  const board = drawn('base', 'kanban\n  a[Col]\n    b[Card]', variables);
  expect([styleOf(board, 'a', 'fontColor'), styleOf(board, 'b', 'fontColor')]).toEqual(['#ff0001', '#ff0001']);
});

test('boxes of event models have letters of the theme, in the room for the usual ones', () => {
  const boxes = ['default', 'redux'].map((theme) => {
    const cells = drawn(theme, 'eventmodeling\ntf 01 ui Cart');
    const box = [...cells.values()].find(({ label }) => label.includes('<b>Cart</b>'));
    return [box?.style.get('fontSize'), box?.box?.width];
  });
  expect(boxes.map(([size]) => size)).toEqual(['16', '14']);
  expect(boxes[0]?.[1]).toBe(boxes[1]?.[1]);
});
