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

export interface Alignment {
  readonly direction: 'row' | 'column';
  /** From left to right, or downwards. */
  readonly members: readonly string[];
}

/** The key of two groups in `groupLines`, in either order. */
export function groupsKey(one: string, other: string): string {
  const [first, second] = [one, other].sort();
  return `${JSON.stringify(first)}-${JSON.stringify(second)}`;
}

export interface ArchitectureModel {
  readonly nodes: readonly ArchitectureNode[];
  readonly groups: readonly ArchitectureGroup[];
  readonly edges: readonly ArchitectureEdge[];
  /** Nodes that edges connect, as their sides set them to each other. */
  readonly components: readonly (readonly GridPlace[])[];
  /** What stands in a row or in a column by "align" statements. */
  readonly alignments: readonly Alignment[];
  /** How edges from group to group run, by the groups' ids, where all their nodes stand in a line. */
  readonly groupLines: ReadonlyMap<string, 'horizontal' | 'vertical'>;
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

const alignment = record<Alignment>({
  direction: always(oneOf('row', 'column'), 'row'),
  members: always(texts, []),
});

/** A map of places; Mermaid counts rows upwards. */
const component: Reader<readonly GridPlace[]> = (value) => {
  if (!(value instanceof Map)) return undefined;
  return [...(value as ReadonlyMap<unknown, unknown>)].flatMap(([id, place]) => {
    const [column, up] = list(number)(place) ?? [];
    return column === undefined || up === undefined ? [] : [{ id: named(id), column, row: -up }];
  });
};

const lines: Reader<ReadonlyMap<string, 'horizontal' | 'vertical'>> = (value) => {
  if (!(value instanceof Map)) return undefined;
  const line = always(oneOf('horizontal', 'vertical'), 'horizontal');
  return new Map([...(value as ReadonlyMap<unknown, unknown>)].map(([key, each]) => [named(key), line(each)]));
};

const structures = record<{
  readonly spatialMaps: readonly (readonly GridPlace[])[];
  readonly groupAlignments: ReadonlyMap<string, 'horizontal' | 'vertical'>;
}>({ spatialMaps: always(list(component), []), groupAlignments: always(lines, new Map()) });

export function readArchitecture(model: RawModel): ArchitectureModel {
  const { spatialMaps, groupAlignments } = structures(asked(model, 'getDataStructures')) ?? {};
  return {
    nodes: list(node)(asked(model, 'getNodes')) ?? [],
    groups: list(group)(asked(model, 'getGroups')) ?? [],
    edges: list(edge)(asked(model, 'getEdges')) ?? [],
    components: spatialMaps ?? [],
    alignments: list(alignment)(asked(model, 'getLayoutHints')) ?? [],
    groupLines: groupAlignments ?? new Map(),
  };
}
