/** The icons that a text names: those that its caller gives, and Font Awesome's free set where that is at hand. */
import { type Budget, NO_BUDGET } from '../budget.js';
import { type Icon, readIcon } from './iconSvg.js';

/** The folders of Font Awesome's free set. */
export type IconStyle = 'solid' | 'regular' | 'brands';

/** What an icon is called in a set that has it under another name, as older versions of the set had it. */
export interface IconName {
  readonly name: string;
  /** Default: the style that is asked for. */
  readonly style?: IconStyle;
}

export interface IconFiles {
  /** The SVG of an icon of the set, by its name: letters, digits and "-"; undefined where the set has none. */
  (style: IconStyle, name: string): string | undefined;
  /**
   * What the set calls an icon by now that has no file under its name. `isOldest` for the names of Font Awesome 4, which
   * had one style. Undefined for names that never were; default none are known.
   */
  readonly renamed?: (name: string, isOldest: boolean) => IconName | undefined;
}

export interface IconSources {
  /** SVG texts by the names that texts call them: "fa:fa-car", "logos:aws-lambda". */
  readonly given?: Readonly<Record<string, string>>;
  /** Finds Font Awesome's set when a text first names an icon of it; undefined where it isn't installed. */
  readonly load?: () => IconFiles | undefined;
}

/** What is to be had of Font Awesome's styles by Mermaid's names for them, in order; iconify's packs are meant too. */
const STYLES: ReadonlyMap<string, readonly IconStyle[]> = new Map([
  // Older texts have it before brands.
  ['fa', ['solid', 'brands', 'regular']],
  ['fas', ['solid']],
  ['solid', ['solid']],
  ['far', ['regular']],
  ['regular', ['regular']],
  ['fab', ['brands']],
  ['brands', ['brands']],
]);

const PACK = /^fa\d*-(?=solid$|regular$|brands$)/;

/** "fa:fa-car", "fa:car", "fa6-brands:github". */
const NAME = /^(?<pack>[a-z\d-]+):(?:fa-)?(?<name>[a-z\d-]{1,100})$/i;

const INSTALL = 'install @fortawesome/fontawesome-free, or give its SVG in the option icons';

/** An icon, or why there is none, as the end of a sentence. */
export type Found =
  | { readonly icon: Icon; readonly reason?: undefined }
  | { readonly icon?: undefined; readonly reason: string };

export class Icons {
  readonly #sources: IconSources;
  readonly #budget: Budget;
  readonly #known = new Map<string, Found>();
  #files: IconFiles | undefined;

  /** `budget` is for the markup that the icons become. */
  constructor(sources: IconSources = {}, budget: Budget = NO_BUDGET) {
    this.#sources = sources;
    this.#budget = budget;
  }

  /** Throws MxsvgError 'limit-exceeded' where there are too many. */
  find(name: string): Found {
    const found = this.#known.get(name) ?? this.#look(name);
    this.#known.set(name, found);
    if (found.icon) this.#budget.spend(found.icon.paths.reduce((sum, path) => sum + path.length, 0));
    return found;
  }

  #look(name: string): Found {
    const { pack = '', name: own = '' } = NAME.exec(name)?.groups ?? {};
    const given = this.#given(name) ?? this.#given(`${pack}:fa-${own}`) ?? this.#given(`${pack}:${own}`);
    if (given !== undefined) return read(given, 'what is given for it');
    const styles = STYLES.get(pack.toLowerCase().replace(PACK, ''));
    if (own === '' || !styles)
      return { reason: 'it comes from a collection that is not at hand: give its SVG in the option icons' };
    this.#files ??= this.#sources.load?.();
    const files = this.#files;
    if (!files) return { reason: INSTALL };
    const asked = own.toLowerCase();
    const svg = svgOf(files, styles, asked) ?? renamedSvg(files, styles, asked);
    if (svg !== undefined) return read(svg, 'its file');
    return { reason: "Font Awesome's free set has none of that name" };
  }

  #given(name: string): string | undefined {
    const { given = {} } = this.#sources;
    return Object.hasOwn(given, name) ? given[name] : undefined;
  }
}

function svgOf(files: IconFiles, styles: readonly IconStyle[], name: string): string | undefined {
  for (const style of styles) {
    const svg = files(style, name);
    if (svg !== undefined) return svg;
  }
  return undefined;
}

function renamedSvg(files: IconFiles, styles: readonly IconStyle[], asked: string): string | undefined {
  const now = files.renamed?.(asked, styles.length > 1);
  return now && svgOf(files, now.style ? [now.style] : styles, now.name);
}

function read(svg: string, what: string): Found {
  const icon = readIcon(svg);
  return icon ? { icon } : { reason: `${what} is no SVG of filled paths in one colour` };
}
