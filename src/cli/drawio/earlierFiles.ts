/** Files that an earlier run left in the folders that are searched: they give way to those that are written anew. */
import path from 'node:path';
import { MxsvgError } from '../../diagnostics.js';
import type { Limits } from '../../limits.js';
import type { Task } from '../convert.js';
import { isDerived } from '../derived.js';
import { identity } from '../fileNames.js';
import { readInput, STANDARD_STREAM } from '../files.js';
import { unescaped } from '../outputs.js';

const PICTURE = /\.(?:png|svg|pdf)$/i;

/** What isn't drawn, and why. */
export interface Skipped {
  readonly task: Task;
  readonly why: string;
}

/**
 * Of found files whose names those of other diagrams get: XML that says it was written from them; pictures that hold no
 * diagram; and with `holdsDiagram` other pictures, but those of pictures, since what takes their place holds a diagram in
 * turn. draw.io writes over them as well.
 */
export async function earlierFiles(
  tasks: readonly Task[],
  holdsDiagram: boolean,
  limits: Partial<Limits> | undefined,
): Promise<readonly Skipped[]> {
  const makers = new Map<string, string>();
  for (const { input, name } of tasks) {
    const file = unescaped(name.template);
    if (file === STANDARD_STREAM || identity(file) === identity(input.file)) continue;
    // Pictures of one name may be made from each other: what isn't one is what they are made from.
    if (!makers.has(identity(file)) || !PICTURE.test(input.file)) makers.set(identity(file), input.file);
  }
  const skipped: Skipped[] = [];
  for (const task of tasks) {
    const { file, searched } = task.input;
    const maker = searched ? makers.get(identity(file)) : undefined;
    if (maker === undefined) continue;
    if (!PICTURE.test(file)) {
      if (isDerived(file, [path.basename(maker)])) skipped.push({ task, why: `written anew from ${maker}` });
    } else if (!(await isDiagram(file, limits))) skipped.push({ task, why: 'no diagram data' });
    else if (holdsDiagram && !PICTURE.test(maker) && (await isDiagram(maker, limits))) {
      skipped.push({ task, why: `drawn anew from ${maker}` });
    }
  }
  return skipped;
}

/** What can't be read may be one. */
async function isDiagram(file: string, limits: Partial<Limits> | undefined): Promise<boolean> {
  const { parse } = await import('../../index.js');
  try {
    parse(await readInput(file, limits?.inputBytes), { limits });
    return true;
  } catch (error) {
    return !(error instanceof MxsvgError && error.code === 'not-a-diagram');
  }
}
