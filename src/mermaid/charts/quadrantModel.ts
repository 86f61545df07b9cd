/** What a text says of a quadrant chart. Mermaid's model keeps that to itself, so it is noted as its grammar tells it. */
import { asked, named, type RawModel, texts } from '../text/modelReaders.js';
import { always, length, list, number, record, text } from '../text/readers.js';

/** How a point is drawn; what is left out is the chart's. */
interface PointStyle {
  /** Px. */
  readonly radius?: number;
  readonly color?: string;
  readonly strokeColor?: string;
  /** With its unit, "2px". */
  readonly strokeWidth?: string;
}

export interface QuadrantPoint extends PointStyle {
  readonly text: string;
  /** From 0 to 1, rightward and upward. */
  readonly x: number;
  readonly y: number;
}

const LABELS = [
  'Quadrant1',
  'Quadrant2',
  'Quadrant3',
  'Quadrant4',
  'XAxisLeft',
  'XAxisRight',
  'YAxisBottom',
  'YAxisTop',
] as const;

export interface QuadrantModel {
  readonly title: string;
  readonly labels: Readonly<Partial<Record<(typeof LABELS)[number], string>>>;
  /** The last of the text first, as they are drawn. */
  readonly points: readonly QuadrantPoint[];
}

const pointStyle = record<PointStyle>({ radius: length, color: text, strokeColor: text, strokeWidth: text });
const said = record<{ readonly text: string }>({ text: named });

type Setter = (...values: readonly unknown[]) => void;

/** Mermaid's model, that notes what it is told; it still throws for styles that it doesn't take. */
export function notedQuadrants(model: RawModel): RawModel {
  const labels: Partial<Record<string, string>> = {};
  const points: (PointStyle & { className: string; text: string; x: number; y: number })[] = [];
  const classes = new Map<string, PointStyle>();
  const styleOf = (styles: unknown): PointStyle =>
    pointStyle((model.parseStyles as (styles: readonly string[]) => unknown)(texts(styles) ?? [])) ?? {};
  const setters = LABELS.map((name): readonly [string, Setter] => [
    `set${name}Text`,
    (value) => {
      labels[name] = said(value)?.text.trim();
    },
  ]);
  const addPoint: Setter = (label, className, x, y, styles) => {
    const name = said(label)?.text.trim() ?? '';
    points.push({ ...styleOf(styles), text: name, className: named(className), x: Number(x), y: Number(y) });
  };
  const addClass: Setter = (name, styles) => classes.set(named(name), styleOf(styles));
  const noted = (): QuadrantModel => ({
    title: text(asked(model, 'getDiagramTitle')) ?? '',
    labels,
    points: points.map(({ className, ...point }) => ({ ...classes.get(className), ...point })).reverse(),
  });
  return { ...model, ...Object.fromEntries(setters), addPoint, addClass, noted };
}

const point = record<QuadrantPoint>({
  text: named,
  x: always(number, 0),
  y: always(number, 0),
  radius: length,
  color: text,
  strokeColor: text,
  strokeWidth: text,
});

export function readQuadrants(model: RawModel): QuadrantModel {
  const { title, labels, points } = asked(model, 'noted') as QuadrantModel;
  return { title, labels, points: list(point)(points) ?? [] };
}
