/** A job of the queue: one diagram to draw, with paths that mean the same on every machine that shares the folder. */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Options } from '../cli/commandLine.js';
import type { Task } from '../cli/convert.js';
import { UsageError } from '../cli/files.js';
import { FORMATS } from '../cli/formats.js';

/** What is put into the queue: plain data. */
export interface JobData {
  /** With its paths below the root, parted by "/". */
  readonly task: Task;
  /** The diagram in base64, where it goes by value. */
  readonly source?: string;
}

/** What a worker gives back. */
export interface JobResult {
  /** The files that were written, below the root. */
  readonly written: readonly string[];
  /** How much is not drawn faithfully. */
  readonly diagnostics: number;
  /** The files in base64, in the same order, where they go by value. */
  readonly contents?: readonly string[];
}

/** The same for the same diagram, drawn in the same way into the same place. */
export const jobId = (task: Task, source: Uint8Array): string =>
  createHash('sha256').update(JSON.stringify(task)).update('\0').update(source).digest('hex');

/** A path below the root. Throws UsageError for one that leads elsewhere. */
export function belowRoot(root: string, file: string): string {
  const relative = path.relative(root, path.resolve(file));
  if (relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative)) return relative.replaceAll(path.sep, '/');
  throw new UsageError(`${file} is not below ${root}: name a folder that holds all with --root.`);
}

/** The path on this machine of what is below its root. Throws UsageError for what leads out of it. */
export function fromRoot(root: string, file: string): string {
  const absolute = path.resolve(root, file);
  belowRoot(root, absolute);
  return absolute;
}

/** As fromRoot, for a path that is to be opened: links in it are followed, as far as it is there. */
export function openedBelow(root: string, file: string): string {
  const absolute = fromRoot(root, file);
  belowRoot(realpathSync(root), followed(absolute));
  return absolute;
}

/** Where a path leads. What isn't there yet stands where its folder leads; a link to nothing stands where it is. */
function followed(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    const above = path.dirname(file);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || above === file) throw error;
    return path.join(followed(above), path.basename(file));
  }
}

/** Whether that is what `mxsvg queue add` puts into a queue: others may put anything there. */
export function isJobData(data: unknown): data is JobData {
  const { task, source } = fieldsOf(data);
  const { input, name, options } = fieldsOf(task);
  const { template, format } = fieldsOf(name);
  const { font = [], allowFiles = [], assets = '', limit = {} } = fieldsOf(options);
  const { file } = fieldsOf(input);
  return (
    [file, template, format, assets, source ?? ''].every((each) => typeof each === 'string') &&
    Object.hasOwn(FORMATS, format as string) &&
    [font, allowFiles].every((each) => Array.isArray(each) && each.every((one) => typeof one === 'string')) &&
    [options, limit].every((each) => typeof each === 'object' && each !== null)
  );
}

/** The diagram of a job, for people. */
export const fileOf = (data: unknown): string => (isJobData(data) ? data.task.input.file : '(no job of mxsvg)');

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A task with all its paths changed. */
export function withPaths({ input, name, options }: Task, change: (file: string) => string): Task {
  return {
    input: { ...input, file: change(input.file) },
    name: { ...name, template: change(name.template) },
    options: withOptionPaths(options, change),
  };
}

const withOptionPaths = (options: Options, change: (file: string) => string): Options => ({
  ...options,
  font: options.font?.map(change),
  allowFiles: options.allowFiles?.map(change),
  assets: options.assets === undefined ? undefined : change(options.assets),
});

/** JSON has no infinity, which a limit may be that is lifted. */
const LIFTED = 'none';

/** A task as JSON keeps it. */
export const packedTask = (task: Task): Task =>
  withLimits(task, (value) => (value === Number.POSITIVE_INFINITY ? LIFTED : value));

/** A task from JSON. */
export const unpackedTask = (task: Task): Task =>
  withLimits(task, (value) => (value === LIFTED ? Number.POSITIVE_INFINITY : value));

function withLimits(task: Task, change: (value: unknown) => unknown): Task {
  const { limit } = task.options;
  if (limit === undefined) return task;
  const changed = Object.fromEntries(Object.entries(limit).map(([name, value]) => [name, change(value)]));
  return { ...task, options: { ...task.options, limit: changed } };
}

/** The code and the words of why a job failed, as they stand in the queue: "code: words". */
export function failureIn(reason: string): { readonly code: string; readonly message: string } {
  if (reason.includes('stalled')) return { code: 'stalled', message: 'its workers came to their end over it' };
  const [, code = 'defect', message = reason] = /^([a-z-]+): (.*)$/s.exec(reason) ?? [];
  return { code, message };
}
