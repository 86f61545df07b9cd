/** The command line of `mxsvg serve`. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Limits } from '../../limits.js';
import type { SystemFontUse } from '../../shaping/systemFonts.js';

/** What `mxsvg serve` is asked. */
export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  /** Drawing threads; undefined: one a processor. */
  readonly jobs?: number;
  /** Seconds that a drawing may take. */
  readonly timeout: number;
  /** Bytes of a request's body. */
  readonly maxBody: number;
  /** Drawings that may wait for a thread. */
  readonly queue: number;
  /** Seconds for which an answer is given to who asks for the same. */
  readonly share: number;
  /** MiB that the objects of one drawing thread may fill. */
  readonly memory: number;
  /** The names of the faces that are shown; undefined: all. */
  readonly face?: readonly string[];
  readonly font?: readonly string[];
  readonly systemFonts: SystemFontUse;
  readonly assets?: string;
  readonly limit?: Partial<Limits>;
  readonly quiet: boolean;
}

/** Options that other commands have as well. */
export interface SharedOptions {
  readonly limit: () => Option;
  readonly font: () => Option;
  readonly assets: () => Option;
  readonly systemFonts: () => Option;
}

const FACES = `
Four faces on one port: POST /render draws what is posted, with the library's options as the query (/openapi.json tells
all); GET /svg/…, /img/… and /pdf/… answer as mermaid.ink; POST …/svg and …/png as Kroki's companion for diagrams.net; all
else as draw.io's export server. /health draws, /live answers, /metrics has numbers for Prometheus. Nothing is fetched for
a diagram, and no file is read.`;

/** `likeMain` sets how a command complains and ends. */
export function defineServe(
  likeMain: (command: Command) => Command,
  shared: SharedOptions,
  done: (options: ServeOptions) => void,
): Command {
  const command = new Command('serve')
    .description("Draws for others, over HTTP: as draw.io's export server, Kroki's companion and mermaid.ink do.")
    .addOption(
      option('--port <number>', 'where it listens', whole(0, 65_535)).env('KROKI_DIAGRAMNET_PORT').default(8000),
    )
    .addOption(option('--host <address>', 'whom it listens to; 0.0.0.0 for all').default('127.0.0.1'))
    .addOption(option('-j, --jobs <number>', 'drawing threads (default: one a processor)', whole(1)))
    .addOption(option('--timeout <seconds>', 'how long a drawing may take', seconds).default(30))
    .addOption(
      option('--max-body <size>', 'how long a request may be, such as 500kb or 10mb', size)
        .env('KROKI_MAX_BODY_SIZE')
        .default(10 * 1024 ** 2, '10mb'),
    )
    .addOption(
      option('--queue <number>', 'drawings that may wait; further ones are answered 503', whole(0)).default(512),
    )
    .addOption(
      option(
        '--share <seconds>',
        'how long an answer is given to who asks for the same; 0 only while it is drawn',
        secondsOrNone,
      ).default(1),
    )
    .addOption(option('--memory <mebibytes>', 'what one drawing thread may fill', whole(64)).default(1024))
    .addOption(
      option('--face <name>', 'only this one: plain, mermaid-ink, kroki or export; may be repeated', (name, before) => [
        ...((before as readonly string[] | undefined) ?? []),
        name,
      ]),
    )
    .addOption(shared.font())
    .addOption(shared.systemFonts())
    .addOption(shared.assets())
    .addOption(shared.limit())
    .addOption(option('--quiet', 'log only what goes wrong'))
    .addHelpText('after', FACES);
  return likeMain(command).action((flags: Omit<ServeOptions, 'quiet'> & { readonly quiet?: boolean }) =>
    done({ ...flags, quiet: flags.quiet === true }),
  );
}

function option(flags: string, description: string, read?: (text: string, before: unknown) => unknown): Option {
  const made = new Option(flags, description);
  return read ? made.argParser(read) : made;
}

export const whole =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`A whole number from ${least}${most < 1e9 ? ` to ${most}` : ''} is expected.`);
  };

const secondsOrNone = (text: string): number => (Number(text) === 0 && text.trim() !== '' ? 0 : seconds(text));

export function seconds(text: string): number {
  const value = Number(text);
  // Timers count milliseconds in 31 bits.
  if (value > 0 && value <= 2_000_000) return value;
  throw new InvalidArgumentError('A number of seconds is expected.');
}

/** As Kroki and the export server count them. */
const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

function size(text: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const factor = Object.hasOwn(UNITS, unit.toLowerCase()) ? UNITS[unit.toLowerCase()] : undefined;
  const bytes = Math.floor(Number(number) * (factor ?? Number.NaN));
  if (bytes > 0 && bytes <= 1e9) return bytes;
  throw new InvalidArgumentError('A size such as 500kb or 10mb is expected.');
}
