/** What sequence diagrams' statements become in draw.io's terms, and where they stand. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.js';
import type { MermaidOptions } from '../../src/mermaid/index.js';
import { GOLDEN_FOLDER } from '../golden/files.js';
import { boxOf, cellOf, cellsOf, type DrawnCells, endsOf } from './cellsOf.js';
import { ancestors, type DrawnCell, figureOf } from './drawing.js';

const FOLDER = path.join(GOLDEN_FOLDER, 'mermaid/sequence');

const draw = (body: string, options?: MermaidOptions): DrawnCells => cellsOf(`sequenceDiagram\n${body}`, options);

/** Messages are named by their place among all statements. */
const isMessage = ({ id, kind }: DrawnCell): boolean => kind === 'edge' && id.startsWith('message-');
const messagesOf = (cells: DrawnCells): readonly DrawnCell[] => [...cells.values()].filter(isMessage);

const centerX = (cells: DrawnCells, id: string): number => {
  const { x, width } = boxOf(cells, id);
  return x + width / 2;
};

describe('messages', () => {
  test.each([
    ['->', 'none', 'none', undefined],
    ['-->', 'none', 'none', '1'],
    ['->>', 'none', 'block', undefined],
    ['-->>', 'none', 'block', '1'],
    ['<<->>', 'block', 'block', undefined],
    ['<<-->>', 'block', 'block', '1'],
    ['-x', 'none', 'cross', undefined],
    ['--x', 'none', 'cross', '1'],
    ['-)', 'none', 'open', undefined],
    ['--)', 'none', 'open', '1'],
    ['-|\\', 'none', 'async', undefined],
    ['--\\\\', 'none', 'openAsync', '1'],
    ['/|-', 'async', 'none', undefined],
  ])('%s has its line and its heads', (arrow, start, end, dashed) => {
    const { style, label } = cellOf(draw(`A${arrow}B: hi`), 'message-0');
    expect([label, style.get('startArrow'), style.get('endArrow'), style.get('dashed')]).toEqual([
      'hi',
      start,
      end,
      dashed,
    ]);
  });

  test('half heads lie above or below their line', () => {
    const upper = cellOf(draw('A-|\\B: x'), 'message-0');
    const lower = cellOf(draw('A-|/B: x'), 'message-0');
    // draw.io's lie above a line to the right, below one to the left.
    expect([upper.source, upper.target, upper.style.get('endArrow')]).toEqual(['A', 'B', 'async']);
    expect([lower.source, lower.target, lower.style.get('startArrow')]).toEqual(['B', 'A', 'async']);
  });

  test('run level between their lifelines, one below the other', () => {
    const cells = draw('A->>B: one\nB-->>A: two\nA->>C: three');
    const ends = ['message-0', 'message-1', 'message-2'].map((id) => endsOf(cells, id));
    for (const [start, end] of ends) expect(start.y).toBe(end.y);
    const heights = ends.map(([start]) => start.y);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(3);
    const [start, end] = endsOf(cells, 'message-2');
    expect(Math.abs(start.x - centerX(cells, 'A'))).toBeLessThanOrEqual(1);
    expect(Math.abs(end.x - centerX(cells, 'C'))).toBeLessThanOrEqual(1);
  });

  test('push lifelines apart for their texts', () => {
    const text = 'a text that is much longer than participants stand apart without one';
    const near = draw('A->>B: x\nB->>C: x');
    const far = draw(`A->>B: ${text}\nB->>C: x`);
    const distance = (cells: DrawnCells, from: string, to: string): number => centerX(cells, to) - centerX(cells, from);
    expect(distance(far, 'A', 'B')).toBeGreaterThan(distance(near, 'A', 'B') + 100);
    expect(distance(far, 'B', 'C')).toBe(distance(near, 'B', 'C'));
  });

  test('to oneself is a loop to the right', () => {
    const cells = draw('A->>A: think');
    const { points = [] } = boxOf(cells, 'message-0');
    expect(cellOf(cells, 'message-0').source).toBe('A');
    expect(cellOf(cells, 'message-0').target).toBe('A');
    expect(points[1]?.x).toBeGreaterThan(centerX(cells, 'A') + 20);
    expect(points.at(-1)?.y).toBeGreaterThan(points[0]?.y ?? Number.NaN);
  });

  test('wrapped texts are set in lines', () => {
    const words = 'word '.repeat(30);
    const wrapped = draw(`A->>B: wrap: ${words}`);
    expect(centerX(wrapped, 'B') - centerX(wrapped, 'A')).toBeLessThan(300);
    expect(endsOf(wrapped, 'message-0')[0].y).toBeGreaterThan(endsOf(draw('A->>B: x'), 'message-0')[0].y + 60);
  });

  test('into the middle of a lifeline end on a dot', () => {
    const cells = draw('A->>()B: x\nA()->>B: y');
    const { target } = cellOf(cells, 'message-0');
    expect(cellOf(cells, target ?? '').parent).toBe('B');
    expect(cellOf(cells, target ?? '').style.has('ellipse')).toBe(true);
    const source = messagesOf(cells)[1]?.source ?? '';
    expect(cellOf(cells, source).parent).toBe('A');
  });
});

