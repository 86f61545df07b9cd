/** Every golden Mermaid text becomes the draw.io file beside it, and that file shows all that the text says. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.js';
import type { ModelEdge, ModelNode } from '../../src/mermaid/graph/model.js';
import { mermaidToDrawio, renderMermaid } from '../../src/mermaid/index.js';
import { KINDS } from '../../src/mermaid/kinds.js';
import { parseMermaid } from '../../src/mermaid/text/parse.js';
import { GOLDEN_FOLDER } from '../golden/files.js';
import { ancestors, type DrawnCell, drawnCells, figureOf } from './drawing.js';
import { modelTexts } from './modelTexts.js';

const FOLDER = path.join(GOLDEN_FOLDER, 'mermaid');
/** True under `npm run golden:update`. */
const UPDATING = import.meta.env.MODE === 'golden-update';
/** The machine's fonts must not count. */
const OPTIONS = { systemFonts: 'none' } as const;

const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.mmd'))
  .map((file) => file.replaceAll(path.sep, '/').slice(0, -'.mmd'.length))
  .sort();

const read = (name: string, ending: string): string => readFileSync(path.join(FOLDER, `${name}.${ending}`), 'utf8');

test('there are at least forty, of all kinds', () => {
  expect(names.length).toBeGreaterThanOrEqual(40);
  const kinds = new Set(names.map((name) => parseMermaid(read(name, 'mmd')).kind));
  expect(KINDS.filter((kind) => !kinds.has(kind)).map(({ beginning }) => beginning)).toEqual([]);
});

/** The kinds whose cells lie on each other, as Mermaid has them: a note is over lifelines, a sheet is under all, a chart's parts over its area, turned names over others, boxes over lanes, a highlight under a row. */
const OVERLAPPING: ReadonlySet<string> = new Set([
  'gantt',
  'journey',
  'sequence',
  'gitGraph',
  'architecture',
  'pie',
  'quadrantChart',
  'xychart',
  'radar',
  'treemap',
  'sankey',
  'packet',
  'treeView',
  'venn',
  'wardley',
  'eventmodeling',
  'cynefin',
  'info',
  'zenuml',
]);

/** The kinds whose edges go from the middle of one thing to the middle of another. */
const FROM_MIDDLES: ReadonlySet<string> = new Set(['cynefin']);

describe.each(names)('golden mermaid %s', (name) => {
  const text = read(name, 'mmd');
  const parsed = parseMermaid(text);
  const diagnostics: Diagnostic[] = [];
  const file = mermaidToDrawio(text, { ...OPTIONS, diagnostics });
  let svg: Promise<string> | undefined;
  const picture = (): Promise<string> => {
    svg ??= renderMermaid(text, OPTIONS);
    return svg;
  };
  const cells = drawnCells(file);
  const byId = new Map(cells.map((cell) => [cell.id, cell]));

  test('becomes the draw.io file', () => {
    const golden = path.join(FOLDER, `${name}.drawio`);
    if (UPDATING) writeFileSync(golden, file);
    if (!existsSync(golden)) throw new Error(`${golden} is missing: npm run golden:update writes it; look at it.`);
    expect(file.split('\n')).toEqual(readFileSync(golden, 'utf8').split('\n'));
  });

  test('is drawn as that file is', async () => {
    if (UPDATING) return;
    expect(await picture()).toBe(read(name, 'svg'));
  });

  test('reports nothing', () => {
    expect(diagnostics).toEqual([]);
  });

  test('shows every label of the text', async () => {
    const shown = wordsOf(cells.map(({ label }) => label).join(' '));
    const words = modelTexts(parsed).flatMap((label) => wordsOf(label));
    expect(words.filter((word) => !shown.includes(word))).toEqual([]);
    const letters = parsedText((await picture()).replace(/<(?:style|defs)[\s\S]*?<\/(?:style|defs)>/g, '')).replace(
      /\s+/g,
      '',
    );
    expect(words.filter((word) => !letters.includes(word))).toEqual([]);
  });

  test('has a cell for every node, and a connector for every edge', () => {
    if (!parsed.kind.edgeCount) return;
    const { nodes = [], edges } = parsed.model as { nodes?: readonly ModelNode[]; edges?: readonly ModelEdge[] };
    const shown = nodes.filter(({ shape }) => shape !== 'noteGroup');
    const vertices = cells.filter(({ kind, isEdgeLabel }) => kind === 'vertex' && !isEdgeLabel);
    expect(vertices.length).toBeGreaterThanOrEqual(shown.length);
    const connectors = cells.filter(({ kind, source, target }) => kind === 'edge' && source && target);
    expect(connectors.length).toBe(edges?.length ?? parsed.kind.edgeCount(parsed.model));
    for (const { source, target } of connectors) {
      expect(byId.has(source as string)).toBe(true);
      expect(byId.has(target as string)).toBe(true);
    }
  });

  test('keeps nodes apart', () => {
    const boxes = cells.filter(({ kind, isEdgeLabel, box }) => kind === 'vertex' && !isEdgeLabel && box);
    const overlapping = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => !ancestors(a, byId).includes(b.id) && !ancestors(b, byId).includes(a.id) && overlaps(a, b))
        .map((b) => `${a.id} and ${b.id}`),
    );
    expect(OVERLAPPING.has(parsed.kind.names[0]) ? [] : overlapping).toEqual([]);
  });

  test('ends every connector on the border of its node, or under it', () => {
    const loose = cells
      .filter(({ kind, source, target }) => kind === 'edge' && source && target)
      .filter(({ style }) => style.get('strokeColor') !== 'none')
      .flatMap((edge) => {
        const { id, source, target, box, style } = edge;
        const points = box?.points ?? [];
        const ends = [
          [points[0], byId.get(source as string), 'exit'],
          [points.at(-1), byId.get(target as string), 'entry'],
        ] as const;
        // Its line is hidden from there to the node's outline.
        const isUnder = (node: DrawnCell | undefined, end: 'exit' | 'entry'): boolean =>
          node !== undefined &&
          cells.indexOf(node) > cells.indexOf(edge) &&
          ['X', 'Y'].every((axis) => style.get(end + axis) === '0.5') &&
          style.get(`${end}Perimeter`) === '0';
        // As Mermaid has them.
        const isFromMiddle = FROM_MIDDLES.has(parsed.kind.names[0]);
        return ends
          .filter(([, node, which]) => !isFromMiddle && !isUnder(node, which))
          .filter(
            ([end, node]) => !end || !node?.box || ![node, ...feetOf(node, byId)].some((each) => isOnBorder(end, each)),
          )
          .map(([end, node]) => `${id} at ${node?.id} ${JSON.stringify(end)}`);
      });
    expect(loose).toEqual([]);
  });
});

