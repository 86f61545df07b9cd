/** Page settings: the attributes of an mxGraphModel element. */
import type { XmlElement } from '../decode/xml.js';
import type { PageSettings } from './cell.js';

// draw.io's page before a file says otherwise: US letter in hundredths of an inch.
const DEFAULT_PAGE_WIDTH = 850;
const DEFAULT_PAGE_HEIGHT = 1100;
const DEFAULT_GRID_SIZE = 10;

/** A number beyond these is a broken file's: what is computed from it would not stay finite, or be nothing. */
const SMALLEST = 1e-6;
const LARGEST = 1e9;

export function readSettings(model: XmlElement): PageSettings {
  const { attributes } = model;
  const positive = (name: string, fallback: number): number => {
    const value = Number.parseFloat(attributes.get(name) ?? '');
    return value >= SMALLEST && value <= LARGEST ? value : fallback;
  };
  return {
    background: present(attributes.get('background')),
    backgroundImage: present(attributes.get('backgroundImage')),
    shadow: attributes.get('shadow') === '1',
    math: attributes.get('math') === '1',
    pageWidth: positive('pageWidth', DEFAULT_PAGE_WIDTH),
    pageHeight: positive('pageHeight', DEFAULT_PAGE_HEIGHT),
    pageScale: positive('pageScale', 1),
    pageVisible: attributes.get('page') !== '0',
    gridSize: positive('gridSize', DEFAULT_GRID_SIZE),
    adaptiveColors: attributes.get('adaptiveColors'),
  };
}

const present = (value: string | undefined): string | undefined =>
  value === undefined || value === '' || value === 'none' ? undefined : value;
