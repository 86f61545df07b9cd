/** The flags of drawing, in the order of the help. */
import { Option } from 'commander';
import { MERMAID_THEMES } from '../mermaid/themes.js';
import {
  collect,
  count,
  format,
  list,
  mermaidConfig,
  notNegative,
  pageBase,
  pageRange,
  paper,
  positive,
  quality,
  truth,
} from './flagValues.js';
import {
  allowFilesOption,
  allowNetOption,
  assetsOption,
  fontOption,
  limitOption,
  option,
  systemFontsOption,
} from './sharedOptions.js';

const THEMES = ['light', 'dark', 'auto'];

/** Flags of draw.io desktop that change nothing here are taken and hidden. */
export const DRAWING_FLAGS: readonly Option[] = [
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
  option('-j, --jobs <number>', 'files drawn at the same time (default: up to one a processor)').argParser(count),
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
    DRAWING_FLAGS.filter(({ long, hidden }) => long !== '--watch' && !hidden).map(({ long = '', required }) => [
      long.slice(2),
      required ? 'value' : 'nothing',
    ]),
  );
