/** All that the command prints for people and logs: a line at a time, in which nothing that a file holds can act. */
import { standardOutput } from './standardOutput.js';

/**
 * What ends a line, moves a cursor, turns text around or can't be seen (but for the joiners that names in many languages
 * have), and the second of the two characters with which the commands of build logs begin: "::" and "##".
 */
const ACTING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}|(?<=:):|(?<=#)#/gu;

/** The text with such characters as JSON writes them, so that what was JSON means the same. */
export const printable = (text: string): string =>
  text.replace(ACTING, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** Prints a line on standard error. */
export const tell = (line: string): void => {
  process.stderr.write(`${printable(line)}\n`);
};

/** Prints a line of a result on standard output. */
export const answer = (line: string): void => {
  standardOutput().write(`${printable(line)}\n`);
};

/** Prints an error that is a defect of ours, with all that tells where. */
export function tellDefect(error: unknown): void {
  const text = (error instanceof Error && error.stack) || String(error);
  for (const line of text.split('\n')) tell(line);
}
