/** HTML → a tree, through parse5. */
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html,
  parse,
  parseFragment,
  type TreeAdapter,
} from 'parse5';

/** What draw.io puts a label's HTML into: there, cells and rows outside of tables are no elements. */
const SURROUNDINGS = defaultTreeAdapter.createElement('div', html.NS.HTML, []);

/** The nodes of a fragment. `count` is called before each element is made, and may throw. */
export const fragmentNodes = (source: string, count: () => void): DefaultTreeAdapterTypes.ChildNode[] =>
  parseFragment(SURROUNDINGS, source, { treeAdapter: counting(count), scriptingEnabled: false }).childNodes;

/** A whole page. `count` is called before each element is made, and may throw. */
export const wholeDocument = (source: string, count: () => void): DefaultTreeAdapterTypes.Document =>
  parse(source, { treeAdapter: counting(count) });

const counting = (count: () => void): TreeAdapter<DefaultTreeAdapterMap> => ({
  ...defaultTreeAdapter,
  createElement(...element) {
    count();
    return defaultTreeAdapter.createElement(...element);
  },
});
