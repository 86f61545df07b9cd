/** The colours of a picture that follows the page around it, as a light page has them. */

/** A function of CSS that is being read, or what stands outside of all. */
interface Open {
  /** What is kept of its text. */
  text: string;
  /** Its arguments so far, the one being read included. */
  count: number;
  /** Which of its arguments stands for all of it; undefined: it stays as it is. */
  readonly kept: 'first' | 'later' | undefined;
}

/**
 * A CSS value in which light-dark(a, b) is a, and var(--name, fallback) the fallback: draw.io sets its variables from
 * the same pairs. Takes one pass, whatever is nested in what.
 */
export function lightSideOf(value: string): string {
  if (!/light-dark\(|var\(/i.test(value)) return value;
  const open: Open[] = [{ text: '', count: 1, kept: undefined }];
  let from = 0;
  for (const { 0: mark, index } of value.matchAll(/[(),]/g)) {
    const top = open.at(-1) as Open;
    const words = value.slice(from, index);
    from = index + 1;
    if (mark === '(') {
      const name = /(?:^|[^\w-])(light-dark|var)$/i.exec(words.slice(-12))?.[1] ?? '';
      keep(top, words.slice(0, words.length - name.length));
      if (name === '') keep(top, '(');
      open.push({ text: '', count: 1, kept: KEPT.get(name.toLowerCase()) });
    } else if (mark === ',') {
      keep(top, words);
      if (top.kept !== 'first' && !(top.kept === 'later' && top.count === 1)) keep(top, ',');
      top.count += 1;
    } else {
      keep(top, words);
      const outer = open.at(-2);
      if (!outer) {
        keep(top, ')');
        continue;
      }
      open.pop();
      keep(outer, top.kept ? top.text.trim() : `${top.text})`);
    }
  }
  const rest = value.slice(from);
  return open.map(({ text }) => text).join('') + rest;
}

const KEPT: ReadonlyMap<string, 'first' | 'later'> = new Map([
  ['light-dark', 'first'],
  ['var', 'later'],
]);

function keep(open: Open, text: string): void {
  const isKept = open.kept === undefined || (open.kept === 'first' ? open.count === 1 : open.count > 1);
  if (isKept) open.text += text;
}
