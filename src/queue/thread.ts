/** What a drawing thread of the queue runs. */
import { convert, type Outcome, type Task } from '../cli/convert.js';
import { render } from '../index.js';
import { SAMPLE_DIAGRAM } from '../server/sample.js';

// The first drawing reads fonts: that is no diagram's time.
render(SAMPLE_DIAGRAM);

/** Names were given when the task was put into the queue. */
export default (task: Task): Promise<Outcome> => convert(task, (names) => Promise.resolve({ names }));

/** Is answered as soon as the thread has loaded what it draws with. */
export const isReady = (): boolean => true;
