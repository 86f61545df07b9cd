/** An mxGeometry element → Geometry, with the codec's reading of numbers. */
import { childElements, type XmlElement } from '../decode/xml.js';
import { type Point, point, type Rect, rect } from '../geometry/plane.js';
import type { Geometry } from './cell.js';

/** Told of every number that isn't one, by where it stands, e.g. `mxGeometry x="NaN"`. */
export type ReportNumber = (where: string) => void;

export function readGeometry(element: XmlElement, reportNumber: ReportNumber): Geometry {
  const role = (name: string): XmlElement | undefined => childWithRole(element, name);
  const pointOf = (name: string): Point | undefined => {
    const child = role(name);
    return child === undefined ? undefined : readPoint(child, reportNumber);
  };
  const alternateBounds = role('alternateBounds');
  const { x, y, width, height } = readRect(element, reportNumber);
  return {
    x,
    y,
    width,
    height,
    relative: isOn(element.attributes.get('relative')),
    offset: pointOf('offset'),
    sourcePoint: pointOf('sourcePoint'),
    targetPoint: pointOf('targetPoint'),
    points: childElements(role('points') ?? NO_ELEMENT, 'mxPoint').map((child) => readPoint(child, reportNumber)),
    alternateBounds: alternateBounds === undefined ? undefined : readRect(alternateBounds, reportNumber),
  };
}

/** draw.io's codec turns "0" into a number, which is false, and any other text is true. */
export const isOn = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && Number(value) !== 0 && value !== 'false';

const NO_ELEMENT: XmlElement = { name: '', attributes: new Map(), children: [] };

/** The child that an element names in its "as" attribute; the last of several, as each takes the place of the one before. */
export const childWithRole = (element: XmlElement, role: string): XmlElement | undefined =>
  element.children.findLast(
    (child): child is XmlElement => typeof child !== 'string' && child.attributes.get('as') === role,
  );

const readPoint = (element: XmlElement, reportNumber: ReportNumber): Point =>
  point(readNumber(element, 'x', reportNumber), readNumber(element, 'y', reportNumber));

const readRect = (element: XmlElement, reportNumber: ReportNumber): Rect =>
  rect(
    readNumber(element, 'x', reportNumber),
    readNumber(element, 'y', reportNumber),
    readNumber(element, 'width', reportNumber),
    readNumber(element, 'height', reportNumber),
  );

/** Coordinates past this are a broken file's: sums and products of them would leave the range of exact numbers. */
const MAX_COORDINATE = 1e9;

/** The codec reads what parseFloat reads, and takes 0 for a missing, infinite or unreadable number. */
function readNumber(element: XmlElement, name: string, reportNumber: ReportNumber): number {
  const text = element.attributes.get(name);
  if (text === undefined) return 0;
  const value = Number.parseFloat(text);
  if (Math.abs(value) <= MAX_COORDINATE) return value;
  reportNumber(`${element.name} ${name}="${text}"`);
  return 0;
}
