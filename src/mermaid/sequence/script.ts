/** What Mermaid's model of a sequence diagram holds, as plain, checked data. */

import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, flag, list, number, record, text } from '../text/readers.js';

export interface SequenceBox {
  readonly name: string;
  readonly wrap: boolean;
  readonly fill: string;
  readonly actorKeys: readonly string[];
}

export interface SequenceActor {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly wrap: boolean;
  readonly type: string;
  readonly links: readonly (readonly [name: string, href: string])[];
  /** The names of its properties. */
  readonly properties: readonly string[];
}

export interface SequenceNumbering {
  readonly start?: number;
  readonly step?: number;
  readonly visible: boolean;
}

export interface SequenceMessage {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly text: string;
  /** Of the statement "autonumber". */
  readonly numbering?: SequenceNumbering;
  readonly wrap: boolean;
  /** Mermaid's name of its line type: "SOLID", "NOTE", "LOOP_START"… */
  readonly type: string;
  readonly side: 'left' | 'right' | 'over';
  readonly startsCentrally: boolean;
  readonly endsCentrally: boolean;
  readonly activates: boolean;
  /** The participants that it creates and destroys. */
  readonly creates?: string;
  readonly destroys?: string;
}

export interface SequenceScript {
  readonly actors: readonly SequenceActor[];
  readonly boxes: readonly SequenceBox[];
  readonly messages: readonly SequenceMessage[];
}

const wraps = always(flag, false);

const box = record<SequenceBox>({ name: named, wrap: wraps, fill: named, actorKeys: always(list(text), []) });

const actor = record<Omit<SequenceActor, 'key'>>({
  name: named,
  description: named,
  wrap: wraps,
  type: named,
  links: (value) =>
    entriesOf(value).flatMap(([name, href]) => (typeof href === 'string' ? [[name, href] as const] : [])),
  properties: (value) => entriesOf(value).map(([name]) => name),
});

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const numbering = record<SequenceNumbering>({ start: number, step: number, visible: always(flag, false) });

interface GivenMessage {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly message: string;
  readonly numbering?: SequenceNumbering;
  readonly wrap: boolean;
  readonly type: number;
  readonly placement?: number;
  readonly centralConnection?: number;
  readonly activate: boolean;
}

const message = record<Omit<GivenMessage, 'numbering'>>({
  id: named,
  from: text,
  to: text,
  message: named,
  wrap: wraps,
  type: always(number, -1),
  placement: number,
  centralConnection: number,
  activate: always(flag, false),
});

export function readSequenceModel(model: RawModel): SequenceScript {
  const types = namesByNumber(model.LINETYPE);
  const places = namesByNumber(model.PLACEMENT);
  const creates = actorsByMessage(asked(model, 'getCreatedActors'));
  const destroys = actorsByMessage(asked(model, 'getDestroyedActors'));
  const given = asked(model, 'getMessages');
  const actors = mapEntries(asked(model, 'getActors'));
  const readMessage = (value: unknown, index: number): readonly SequenceMessage[] => {
    const found = message(value);
    if (!found) return [];
    const { message: words, placement = -1, centralConnection = -1, type, activate, ...rest } = found;
    const side = places.get(placement);
    const central = types.get(centralConnection);
    return [
      {
        ...rest,
        text: words,
        numbering: numbering((value as { readonly message?: unknown }).message),
        type: types.get(type) ?? '',
        side: side === 'LEFTOF' ? 'left' : side === 'RIGHTOF' ? 'right' : 'over',
        startsCentrally: central === 'CENTRAL_CONNECTION_DUAL' || central === 'CENTRAL_CONNECTION_REVERSE',
        endsCentrally: central === 'CENTRAL_CONNECTION_DUAL' || central === 'CENTRAL_CONNECTION',
        activates: activate,
        creates: creates.get(index),
        destroys: destroys.get(index),
      },
    ];
  };
  return {
    actors: actors.flatMap(([key, value]) => {
      const found = actor(value);
      return found ? [{ key: named(key), ...found }] : [];
    }),
    boxes: list(box)(asked(model, 'getBoxes')) ?? [],
    messages: Array.isArray(given) ? given.flatMap(readMessage) : [],
  };
}

/** Mermaid's names of numbers, by the numbers. */
const namesByNumber = (names: unknown): ReadonlyMap<number, string> =>
  new Map(entriesOf(names).flatMap(([name, value]) => (typeof value === 'number' ? [[value, name] as const] : [])));

const mapEntries = (map: unknown): readonly (readonly [unknown, unknown])[] => (map instanceof Map ? [...map] : []);

const actorsByMessage = (map: unknown): ReadonlyMap<number, string> =>
  new Map(
    mapEntries(map).flatMap(([name, index]) => (typeof index === 'number' ? [[index, named(name)] as const] : [])),
  );