test('a frame without participants has a place all the same', () => {
  for (const body of ['opt\nend', 'loop x\nopt y\nend\nend', 'rect red\nend', 'par a\nand b\nend']) {
    for (const { id } of draw(body).values()) {
      const { x, y, width, height } = boxOf(draw(body), id);
      expect([x, y, width, height].every(Number.isFinite)).toBe(true);
    }
    expect(draw(body).size).toBeGreaterThan(0);
  }
});

describe('numbers', () => {
  const numbersOf = (body: string): readonly string[] => {
    const cells = draw(body);
    return [...cells.values()].filter(({ isEdgeLabel }) => isEdgeLabel).map(({ label }) => label);
  };

  test('count from one', () => expect(numbersOf('autonumber\nA->>B: x\nB->>A: y')).toEqual(['1', '2']));

  test('count from a start in steps', () =>
    expect(numbersOf('autonumber 10 5\nA->>B: x\nB->>A: y\nA->>A: z')).toEqual(['10', '15', '20']));

  test('are not shown while they are off, and count on', () =>
    expect(numbersOf('autonumber\nA->>B: x\nautonumber off\nA->>B: y\nautonumber\nA->>B: z')).toEqual(['1', '3']));

  test('are none without being asked for', () => expect(numbersOf('A->>B: x')).toEqual([]));
});

