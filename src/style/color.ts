/** Colours as draw.io writes them in styles, made concrete for a light page. */

const BACKGROUND_KEYS = new Set([
  'fillColor',
  'gradientColor',
  'labelBackgroundColor',
  'swimlaneFillColor',
  'background',
]);

/** Splits the arguments of a CSS function at its top-level commas. */
export function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}

/** The first (light) colour of light-dark(light, dark), and the fallback of var(--name, fallback). */
export function lightColor(value: string): string {
  const text = value.trim();
  const match = /^(light-dark|var)\((.*)\)$/is.exec(text);
  if (!match) return text;
  const parts = splitArguments(match[2] as string);
  const chosen = (match[1] as string).toLowerCase() === 'light-dark' ? parts[0] : parts[1];
  return chosen === undefined || chosen === text ? text : lightColor(chosen);
}

/** Makes a style's colour concrete; undefined for none. The key decides what 'default' stands for. */
export function concreteColor(value: string, key: string): string | undefined {
  const color = lightColor(value);
  if (color === '' || color === 'none') return undefined;
  // A paint from elsewhere would make the picture's reader fetch it.
  if (/url\s*\(/i.test(color)) return undefined;
  if (color === 'default') return BACKGROUND_KEYS.has(key) ? '#ffffff' : '#000000';
  return color;
}
