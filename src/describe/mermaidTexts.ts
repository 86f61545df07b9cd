/** The Mermaid texts that groups and images of a page were made of, as draw.io keeps them to open again. */
import type { CellGraph } from '../model/cell.js';

export interface CellMermaid {
  /** The id of the group or image. */
  readonly cellId: string;
  /** As draw.io's edit button opens it. */
  readonly text: string;
  /** Mermaid's configuration that it is drawn with, beside what it sets itself; undefined: none. */
  readonly config: Readonly<Record<string, unknown>> | undefined;
}

/** Where draw.io keeps text and configuration, as JSON. */
const ATTRIBUTE = 'mermaidData';

/** In the order of the page's cells. */
export function mermaidTextsOf({ cells }: CellGraph): readonly CellMermaid[] {
  return [...cells.values()].flatMap(({ id, attributes }) => {
    const { data, config } = objectIn(attributes.get(ATTRIBUTE)) ?? {};
    return typeof data === 'string' && data.trim() !== ''
      ? [{ cellId: id, text: data, config: isObject(config) ? config : undefined }]
      : [];
  });
}

/** The text of a page that shows the one diagram and nothing else. */
export function onlyMermaidText(graph: CellGraph): string | undefined {
  const [first, ...others] = graph.root.children.flatMap(({ children }) => children);
  if (first === undefined || others.length > 0) return undefined;
  return mermaidTextsOf(graph).find(({ cellId }) => cellId === first.id)?.text;
}

type Settings = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON object; undefined for anything else, which draw.io's editor can't open either. */
function objectIn(json: string | undefined): Settings | undefined {
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A text that says its configuration itself, where it has no front matter that does. */
export function selfContained({ text, config }: Pick<CellMermaid, 'text' | 'config'>): string {
  if (config === undefined || Object.keys(config).length === 0) return text;
  // JSON is YAML; on one line, and nothing of it can end the front matter.
  const line = `config: ${JSON.stringify(config)}`;
  const [first = '', ...rest] = text.split('\n');
  if (first.trimEnd() !== '---') return `---\n${line}\n---\n${text}`;
  const end = rest.findIndex((each) => each.trimEnd() === '---');
  const hasOwn = rest.slice(0, Math.max(0, end)).some((each) => /^config\s*:/.test(each));
  return hasOwn ? text : [first, line, ...rest].join('\n');
}
