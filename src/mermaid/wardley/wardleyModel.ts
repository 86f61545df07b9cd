/** What Mermaid's model of a Wardley map holds: components by how visible and how evolved they are, and what stands around them. */
import { asked, named, type RawModel, texts } from '../text/modelReaders.js';
import { always, flag, length, list, number, oneOf, record, text } from '../text/readers.js';

export interface WardleyNode {
  readonly id: string;
  readonly label: string;
  /** How evolved it is, percent. */
  readonly x: number;
  /** How visible it is, percent. */
  readonly y: number;
  readonly className?: string;
  /** From the node to its label, px. */
  readonly labelOffsetX?: number;
  readonly labelOffsetY?: number;
  readonly inertia: boolean;
  readonly sourceStrategy?: 'build' | 'buy' | 'outsource' | 'market';
  readonly isPipelineParent: boolean;
}

export interface WardleyLink {
  readonly source: string;
  readonly target: string;
  readonly dashed: boolean;
  readonly label?: string;
  readonly flow?: 'forward' | 'backward' | 'bidirectional';
}

export interface WardleyTrend {
  readonly nodeId: string;
  readonly targetX: number;
  readonly targetY: number;
}

export interface WardleyPipeline {
  readonly nodeId: string;
  readonly componentIds: readonly string[];
}

/** A place of the map, percent. */
export interface WardleyPlace {
  readonly x: number;
  readonly y: number;
}

export interface WardleyAnnotation {
  readonly number: number;
  readonly coordinates: readonly WardleyPlace[];
  readonly text?: string;
}

/** A text at a place. */
export interface WardleyMark extends WardleyPlace {
  readonly name: string;
}

interface WardleyAxes {
  readonly stages: readonly string[];
  /** Where the stages end, from 0 to 1. */
  readonly stageBoundaries: readonly number[];
}

interface WardleySize {
  readonly width: number;
  readonly height: number;
}

export interface WardleyModel {
  readonly title: string;
  readonly nodes: readonly WardleyNode[];
  readonly links: readonly WardleyLink[];
  readonly trends: readonly WardleyTrend[];
  readonly pipelines: readonly WardleyPipeline[];
  readonly annotations: readonly WardleyAnnotation[];
  readonly annotationsBox?: WardleyPlace;
  readonly notes: readonly WardleyMark[];
  readonly accelerators: readonly WardleyMark[];
  readonly deaccelerators: readonly WardleyMark[];
  readonly axes: WardleyAxes;
  readonly size?: WardleySize;
}

const percent = always(number, 0);

const node = record<WardleyNode>({
  id: named,
  label: named,
  x: percent,
  y: percent,
  className: text,
  labelOffsetX: number,
  labelOffsetY: number,
  inertia: always(flag, false),
  sourceStrategy: oneOf('build', 'buy', 'outsource', 'market'),
  isPipelineParent: always(flag, false),
});
const link = record<WardleyLink>({
  source: named,
  target: named,
  dashed: always(flag, false),
  label: text,
  flow: oneOf('forward', 'backward', 'bidirectional'),
});
const trend = record<WardleyTrend>({ nodeId: named, targetX: percent, targetY: percent });
const pipeline = record<WardleyPipeline>({ nodeId: named, componentIds: always(texts, []) });
const place = record<WardleyPlace>({ x: percent, y: percent });
const annotation = record<WardleyAnnotation>({
  number: always(number, 0),
  coordinates: always(list(place), []),
  text,
});
const mark = record<WardleyMark>({ x: percent, y: percent, name: named });
const note = record<WardleyPlace & { readonly text: string }>({ x: percent, y: percent, text: named });
const axes = record<WardleyAxes>({ stages: always(texts, []), stageBoundaries: always(list(number), []) });
const size = record<WardleySize>({ width: always(length, 0), height: always(length, 0) });

interface WardleyData extends Omit<WardleyModel, 'title' | 'notes'> {
  readonly notes: readonly (WardleyPlace & { readonly text: string })[];
}

const data = record<WardleyData>({
  nodes: always(list(node), []),
  links: always(list(link), []),
  trends: always(list(trend), []),
  pipelines: always(list(pipeline), []),
  annotations: always(list(annotation), []),
  annotationsBox: place,
  notes: always(list(note), []),
  accelerators: always(list(mark), []),
  deaccelerators: always(list(mark), []),
  axes: always(axes, { stages: [], stageBoundaries: [] }),
  size,
});

/** Throws an error with a reason for a component without a place. */
export function readWardley(model: RawModel): WardleyModel {
  const given = data(asked(model, 'getWardleyData'));
  if (!given) throw new Error('The map has no components that can be read');
  return {
    ...given,
    title: text(asked(model, 'getDiagramTitle')) ?? '',
    notes: given.notes.map(({ text: name, ...at }) => ({ ...at, name })),
  };
}
