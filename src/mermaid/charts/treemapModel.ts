/** What Mermaid's model of a treemap holds. */
import { asked, named, type RawModel, texts } from '../text/modelReaders.js';
import { always, list, quantity, type Reader, record, text } from '../text/readers.js';

export interface TreemapNode {
  readonly name: string;
  /** Of a leaf. */
  readonly value: number;
  /** CSS declarations of its class. */
  readonly styles: readonly string[];
  readonly children: readonly TreemapNode[];
}

export interface TreemapModel {
  readonly title: string;
  /** The nodes that are in no other. */
  readonly sections: readonly TreemapNode[];
}

interface GivenNode extends Omit<TreemapNode, 'styles'> {
  readonly cssCompiledStyles: readonly string[];
}

const node: Reader<TreemapNode> = (value) => {
  const given = record<GivenNode>({
    name: named,
    value: always(quantity, 0),
    cssCompiledStyles: always(texts, []),
    children: always(list(node), []),
  })(value);
  if (!given) return undefined;
  const { cssCompiledStyles, ...rest } = given;
  return { ...rest, value: Math.max(0, rest.value), styles: cssCompiledStyles };
};

export const readTreemap = (model: RawModel): TreemapModel => ({
  title: text(asked(model, 'getDiagramTitle')) ?? '',
  sections: node(asked(model, 'getRoot'))?.children ?? [],
});
