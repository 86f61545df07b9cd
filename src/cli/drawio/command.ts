/** The command where it stands in draw.io desktop's place. */
import { withAssetsAtHand } from '../assets/use.js';
import { parseArguments } from '../commandLine.js';
import { FAILURE, WRONG_USAGE } from '../convertAll.js';
import { answer, tell } from '../print.js';
import { DRAWIO_VERSION } from '../version.js';
import { DrawioError, readDrawioCommand } from './drawioOptions.js';
import { readDrawioFlags } from './flags.js';
import { runLikeDrawio } from './runDrawio.js';

/** Returns the exit code. `complain` tells of any other error, and gives its exit code. */
export async function likeDrawio(
  argv: readonly string[],
  version: string,
  worker: URL,
  complain: (error: unknown) => number,
): Promise<number> {
  const words = argv.slice(2);
  const { alone } = readDrawioFlags(words);
  try {
    if (!alone.has('export')) return withoutExport(alone, version);
    const command = readDrawioCommand(words, version);
    if (command === undefined) return WRONG_USAGE;
    return await withAssetsAtHand(command.options, (assets) =>
      runLikeDrawio({ ...command, options: { ...command.options, assets } }, worker),
    );
  } catch (error) {
    if (!(error instanceof DrawioError)) return complain(error);
    tell(error.message);
    return FAILURE;
  }
}

/** draw.io would open a window. */
function withoutExport(alone: ReadonlySet<string>, version: string): number {
  if (alone.has('version')) {
    // Programs read this line to tell what draw.io they have.
    answer(DRAWIO_VERSION);
    tell(`mxsvg ${version}`);
    return 0;
  }
  if (alone.has('help')) {
    parseArguments(['', '', '--help'], version);
    return 0;
  }
  tell('Error: there is no window here: with -x (--export) diagrams are drawn. mxsvg stands in the place of draw.io.');
  return FAILURE;
}
