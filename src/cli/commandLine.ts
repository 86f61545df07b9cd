/** The command line of `mxsvg`, through commander: draw.io desktop's export flags, and our own. */
import { Command, CommanderError } from 'commander';
import type { Limits } from '../limits.js';
import type { MermaidThemeName } from '../mermaid/themes.js';
import type { CropSize, Theme } from '../options.js';
import type { SystemFontUse } from '../shaping/systemFonts.js';
import type { LinkTarget } from '../write/links.js';
import type { PaperName } from '../write/pdf/paper.js';
import { type AssetsCommand, defineAssets } from './assets/assetsCommand.js';
import { type CheckOptions, defineCheck } from './checkOptions.js';
import { type DescribeCommandOptions, defineDescribe } from './describeOptions.js';
import { type DiffOptions, defineDiff } from './diffOptions.js';
import { DRAWING_FLAGS } from './drawingFlags.js';
import type { DrawioChoices } from './drawio/choices.js';
import { OWN_COMMANDS } from './drawio/manner.js';
import type { PageRange } from './flagValues.js';
import type { Format } from './formats.js';
import { defineMcp, type McpOptions } from './mcpOptions.js';
import { defineReport, type ReportOptions } from './packOptions.js';
import { defineQueue, type QueueCommand } from './queue/queueCommand.js';
import { defineServe, type ServeOptions, type SharedOptions } from './server/serveCommand.js';
import { assetsOption, fontOption, likeMain, limitOption, systemFontsOption } from './sharedOptions.js';
import { defineVerify, type VerifyOptions } from './verifyOptions.js';
import { versionText } from './version.js';

/** What is asked of every input. Plain data: it is handed to worker threads. */
export interface Options {
  /** A file, a folder, a name with {page} and the like, or "-" for standard output; undefined: beside the input. */
  readonly output?: string;
  readonly format?: Format;
  /** draw.io's -x was given: where nothing says otherwise, the format is draw.io's default, PDF. */
  readonly export: boolean;
  readonly page?: string;
  readonly allPages: boolean;
  readonly pageRange?: PageRange;
  readonly layers?: readonly string[];
  readonly cell?: readonly string[];
  readonly eachLayer: boolean;
  readonly scale?: number;
  readonly width?: number;
  readonly height?: number;
  readonly border: number;
  /** Undefined: the format's own default. */
  readonly size?: CropSize;
  readonly crop: boolean;
  /** Of a PDF. */
  readonly paper?: PaperName;
  readonly landscape: boolean;
  readonly theme: Theme;
  readonly transparent: boolean;
  readonly background?: string;
  readonly grid: boolean;
  readonly quality: number;
  readonly embedDiagram: boolean;
  readonly uncompressed: boolean;
  /** The theme of Mermaid texts that name none. */
  readonly mermaidTheme?: MermaidThemeName;
  /** Mermaid's configuration. */
  readonly mermaidConfig?: Readonly<Record<string, unknown>>;
  readonly svgLinksTarget: LinkTarget;
  readonly embedFonts: boolean;
  readonly pretty: boolean;
  readonly animate: boolean;
  readonly accessible: boolean;
  /** A Markdown document's pictures go into the document itself. */
  readonly inPlace: boolean;
  readonly recursive: boolean;
  readonly check: boolean;
  readonly font?: readonly string[];
  readonly systemFonts: SystemFontUse;
  /** Folders that the diagrams' images are read from. */
  readonly allowFiles?: readonly string[];
  /** Whether the diagrams' images are fetched. */
  readonly allowNet: boolean;
  /** A folder, an archive or an address of one; see assets/openSource.ts. */
  readonly assets?: string;
  /** A file, or "-" for standard output. */
  readonly diagnostics?: string;
  readonly limit?: Partial<Limits>;
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly xmlDeclaration: boolean;
  /** The number of a file's first page, of which only draw.io's manner knows another than 1. */
  readonly pageBase: number | undefined;
  /** What is done as draw.io desktop's command does it; undefined: nothing. */
  readonly drawio?: DrawioChoices;
}

export type Parsed =
  | { readonly kind: 'assets'; readonly command: AssetsCommand }
  | { readonly kind: 'queue'; readonly command: QueueCommand<Options> }
  | { readonly kind: 'serve'; readonly options: ServeOptions }
  | { readonly kind: 'link'; readonly folder: string }
  | { readonly kind: 'check'; readonly inputs: readonly string[]; readonly options: CheckOptions }
  | { readonly kind: 'mcp'; readonly options: McpOptions }
  | { readonly kind: 'describe'; readonly input: string; readonly options: DescribeCommandOptions }
  | { readonly kind: 'report'; readonly input: string; readonly options: ReportOptions }
  | { readonly kind: 'verify'; readonly inputs: readonly string[]; readonly options: VerifyOptions }
  | { readonly kind: 'diff'; readonly before: string; readonly after: string; readonly options: DiffOptions }
  | {
      readonly kind: 'convert';
      readonly inputs: readonly string[];
      readonly options: Options;
      /** Files drawn at the same time; undefined: as many as there are processors. */
      readonly jobs: number | undefined;
      readonly watch: boolean;
    }
  | { readonly kind: 'exit'; readonly code: number };

