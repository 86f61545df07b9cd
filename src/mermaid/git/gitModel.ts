/** What Mermaid's model of a git graph holds. */
import { asked, named, type RawModel, texts } from '../text/modelReaders.js';
import { always, flag, list, number, oneOf, record, text } from '../text/readers.js';

/** Mermaid's numbers for kinds of commits. */
export const COMMIT_TYPES = { normal: 0, reverse: 1, highlight: 2, merge: 3, cherryPick: 4 } as const;

export interface GitCommit {
  readonly id: string;
  /** Commits count from 0. */
  readonly seq: number;
  readonly type: number;
  /** Of a merge that is to look like another kind. */
  readonly customType?: number;
  /** A merge has a name of its own. */
  readonly customId?: boolean;
  readonly tags: readonly string[];
  /** Ids, that on the same branch first. */
  readonly parents: readonly string[];
  readonly branch: string;
}

export interface GitModel {
  /** In the order of their numbers. */
  readonly commits: readonly GitCommit[];
  /** In the order in which they lie beside each other. */
  readonly branches: readonly string[];
  readonly direction: 'LR' | 'TB' | 'BT';
}

const commit = record<GitCommit>({
  id: named,
  seq: always(number, 0),
  type: always(number, COMMIT_TYPES.normal),
  customType: number,
  customId: flag,
  tags: always(texts, []),
  parents: always(texts, []),
  branch: named,
});

const branch = record<{ readonly name?: string }>({ name: text });

export const readGit = (model: RawModel): GitModel => ({
  commits: list(commit)(asked(model, 'getCommitsArray')) ?? [],
  branches: (list(branch)(asked(model, 'getBranchesAsObjArray')) ?? []).flatMap(({ name }) => name ?? []),
  direction: oneOf('LR', 'TB', 'BT')(asked(model, 'getDirection')) ?? 'LR',
});