describe('participants', () => {
  test.each([
    ['actor A', 'seqActorStick'],
    ['participant A@{ "type": "boundary" }', 'seqBoundary'],
    ['participant A@{ "type": "control" }', 'seqControl'],
    ['participant A@{ "type": "entity" }', 'seqEntity'],
    ['participant A@{ "type": "database" }', 'seqDatabase'],
    ['participant A@{ "type": "queue" }', 'seqQueue'],
    ['participant A', undefined],
  ])('%s has its head', (statement, participant) => {
    const { style } = cellOf(draw(`${statement}\nA->>A: x`), 'A');
    expect([style.get('shape'), style.get('participant')]).toEqual(['umlLifeline', participant]);
  });

  test('collections stand beside their lifeline, in a cell of their own', () => {
    const cells = draw('participant A@{ "type": "collections" }\nA->>A: x');
    const head = cellOf(cells, 'A-head');
    expect([head.parent, head.style.get('shape'), head.label]).toEqual(['A', 'seqCollections', 'A']);
    expect(boxOf(cells, 'A-head').x).toBe(boxOf(cells, 'A').x - 6);
  });

  // Mermaid's own figures: a head's border is as thick as the theme says, a lifeline and the figure of an actor 2 px.
  test.each([
    ['', 'participant A', '1', '2'],
    ['', 'participant A@{ "type": "database" }', '1', '2'],
    ['', 'actor A', '2', undefined],
    ['', 'participant A@{ "type": "control" }', '2', undefined],
    ['%%{init: {"theme": "redux"}}%%\n', 'participant A', '2', undefined],
    ['%%{init: {"themeVariables": {"actorLineColor": "#ff0000"}}}%%\n', 'actor A', '2', '2'],
  ])('%j %s is as thick as the theme says, its lifeline 2 px', (init, statement, width, lineWidth) => {
    const cells = cellsOf(`${init}sequenceDiagram\n${statement}\nA->>A: x`);
    const line = cells.get('A-line');
    expect(cellOf(cells, 'A').style.get('strokeWidth')).toBe(width);
    expect(cellOf(cells, 'A-foot').style.get('strokeWidth')).toBe(width);
    expect(line?.style.get('strokeWidth')).toBe(lineWidth);
    if (!line) return;
    expect([line.parent, line.style.get('strokeColor')]).toEqual(['A', init === '' ? '#9370db' : '#ff0000']);
    const [box, own] = [boxOf(cells, 'A'), boxOf(cells, 'A-line')];
    expect([centerX(cells, 'A-line'), own.y + own.height]).toEqual([centerX(cells, 'A'), box.y + box.height]);
    expect(own.y).toBe(box.y + Number(cellOf(cells, 'A').style.get('size')));
  });

  test('stand below their lifelines again, unless that is turned off', () => {
    const text = 'participant A as Anna\nA->>A: x';
    const { y, height } = boxOf(draw(text), 'A');
    const foot = boxOf(draw(text), 'A-foot');
    expect(foot.y).toBe(y + height);
    expect(cellOf(draw(text), 'A-foot').label).toBe('Anna');
    const without = cellsOf(`%%{init: {"sequence": {"mirrorActors": false}}}%%\nsequenceDiagram\n${text}`);
    expect(without.has('A-foot')).toBe(false);
  });

  test('are created and destroyed by a message to the side of their head', () => {
    const cells = draw('A->>B: x\ncreate participant C\nA->>C: new\nC-->>A: y\ndestroy C\nA-xC: end');
    const [, end] = endsOf(cells, 'message-1');
    const [box, foot] = [boxOf(cells, 'C'), boxOf(cells, 'C-foot')];
    expect(Math.abs(end.x - box.x)).toBeLessThanOrEqual(1);
    expect(end.y).toBe(box.y + 65 / 2);
    expect(box.y).toBeGreaterThan(boxOf(cells, 'A').y);
    expect(foot.y).toBe(box.y + box.height);
    expect(foot.y).toBeLessThan(boxOf(cells, 'A-foot').y);
  });

  test('in a box stand in it, others beside it', () => {
    const cells = draw('box Aqua Team\nparticipant A\nparticipant B\nend\nparticipant C\nA->>C: x');
    const { label, style } = cellOf(cells, 'box');
    expect([label, style.get('fillColor')]).toEqual(['Team', '#00ffff']);
    const box = boxOf(cells, 'box');
    for (const id of ['A', 'B']) {
      const head = boxOf(cells, id);
      expect(head.x).toBeGreaterThanOrEqual(box.x);
      expect(head.x + head.width).toBeLessThanOrEqual(box.x + box.width);
    }
    expect(boxOf(cells, 'C').x).toBeGreaterThan(box.x + box.width);
  });

  test('in boxes have their notes where Mermaid has them', () => {
    const cells = draw(
      'box One\nparticipant A\nend\nbox Two\nparticipant B\nend\nA->>A: a thought of many words\nNote right of A: a wide note on A\nNote left of B: a wide note on B',
    );
    const places = ['box', 'box-2', 'A', 'B', 'A-foot', 'B-foot', 'note-1', 'note-2'].map((id) => {
      const { x, y, width, height } = boxOf(cells, id);
      return [id, x, y, width, height];
    });
    // Read off its own picture.
    expect(places).toEqual([
      ['box', -20, -5, 200, 372],
      ['box-2', 200, -5, 200, 372],
      ['A', 5, 27, 150, 255],
      ['B', 225, 27, 150, 255],
      ['A-foot', 5, 282, 150, 65],
      ['B-foot', 225, 282, 150, 65],
      ['note-1', 105, 178, 150, 37],
      ['note-2', 125, 225, 150, 37],
    ]);
  });

  test('in a box with a long name have the room that Mermaid gives it', () => {
    const cells = cellsOf(readFileSync(path.join(FOLDER, 'groups-long-names.mmd'), 'utf8'));
    const places = ['box', 'box-2'].map((id) => {
      const { x, y, width, height } = boxOf(cells, id);
      return [x, y, width, height];
    });
    // Read off its own picture.
    expect(places).toEqual([
      [-20, -5, 268, 291],
      [468, -5, 200, 291],
    ]);
  });

  test('keep the first of their links, and name them all', () => {
    const { link } = cellOf(
      draw('link A: Wiki @ https://example.com/a\nlink A: Code @ https://example.com/b\nA->>A: x'),
      'A',
    );
    expect(link).toBe('https://example.com/a');
  });

  test('with properties are reported', () => {
    const diagnostics: Diagnostic[] = [];
    draw('properties A: {"icon": "@clock"}\nA->>A: x', { diagnostics });
    expect(diagnostics).toEqual([
      { code: 'mermaid-ignored', cellId: 'A', message: 'Properties of A are not shown: icon.' },
    ]);
  });

  test('that nobody writes to are hidden where the text says so', () => {
    const body = 'participant A\nparticipant B\nA->>A: x';
    expect(draw(body).has('B')).toBe(true);
    const hidden = cellsOf(`%%{init: {"sequence": {"hideUnusedParticipants": true}}}%%\nsequenceDiagram\n${body}`);
    expect(hidden.has('B')).toBe(false);
  });

  test('may have any names', () => {
    const cells = draw('participant __proto__ as P\nparticipant constructor\n__proto__->>constructor: x');
    expect(cellOf(cells, 'message-0').source).toBe('__proto__');
    expect(cellOf(cells, 'message-0').target).toBe('constructor');
  });
});

