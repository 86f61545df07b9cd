/** The command that draws what the playground shows. */
import type { Theme } from 'mxsvg/browser';

export interface Shown {
  readonly file: string;
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
  readonly theme: Theme;
}

export function commandFor({ file, page, pages, theme }: Shown, ending: string): string {
  const words = ['npx', 'mxsvg', quoted(file.startsWith('-') ? `./${file}` : file)];
  if (pages > 1) words.push('-p', String(page));
  if (ending === 'png') words.push('-s', '2');
  if (theme !== 'light' && !(ending !== 'svg' && theme === 'auto')) words.push('--theme', theme);
  words.push('-o', quoted(`${stem(file)}.${ending}`));
  return words.join(' ');
}

/** A file's name without its ending. */
export const stem = (file: string): string => file.replace(/(?:\.drawio)?\.[^.]+$/, '') || file;

const quoted = (word: string): string => (/^[\w./+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
