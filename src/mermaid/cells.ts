/** Builds draw.io's XML from cells: what Mermaid's constructs become. */
import type { Budget } from '../budget.js';
import type { XmlElement } from '../decode/xml.js';
import { bottom, centerX, centerY, type Point, PointBounds, type Rect, rect, right, union } from '../geometry/plane.js';
import { withoutForbidden } from '../primitives/xmlCharacters.js';
import { indentedXml } from '../write/file/xml.js';
import type { MermaidConfig } from './config.js';

/** Keys and values of a draw.io style, in order; undefined leaves a key out. `shape names` such as "ellipse" have ''. */
export type CellStyle = Readonly<Record<string, string | number | undefined>>;

export interface MermaidPage {
  readonly name: string;
  readonly background?: string;
  /** What the cells were made of. */
  readonly text: string;
  /** Mermaid's configuration that they were made with, beside the text's own. */
  readonly config?: MermaidConfig;
  /** Labels may have formulas. */
  readonly isMath?: boolean;
  /** Around them, px, as CSS gives sides: one for all, or those above and below and those beside them. */
  readonly margins: readonly number[];
}

export interface VertexCell {
  readonly id: string;
  /** Page px, whatever the parent. */
  readonly box: Rect;
  readonly style: CellStyle;
  /** HTML; default none. */
  readonly label?: string;
  /** The id of the cell that it is in; default the group around the whole diagram. */
  readonly parent?: string;
  readonly link?: CellLink;
  /**
   * What draw.io knows the part of the diagram by when its text is edited ("start", "commit:first"): what somebody changed
   * of the cell's style or label is then done to the new cell too.
   */
  readonly identity?: string;
}

export interface EdgeCell {
  readonly id: string;
  readonly style: CellStyle;
  /** The id of a cell, or a fixed point, page px. */
  readonly source: string | Point;
  readonly target: string | Point;
  /** Page px. */
  readonly waypoints?: readonly Point[];
  readonly labels?: readonly EdgeLabel[];
  readonly label?: string;
  /** From where draw.io puts the label, the middle of the edge, px. */
  readonly labelOffset?: Point;
  readonly parent?: string;
  readonly link?: CellLink;
  readonly identity?: EdgeIdentity | string;
}

/** What draw.io knows an edge by, as a vertex by its identity: what it joins. One that joins nothing has a vertex's. */
export interface EdgeIdentity {
  readonly from: string;
  readonly to: string;
  /** Default: its number among the edges from the one to the other, counted from 0. */
  readonly index?: number;
}

/** A label on an edge, a cell of its own as draw.io makes them. */
export interface EdgeLabel {
  /** HTML. */
  readonly html: string;
  /** Where along the edge: -1 at its source, 0 in the middle, 1 at its target. */
  readonly position: number;
  /** From there, px. */
  readonly offset?: Point;
  readonly style?: CellStyle;
  /** Of a shape that stands on the edge, its top left corner at the position; default: it is text alone. */
  readonly size?: { readonly width: number; readonly height: number };
}

export interface CellLink {
  readonly href?: string;
  readonly tooltip?: string;
  readonly target?: string;
}

const LAYER = '1';
/** The group around all that comes of a text. */
const DIAGRAM = 'mermaid-diagram';
const EDGE_LABEL: CellStyle = {
  edgeLabel: '',
  html: 1,
  align: 'center',
  verticalAlign: 'middle',
  resizable: 0,
  points: '[]',
};

/** The least size of a cell, px: draw.io knows none without one, but texts may show nothing, and settings say 0. */
const LEAST_SIZE = 0.01;

const withSize = ({ x, y, width, height }: Rect): Rect =>
  rect(x, y, Math.max(width, LEAST_SIZE), Math.max(height, LEAST_SIZE));

/** The work of a cell, in units of a budget: it is written, read and drawn. */
const CELL_WORK = 40;