describe('activations', () => {
  test('run from the message that starts them to the one that ends them', () => {
    const cells = draw('A->>+B: x\nB->>B: y\nB-->>-A: z');
    const { y, height } = boxOf(cells, 'B-activation-1');
    expect(cellOf(cells, 'B-activation-1').parent).toBe('B');
    expect(y).toBeCloseTo(endsOf(cells, 'message-0')[1].y, 1);
    expect(y + height).toBeCloseTo(messagesOf(cells).at(-1)?.box?.points?.[0]?.y ?? Number.NaN, 1);
  });

  test('are what messages join', () => {
    const cells = draw('A->>+B: x\nB-->>-A: z');
    const [first, last] = messagesOf(cells);
    expect([first?.source, first?.target]).toEqual(['A', 'B-activation-1']);
    expect([last?.source, last?.target]).toEqual(['B-activation-1', 'A']);
  });

  test('in one another stand aside', () => {
    const cells = draw('A->>+B: x\nA->>+B: y\nB-->>-A: z\nB-->>-A: z');
    const [outer, inner] = [boxOf(cells, 'B-activation-1'), boxOf(cells, 'B-activation-2')];
    expect(inner.x).toBeGreaterThan(outer.x);
    expect(inner.y).toBeGreaterThan(outer.y);
    expect(inner.y + inner.height).toBeLessThan(outer.y + outer.height);
  });

  test('that are not ended are not drawn', () => {
    const cells = draw('A->>+B: x\nA->>B: y\nB->>B: z');
    expect(cells.has('B-activation-1')).toBe(false);
    expect(messagesOf(cells).map(({ target }) => target)).toEqual(['B', 'B', 'B']);
  });

  test('give a message to oneself its height, drawn or not', () => {
    for (const body of ['A->>+B: x\nB->>B: z', 'A->>+B: x\nB->>B: z\ndeactivate B']) {
      const cells = draw(body);
      const [start, end] = endsOf(cells, 'message-2');
      // As rows without letters below the line have it, and 20 px below.
      expect([start.y, end.y]).toEqual([65 + 2 * 44, 65 + 2 * 44 + 20]);
      // At the right side of the activation.
      expect([start.x, end.x]).toEqual([centerX(cells, 'B') + 5, centerX(cells, 'B') + 5]);
    }
  });
});

