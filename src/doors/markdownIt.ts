/** `mxsvg/markdown-it`: draws the diagrams of documents that markdown-it renders: VitePress, Eleventy and others. */
import path from 'node:path';
import { escapeXml } from '../write/format.js';
import { readFenceWords } from './diagramAddress.js';
import { type DocumentOptions, DocumentPictures, type Placed, type Problem } from './documentPictures.js';
import { failureText } from './hast.js';

export type { DocumentOptions, FileOutput, Problem } from './documentPictures.js';
export type { DrawingOptions, FailOn } from './drawDiagram.js';

export interface MarkdownItOptions extends DocumentOptions {
  /** Hears what is to be told of pictures, and of which document; default: console.warn. */
  readonly onProblem?: (problem: Problem, document: string | undefined) => void;
}

/** The part of a markdown-it token that the plugin reads. */
interface Token {
  readonly info: string;
  readonly content: string;
  /** The first line in the document, counted from 0, and the one after the last. */
  readonly map: readonly [number, number] | null;
  // biome-ignore lint/suspicious/noExplicitAny: markdown-it hands its own tokens back to its own renderer.
  readonly children: any[] | null;
  attrGet(name: string): string | null;
}

// biome-ignore lint/suspicious/noExplicitAny: the types of a package that the callers choose, in the version they choose.
type Rule = (tokens: any[], index: number, options: any, env: any, self: any) => string;

/** The part of a MarkdownIt that the plugin changes. */
export interface MarkdownRenderer {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly renderer: { rules: { image?: any; fence?: any } };
}

/**
 * A plugin of markdown-it: images that lead to `.drawio`, `.dio`, `.mmd` and `.mermaid` files, and blocks fenced as `drawio`
 * or `mermaid`, become inline SVG, or images of files that are written. Relative addresses begin at the document's folder,
 * where the environment names it (`env.path` as VitePress does, `env.page.inputPath` as Eleventy), else at `root`.
 * @throws Error while rendering, where `failOn` says so, with the problem's message and code
 */
export default function markdownItMxsvg(markdown: MarkdownRenderer, options: MarkdownItOptions = {}): void {
  const { onProblem = warn, ...settings } = options;
  const documents = new WeakMap<object, DocumentPictures>();
  const { image, fence } = markdown.renderer.rules as { readonly image?: Rule; readonly fence?: Rule };

  function picturesOf(env: object): DocumentPictures {
    const known = documents.get(env);
    if (known) return known;
    const file = documentPath(env);
    const { root = process.cwd() } = settings;
    const pictures = new DocumentPictures(settings, file === undefined ? root : path.dirname(path.resolve(file)));
    documents.set(env, pictures);
    return pictures;
  }

  const teller = (env: object, what: string) => (problem: Problem) => {
    const message = `${what}: ${problem.message}`;
    if (problem.fatal) throw new Error(`${message} (${problem.code})`);
    onProblem({ ...problem, message }, documentPath(env));
  };

  markdown.renderer.rules.image = ((tokens, index, rules, env = {}, self) => {
    const token = tokens[index] as Token;
    const address = token.attrGet('src') ?? '';
    const alt: string = self.renderInlineAsText(token.children ?? [], rules, env);
    const placed = picturesOf(env).place({ address, alt }, teller(env, address));
    if (placed) return htmlOf(placed, alt);
    return image?.(tokens, index, rules, env, self) ?? self.renderToken(tokens, index, rules);
  }) satisfies Rule;

  markdown.renderer.rules.fence = ((tokens, index, rules, env = {}, self) => {
    const { info, content, map } = tokens[index] as Token;
    const words = info.trimStart();
    const gap = words.search(/\s/);
    const language = gap < 0 ? words : words.slice(0, gap);
    const pictures = picturesOf(env);
    const kind = pictures.fenceKind(language);
    if (kind === undefined) return fence?.(tokens, index, rules, env, self) ?? self.renderToken(tokens, index, rules);
    const { settings: own, title } = readFenceWords(words.slice(language.length));
    const placed = pictures.place(
      { kind, text: content, alt: title, settings: own, line: map === null ? undefined : map[0] + 2 },
      teller(env, `A ${kind} block`),
    );
    return `${htmlOf(placed as Placed, title, content)}\n`;
  }) satisfies Rule;
}

function warn({ message }: Problem, document: string | undefined): void {
  console.warn(`mxsvg: ${document === undefined ? '' : `${document}: `}${message}`);
}

function documentPath(env: object): string | undefined {
  const { path: vitePress, page } = env as {
    readonly path?: unknown;
    readonly page?: { readonly inputPath?: unknown };
  };
  return [vitePress, page?.inputPath].find((each) => typeof each === 'string') as string | undefined;
}

function htmlOf(placed: Placed, alt: string, source?: string): string {
  if (placed.kind === 'file') {
    const { address, width, height } = placed;
    const image = `<img src="${escaped(address)}" alt="${escaped(alt)}" width="${width}" height="${height}">`;
    return source === undefined ? image : `<p>${image}</p>`;
  }
  if (placed.kind === 'failure') {
    const name = source === undefined ? 'span' : 'pre';
    return `<${name} class="mxsvg-error" role="alert">${escaped(failureText(placed.message, source))}</${name}>`;
  }
  const svg = withoutInterpolation(placed.svg);
  return source === undefined ? svg : `<div class="mxsvg-block">${svg}</div>`;
}

const escaped = (text: string): string => withoutInterpolation(escapeXml(text));

/** What a template of Vue, Nunjucks or Liquid would take for its own: `{{` and `{%` in labels are words. */
const withoutInterpolation = (html: string): string => html.replace(/\{(?=[{%#])/g, '&#123;');
