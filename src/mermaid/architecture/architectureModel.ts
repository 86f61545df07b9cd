/** What Mermaid's model of an architecture diagram holds: services and junctions, groups, and edges from side to side. */
import { asked, named, type RawModel, texts } from '../text/modelReaders.js';
import { always, flag, list, number, oneOf, type Reader, record, text } from '../text/readers.js';

export type Side = 'L' | 'R' | 'T' | 'B';

export interface ArchitectureNode {
  readonly id: string;
  readonly type: 'service' | 'junction';
  readonly icon?: string;
  readonly iconText?: string;
  readonly title?: string;
  /** The group that it is in. */
  readonly in?: string;
}

export interface ArchitectureGroup {
  readonly id: string;
  readonly icon?: string;
  readonly title?: string;
  readonly in?: string;
}

export interface ArchitectureEdge {
  readonly lhsId: string;
  readonly lhsDir: Side;
  /** It has an arrow. */
  readonly lhsInto?: boolean;
  /** It ends at the border of the group around. */
  readonly lhsGroup?: boolean;
  readonly rhsId: string;
  readonly rhsDir: Side;
  readonly rhsInto?: boolean;
  readonly rhsGroup?: boolean;
  readonly title?: string;
}

/** A node's place among those that are connected with it: columns to the right, rows downwards. */
export interface GridPlace {
  readonly id: string;
  readonly column: number;
  readonly row: number;
}

export interface ArchitectureModel {
  readonly nodes: readonly ArchitectureNode[];
  readonly groups: readonly ArchitectureGroup[];
  readonly edges: readonly ArchitectureEdge[];
  /** Nodes that edges connect, as their sides set them to each other. */
  readonly components: readonly (readonly GridPlace[])[];
  /** What "align" statements name. */
  readonly aligned: readonly string[];
}

const side = oneOf('L', 'R', 'T', 'B');

const node = record<ArchitectureNode>({
  id: named,
  type: always(oneOf('service', 'junction'), 'service'),
  icon: text,
  iconText: text,
  title: text,
  in: text,
});

const group = record<ArchitectureGroup>({ id: named, icon: text, title: text, in: text });

const edge = record<ArchitectureEdge>({
  lhsId: named,
  lhsDir: always(side, 'R'),
  lhsInto: flag,
  lhsGroup: flag,
  rhsId: named,
  rhsDir: always(side, 'L'),
  rhsInto: flag,
  rhsGroup: flag,
  title: text,
});

const hint = record<{ readonly members: readonly string[] }>({ members: always(texts, []) });

/** A map of places; Mermaid counts rows upwards. */
const component: Reader<readonly GridPlace[]> = (value) => {
  if (!(value instanceof Map)) return undefined;
  return [...(value as ReadonlyMap<unknown, unknown>)].flatMap(([id, place]) => {
    const [column, up] = list(number)(place) ?? [];
    return column === undefined || up === undefined ? [] : [{ id: named(id), column, row: -up }];
  });
};

const structures = record<{ readonly spatialMaps: readonly (readonly GridPlace[])[] }>({
  spatialMaps: always(list(component), []),
});

export function readArchitecture(model: RawModel): ArchitectureModel {
  const hints = list(hint)(asked(model, 'getLayoutHints')) ?? [];
  return {
    nodes: list(node)(asked(model, 'getNodes')) ?? [],
    groups: list(group)(asked(model, 'getGroups')) ?? [],
    edges: list(edge)(asked(model, 'getEdges')) ?? [],
    components: structures(asked(model, 'getDataStructures'))?.spatialMaps ?? [],
    aligned: hints.flatMap(({ members }) => members),
  };
}
