/** What a worker thread of the command runs. */
export { convert as default } from './convert.js';