/** Reads argv; help, version and complaints are printed here, and then only an exit code remains. */
export function parseArguments(argv: readonly string[], version: string): Parsed {
  let parsed: Parsed | undefined;
  const command = define(argv, version, (result) => {
    parsed = result;
  });
  try {
    command.parse([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) return { kind: 'exit', code: error.exitCode };
    throw error;
  }
  return parsed ?? { kind: 'exit', code: 1 };
}

/** What commander makes of the flags: those not given are missing, and some say the same in other words. */
interface Flags extends Partial<Omit<Options, 'border' | 'quality' | 'svgLinksTarget' | 'systemFonts'>> {
  readonly border: number;
  readonly quality: number;
  readonly svgLinksTarget: LinkTarget;
  readonly systemFonts: SystemFontUse;
  readonly pageIndex?: string;
  readonly embedSvgFonts?: boolean;
  readonly svgTheme?: Theme;
  readonly jobs?: number;
  readonly watch?: boolean;
}

function define(argv: readonly string[], version: string, done: (parsed: Parsed) => void): Command {
  const command = likeMain(
    new Command('mxsvg')
      .description('Draws draw.io (diagrams.net) files as SVG, PNG, JPEG, WebP, PDF or HTML, without a browser.')
      .argument('<diagram...>', 'files, folders or patterns such as "docs/**/*.drawio"; - reads standard input')
      .version(versionText(version), '-V, --version', 'print the version, and the draw.io whose pictures these are')
      // What follows the name of a command of its own is that command's.
      .enablePositionalOptions(),
  );
  for (const flag of DRAWING_FLAGS) command.addOption(flag);
  if (argv.some(mayNameCommand)) addCommands(command, done);
  return command.action((inputs: readonly string[], flags: Flags) => {
    done({ kind: 'convert', inputs, options: optionsOf(flags), jobs: flags.jobs, watch: flags.watch === true });
  });
}

/** A command of its own, or a wish for help, which lists them: making them takes longer than to read a drawing's flags. */
const mayNameCommand = (word: string): boolean =>
  OWN_COMMANDS.has(word) ||
  word === 'help' ||
  word === '--help' ||
  (word.startsWith('-') && !word.startsWith('--') && word.includes('h'));

function addCommands(command: Command, done: (parsed: Parsed) => void): void {
  command.addCommand(defineDiff((before, after, options) => done({ kind: 'diff', before, after, options })));
  command.addCommand(defineVerify((inputs, options) => done({ kind: 'verify', inputs, options })));
  command.addCommand(defineCheck((inputs, options) => done({ kind: 'check', inputs, options })));
  command.addCommand(
    defineDescribe(likeMain, limitOption(), (input, options) => done({ kind: 'describe', input, options })),
  );
  command.addCommand(defineReport((input, options) => done({ kind: 'report', input, options })));
  command.addCommand(defineMcp(likeMain, limitOption(), (options) => done({ kind: 'mcp', options })));
  command.addCommand(defineLink(done));
  command.addCommand(defineAssets(likeMain, (asked) => done({ kind: 'assets', command: asked })));
  const queued = DRAWING_FLAGS.filter(({ long = '' }) => !UNQUEUED.includes(long));
  command.addCommand(
    defineQueue({ likeMain, options: queued, optionsOf }, (asked) => done({ kind: 'queue', command: asked })),
  );
  command.addCommand(defineServe(likeMain, SHARED, (options) => done({ kind: 'serve', options })));
}

function defineLink(done: (parsed: Parsed) => void): Command {
  const command = new Command('link')
    .description('Puts a command "drawio" into a folder, for programs that call draw.io desktop.')
    .argument('<folder>', 'a folder on the PATH');
  return likeMain(command).action((folder: string) => done({ kind: 'link', folder }));
}

function optionsOf(flags: Flags): Options {
  return {
    ...flags,
    page: flags.pageIndex ?? flags.page,
    theme: flags.theme ?? flags.svgTheme ?? 'light',
    export: flags.export === true,
    allPages: flags.allPages === true,
    eachLayer: flags.eachLayer === true,
    crop: flags.crop === true,
    landscape: flags.landscape === true,
    transparent: flags.transparent === true,
    grid: flags.grid === true,
    allowNet: flags.allowNet === true,
    embedDiagram: flags.embedDiagram === true,
    uncompressed: flags.uncompressed === true,
    embedFonts: flags.embedFonts ?? flags.embedSvgFonts ?? false,
    pretty: flags.pretty === true,
    animate: flags.animate === true,
    accessible: flags.accessible === true,
    inPlace: flags.inPlace === true,
    recursive: flags.recursive === true,
    check: flags.check === true,
    strict: flags.strict === true,
    quiet: flags.quiet === true,
    verbose: flags.verbose === true,
    xmlDeclaration: flags.xmlDeclaration === true,
    pageBase: flags.pageBase,
  };
}

/** What means nothing where others draw. */
const UNQUEUED: readonly string[] = [
  '--jobs',
  '--watch',
  '--export',
  '--page-base',
  '--check',
  '--diagnostics',
  '--strict',
  '--verbose',
];

const SHARED: SharedOptions = {
  font: fontOption,
  systemFonts: systemFontsOption,
  assets: assetsOption,
  limit: limitOption,
};
