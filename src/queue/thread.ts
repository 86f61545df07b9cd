/** What a drawing thread of the queue runs. */
import { convert, type Outcome, type Task } from '../cli/convert.js';
import { isSameFile } from '../cli/files.js';
import { render } from '../index.js';
import { SAMPLE_DIAGRAM } from '../server/sample.js';

// The first drawing reads fonts: that is no diagram's time.
render(SAMPLE_DIAGRAM);

/** Names were given when the task was put into the queue. Whoever did that: no diagram is overwritten by its picture. */
export default (task: Task): Promise<Outcome> =>
  convert(task, async (names) => {
    const refused = names.find((name) => isSameFile(name, task.input.file));
    return refused === undefined ? { names } : { refused: task.input.file };
  });

/** Is answered as soon as the thread has loaded what it draws with. */
export const isReady = (): boolean => true;
