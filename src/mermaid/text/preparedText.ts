/**
 * Takes front matter, directives and comments out of Mermaid text, as Mermaid does, and makes long blanks short: whatever
 * comes after this sees each sign of the text a bounded number of times.
 */

import type { MermaidConfig } from '../config.js';
import { withShortBlanks } from './blanks.js';
import { mergedSettings, settingsOf } from './settings.js';

export interface PreparedText {
  readonly code: string;
  readonly title: string | undefined;
  /** The settings of front matter and directives. */
  readonly config: MermaidConfig;
  /** Directives that can't be read: Mermaid passes over all of a text's where it can't read one. */
  readonly ignored: readonly string[];
}

/** What preparing asks of Mermaid's packages. */
export interface PreparationTools {
  /** Throws for what is no YAML. */
  parseYaml(text: string): unknown;
  /** Mermaid's name for the kind of a text; undefined where it knows none. */
  kindOf(code: string): string | undefined;
}

/** Throws MxsvgError 'mermaid-syntax' for settings without end, and what `parseYaml` throws. */
export function prepareText(text: string, tools: PreparationTools): PreparedText {
  const { body, rest } = splitFrontMatter(withTurnedQuotes(text.replace(/\r\n?/g, '\n')));
  const front = body === undefined ? {} : frontMatter(tools.parseYaml(body));
  const { code, directives } = splitDirectives(rest);
  const clean = withShortBlanks(withoutComments(code));
  const { settings, ignored } = directiveSettings(directives, () => tools.kindOf(clean));
  return { code: clean, title: front.title, config: mergedSettings([front.config, ...settings]), ignored };
}

/** Quotes in HTML tags would end those around a label. What opens a tag reaches to the next ">". */
function withTurnedQuotes(text: string): string {
  let result = '';
  let last = 0;
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', start)) {
    if (!/\w/.test(text[start + 1] ?? '')) {
      start++;
      continue;
    }
    const end = text.indexOf('>', start);
    if (end < 0) break;
    result += text.slice(last, start) + text.slice(start, end).replace(/="([^"]*)"/g, "='$1'");
    last = start = end;
  }
  return result + text.slice(last);
}

interface FrontMatter {
  readonly title?: string;
  readonly config?: MermaidConfig;
}

/** The lines between two of "---" that a text begins with, without their indentation. */
function splitFrontMatter(text: string): { readonly body: string | undefined; readonly rest: string } {
  const lines = text.split('\n');
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0] ?? '';
  const isFence = (line: string): boolean =>
    line.startsWith(`${indent}---`) && line.slice(indent.length).trim() === '---';
  const end = isFence(lines[0] ?? '') ? lines.findIndex((line, index) => index > 1 && isFence(line)) : -1;
  // The closing line is to be ended itself.
  if (end < 0 || end === lines.length - 1) return { body: undefined, rest: text };
  const body = lines.slice(1, end).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return {
    body: body.join('\n'),
    rest: lines
      .slice(end + 1)
      .join('\n')
      .trimStart(),
  };
}

function frontMatter(yaml: unknown): FrontMatter {
  const { title, displayMode, config } = settingsOf(yaml ?? {}, 'The front matter');
  const shown = typeof title === 'string' || typeof title === 'number' ? String(title) : undefined;
  const gantt = displayMode === undefined ? {} : { gantt: { displayMode: String(displayMode) } };
  const settings = typeof config === 'object' && config !== null ? (config as MermaidConfig) : {};
  return { title: shown || undefined, config: mergedSettings([settings, gantt]) };
}

interface Directive {
  readonly name: string;
  /** A word, or JSON. */
  readonly argument: string;
}

const OPENING = '%%{';
const CLOSING = '}%%';

/** "%%{init: {…}}%%", "%%{wrap}%%": the text without them. One that isn't closed reaches to the text's end. */
function splitDirectives(text: string): { readonly code: string; readonly directives: readonly Directive[] } {
  const directives: Directive[] = [];
  let code = '';
  let last = 0;
  let end = 0;
  for (let start = text.indexOf(OPENING); start >= 0; start = text.indexOf(OPENING, start)) {
    if (end <= start) end = placeOf(text, CLOSING, start);
    const content = text.slice(start + OPENING.length, end).trim();
    const name = /^\w+/.exec(content)?.[0];
    if (name === undefined) {
      start += OPENING.length;
      continue;
    }
    const argument = content.slice(name.length).trimStart();
    directives.push({ name, argument: argument.startsWith(':') ? argument.slice(1).trim() : argument });
    code += text.slice(last, start);
    last = start = Math.min(text.length, end + CLOSING.length);
  }
  return { code: code + text.slice(last), directives };
}

/** Where a text has a sign next; its end where it hasn't. */
function placeOf(text: string, sign: string, from: number): number {
  const place = text.indexOf(sign, from);
  return place < 0 ? text.length : place;
}

/** A comment has a line to itself; what is empty before it goes too. */
function withoutComments(code: string): string {
  const lines: string[] = [];
  for (const line of code.split('\n')) {
    if (!/^\s*%%(?!\{)./.test(line)) {
      lines.push(line);
      continue;
    }
    while (lines.at(-1)?.trim() === '') lines.pop();
  }
  return lines.join('\n').trimStart();
}

/** What directives set, and those that aren't JSON. */
function directiveSettings(
  directives: readonly Directive[],
  kindOf: () => string | undefined,
): { readonly settings: readonly MermaidConfig[]; readonly ignored: readonly string[] } {
  const settings: Record<string, unknown>[] = [];
  const ignored: string[] = [];
  for (const { name, argument } of directives) {
    if (!/init\b|initialize\b/.test(name) || argument === '') continue;
    const value = jsonOf(argument.replaceAll("'", '"'));
    if (value === undefined)
      ignored.push(`${OPENING}${name}: ${argument.slice(0, 40)}${argument.length > 40 ? '…' : ''}`);
    else settings.push({ ...settingsOf(value, 'The directive') });
  }
  for (const each of settings) {
    if (each.config === undefined) continue;
    const kind = kindOf();
    if (kind !== undefined) each[kind === 'flowchart-v2' ? 'flowchart' : kind] = each.config;
    delete each.config;
  }
  const wraps = directives.some(({ name }) => /wrap/.test(name)) ? [{ wrap: true }] : [];
  return { settings: ignored.length > 0 ? wraps : [...settings, ...wraps], ignored };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // Numbers and strings of any length are JSON: what is left is a mistake in it.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
