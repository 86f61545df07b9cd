/** --watch: draws diagrams again when they change. */
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { STANDARD_STREAM, UsageError } from './files.js';
import { fixedPart } from './inputs.js';
import { tell } from './print.js';

/** Editors write a file in several steps; it is read this long after the last one, ms. */
const SETTLED = 100;

/**
 * Draws everything, then again whatever changes among the files, folders and patterns of the command line, until the
 * process is ended. `draw` draws all inputs, or those of the given absolute paths, and returns the files it wrote.
 */
export async function watch(
  operands: readonly string[],
  draw: (only?: ReadonlySet<string>) => Promise<readonly string[]>,
): Promise<never> {
  if (operands.includes(STANDARD_STREAM)) throw new UsageError("standard input can't be watched.");
  const { watch: watchFiles } = await import('chokidar');
  const watcher = watchFiles(operands.map(fixedPart), { ignoreInitial: true, followSymlinks: false });
  const changed = new Set<string>();
  let wake: () => void = () => {};
  const ready = new Promise<void>((resolve) => watcher.once('ready', resolve));
  watcher.on('all', (event, file) => {
    if (event !== 'add' && event !== 'change') return;
    changed.add(path.resolve(file));
    wake();
  });
  await ready;
  // Pictures that hold their diagrams are inputs as well, but not news.
  const written = new Set<string>();
  const drawAndNote = async (only?: ReadonlySet<string>): Promise<void> => {
    for (const file of await draw(only)) written.add(path.resolve(file));
  };
  await drawAndNote();
  tell('mxsvg: watching for changes; end it with Ctrl+C.');
  for (;;) {
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (changed.size > 0) resolve();
    });
    await wait(SETTLED);
    const news = new Set([...changed].filter((file) => !written.has(file)));
    changed.clear();
    if (news.size > 0) await drawAndNote(news);
  }
}
