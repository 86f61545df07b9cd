/** The command line of `mxsvg queue`. */
import path from 'node:path';
import { Command, Option } from 'commander';
import { seconds, whole } from '../server/serveCommand.js';

/** Where a queue is. */
export interface QueuePlace {
  /** redis://… */
  readonly redis: string;
  /** The queue's name in there. */
  readonly name: string;
}

/** With the main command's options of drawing. */
export interface QueueAddOptions<Drawing> {
  readonly place: QueuePlace;
  /** The folder that the machines share, absolute. */
  readonly root: string;
  /** Diagrams and pictures go through the queue, and no folder is shared. */
  readonly byValue: boolean;
  readonly drawing: Drawing;
}

export interface QueueWorkOptions {
  readonly place: QueuePlace;
  readonly root: string;
  /** Drawings at the same time; undefined: one a processor. */
  readonly jobs?: number;
  /** Seconds that a drawing may take. */
  readonly timeout: number;
  /** MiB that the objects of one drawing thread may fill. */
  readonly memory: number;
  /** Seconds of silence after which another worker takes a job. */
  readonly lock?: number;
  /** Ends where nothing is left. */
  readonly drain: boolean;
  readonly quiet: boolean;
}

export interface QueueStatusOptions {
  readonly place: QueuePlace;
  readonly json: boolean;
}

export type QueueCommand<Drawing> =
  | { readonly action: 'add'; readonly inputs: readonly string[]; readonly options: QueueAddOptions<Drawing> }
  | { readonly action: 'work'; readonly options: QueueWorkOptions }
  | { readonly action: 'status'; readonly options: QueueStatusOptions };

interface PlaceFlags {
  readonly redis: string;
  readonly name: string;
  readonly root: string;
}

const REDIS = 'redis://127.0.0.1:6379';

/** What the parts of a queue's command need to know of the main one. */
export interface MainCommand<Drawing> {
  likeMain(command: Command): Command;
  /** Its options of drawing. */
  readonly options: readonly Option[];
  optionsOf(flags: never): Drawing;
}

export function defineQueue<Drawing>(
  { likeMain, options, optionsOf }: MainCommand<Drawing>,
  done: (command: QueueCommand<Drawing>) => void,
): Command {
  const part = (name: string, description: string): Command =>
    likeMain(new Command(name))
      .description(description)
      .addOption(new Option('--redis <url>', 'the Redis that holds the queue').env('MXSVG_REDIS').default(REDIS))
      .addOption(new Option('--name <name>', 'of the queue').default('mxsvg'));
  const root = (): Option =>
    new Option('--root <folder>', 'the folder that the machines share, wherever each has it')
      .argParser((folder) => path.resolve(folder))
      .default(process.cwd(), 'the current one');
  const add = part('add', 'Puts diagrams into the queue, with the options of drawing that mxsvg has.')
    .argument('<diagram...>', 'files, folders or patterns')
    .addOption(root())
    .addOption(new Option('--by-value', 'send diagrams and wait for their pictures: no folder is shared'));
  for (const each of options) add.addOption(each);
  add.action((inputs: readonly string[], { redis, name, root: shared, byValue, ...flags }: AddFlags) =>
    done({
      action: 'add',
      inputs,
      options: { place: { redis, name }, root: shared, byValue: byValue === true, drawing: optionsOf(flags as never) },
    }),
  );
  const work = part('work', 'Draws what is in the queue, until it is told to end.')
    .addOption(root())
    .addOption(
      new Option('-j, --jobs <number>', 'drawings at the same time (default: one a processor)').argParser(whole(1)),
    )
    .addOption(new Option('--timeout <seconds>', 'how long a drawing may take').argParser(seconds).default(60))
    .addOption(
      new Option('--memory <mebibytes>', 'what one drawing thread may fill').argParser(whole(64)).default(1024),
    )
    .addOption(
      new Option('--lock <seconds>', 'of silence after which another worker takes a job (default: 15)').argParser(
        seconds,
      ),
    )
    .addOption(new Option('--drain', 'end when nothing is left'))
    .addOption(new Option('--quiet', 'tell only of what fails'))
    .action(({ redis, name, drain, quiet, ...others }: WorkFlags) =>
      done({
        action: 'work',
        options: { ...others, place: { redis, name }, drain: drain === true, quiet: quiet === true },
      }),
    );
  const status = part('status', 'Tells how far the queue is, and what failed.')
    .addOption(new Option('--json', 'as one line of JSON'))
    .action(({ redis, name, json }: StatusFlags) =>
      done({ action: 'status', options: { place: { redis, name }, json: json === true } }),
    );
  const command = new Command('queue').description('Draws on many machines, through a queue in Redis.');
  for (const each of [add, work, status]) command.addCommand(each);
  return likeMain(command);
}

interface AddFlags extends PlaceFlags {
  readonly byValue?: boolean;
}

interface WorkFlags extends PlaceFlags, Omit<QueueWorkOptions, 'place' | 'drain' | 'quiet'> {
  readonly drain?: boolean;
  readonly quiet?: boolean;
}

interface StatusFlags extends Omit<PlaceFlags, 'root'> {
  readonly json?: boolean;
}
