/** The one table of rules, in the order of their documentation. */
import type { Rule } from './rule.js';

export const RULES: readonly Rule[] = [];
