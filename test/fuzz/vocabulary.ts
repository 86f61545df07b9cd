/** The words of styles: every key that the code reads, every name that it knows, and what the corpus adds. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EDGE_STYLES } from '../../src/route/registry.js';
import { MARKERS } from '../../src/shapes/edges/markers.js';
import { PERIMETERS } from '../../src/shapes/perimeters/perimeters.js';
import { EDGE_SHAPES, SHAPES } from '../../src/shapes/registry.js';
import { DEFAULT_EDGE, DEFAULT_VERTEX, NAMED_STYLES } from '../../src/style/defaults.js';
import { styleImage } from './images.js';
import type { Random } from './random.js';
import { COLORS, NUMBERS, TEXTS } from './values.js';

const SOURCE = path.resolve(import.meta.dirname, '../../src');

/** A key that stands as it is in a call of one of a style's accessors, or of a function that is handed a style. */
const READ =
  /(?:\.(?:get|number|flag|string|color|has|isNone)\(|\w\((?:[\w.]*[sS]tyle|source|edge|cell|canvas),)\s*'([A-Za-z]\w*)'/g;
/** What looks like the name of a key. */
const NAME = /'([a-z][a-zA-Z0-9]{1,40})'/g;
/** The folders that read styles. */
const READERS = [
  'style',
  'layout',
  'route',
  'shapes',
  'scene',
  'drawing',
  'labels',
  'boxes',
  'pipeline',
  'model',
  'diff',
];

/**
 * The style keys that the code reads. Some are put together or handed on by name, so every word in quotes counts that
 * stands in a file that reads styles: a few too many do no harm.
 */
export function keysOfSource(): readonly string[] {
  const keys = new Set<string>([...Object.keys(DEFAULT_VERTEX), ...Object.keys(DEFAULT_EDGE)]);
  for (const folder of READERS) {
    for (const file of readdirSync(path.join(SOURCE, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!file.endsWith('.ts')) continue;
      const source = readFileSync(path.join(SOURCE, folder, file), 'utf8');
      for (const [, key] of source.matchAll(READ)) keys.add(key as string);
      if (/\b[sS]tyle\b/.test(source)) for (const [, key] of source.matchAll(NAME)) keys.add(key as string);
    }
  }
  for (const key of COMPOSED) keys.add(key);
  return [...keys];
}

/** Keys that the code puts together of parts, and those that are read as fields. */
const COMPOSED = [
  '--x',
  ...['exit', 'entry'].flatMap((end) => ['X', 'Y', 'Dx', 'Dy', 'Perimeter'].map((part) => end + part)),
  ...['start', 'end', 'source', 'target'].flatMap((end) =>
    ['Arrow', 'Size', 'Fill', 'Width', 'PerimeterSpacing', 'JettySize', 'PortConstraint', 'FillColor'].map(
      (part) => end + part,
    ),
  ),
  ...['fill', 'stroke', 'font', 'gradient', 'labelBackground', 'labelBorder'].map(
    (part) => `default${part.charAt(0).toUpperCase()}${part.slice(1)}Color`,
  ),
  ...['topLeft', 'topRight', 'bottomRight', 'bottomLeft'].map((corner) => `${corner}Style`),
  ...['dx', 'dy'].flatMap((axis) => [1, 2, 3, 4, 5, 6].map((number) => axis + number)),
  ...[0, 1, 2, 3].flatMap((number) =>
    ['', 'Width', 'Height', 'Spacing', 'VSpacing', 'ArcSpacing', 'Align', 'VerticalAlign', 'Direction'].map(
      (part) => `symbol${number}${part}`,
    ),
  ),
];

const NAMES: Readonly<Record<string, readonly string[]>> = {
  shape: [...SHAPES.keys(), ...EDGE_SHAPES.keys()],
  edgeStyle: [...EDGE_STYLES.keys(), 'none', 'unknownEdgeStyle'],
  startArrow: [...MARKERS.keys(), 'none', 'unknownMarker'],
  endArrow: [...MARKERS.keys(), 'none', 'unknownMarker'],
  perimeter: [...PERIMETERS.keys(), 'none', 'unknownPerimeter'],
};

/** Values that are words, whichever key they belong to. */
const WORDS = [
  ...['north', 'south', 'east', 'west', 'center', 'left', 'right', 'top', 'bottom', 'middle', 'auto', 'wrap', 'none'],
  ...['hachure', 'cross-hatch', 'dots', 'zigzag', 'dashed', 'zigzag-line', 'solid', 'hidden', 'width', 'fill', 'block'],
  ...['rtl', 'ltr', 'arc', 'gap', 'sharp', 'line', 'vertical-rl', 'vertical-lr', 'radial', 'horizontal', 'vertical'],
  ...['1 1', '0 0', '0.0001 0.0001', '1e-9 1', '3 -3', '1 0', 'stackLayout', 'tableLayout', 'flowLayout', 'fixed'],
  ...['loopOut', 'partialRectangle', 'umlFrame', 'curved', 'orthogonal', 'invert', 'linear', 'ease-in', 'reverse'],
];

const COLOR_KEY = /color$/i;
const IMAGE_KEY = /^(?:image|backgroundImage|indicatorImage)$/;

/** Keys and values of styles. */
export class Vocabulary {
  readonly keys: readonly string[];
  readonly values: readonly string[];
  readonly shapes: readonly string[];
  readonly named: readonly string[] = [...NAMED_STYLES.keys()];

  constructor(corpus: readonly string[]) {
    const keys = new Set(keysOfSource());
    const values = new Set(WORDS);
    const shapes = new Set(NAMES.shape);
    for (const xml of corpus) {
      for (const [, key, value] of xml.matchAll(/[;"]([A-Za-z]\w{1,30})=([^;"&<]{1,60})(?=;)/g)) {
        keys.add(key as string);
        values.add(value as string);
        if (key === 'shape') shapes.add(value as string);
      }
    }
    this.keys = [...keys];
    this.values = [...values];
    this.shapes = [...shapes];
  }

  value(random: Random): string {
    const among = random.pick([NUMBERS, NUMBERS, TEXTS, COLORS, this.values, this.values]);
    return random.pick(among);
  }

  /** A value of the kind that a key has, three times of four. */
  valueOf(key: string, random: Random): string {
    if (random.chance(0.25)) return this.value(random);
    if (COLOR_KEY.test(key)) return random.pick(COLORS);
    if (IMAGE_KEY.test(key)) return styleImage(random);
    const names = key === 'shape' ? this.shapes : NAMES[key];
    if (names) return random.pick(names);
    return random.chance(0.5) ? random.pick(SANE) : this.value(random);
  }

  entry(random: Random): string {
    if (random.chance(0.04)) return random.pick(this.named);
    const key = random.chance(0.12) ? random.pick(Object.keys(NAMES)) : random.pick(this.keys);
    return `${key}=${this.valueOf(key, random)}`;
  }

  /** A style of a shape, with other keys. */
  vertexStyle(random: Random): string {
    const shape = `shape=${random.pick(this.shapes)}`;
    return [shape, 'html=1', ...random.some(6, () => this.entry(random))].join(';');
  }

  edgeStyle(random: Random): string {
    const names = ['edgeStyle', 'startArrow', 'endArrow'].map((key) => `${key}=${random.pick(NAMES[key] ?? [''])}`);
    const shape = random.chance(0.3) ? [`shape=${random.pick([...EDGE_SHAPES.keys()])}`] : [];
    return [...names, ...shape, 'html=1', ...random.some(5, () => this.entry(random))].join(';');
  }
}

const SANE = ['0', '1', '2', '3', '5', '8', '10', '20', '30', '45', '60', '90', '0.5', '0.25', '100'];
