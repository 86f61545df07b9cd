/** What Mermaid's model of a block diagram holds: blocks in blocks, and the edges between them. */

import type { ModelEdge } from '../graph/model.js';
import { asked, named, type RawModel, texts } from '../text/modelReaders.js';
import { always, list, number, type Reader, record, text } from '../text/readers.js';

export interface Block {
  readonly id: string;
  readonly label: string;
  /** Mermaid's name of its shape; 'composite' has others in it, 'space' is left free. */
  readonly type: string;
  readonly children: readonly Block[];
  /** Default 1. */
  readonly widthInColumns: number;
  /** Below 1: all in one row. */
  readonly columns: number;
  /** Of an arrow. */
  readonly directions: readonly string[];
  /** CSS declarations: of its classes, and its own. */
  readonly cssCompiledStyles: readonly string[];
  readonly cssStyles: readonly string[];
}

export interface BlockModel {
  readonly root: Block;
  readonly edges: readonly ModelEdge[];
}

type RawBlock = Omit<Block, 'cssCompiledStyles' | 'cssStyles' | 'children'> & {
  readonly children: readonly RawBlock[];
  readonly classes: readonly string[];
  readonly styles: readonly string[];
};

const block: Reader<RawBlock> = (value) =>
  record<RawBlock>({
    id: named,
    label: named,
    type: always(text, 'na'),
    children: always(list(block), []),
    widthInColumns: always(columnCount, 1),
    columns: always(number, -1),
    directions: always(texts, []),
    classes: always(texts, []),
    styles: always(texts, []),
  })(value);

const columnCount: Reader<number> = (value) => {
  const count = number(value);
  return count !== undefined && count > 0 ? count : undefined;
};

const edge = record<ModelEdge>({
  id: named,
  start: named,
  end: named,
  label: text,
  labelType: text,
  labelpos: text,
  labelStyle: text,
  arrowTypeStart: text,
  arrowTypeEnd: text,
  arrowhead: text,
  thickness: text,
  pattern: text,
  minlen: number,
  style: text,
  cssCompiledStyles: texts,
  curve: () => 'linear',
  interpolate: text,
  animate: () => undefined,
  animation: text,
  startLabelRight: text,
  endLabelLeft: text,
  classes: text,
});

const styleClass = record<{ readonly styles: readonly string[] }>({ styles: always(texts, []) });

/** Throws an error for columns that there can't be so many of. */
export function readBlocks(model: RawModel): BlockModel {
  const named = asked(model, 'getClasses');
  const classes = new Map(
    named instanceof Map
      ? [...(named as ReadonlyMap<string, unknown>)].map(([id, each]) => [id, styleClass(each)])
      : [],
  );
  const styled = ({ classes: names, styles, children, ...rest }: RawBlock): Block => ({
    ...rest,
    cssCompiledStyles: names.flatMap((name) => classes.get(name)?.styles ?? []),
    cssStyles: styles,
    children: children.map(styled),
  });
  const rootOf = model.getBlock;
  const root =
    typeof rootOf === 'function' ? block((rootOf as (id: string) => unknown).call(model, 'root')) : undefined;
  if (!root) throw new Error('There is no block');
  return { root: styled(root), edges: list(edge)(asked(model, 'getEdges')) ?? [] };
}