/** Collects cells, the lowest first. */
export class Cells {
  readonly #elements: XmlElement[] = [];
  readonly #corners = new Map<string, Point>();
  readonly #ids = new Set<string>(['0', LAYER, DIAGRAM]);
  /** The number that a cell gets whose wanted id others have. */
  readonly #counts = new Map<string, number>();
  /** How many edges there are by what draw.io knows their two ends by. */
  readonly #joined = new Map<string, number>();
  #bounds: Rect | undefined;
  /** As draw.io's groups have it: turned cells count as if they weren't. */
  #unturned: Rect | undefined;
  /** The loose ends of edges. */
  readonly #ends = new PointBounds();
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Around all vertices and waypoints so far, and room that was asked for. */
  get bounds(): Rect | undefined {
    return this.#bounds;
  }

  /** Room that the diagram takes beyond its cells, page px. */
  reserve(box: Rect): void {
    this.#bounds = this.#bounds ? union(this.#bounds, box) : box;
  }

  #cover(box: Rect, unturned = box): void {
    this.#bounds = this.#bounds ? union(this.#bounds, box) : box;
    this.#unturned = this.#unturned ? union(this.#unturned, unturned) : unturned;
  }

  /** The margins around what is seen, counted from what the group takes for its content. */
  #padding(margins: readonly number[]): string {
    const [upright = 0, beside = upright] = margins;
    if (!this.#bounds || !this.#unturned) return margins.join(' ');
    const ends = this.#ends.rect() ?? this.#unturned;
    const [seen, counted] = [union(this.#bounds, ends), union(this.#unturned, ends)];
    const sides = [
      upright + counted.y - seen.y,
      beside + right(seen) - right(counted),
      upright + bottom(seen) - bottom(counted),
      beside + counted.x - seen.x,
    ];
    return sides.every((side, index) => side === (index % 2 === 0 ? upright : beside))
      ? margins.join(' ')
      : sides.map(number).join(' ');
  }

  /** A draw.io id for one of the text: itself, where no other cell has it. */
  id(wanted: string): string {
    // What XML can't hold would be gone from the file: nothing, or another's name, would be left.
    const base = withoutForbidden(wanted) || 'cell';
    let id = base;
    let count = this.#counts.get(base) ?? 2;
    for (; this.#ids.has(id); count++) id = `${base}-${count}`;
    this.#counts.set(base, count);
    this.#ids.add(id);
    return id;
  }

  vertex(cell: VertexCell): void {
    const { id, style, label = '', parent = DIAGRAM, link, identity } = cell;
    const box = withSize(cell.box);
    const origin = this.#corners.get(parent) ?? { x: 0, y: 0 };
    this.#corners.set(id, { x: box.x, y: box.y });
    this.#cover(turnedBounds(box, Number(style.rotation ?? 0)), box);
    const geometry = element('mxGeometry', {
      x: number(box.x - origin.x),
      y: number(box.y - origin.y),
      width: number(box.width),
      height: number(box.height),
      as: 'geometry',
    });
    const known = identity === undefined ? undefined : `n:${identity}`;
    this.#add(id, label, { link, known }, { style: styleText(style), vertex: '1', parent }, geometry);
  }

  edge(cell: EdgeCell): void {
    const {
      id,
      style,
      source,
      target,
      waypoints = [],
      labels = [],
      label = '',
      labelOffset,
      parent = DIAGRAM,
      link,
      identity,
    } = cell;
    const origin = this.#corners.get(parent) ?? { x: 0, y: 0 };
    const pointElement = ({ x, y }: Point, as?: string): XmlElement =>
      element('mxPoint', { x: number(x - origin.x), y: number(y - origin.y), as });
    const geometry = element('mxGeometry', { relative: '1', as: 'geometry' }, [
      ...(typeof source === 'string' ? [] : [pointElement(source, 'sourcePoint')]),
      ...(typeof target === 'string' ? [] : [pointElement(target, 'targetPoint')]),
      ...(waypoints.length === 0
        ? []
        : [
            element(
              'Array',
              { as: 'points' },
              waypoints.map((waypoint) => pointElement(waypoint)),
            ),
          ]),
      ...(labelOffset
        ? [element('mxPoint', { x: number(labelOffset.x), y: number(labelOffset.y), as: 'offset' })]
        : []),
    ]);
    for (const each of [source, target]) {
      if (typeof each !== 'string') this.#ends.add(each);
    }
    for (const { x, y } of waypoints) this.#cover(rect(x, y, 0, 0));
    const ends = {
      source: typeof source === 'string' ? source : undefined,
      target: typeof target === 'string' ? target : undefined,
    };
    this.#add(
      id,
      label,
      { link, known: typeof identity === 'string' ? `n:${identity}` : identity && this.#joining(identity) },
      { style: styleText(style), edge: '1', parent, ...ends },
      geometry,
    );
    for (const each of labels) this.#edgeLabel(id, each);
  }

  #edgeLabel(edge: string, { html, position, offset, style = {}, size }: EdgeLabel): void {
    const extent = size && { width: number(size.width), height: number(size.height) };
    const geometry = element('mxGeometry', { x: number(position), ...extent, relative: '1', as: 'geometry' }, [
      element('mxPoint', { x: number(offset?.x ?? 0), y: number(offset?.y ?? 0), as: 'offset' }),
    ]);
    const text = styleText(size ? style : { ...EDGE_LABEL, ...style });
    const attributes = { style: text, vertex: '1', connectable: '0', parent: edge };
    this.#add(this.id(`${edge}-label`), html, {}, attributes, geometry);
  }

  #joining({ from, to, index }: EdgeIdentity): string {
    const ends = `e:${from}->${to}`;
    const next = this.#joined.get(ends) ?? 0;
    this.#joined.set(ends, next + 1);
    return `${ends}#${index ?? next}`;
  }

  /** A cell that more is told of is an object of draw.io's, around its cell. */
  #add(
    id: string,
    label: string,
    { link = {}, known }: { readonly link?: CellLink; readonly known?: string },
    attributes: Readonly<Record<string, string | undefined>>,
    geometry: XmlElement,
  ): void {
    this.#budget.spend(CELL_WORK);
    const { href, tooltip, target } = link;
    if (href === undefined && tooltip === undefined && known === undefined) {
      this.#elements.push(element('mxCell', { id, value: label, ...attributes }, [geometry]));
      return;
    }
    const cell = element('mxCell', attributes, [geometry]);
    const made = known !== undefined && {
      mermaidId: known,
      mermaidBaseStyle: attributes.style,
      mermaidBaseValue: label,
    };
    const told = { label, ...made, tooltip, link: href, linkTarget: target, id };
    this.#elements.push(element('UserObject', told, [cell]));
  }

  /** The file, with one page: draw.io opens its group's text again, and lays it out anew where that is changed. */
  xml({ name, background, text, config, isMath, margins }: MermaidPage): string {
    const data = JSON.stringify({ data: text, config: config ?? null }, undefined, 2);
    const style: CellStyle = {
      group: '',
      transparentBounds: 1,
      editIcon: 1,
      lockedGroup: 0,
      groupPadding: this.#padding(margins),
    };
    const group = element('mxCell', { style: styleText(style), vertex: '1', connectable: '0', parent: LAYER }, [
      element('mxGeometry', { as: 'geometry' }),
    ]);
    const root = element('root', {}, [
      element('mxCell', { id: '0' }),
      element('mxCell', { id: LAYER, parent: '0' }),
      element('UserObject', { label: '', mermaidData: data, id: DIAGRAM }, [group]),
      ...this.#elements,
    ]);
    const model = element('mxGraphModel', { grid: '1', page: '0', math: isMath ? '1' : undefined, background }, [root]);
    const diagram = element('diagram', { id: 'mermaid', name }, [model]);
    return indentedXml(element('mxfile', {}, [diagram]));
  }
}

/** Around a box that is turned about its middle, in degrees. */
function turnedBounds(box: Rect, degrees: number): Rect {
  if (degrees % 180 === 0) return box;
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
  const [width, height] = [box.width * cos + box.height * sin, box.width * sin + box.height * cos];
  return rect(centerX(box) - width / 2, centerY(box) - height / 2, width, height);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly XmlElement[] = [],
): XmlElement {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { name, attributes: new Map(given), children };
}

/** Two decimals are more than a screen shows. */
const number = (value: number): string => String(Math.round(value * 100) / 100 + 0);

const styleText = (style: CellStyle): string =>
  Object.entries(style)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === '' ? `${key};` : `${key}=${String(value).replaceAll(';', ',')};`))
    .join('');
