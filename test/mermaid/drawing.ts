/** A Mermaid diagram as it was made: the cells of its file with where they stand. */
import { childElements, parseXml, type XmlElement } from '../../src/decode/xml.js';
import { type CellBox, layout } from '../../src/index.js';

export interface DrawnCell {
  readonly id: string;
  readonly label: string;
  readonly style: ReadonlyMap<string, string>;
  readonly kind: 'vertex' | 'edge';
  readonly parent: string;
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly isEdgeLabel: boolean;
  readonly link: string | undefined;
  /** Absolute; undefined for what layout doesn't show. */
  readonly box: CellBox | undefined;
}

export function drawnCells(file: string): readonly DrawnCell[] {
  const boxes = new Map(layout(file, { systemFonts: 'none' }).cells.map((box) => [box.id, box]));
  const cells = elementsOf(parseXml(file)).map((element) => cellOf(element, boxes));
  const edges = new Set(cells.filter((cell) => cell?.kind === 'edge').map((cell) => cell?.id));
  return cells
    .filter((cell) => cell !== undefined)
    .map((cell) => ({ ...cell, isEdgeLabel: cell.kind === 'vertex' && edges.has(cell.parent) }));
}

function elementsOf(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'root') return childElements(element);
  return childElements(element).flatMap(elementsOf);
}

function cellOf(element: XmlElement, boxes: ReadonlyMap<string, CellBox>): DrawnCell | undefined {
  const cell = element.name === 'mxCell' ? element : childElements(element, 'mxCell')[0];
  const attribute = (name: string): string | undefined => cell?.attributes.get(name);
  const id = element.attributes.get('id') ?? '';
  const kind = attribute('vertex') === '1' ? 'vertex' : attribute('edge') === '1' ? 'edge' : undefined;
  if (!kind) return undefined;
  return {
    id,
    label: element.attributes.get('label') ?? element.attributes.get('value') ?? '',
    style: styleOf(attribute('style') ?? ''),
    kind,
    parent: attribute('parent') ?? '',
    source: attribute('source'),
    target: attribute('target'),
    isEdgeLabel: false,
    link: element.attributes.get('link'),
    box: boxes.get(id),
  };
}

const styleOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(';')
      .filter((entry) => entry !== '')
      .map((entry) => {
        const equals = entry.indexOf('=');
        return equals < 0 ? [entry, ''] : [entry.slice(0, equals), entry.slice(equals + 1)];
      }),
  );

/** The ids of the cells around a cell, the nearest first. */
export function ancestors(cell: DrawnCell, cells: ReadonlyMap<string, DrawnCell>): readonly string[] {
  const parent = cells.get(cell.parent);
  return parent ? [parent.id, ...ancestors(parent, cells)] : [];
}

/** Figures of sequence diagrams' heads that lines end at, px: their cells are wider, for the texts below. */
const FIGURE_WIDTH = 36;
const FIGURES: ReadonlySet<string | undefined> = new Set(['seqActorStick', 'seqControl', 'seqEntity', 'seqDatabase']);

/** A head without the room beside its figure. */
export function figureOf(head: DrawnCell): DrawnCell {
  const { style, box } = head;
  if (!box || !FIGURES.has(style.get('shape'))) return head;
  return { ...head, box: { ...box, x: box.x + (box.width - FIGURE_WIDTH) / 2, width: FIGURE_WIDTH } };
}
