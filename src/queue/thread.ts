/** What a drawing thread of the queue runs. */
import { convert, type Outcome, type Task } from '../cli/convert.js';

/** Names were given when the task was put into the queue. */
export default (task: Task): Promise<Outcome> => convert(task, (names) => Promise.resolve({ names }));
