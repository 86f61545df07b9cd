/** The command line of `mxsvg mcp`. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Limits } from '../limits.js';

/** What `mxsvg mcp` is asked. */
export interface McpOptions {
  /** The folder below which files may be read; undefined: none. */
  readonly root?: string;
  /** Whether files below it may be written. */
  readonly write: boolean;
  /** The port of 127.0.0.1 to listen on, 0 for a free one; undefined: standard input and output. */
  readonly port?: number;
  readonly assets?: string;
  readonly limit?: Partial<Limits>;
}

const MOST_PORTS = 65_535;

/** `like`: makes a command as all are. */
export function defineMcp(
  like: (command: Command) => Command,
  limit: Option,
  done: (options: McpOptions) => void,
): Command {
  const command = new Command('mcp')
    .description('Serves drawing, checking and editing diagrams to language models (Model Context Protocol).')
    .addOption(new Option('--root <folder>', 'the folder below which diagrams may be read (default: none)'))
    .addOption(new Option('--write', 'let diagrams below the root be written'))
    .addOption(
      new Option(
        '--port <number>',
        'serve HTTP on this port of 127.0.0.1, 0 for a free one (default: standard input and output)',
      ).argParser(port),
    )
    .addOption(
      new Option('--assets <source>', 'stencils and icons to use before others, as mxsvg assets add takes them'),
    )
    .addOption(limit);
  return like(command).action(({ write = false, ...options }: Partial<McpOptions>) => done({ ...options, write }));
}

function port(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= MOST_PORTS) return value;
  throw new InvalidArgumentError(`A number from 0 to ${MOST_PORTS} is expected.`);
}
