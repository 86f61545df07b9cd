/** The lanes of an event model, and which frames lead to which: whatever needs no sizes. */
import type { EntityType, EventFrame } from './eventModel.js';

/** The lanes of a type come between two numbers; the first of them is for frames without a name of a lane. */
interface LaneGroup {
  readonly first: number;
  readonly end: number;
  readonly label: string;
  readonly prefix: string;
}

const PEOPLE: LaneGroup = { first: 0, end: 100, label: 'UI/Automation', prefix: 'UI/A: ' };
const MODELS: LaneGroup = { first: 100, end: 200, label: 'Command/Read Model', prefix: 'C/RM: ' };
const EVENTS: LaneGroup = { first: 200, end: 300, label: 'Events', prefix: 'Stream: ' };

const GROUPS: Readonly<Record<EntityType, LaneGroup>> = {
  ui: PEOPLE,
  pcr: PEOPLE,
  processor: PEOPLE,
  rmo: MODELS,
  readmodel: MODELS,
  cmd: MODELS,
  command: MODELS,
  evt: EVENTS,
  event: EVENTS,
};

export interface Lane {
  /** Lanes stand in the order of their numbers. */
  readonly number: number;
  readonly label: string;
}

/** The lanes of frames, in their order. Each frame that names a lane begins a new one, as in Mermaid. */
export function lanesOf(frames: readonly EventFrame[]): readonly Lane[] {
  const known = new Map<number, Lane>();
  const last = new Map<LaneGroup, number>();
  return frames.map(({ type, namespace }) => {
    const group = GROUPS[type];
    const number = namespace === undefined ? group.first : nextIn(group, last);
    const lane = known.get(number) ?? {
      number,
      label: namespace === undefined ? group.label : group.prefix + namespace,
    };
    known.set(number, lane);
    return lane;
  });
}

/** Beyond the last of a group's lanes, frames share one. */
function nextIn(group: LaneGroup, last: Map<LaneGroup, number>): number {
  const number = Math.min((last.get(group) ?? group.first) + 1, group.end);
  last.set(group, number);
  return number;
}

/** The numbers of two frames. */
export interface Relation {
  readonly source: number;
  readonly target: number;
}

export function relationsOf(frames: readonly EventFrame[], lanes: readonly Lane[]): readonly Relation[] {
  /** A name that several frames have is the first one's. */
  const named = new Map<string, number>();
  return frames.flatMap(({ name, isReset, sources }, index) => {
    if (!named.has(name)) named.set(name, index);
    const target = named.get(name) ?? index;
    if (isReset) return [];
    if (sources.length > 0) {
      const wanted = new Set(sources);
      return [...named].filter(([each]) => wanted.has(each)).map(([, source]) => ({ source, target }));
    }
    const source = lanes.findLastIndex(({ number }, at) => at < index && number !== lanes[target]?.number);
    return source < 0 ? [] : [{ source, target }];
  });
}
