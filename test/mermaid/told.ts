/** What a Mermaid text that is wrong, or not drawn in whole, gives. */
import { expect } from 'vitest';
import { type Diagnostic, MxsvgError } from '../../src/diagnostics.js';
import type { Limits } from '../../src/limits.js';
import { mermaidToDrawio } from '../../src/mermaid/index.js';

/** The messages on what isn't drawn. */
export function noticesOf(text: string): readonly string[] {
  const diagnostics: Diagnostic[] = [];
  mermaidToDrawio(text, { systemFonts: 'none', diagnostics });
  expect(diagnostics.every(({ code }) => code === 'mermaid-ignored')).toBe(true);
  return diagnostics.map(({ message }) => message);
}

/** The error that the text ends in, with limits other than the usual ones if given. Throws where it is drawn. */
export function errorOf(text: string, limits: Partial<Limits> = {}): MxsvgError {
  try {
    mermaidToDrawio(text, { systemFonts: 'none', limits });
  } catch (error) {
    if (error instanceof MxsvgError) return error;
    throw error;
  }
  throw new Error('It was drawn.');
}
