/** Whether a command line is one for draw.io desktop's command, and is to be read as that one reads it. */
import path from 'node:path';

/** The names of draw.io desktop's command, and what systems put after them. */
const NAME = /^draw\.?io(?:\.(?:exe|cmd|js))?$/i;

/** Names the command where its own path can't: see link.ts. */
export const CALLED_AS = 'MXSVG_CALLED_AS';

/** Flags without a value, joined, with x among them: what follows one that takes a value is the value. */
const EXPORTS = /^-[ackertu]*x/;

/** Commands of mxsvg's own. */
export const OWN_COMMANDS: ReadonlySet<string> = new Set([
  'assets',
  'check',
  'describe',
  'diff',
  'link',
  'mcp',
  'queue',
  'report',
  'serve',
  'verify',
]);

/** Whether the command was called by draw.io's name. */
export const isCalledDrawio = (argv: readonly string[]): boolean =>
  NAME.test(process.env[CALLED_AS] ?? path.basename(argv[1] ?? ''));

/** draw.io's manner: called by its name, or with the flag -x that only its command needs. */
export function isForDrawio(argv: readonly string[]): boolean {
  if (isCalledDrawio(argv)) return true;
  const given = argv.slice(2);
  if (OWN_COMMANDS.has(given[0] ?? '')) return false;
  const end = given.indexOf('--');
  return (end < 0 ? given : given.slice(0, end)).some((word) => word === '--export' || EXPORTS.test(word));
}
