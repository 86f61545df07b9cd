/** What remark's and rehype's plugins share: nodes of any syntax tree, walked, and a file that takes messages. */
import path from 'node:path';
import { type DocumentOptions, DocumentPictures, type Problem } from './documentPictures.js';

/** A node of mdast, hast or MDX, as far as the plugins look at it. */
export interface TreeNode {
  type: string;
  position?: { readonly start: { readonly line: number } } | undefined;
  data?: object | undefined;
}

/** The part of a VFile that the plugins use. */
export interface MessageFile {
  /** undefined where the document has none. */
  readonly dirname?: string | undefined;
  readonly cwd: string;
  message(reason: string, options: MessageOptions): unknown;
  fail(reason: string, options: MessageOptions): never;
}

interface MessageOptions {
  // VFile's own type wants a node or a place; both are objects.
  // biome-ignore lint/suspicious/noExplicitAny: the type of a package that the callers choose.
  readonly place?: any;
  readonly source?: string;
  readonly ruleId?: string;
}

/** A plugin of unified: called with options, it gives what changes the tree of a document. */
export type TreePlugin = (options?: DocumentOptions) => (tree: TreeNode, file: MessageFile) => void;

/** What replaces a node; undefined leaves it, and goes on inside. */
export type Visit = (node: TreeNode, pictures: DocumentPictures, tell: Tell) => TreeNode | undefined;

export type Tell = (problem: Problem) => void;

/** A plugin that visits every node but the root, in the document's order. */
export const treePlugin =
  (visit: Visit): TreePlugin =>
  (options = {}) =>
  (tree, file) => {
    const pictures = new DocumentPictures(options, path.resolve(file.cwd, file.dirname ?? '.'));
    // Trees are deeper than a stack where quotations are nested ten thousand times.
    const open = [{ parent: tree, next: 0 }];
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const children = childrenOf(at.parent);
      const index = at.next++;
      const node = children[index];
      if (node === undefined) {
        open.pop();
        continue;
      }
      const replacement = visit(node, pictures, ({ message, code, fatal }) => {
        const where = { place: node.position, source: 'mxsvg', ruleId: code };
        if (fatal) file.fail(message, where);
        else file.message(message, where);
      });
      if (replacement === undefined) open.push({ parent: node, next: 0 });
      else children[index] = replacement;
    }
  };

const childrenOf = (node: TreeNode): TreeNode[] =>
  'children' in node && Array.isArray(node.children) ? (node.children as TreeNode[]) : [];
