/** Reads a style string ("ellipse;fillColor=#fff;html=1") into names and keys, in the order that they stand. */

export type StyleToken =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'entry'; readonly key: string; readonly value: string };

export interface StyleString {
  readonly tokens: readonly StyleToken[];
  /** False when the string starts with ';': draw.io then takes no defaults. */
  readonly inheritsDefaults: boolean;
}

export function parseStyle(text: string): StyleString {
  const tokens: StyleToken[] = [];
  for (const part of text.split(';')) {
    const equals = part.indexOf('=');
    if (equals >= 0) tokens.push({ kind: 'entry', key: part.slice(0, equals), value: part.slice(equals + 1) });
    else if (part !== '') tokens.push({ kind: 'name', name: part });
  }
  return { tokens, inheritsDefaults: !text.startsWith(';') };
}
