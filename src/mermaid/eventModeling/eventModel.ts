/** What Mermaid's grammar reads of an event model: frames in the order of time, what each shows, and the data that they name. */
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, list, oneOf, type Reader, record, text } from '../text/readers.js';

export const ENTITY_TYPES = ['ui', 'pcr', 'processor', 'rmo', 'readmodel', 'cmd', 'command', 'evt', 'event'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export interface EventFrame {
  /** A number, as the text has it. */
  readonly name: string;
  /** It begins anew: nothing leads to it. */
  readonly isReset: boolean;
  readonly type: EntityType;
  /** What is before a point in the name: the lane; undefined for that of all others of its type. */
  readonly namespace: string | undefined;
  readonly title: string;
  /** The names of the frames that lead to it; none for the last one of another lane. */
  readonly sources: readonly string[];
  /** The text of its data, with line breaks. */
  readonly data: string | undefined;
  /** The data are in a block of their own. */
  readonly isBlock: boolean;
}

export interface EventModel {
  readonly frames: readonly EventFrame[];
  /** What the text has besides and Mermaid doesn't draw. */
  readonly notes: number;
  readonly examples: number;
}

interface GivenFrame {
  readonly $type: string;
  readonly name: string;
  readonly modelEntityType: EntityType;
  readonly entityIdentifier: string;
  readonly sourceFrames: readonly string[];
  readonly dataInlineValue?: string;
  readonly dataReference?: string;
}

/** The grammar's names of other things: the name alone is read. */
const reference: Reader<string> = (value) =>
  record<{ readonly $refText: string }>({ $refText: named })(value)?.$refText;

const frame = record<GivenFrame>({
  $type: named,
  name: named,
  modelEntityType: always(oneOf(...ENTITY_TYPES), 'event'),
  entityIdentifier: named,
  sourceFrames: always(list(reference), []),
  dataInlineValue: text,
  dataReference: reference,
});
const dataEntity = record<{ readonly name: string; readonly dataBlockValue: string }>({
  name: named,
  dataBlockValue: named,
});
const anything: Reader<true> = () => true;

const ast = record<{
  readonly frames: readonly GivenFrame[];
  readonly dataEntities: readonly { readonly name: string; readonly dataBlockValue: string }[];
  readonly noteEntities: readonly true[];
  readonly gwtEntities: readonly true[];
}>({
  frames: always(list(frame), []),
  dataEntities: always(list(dataEntity), []),
  noteEntities: always(list(anything), []),
  gwtEntities: always(list(anything), []),
});

export function readEventModel(model: RawModel): EventModel {
  const { frames = [], dataEntities = [], noteEntities = [], gwtEntities = [] } = ast(asked(model, 'getAst')) ?? {};
  const blocks = new Map([...dataEntities].reverse().map(({ name, dataBlockValue }) => [name, dataBlockValue]));
  return {
    frames: frames.map((given) => frameOf(given, blocks)),
    notes: noteEntities.length,
    examples: gwtEntities.length,
  };
}

function frameOf(given: GivenFrame, blocks: ReadonlyMap<string, string>): EventFrame {
  const { $type, name, modelEntityType, entityIdentifier, sourceFrames, dataInlineValue, dataReference } = given;
  const parts = entityIdentifier.split('.');
  const [first = '', second = ''] = parts;
  const block = dataReference === undefined ? undefined : blocks.get(dataReference);
  return {
    name,
    isReset: $type === 'EmResetFrame',
    type: modelEntityType,
    namespace: parts.length === 2 ? first : undefined,
    title: parts.length === 2 ? second : entityIdentifier,
    sources: sourceFrames,
    data: block === undefined ? dataInlineValue && inBraces(dataInlineValue, '{') : inBraces(block, '{\n'),
    isBlock: block !== undefined,
  };
}

/** A sign before the closing brace belongs to it. */
function inBraces(value: string, opening: string): string {
  const inside = value.slice(value.indexOf(opening) + opening.length);
  return inside.slice(0, Math.max(0, inside.lastIndexOf('}') - 1));
}
