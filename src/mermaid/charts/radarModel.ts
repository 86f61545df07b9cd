/** What Mermaid's model of a radar chart holds. */
import { largest } from '../../primitives/lists.js';
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, flag, length, list, oneOf, quantity, record, text } from '../text/readers.js';

export interface RadarAxis {
  readonly label: string;
}

export interface RadarCurve {
  readonly label: string;
  /** A value an axis, in their order. */
  readonly entries: readonly number[];
}

export interface RadarModel {
  readonly title: string;
  readonly axes: readonly RadarAxis[];
  readonly curves: readonly RadarCurve[];
  readonly showLegend: boolean;
  readonly ticks: number;
  readonly min: number;
  readonly max: number;
  readonly graticule: 'circle' | 'polygon';
}

const axis = record<RadarAxis>({ label: named });
const curve = record<RadarCurve>({ label: named, entries: always(list(quantity), []) });

interface RadarSettings {
  readonly showLegend: boolean;
  readonly ticks: number;
  readonly min: number;
  readonly max?: number;
  readonly graticule: 'circle' | 'polygon';
}

const settings = record<RadarSettings>({
  showLegend: always(flag, true),
  ticks: always(length, 5),
  min: always(quantity, 0),
  max: quantity,
  graticule: always(oneOf('circle', 'polygon'), 'circle'),
});

export function readRadar(model: RawModel): RadarModel {
  const curves = list(curve)(asked(model, 'getCurves')) ?? [];
  const given = settings(asked(model, 'getOptions')) ?? { showLegend: true, ticks: 5, min: 0, graticule: 'circle' };
  const values = curves.flatMap(({ entries }) => entries);
  return {
    ...given,
    title: text(asked(model, 'getDiagramTitle')) ?? '',
    axes: list(axis)(asked(model, 'getAxes')) ?? [],
    curves,
    max: given.max ?? largest(values),
  };
}
