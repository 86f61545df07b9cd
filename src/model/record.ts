/** One child of the root element → what it says about a cell, references still unresolved. */
import type { XmlElement } from '../decode/xml.js';
import type { Geometry } from './cell.js';
import { childWithRole, isOn, type ReportNumber, readGeometry } from './cellGeometry.js';
import { cellOf } from './strays.js';

export interface CellRecord {
  readonly kind: 'vertex' | 'edge' | 'layer';
  readonly id: string | undefined;
  readonly value: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly style: string;
  readonly parentId: string | undefined;
  readonly sourceId: string | undefined;
  readonly targetId: string | undefined;
  readonly visible: boolean;
  readonly collapsed: boolean;
  readonly connectable: boolean;
  readonly geometry: Geometry | undefined;
}

/**
 * Reads an mxCell, or an element of any name around one (draw.io writes object and UserObject), whose attributes are
 * the cell's data and whose label is the cell's value. An element around none is a cell that draws nothing.
 */
export function readRecord(element: XmlElement, reportNumber: ReportNumber): CellRecord {
  const wrapped = element.name !== 'mxCell';
  const cell = cellOf(element) ?? NO_CELL;
  // mxGraph's older form has the user object as a child in the role "value".
  const userObject = wrapped ? element : childWithRole(cell, 'value');
  const flag = (name: string, fallback: boolean): boolean =>
    cell.attributes.has(name) ? isOn(cell.attributes.get(name)) : fallback;
  const geometry = childWithRole(cell, 'geometry');
  return {
    kind: flag('edge', false) ? 'edge' : flag('vertex', false) ? 'vertex' : 'layer',
    id: element.attributes.get('id'),
    value: cell.attributes.get('value') ?? userObject?.attributes.get('label') ?? '',
    attributes: userObject === undefined ? NO_ATTRIBUTES : withoutId(userObject.attributes),
    style: cell.attributes.get('style') ?? '',
    parentId: cell.attributes.get('parent'),
    sourceId: cell.attributes.get('source'),
    targetId: cell.attributes.get('target'),
    visible: flag('visible', true),
    collapsed: flag('collapsed', false),
    connectable: flag('connectable', true),
    geometry: geometry === undefined ? undefined : readGeometry(geometry, reportNumber),
  };
}

const NO_CELL: XmlElement = { name: 'mxCell', attributes: new Map(), children: [] };

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

const withoutId = (attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...attributes].filter(([name]) => name !== 'id'));
