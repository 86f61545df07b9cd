/** The command line of `mxsvg`, through commander: draw.io desktop's export flags, and our own. */
import { Command, CommanderError, Option } from 'commander';
import type { Limits } from '../limits.js';
import { MERMAID_THEMES, type MermaidThemeName } from '../mermaid/themes.js';
import type { CropSize, Theme } from '../options.js';
import type { SystemFontUse } from '../shaping/systemFonts.js';
import type { LinkTarget } from '../write/links.js';
import type { PaperName } from '../write/pdf/paper.js';
import { type AssetsCommand, defineAssets } from './assets/options.js';
import { type CheckOptions, defineCheck } from './checkOptions.js';
import { type DescribeCommandOptions, defineDescribe } from './describeOptions.js';
import { type DiffOptions, defineDiff } from './diffOptions.js';
import type { DrawioChoices } from './drawio/choices.js';
import { OWN_COMMANDS } from './drawio/manner.js';
import {
  collect,
  count,
  format,
  list,
  mermaidConfig,
  notNegative,
  type PageRange,
  pageBase,
  pageRange,
  paper,
  positive,
  quality,
  truth,
} from './flagValues.js';
import type { Format } from './formats.js';
import { defineMcp, type McpOptions } from './mcpOptions.js';
import { defineReport, type ReportOptions } from './packOptions.js';
import { defineQueue, type QueueCommand } from './queue/options.js';
import { defineServe, type ServeOptions, type SharedOptions } from './server/options.js';
import {
  allowFilesOption,
  allowNetOption,
  assetsOption,
  fontOption,
  likeMain,
  limitOption,
  option,
  systemFontsOption,
} from './sharedOptions.js';
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
  for (const option of OPTIONS) command.addOption(option);
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
  const queued = OPTIONS.filter(({ long = '' }) => !UNQUEUED.includes(long));
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

const THEMES = ['light', 'dark', 'auto'];

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

/** In the order of the help. Flags of draw.io desktop that change nothing here are taken and hidden. */
const OPTIONS: readonly Option[] = [
  option(
    '-o, --output <file>',
    'a file, a folder, or a name with {name}, {page}, {index}, {layer}; - for standard output; of a Markdown document, ' +
      'another one that shows the pictures of its Mermaid blocks',
  ),
  option(
    '-f, --format <format>',
    "svg, png, jpg, webp, pdf, xml, html or mmd, the Mermaid text that draw.io keeps (default: by -o's ending, else svg; pdf with -x)",
  ).argParser(format),
  option('-p, --page-index <page>', "the page's number, counted from 1, its name or its id (default: 1)"),
  option('--page <page>', 'the same as --page-index').hideHelp(),
  option('-a, --all-pages', 'all pages: in one PDF or HTML file, or a picture each'),
  option('-g, --page-range <from..to>', 'these pages, counted from 1').argParser(pageRange),
  option('-l, --layers <layers>', 'only these layers: indexes counted from 0, or names, with commas between').argParser(
    list,
  ),
  option('--each-layer', 'a picture of each layer'),
  option('--cell <id>', 'only this cell or group; may be repeated').argParser(collect),
  option('-s, --scale <factor>', 'size factor of the picture (default: 1)').argParser(positive),
  option('--width <pixels>', 'fit the picture into this width').argParser(positive),
  option('--height <pixels>', 'fit the picture into this height').argParser(positive),
  option('-b, --border <pixels>', 'space around the drawing').argParser(notNegative).default(0),
  option(
    '--size <size>',
    'what is shown: the diagram, or all of its page (default: page in PDF, else diagram)',
  ).choices(['diagram', 'page']),
  option('--crop', 'crop a PDF to the diagram'),
  option(
    '--paper <format>',
    'put each drawing of a PDF on a sheet of this paper (A4, Letter …), made smaller where it has no room',
  ).argParser(paper),
  option('--landscape', 'lay the sheets of --paper on their long side'),
  option('-t, --transparent', "no background, not even the page's own"),
  option('--theme <theme>', 'light, dark, or auto: an SVG that follows the page around it (default: light)').choices(
    THEMES,
  ),
  option('--svg-theme <theme>', 'the same as --theme').choices(THEMES).hideHelp(),
  option('--background <color>', 'a CSS colour behind a page that has none of its own; none is the same as -t'),
  option('--grid', "draw the page's grid behind the cells"),
  option('-q, --quality <percent>', 'of a JPEG or WebP, 1 to 100').argParser(quality).default(90),
  option('-e, --embed-diagram', 'put the diagram into the SVG, PNG or PDF, so that draw.io opens it again'),
  option('-u, --uncompressed', 'leave an embedded diagram readable'),
  option('--svg-links-target <target>', 'where links open: auto, new-win or same-win')
    .choices(['auto', 'new-win', 'same-win'])
    .default('auto'),
  option('--embed-fonts', 'put the fonts into the SVG, cut down to the characters used'),
  option('--embed-svg-fonts [true/false]', 'the same, as draw.io calls it').argParser(truth),
  option('--embed-svg-images', 'images are always embedded').hideHelp(),
  option('--pretty', 'break the SVG into indented lines, so that a comparison shows what changed'),
  option(
    '--xml-declaration',
    "begin the SVG as draw.io's command does: XML declaration, DOCTYPE, its size in whole px",
  ),
  option('--animate', 'let flow animations move in the SVG'),
  option('--accessible', "put the page's name, labels and connections into the SVG, for who can't see it"),
  option('--mermaid-theme <theme>', 'the colours of Mermaid texts that name no theme').choices(MERMAID_THEMES),
  option(
    '--mermaid-config <file>',
    "Mermaid's configuration, as JSON; what a text sets itself goes before it",
  ).argParser(mermaidConfig),
  option('--in-place', "put the pictures of a Markdown document's Mermaid blocks into the document itself"),
  option('-r, --recursive', 'folders with all that is in them'),
  option('-k, --check', 'overwrite nothing: a name that is taken gets a number'),
  option('-j, --jobs <number>', 'files drawn at the same time (default: one a processor)').argParser(count),
  option('-w, --watch', 'draw again whenever a diagram changes'),
  fontOption(),
  systemFontsOption(),
  assetsOption(),
  allowFilesOption(),
  allowNetOption(),
  option('--diagnostics <file>', 'write what is not drawn faithfully as JSON lines; - for standard output'),
  limitOption(),
  option('--strict', 'exit with 3 if something is not drawn faithfully'),
  option('--quiet', 'leave out warnings and the summary'),
  option('--verbose', 'name each picture that is written'),
  option('-x, --export', "read the command line as draw.io desktop's own command does"),
  option('--page-base <number>', 'with -x: the number of the first page, 1, or 0 as before draw.io 27').argParser(
    pageBase,
  ),
  ...[
    '--no-sandbox',
    '--disable-gpu',
    '--disable-acceleration',
    '--disable-update',
    '--enable-plugins',
    '--no-silent-update',
  ].map((flags) => new Option(flags, 'a flag of draw.io desktop that means nothing here').hideHelp()),
];

/** The long flags of mxsvg's own, for a command line of draw.io's, and whether a value belongs to them. */
export const ownFlags = (): ReadonlyMap<string, 'value' | 'nothing'> =>
  new Map(
    OPTIONS.filter(({ long, hidden }) => long !== '--watch' && !hidden).map(({ long = '', required }) => [
      long.slice(2),
      required ? 'value' : 'nothing',
    ]),
  );
