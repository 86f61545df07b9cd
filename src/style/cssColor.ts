/** Which texts are CSS colours. */
import { colord, extend } from 'colord';
import names from 'colord/plugins/names';

extend([names]);

/** True for what CSS reads as a colour, and for 'none' and 'default', which draw.io writes in its place. */
export function isCssColor(value: string): boolean {
  const text = value.trim().toLowerCase();
  if (text === 'none' || text === 'default' || text === 'currentcolor') return true;
  // Functions that only browsers resolve (light-dark, var, color-mix) count as colours too.
  return /^[a-z-]+\(.*\)$/s.test(text) || colord(text).isValid();
}
