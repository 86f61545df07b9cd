/** The transform attribute. */
import { formatNumber } from '../../geometry/numbers.js';
import { isIdentity, type Matrix } from '../../geometry/plane.js';

/** A transform attribute with a leading space, or nothing for the identity. */
export function transformAttribute(m: Matrix): string {
  if (isIdentity(m)) return '';
  const unturned = m.a === 1 && m.b === 0 && m.c === 0 && m.d === 1;
  if (unturned) return ` transform="translate(${formatNumber(m.e)} ${formatNumber(m.f)})"`;
  const linear = [m.a, m.b, m.c, m.d].map((value) => formatNumber(value, 6)).join(' ');
  return ` transform="matrix(${linear} ${formatNumber(m.e, 3)} ${formatNumber(m.f, 3)})"`;
}
