/** The regular expressions of a source file, as its syntax tree has them. */
import { parseSync } from 'vite';

export interface Expression {
  /** "src/html/css.ts:12" */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

export interface Expressions {
  readonly literals: readonly Expression[];
  /** Where one is made of a text at run time: what it may hold can't be told. */
  readonly made: readonly string[];
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly name?: string;
}

export function expressionsOf(file: string, source: string): Expressions {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const literals: Expression[] = [];
  const made: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    const place = `${file}:${source.slice(0, value.start).split('\n').length}`;
    if (value.regex) literals.push({ place, source: value.regex.pattern, flags: value.regex.flags });
    if (value.type === 'Identifier' && value.name === 'RegExp') made.push(place);
    // Types name it as well, which makes none.
    for (const [key, child] of Object.entries(value)) if (!TYPES.has(key)) visit(child);
  };
  visit(program);
  return { literals, made };
}

const TYPES = new Set(['typeAnnotation', 'returnType', 'typeArguments', 'typeParameters']);

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'type' in value;
