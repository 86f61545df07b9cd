/** The command line of `mxsvg`, through commander. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';

export type Format = 'svg' | 'png';

export interface Options {
  /** A path, or "-" for standard output; undefined: beside the input. */
  readonly output?: string;
  readonly format?: Format;
  readonly page: string;
  readonly scale: number;
  readonly border: number;
  readonly background?: string;
  readonly font?: readonly string[];
  readonly embedFonts?: boolean;
  readonly assets?: string;
  readonly quiet: boolean;
}

export type Parsed =
  | { readonly kind: 'run'; readonly inputs: readonly string[]; readonly options: Options }
  | { readonly kind: 'exit'; readonly code: number };

/** Reads argv; help, version and complaints are printed here, and then only an exit code remains. */
export function parseArguments(argv: readonly string[], version: string): Parsed {
  const command = define(version);
  try {
    command.parse([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) return { kind: 'exit', code: error.exitCode };
    throw error;
  }
  const options = command.opts<Options>();
  if (options.output !== undefined && options.output !== '-' && command.args.length > 1) {
    process.stderr.write(
      'mxsvg: -o names one file, but there are several inputs: leave -o out, or draw them one by one.\n',
    );
    return { kind: 'exit', code: 1 };
  }
  return { kind: 'run', inputs: command.args, options };
}

function define(version: string): Command {
  return new Command('mxsvg')
    .description('Draws draw.io (diagrams.net) files as SVG or PNG, without a browser.')
    .argument('<diagram...>', 'a .drawio, .xml, .drawio.svg or .drawio.png file; - reads standard input')
    .option('-o, --output <file>', 'the file to write; - for standard output (default: beside the diagram)')
    .addOption(
      new Option('-f, --format <format>', "svg or png (default: by -o's ending, else svg)").choices(['svg', 'png']),
    )
    .option('-p, --page <page>', "the page's number, counted from 1, its name or its id", '1')
    .option('-s, --scale <factor>', 'size factor of the picture', positive, 1)
    .option('-b, --border <pixels>', 'space around the drawing', notNegative, 0)
    .option(
      '--background <color>',
      'a CSS colour behind a page that has none of its own; none leaves out the page’s too',
    )
    .option('--font <file>', 'a TTF or OTF font to use before the bundled ones; may be repeated', collect)
    .option('--embed-fonts', 'put the fonts into the SVG, cut down to the characters used')
    .option('--assets <folder>', 'a folder with draw.io’s stencils/ and img/, asked before the bundled ones')
    .option('-q, --quiet', 'leave out warnings about what is not drawn faithfully', false)
    .addOption(new Option('-x, --export', "accepted for draw.io's command line; exporting is all there is").hideHelp())
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, 'mxsvg: ')),
    })
    .showHelpAfterError('Try mxsvg --help.')
    .exitOverride();
}

function positive(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('A number above zero is expected.');
}

function notNegative(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError('A number of pixels, zero or more, is expected.');
}

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];
