/** The ends of texts, looked at from behind: an expression that holds to an end is tried at each character before it. */

/** A text without the characters at its end that are of a kind. */
export function withoutEnd(text: string, isOfKind: (character: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isOfKind(text[end - 1] as string)) end -= 1;
  return text.slice(0, end);
}
