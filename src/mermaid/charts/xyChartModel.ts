/** What Mermaid's model of an XY chart holds. */
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, list, oneOf, quantity, record, text } from '../text/readers.js';

/** An axis of names, one after the other. */
export interface BandAxis {
  readonly type: 'band';
  readonly title: string;
  readonly categories: readonly string[];
}

/** An axis of numbers. */
export interface LinearAxis {
  readonly type: 'linear';
  readonly title: string;
  readonly min: number;
  readonly max: number;
}

/** What a plot has at a place of the x axis: a category, or a number as text. */
export interface PlotValue {
  readonly place: string;
  /** Undefined where the text gives none. */
  readonly value: number | undefined;
}

export interface Plot {
  readonly type: 'bar' | 'line';
  readonly title: string;
  /** A CSS colour. */
  readonly color: string;
  readonly data: readonly PlotValue[];
  /** Words at a line's points. */
  readonly pointLabels: readonly string[];
}

export interface XyChartModel {
  readonly title: string;
  readonly isHorizontal: boolean;
  readonly xAxis: BandAxis | LinearAxis;
  readonly yAxis: LinearAxis;
  readonly plots: readonly Plot[];
}

const plotValue = (value: unknown): PlotValue | undefined =>
  Array.isArray(value) ? { place: named(value[0]), value: quantity(value[1]) } : undefined;

const plot = record<Omit<Plot, 'color'> & { readonly fill?: string; readonly strokeFill?: string }>({
  type: always(oneOf('bar', 'line'), 'bar'),
  title: named,
  fill: text,
  strokeFill: text,
  data: always(list(plotValue), []),
  pointLabels: always(list(text), []),
});

interface GivenAxis {
  readonly type: 'band' | 'linear';
  readonly title: string;
  readonly min?: number;
  readonly max?: number;
  readonly categories: readonly string[];
}

const axis = record<GivenAxis>({
  type: always(oneOf('band', 'linear'), 'linear'),
  title: named,
  min: quantity,
  max: quantity,
  categories: always(list(text), []),
});

interface GivenChart {
  readonly xAxis?: GivenAxis;
  readonly yAxis?: GivenAxis;
  readonly plots: readonly NonNullable<ReturnType<typeof plot>>[];
}

const chart = record<GivenChart>({ xAxis: axis, yAxis: axis, plots: always(list(plot), []) });

/** A statement of the text counts before its settings there. */
const settings = record<{ readonly chartOrientation?: string }>({ chartOrientation: text });

/** Throws an error for a chart without data, as Mermaid's own does, and for an axis without two ends. */
export function readXyChart(model: RawModel): XyChartModel {
  const given = chart(asked(model, 'getXYChartData'));
  if (!given || given.plots.length === 0) throw new Error('The chart has no line and no bar with data');
  return {
    title: text(asked(model, 'getDiagramTitle')) ?? '',
    isHorizontal: settings(asked(model, 'getChartConfig'))?.chartOrientation === 'horizontal',
    xAxis:
      given.xAxis?.type === 'band'
        ? { type: 'band', title: given.xAxis.title, categories: given.xAxis.categories }
        : linearAxis(given.xAxis, 'x'),
    yAxis: linearAxis(given.yAxis, 'y'),
    plots: given.plots.map(({ fill, strokeFill, ...each }) => ({ ...each, color: fill ?? strokeFill ?? '' })),
  };
}

function linearAxis(given: GivenAxis | undefined, name: string): LinearAxis {
  const { title = '', min, max } = given ?? {};
  if (min === undefined || max === undefined) throw new Error(`The ${name} axis has no range of numbers`);
  return { type: 'linear', title, min, max };
}
