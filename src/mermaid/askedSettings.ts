/** Which of a caller's and a text's settings a diagram's drawing asks for: those that it doesn't are told to count for nothing. */
import type { Report } from '../diagnostics.js';
import type { MermaidConfig } from './config.js';
import { isTheme } from './themes.js';

type Settings = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What concerns the page that Mermaid draws in: it means nothing for a picture, and nobody misses it. */
const OF_PAGES: ReadonlySet<string> = new Set([
  'startOnLoad',
  'securityLevel',
  'secure',
  'logLevel',
  'deterministicIds',
  'deterministicIDSeed',
  'arrowMarkerAbsolute',
  'suppressErrorRendering',
  'htmlLabels',
  'useMaxWidth',
  'useWidth',
]);

/** What Mermaid's own grammars and themes read. */
const READ_BY_MERMAID: ReadonlySet<string> = new Set([
  'theme',
  'themeVariables',
  'fontFamily',
  'wrap',
  'sequence.wrap',
  'flowchart.curve',
  'flowchart.inheritDir',
  'class.hierarchicalNamespaces',
  'c4.wrap',
  'flowchart.defaultRenderer',
  'gitGraph.mainBranchName',
  'gitGraph.mainBranchOrder',
  'gantt.displayMode',
]);

export class AskedSettings {
  readonly #asked = new Set<string>();

  /** The same settings; who reads one of them, or one in a setting, is noted. */
  watched(config: MermaidConfig): MermaidConfig {
    return this.#watch(config, '') as MermaidConfig;
  }

  #watch(settings: Settings, path: string): Settings {
    return new Proxy(settings, {
      get: (target, key): unknown => {
        const value: unknown = Reflect.get(target, key);
        if (typeof key !== 'string') return value;
        this.#asked.add(path + key);
        return isObject(value) && path === '' ? this.#watch(value, `${key}.`) : value;
      },
    });
  }

  /** Tells of each of these settings that nothing asked for; `sections` are those of the diagram's kind. */
  tell(given: MermaidConfig, sections: readonly string[], report: Report): void {
    const unasked = Object.entries(given).flatMap(([key, value]): readonly string[] => {
      if (!isObject(value) || key === 'themeVariables') return this.#counts(key, key) ? [] : [key];
      if (!sections.includes(key)) return [];
      return Object.keys(value)
        .filter((name) => !this.#counts(`${key}.${name}`, name))
        .map((name) => `${key}.${name}`);
    });
    for (const setting of unasked) {
      report({
        code: 'mermaid-ignored',
        message: `The setting ${setting.slice(0, 80)} changes nothing of this diagram.`,
      });
    }
    const { theme } = given;
    if (theme === undefined || isTheme(theme)) return;
    report({
      code: 'mermaid-ignored',
      message: `There is no theme ${JSON.stringify(theme)?.slice(0, 40)}: the default one is used.`,
    });
  }

  #counts(path: string, name: string): boolean {
    return OF_PAGES.has(name) || READ_BY_MERMAID.has(path) || this.#asked.has(path);
  }
}
