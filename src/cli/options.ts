/** The command line of `mxsvg`, through commander: draw.io desktop's export flags, and our own. */
import { statSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { MxsvgError } from '../diagnostics.js';
import { LIMIT_NAMES, type Limits, parseLimit } from '../limits.js';
import { type CropSize, SEVERITIES, type Severity, type Theme } from '../options.js';
import type { SystemFontUse } from '../shaping/systemFonts.js';
import type { LinkTarget } from '../write/links.js';
import { type AssetsCommand, defineAssets } from './assets/options.js';
import { type DescribeCommandOptions, defineDescribe } from './describeOptions.js';
import type { DrawioChoices } from './drawio/choices.js';
import { type Format, formatNamed, listedFormats } from './formats.js';
import { defineMcp, type McpOptions } from './mcpOptions.js';
import { tell } from './print.js';
import { defineQueue, type QueueCommand } from './queue/options.js';
import { defineServe, type ServeOptions, type SharedOptions } from './server/options.js';
import { versionText } from './version.js';

/** Pages by number, both ends counted from 1 and included; an end left open goes as far as the file does. */
export interface PageRange {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

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
  readonly theme: Theme;
  readonly transparent: boolean;
  readonly background?: string;
  readonly grid: boolean;
  readonly quality: number;
  readonly embedDiagram: boolean;
  readonly uncompressed: boolean;
  readonly svgLinksTarget: LinkTarget;
  readonly embedFonts: boolean;
  readonly pretty: boolean;
  readonly animate: boolean;
  readonly accessible: boolean;
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

/** What `mxsvg diff` is asked. */
export interface DiffOptions {
  readonly output?: string;
  readonly page?: string;
  readonly scale?: number;
  readonly exitCode: boolean;
  readonly font?: readonly string[];
  readonly assets?: string;
}

/** What `mxsvg verify` is asked. */
export interface VerifyOptions {
  readonly update: boolean;
  readonly recursive: boolean;
  readonly quiet: boolean;
  readonly font?: readonly string[];
  readonly assets?: string;
  readonly allowFiles?: readonly string[];
  readonly allowNet?: boolean;
  readonly limit?: Partial<Limits>;
}

/** What `mxsvg check` is asked. */
export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly fix: boolean;
  readonly rules?: readonly string[];
  readonly severity?: Severity;
  readonly page?: string;
  readonly scale?: number;
  readonly recursive: boolean;
  readonly quiet: boolean;
  readonly font?: readonly string[];
  readonly assets?: string;
  readonly limit?: Partial<Limits>;
}

export type Parsed =
  | { readonly kind: 'assets'; readonly command: AssetsCommand }
  | { readonly kind: 'queue'; readonly command: QueueCommand<Options> }
  | { readonly kind: 'serve'; readonly options: ServeOptions }
  | { readonly kind: 'link'; readonly folder: string }
  | { readonly kind: 'check'; readonly inputs: readonly string[]; readonly options: CheckOptions }
  | { readonly kind: 'mcp'; readonly options: McpOptions }
  | { readonly kind: 'describe'; readonly input: string; readonly options: DescribeCommandOptions }
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
  const command = define(version, (result) => {
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

function define(version: string, done: (parsed: Parsed) => void): Command {
  const command = likeMain(
    new Command('mxsvg')
      .description('Draws draw.io (diagrams.net) files as SVG, PNG, JPEG, PDF or HTML, without a browser.')
      .argument('<diagram...>', 'files, folders or patterns such as "docs/**/*.drawio"; - reads standard input')
      .version(versionText(version), '-V, --version', 'print the version, and the draw.io whose pictures these are')
      // What follows the name of a command of its own is that command's.
      .enablePositionalOptions(),
  );
  for (const option of OPTIONS) command.addOption(option);
  command.addCommand(defineDiff(done));
  command.addCommand(defineVerify(done));
  command.addCommand(defineCheck(done));
  command.addCommand(
    defineDescribe(likeMain, limitOption(), (input, options) => done({ kind: 'describe', input, options })),
  );
  command.addCommand(defineMcp(likeMain, limitOption(), (options) => done({ kind: 'mcp', options })));
  command.addCommand(defineLink(done));
  command.addCommand(defineAssets(likeMain, (asked) => done({ kind: 'assets', command: asked })));
  const queued = OPTIONS.filter(({ long = '' }) => !UNQUEUED.includes(long));
  command.addCommand(
    defineQueue({ likeMain, options: queued, optionsOf }, (asked) => done({ kind: 'queue', command: asked })),
  );
  command.addCommand(defineServe(likeMain, SHARED, (options) => done({ kind: 'serve', options })));
  return command.action((inputs: readonly string[], flags: Flags) => {
    done({ kind: 'convert', inputs, options: optionsOf(flags), jobs: flags.jobs, watch: flags.watch === true });
  });
}

function defineDiff(done: (parsed: Parsed) => void): Command {
  const command = new Command('diff')
    .description('Tells what differs between two versions of a diagram, and draws it.')
    .argument('<before>', 'a file, or a git revision of the second one')
    .argument('<after>', 'a file')
    .addOption(option('-o, --output <file>', 'an SVG or PNG with the differences marked; - for standard output'))
    .addOption(option('-p, --page-index <page>', 'only this page: number, name or id'))
    .addOption(option('-s, --scale <factor>', 'size factor of the picture').argParser(positive))
    .addOption(option('--exit-code', 'exit with 1 where something differs'))
    .addOption(option('--font <file>', 'a font to use before the bundled ones; may be repeated').argParser(collect))
    .addOption(option('--assets <source>', 'stencils and icons to use before others, as mxsvg assets add takes them'));
  return likeMain(command).action((before: string, after: string, flags: DiffFlags) => {
    const { pageIndex: page, exitCode, ...others } = flags;
    done({ kind: 'diff', before, after, options: { ...others, page, exitCode: exitCode === true } });
  });
}

function defineVerify(done: (parsed: Parsed) => void): Command {
  const command = new Command('verify')
    .description('Lists the pictures (.drawio.svg, .drawio.png) that no longer show the diagram inside them.')
    .argument('<picture...>', 'files, folders or patterns')
    .addOption(option('--update', 'draw the stale ones again'))
    .addOption(option('-r, --recursive', 'folders with all that is in them'))
    .addOption(option('--quiet', 'leave out the summary'))
    .addOption(option('--font <file>', 'a font to use before the bundled ones; may be repeated').argParser(collect))
    .addOption(option('--assets <source>', 'stencils and icons to use before others, as mxsvg assets add takes them'))
    .addOption(allowFilesOption())
    .addOption(allowNetOption())
    .addOption(limitOption());
  return likeMain(command).action((inputs: readonly string[], flags: Partial<VerifyOptions>) => {
    const { update = false, recursive = false, quiet = false } = flags;
    done({ kind: 'verify', inputs, options: { ...flags, update, recursive, quiet } });
  });
}

interface CheckFlags extends Partial<Omit<CheckOptions, 'format' | 'page'>> {
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly github?: boolean;
  readonly pageIndex?: string;
}

function defineCheck(done: (parsed: Parsed) => void): Command {
  const command = new Command('check')
    .description('Tells what is wrong with diagrams, by rules: exit with 3 where there are errors or warnings.')
    .argument(
      '<diagram...>',
      'files, folders or patterns; - reads standard input; of Mermaid text only whether it can be drawn',
    )
    .addOption(
      option(
        '--rules <words>',
        'with commas between: name or family (only these), -name, name=off, name=error, warning or info, name=number',
      ).argParser(ruleWords),
    )
    .addOption(option('--severity <severity>', 'the least that is told (default: warning)').choices([...SEVERITIES]))
    .addOption(option('--fix', 'mend what has one right answer, in the file itself'))
    .addOption(option('--json', 'findings as JSON').conflicts(['sarif', 'github']))
    .addOption(option('--sarif', 'findings as SARIF 2.1.0').conflicts(['json', 'github']))
    .addOption(option('--github', 'findings as workflow commands of GitHub').conflicts(['json', 'sarif']))
    .addOption(option('-p, --page-index <page>', 'only this page: number, name or id'))
    .addOption(option('-s, --scale <factor>', 'the size at which pictures are shown').argParser(positive))
    .addOption(option('-r, --recursive', 'folders with all that is in them'))
    .addOption(option('--quiet', 'leave out the summary'))
    .addOption(option('--font <file>', 'a font to use before the bundled ones; may be repeated').argParser(collect))
    .addOption(option('--assets <source>', 'stencils and icons to use before others, as mxsvg assets add takes them'))
    .addOption(limitOption());
  return likeMain(command).action((inputs: readonly string[], flags: CheckFlags) => {
    const { json, sarif, github, pageIndex: page, fix = false, recursive = false, quiet = false, ...others } = flags;
    const format = json ? 'json' : sarif ? 'sarif' : github ? 'github' : 'text';
    done({ kind: 'check', inputs, options: { ...others, page, fix, recursive, quiet, format } });
  });
}

function defineLink(done: (parsed: Parsed) => void): Command {
  const command = new Command('link')
    .description('Puts a command "drawio" into a folder, for programs that call draw.io desktop.')
    .argument('<folder>', 'a folder on the PATH');
  return likeMain(command).action((folder: string) => done({ kind: 'link', folder }));
}

interface DiffFlags extends Partial<Omit<DiffOptions, 'page'>> {
  readonly pageIndex?: string;
}

/** How all commands complain and end. */
const likeMain = (command: Command): Command =>
  command
    .helpOption('-h, --help', 'print this help')
    .configureOutput({
      outputError: (text) => {
        const lines = text
          .trimEnd()
          .replace(/^error: /, 'mxsvg: ')
          .split(/\n(?=\(Did you mean )/);
        for (const line of lines) tell(line);
      },
    })
    .showHelpAfterError(`Try ${command.name() === 'mxsvg' ? '' : 'mxsvg '}${command.name()} --help.`)
    .exitOverride();

function optionsOf(flags: Flags): Options {
  return {
    ...flags,
    page: flags.pageIndex ?? flags.page,
    theme: flags.theme ?? flags.svgTheme ?? 'light',
    export: flags.export === true,
    allPages: flags.allPages === true,
    eachLayer: flags.eachLayer === true,
    crop: flags.crop === true,
    transparent: flags.transparent === true,
    grid: flags.grid === true,
    allowNet: flags.allowNet === true,
    embedDiagram: flags.embedDiagram === true,
    uncompressed: flags.uncompressed === true,
    embedFonts: flags.embedFonts ?? flags.embedSvgFonts ?? false,
    pretty: flags.pretty === true,
    animate: flags.animate === true,
    accessible: flags.accessible === true,
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

const option = (flags: string, description: string): Option => new Option(flags, description);

function allowFilesOption(): Option {
  return option(
    '--allow-files <folder>',
    'images that a diagram names by their paths are read from here; may be repeated',
  ).argParser(folder);
}

function allowNetOption(): Option {
  return option(
    '--allow-net',
    'images that a diagram names by an http(s) address are fetched, from public addresses alone',
  );
}

function limitOption(): Option {
  return option(
    '--limit <name=number>',
    `how much is read and drawn: ${LIMIT_NAMES.join(', ')}; none lifts one; may be repeated`,
  ).argParser(limits);
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

const fontOption = (): Option =>
  option('--font <file>', 'a TTF, OTF or TTC font to use before the bundled ones; may be repeated').argParser(collect);

const systemFontsOption = (): Option =>
  option(
    '--system-fonts <use>',
    'fonts of this machine: named, for families that diagrams name and that are not bundled, and for characters that ' +
      'no other has; all, for all families named; fallback, for those characters alone; or none',
  )
    .choices(['named', 'all', 'fallback', 'none'])
    .default('named');

const assetsOption = (): Option =>
  option('--assets <source>', 'stencils and icons to use before others, as mxsvg assets add takes them');

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
    'a file, a folder, or a name with {name}, {page}, {index}, {layer}; - for standard output',
  ),
  option(
    '-f, --format <format>',
    "svg, png, jpg, pdf, xml or html (default: by -o's ending, else svg; pdf with -x)",
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
  option('-t, --transparent', "no background, not even the page's own"),
  option('--theme <theme>', 'light, dark, or auto: an SVG that follows the page around it (default: light)').choices(
    THEMES,
  ),
  option('--svg-theme <theme>', 'the same as --theme').choices(THEMES).hideHelp(),
  option('--background <color>', 'a CSS colour behind a page that has none of its own; none is the same as -t'),
  option('--grid', "draw the page's grid behind the cells"),
  option('-q, --quality <percent>', 'of a JPEG, 1 to 100').argParser(quality).default(90),
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

function format(text: string): Format {
  const known = formatNamed(text);
  if (known) return known;
  throw new InvalidArgumentError(`${listedFormats()} is expected.`);
}

function number(text: string, fits: (value: number) => boolean, expected: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && fits(value)) return value;
  throw new InvalidArgumentError(`${expected} is expected.`);
}

function positive(text: string): number {
  return number(text, (value) => value > 0, 'A number above zero');
}

function notNegative(text: string): number {
  return number(text, (value) => value >= 0, 'A number of pixels, zero or more,');
}

function quality(text: string): number {
  return number(text, (value) => value >= 1 && value <= 100, 'A number from 1 to 100');
}

function limits(text: string, previous: Partial<Limits> = {}): Partial<Limits> {
  try {
    return { ...previous, ...parseLimit(text) };
  } catch (error) {
    if (error instanceof MxsvgError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

/** Also of the variable MXSVG_PAGE_BASE. */
export function pageBase(text: string): number {
  return number(text, (value) => value === 0 || value === 1, '0 or 1');
}

function count(text: string): number {
  return number(text, (value) => value >= 1 && Number.isInteger(value), 'A whole number above zero');
}

/** "2..5" as draw.io writes it, "2-5", "2..", "..5" or one number. */
function pageRange(text: string): PageRange {
  const match = /^(\d*)\s*(?:(\.\.|-)\s*(\d*))?$/.exec(text.trim());
  const [, from = '', dots, to = ''] = match ?? [];
  if (!match || (from === '' && to === '')) throw new InvalidArgumentError('Two page numbers as in 2..5 are expected.');
  const first = from === '' ? undefined : Number(from);
  const last = dots === undefined ? first : to === '' ? undefined : Number(to);
  if (first === 0 || last === 0) throw new InvalidArgumentError('Pages are counted from 1.');
  if (first !== undefined && last !== undefined && last < first) {
    throw new InvalidArgumentError('The second page stands before the first.');
  }
  return { from: first, to: last };
}

function truth(text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new InvalidArgumentError('true or false is expected.');
}

function list(text: string): readonly string[] {
  return parted(text, 'Indexes or names with commas between are expected.');
}

function ruleWords(text: string): readonly string[] {
  return parted(text, 'Names of rules with commas between are expected.');
}

function parted(text: string, expected: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => part !== '')) return parts;
  throw new InvalidArgumentError(expected);
}

function folder(name: string, previous: readonly string[] = []): readonly string[] {
  if (statSync(name, { throwIfNoEntry: false })?.isDirectory()) return [...previous, name];
  throw new InvalidArgumentError('A folder is expected.');
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}
