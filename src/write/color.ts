/** Colours with an opacity, in the form that every SVG reader knows. */
import { colord, extend } from 'colord';
import names from 'colord/plugins/names';

extend([names]);

/** A colour with its alpha multiplied, as #rrggbbaa, which every SVG reader knows; black for what is no colour. */
export function withOpacity(color: string, opacity: number): string {
  const parsed = colord(color);
  return colord({ ...parsed.toRgb(), a: parsed.alpha() * opacity }).toHex();
}
