/** What Mermaid's model of a tree view holds: the entries of a folder, each with those in it. */
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, list, oneOf, type Reader, record, text } from '../text/readers.js';

export interface TreeViewEntry {
  readonly name: string;
  readonly nodeType: 'directory' | 'file';
  readonly children: readonly TreeViewEntry[];
  /** What the text asks for: a name, of a collection where there is a colon in it, or "none". */
  readonly icon?: string;
  /** Names of classes, between blanks. */
  readonly cssClass?: string;
  readonly description?: string;
}

export interface TreeViewModel {
  readonly root: TreeViewEntry;
}

/** Entries are nested as deeply as the text's lines are indented. */
const entry: Reader<TreeViewEntry> = (value) =>
  record<TreeViewEntry>({
    name: named,
    nodeType: always(oneOf('directory', 'file'), 'file'),
    children: always(list(entry), []),
    icon: text,
    cssClass: text,
    description: text,
  })(value);

const EMPTY: TreeViewEntry = { name: '/', nodeType: 'directory', children: [] };

export const readTreeView = (model: RawModel): TreeViewModel => ({ root: entry(asked(model, 'getRoot')) ?? EMPTY });