describe('rows', () => {
  // What Mermaid's own picture has: 46 px where a letter reaches below the line, else 44.
  test.each([
    ['name', 65 + 44],
    ['password', 65 + 46],
    ['a<br>b', 65 + 61],
  ])('a message "%s" runs at %d', (text, y) => {
    const { points = [] } = boxOf(draw(`A->>B: ${text}`), 'message-0');
    expect(points[0]?.y).toBe(y);
  });

  test('texts are text, whatever they look like', () => {
    expect(cellOf(draw('A->>B: List<Machine> & <b>x</b>'), 'message-0').label).toBe(
      'List&lt;Machine&gt; &amp; &lt;b&gt;x&lt;/b&gt;',
    );
  });
});

describe('fragments', () => {
  test.each([
    ['loop', 'loop every day'],
    ['opt', 'opt sunny'],
    ['break', 'break rain'],
    ['critical', 'critical lock'],
    ['alt', 'alt yes'],
    ['par', 'par one'],
    ['par', 'par_over one'],
  ])('a %s is a frame around its messages', (tag, opening) => {
    const cells = draw(`A->>B: before\n${opening}\nA->>B: inside\nend\nB->>A: after`);
    const frame = [...cells.values()].find(({ style }) => style.get('shape') === 'umlFrame');
    const box = boxOf(cells, frame?.id ?? '');
    expect(frame?.label).toBe(tag);
    const [before, inside, after] = messagesOf(cells).map(({ id }) => endsOf(cells, id)[0].y);
    expect(before).toBeLessThan(box.y);
    expect(inside).toBeGreaterThan(box.y);
    expect(inside).toBeLessThan(box.y + box.height);
    expect(after).toBeGreaterThan(box.y + box.height);
    expect([...cells.values()].some(({ label }) => label === `[${opening.slice(opening.indexOf(' ') + 1)}]`)).toBe(
      true,
    );
  });

  test.each([
    ['alt a', 'else b'],
    ['par a', 'and b'],
    ['critical a', 'option b'],
  ])('%s and %s are parted by a line', (opening, divider) => {
    const cells = draw(`${opening}\nA->>B: one\n${divider}\nA->>B: two\nend`);
    const line = [...cells.values()].find(({ style }) => style.has('line'));
    const y = boxOf(cells, line?.id ?? '').y + boxOf(cells, line?.id ?? '').height / 2;
    const [one, two] = messagesOf(cells).map(({ id }) => endsOf(cells, id)[0].y);
    expect(y).toBeGreaterThan(one ?? Number.NaN);
    expect(y).toBeLessThan(two ?? Number.NaN);
  });

  test('in one another leave room for the borders', () => {
    const cells = draw('loop outer\nopt inner\nA->>B: x\nend\nend');
    const [outer, inner] = [...cells.values()].filter(({ style }) => style.get('shape') === 'umlFrame');
    const [a, b] = [boxOf(cells, outer?.id ?? ''), boxOf(cells, inner?.id ?? '')];
    expect(b.x).toBeGreaterThan(a.x);
    expect(b.y).toBeGreaterThan(a.y);
    expect(b.x + b.width).toBeLessThan(a.x + a.width);
    expect(b.y + b.height).toBeLessThan(a.y + a.height);
  });

  test('a rect is a ground below its messages', () => {
    const cells = draw('rect rgba(0, 0, 255, 0.2)\nA->>B: x\nend');
    const ids = [...cells.keys()];
    const ground = [...cells.values()].find(({ id }) => id.startsWith('rect-'));
    expect(ground?.style.get('fillColor')).toBe('#0000ff');
    expect(ground?.style.get('fillOpacity')).toBe('20');
    expect(ids.indexOf(ground?.id ?? '')).toBeLessThan(ids.indexOf('A'));
  });

  test('may be empty', () => {
    const cells = draw('A->>B: x\nopt nothing\nend');
    const frame = [...cells.values()].find(({ style }) => style.get('shape') === 'umlFrame');
    expect(boxOf(cells, frame?.id ?? '').width).toBeGreaterThan(centerX(cells, 'B') - centerX(cells, 'A'));
  });
});