/** The words of an HTML text. Marks of Markdown and Mermaid's own signs count for nothing. */
const wordsOf = (html: string): readonly string[] =>
  parsedText(
    html
      .replace(/ﬂ°°/g, '&#')
      .replace(/ﬂ°/g, '&')
      .replace(/¶ß/g, ';')
      .replace(/\\n|<br\s*\/?>|<hr[^>]*>/g, ' '),
  )
    .replace(/[*`«»<>[\]]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');

const parsedText = (html: string): string => textOf(parseFragment(html).childNodes);

const textOf = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string =>
  nodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? `${textOf(node.childNodes)} ` : ''))
    .join('');

function overlaps({ box: a }: DrawnCell, { box: b }: DrawnCell): boolean {
  if (!a || !b) return false;
  const [width, height] = [
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  ];
  return width > 0.5 && height > 0.5;
}

/** A lifeline has its head again below it, in a cell of its own: messages that destroy it end there. */
const feetOf = ({ id }: DrawnCell, byId: ReadonlyMap<string, DrawnCell>): readonly DrawnCell[] => {
  const foot = byId.get(`${id}-foot`);
  return foot ? [figureOf(foot)] : [];
};

const TOLERANCE = 1;

/** On the outline, as far as the style's perimeter says which that is; else in the node's box. */
function isOnBorder({ x, y }: { readonly x: number; readonly y: number }, { box, style }: DrawnCell): boolean {
  if (!box) return false;
  const [across, down] = [x - (box.x + box.width / 2), y - (box.y + box.height / 2)];
  const [right, bottom] = [box.width / 2, box.height / 2];
  const perimeter = style.get('perimeter') ?? (style.has('ellipse') ? 'ellipsePerimeter' : 'rectanglePerimeter');
  const isInside = Math.abs(across) <= right + TOLERANCE && Math.abs(down) <= bottom + TOLERANCE;
  switch (perimeter) {
    case 'none':
      return Math.hypot(across, down) <= TOLERANCE;
    case 'rectanglePerimeter':
      return (
        isInside && (Math.abs(Math.abs(across) - right) <= TOLERANCE || Math.abs(Math.abs(down) - bottom) <= TOLERANCE)
      );
    case 'ellipsePerimeter':
      return Math.abs(Math.hypot(across / right, down / bottom) - 1) * Math.min(right, bottom) <= TOLERANCE;
    case 'rhombusPerimeter':
      return Math.abs(Math.abs(across) / right + Math.abs(down) / bottom - 1) * Math.min(right, bottom) <= TOLERANCE;
    default:
      return isInside && (across !== 0 || down !== 0);
  }
}