describe('notes', () => {
  const noteOf = (body: string): { readonly cells: DrawnCells; readonly box: ReturnType<typeof boxOf> } => {
    const cells = draw(`participant A\nparticipant B\nparticipant C\n${body}`);
    const note = [...cells.values()].find(({ id }) => id.startsWith('note-'));
    return { cells, box: boxOf(cells, note?.id ?? '') };
  };

  test('stand to the left', () => {
    const { cells, box } = noteOf('Note left of B: text');
    expect(box.x + box.width).toBeLessThan(centerX(cells, 'B'));
    expect(box.x).toBeGreaterThan(centerX(cells, 'A'));
  });

  test('stand to the right', () => {
    const { cells, box } = noteOf('Note right of B: text');
    expect(box.x).toBeGreaterThan(centerX(cells, 'B'));
    expect(box.x + box.width).toBeLessThan(centerX(cells, 'C'));
  });

  test('stand over one', () => {
    const { cells, box } = noteOf('Note over B: text');
    expect(box.x + box.width / 2).toBeCloseTo(centerX(cells, 'B'), 1);
  });

  test('reach over many', () => {
    const { cells, box } = noteOf('Note over A,C: text');
    expect(box.x).toBeLessThan(centerX(cells, 'A'));
    expect(box.x + box.width).toBeGreaterThan(centerX(cells, 'C'));
  });
});

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.mmd'))
  .map((file) => file.slice(0, -'.mmd'.length));

describe.each(names)('golden %s', (name) => {
  const cells = cellsOf(readFileSync(path.join(FOLDER, `${name}.mmd`), 'utf8'));
  const all = [...cells.values()];
  const standing = all.filter(({ id }) => id.startsWith('note-') || id.endsWith('-foot'));

  test('keeps notes, heads and ends apart', () => {
    const heads = all
      .filter(({ style }) => style.get('shape') === 'umlLifeline')
      .map(({ id, style }) => ({ id, box: { ...boxOf(cells, id), height: Number(style.get('size')) } }));
    const boxes = [...heads, ...standing.map(({ id }) => ({ id, box: boxOf(cells, id) }))];
    const overlapping = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => overlap(a.box, b.box))
        .map((b) => `${a.id} and ${b.id}`),
    );
    expect(overlapping).toEqual([]);
  });

  test('leads no message through a note', () => {
    const notes = standing.map(figureOf);
    const crossed = messagesOf(cells).flatMap(({ id }) => {
      const [start, end] = endsOf(cells, id);
      const line = { x: Math.min(start.x, end.x), y: start.y, width: Math.abs(end.x - start.x), height: 1 };
      return notes.filter(({ box }) => box && overlap(line, box)).map((note) => note.id);
    });
    expect(crossed).toEqual([]);
  });

  test('ends every message on its lifeline or what stands on it', () => {
    const isIn = ({ x, y }: { readonly x: number; readonly y: number }, box: Box): boolean =>
      y >= box.y - 1 && y <= box.y + box.height + 1 && x >= box.x - 1 && x <= box.x + box.width + 1;
    /** A lifeline itself is a line: only heads, and what stands on lines, have a width. */
    const placesOf = (cell: DrawnCell): readonly Box[] => {
      const box = boxOf(cells, cell.id);
      if (cell.style.get('shape') !== 'umlLifeline') return [box];
      const foot = cells.get(`${cell.id}-foot`);
      const figure = { ...cell, style: new Map([...cell.style, ['shape', cell.style.get('participant') ?? '']]) };
      const head = { ...(figureOf(figure).box as Box), height: Number(cell.style.get('size')) };
      const line = { ...box, x: box.x + box.width / 2, width: 0 };
      return [line, head, ...(foot ? [figureOf(foot).box as Box] : [])];
    };
    const loose = messagesOf(cells).flatMap(({ id, source, target }) => {
      const ends = endsOf(cells, id);
      return [source, target].flatMap((terminal, index) => {
        const cell = cellOf(cells, terminal ?? '');
        const lifeline = [cell.id, ...ancestors(cell, cells)].find(
          (each) => cellOf(cells, each).style.get('shape') === 'umlLifeline',
        );
        const isThere = placesOf(cell).some((box) => isIn(ends[index] as (typeof ends)[0], box));
        return lifeline !== undefined && isThere ? [] : [`${id} at ${terminal}`];
      });
    });
    expect(loose).toEqual([]);
  });

  test('goes down the page in the order of the text', () => {
    const heights = messagesOf(cells).map(({ id }) => endsOf(cells, id)[0].y);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;
