/** What a check found, in lines. */
import { type CheckOptions, check, type Finding, type Source } from '../index.js';

/** How many findings are listed. */
const MOST = 100;

/** What is wrong, a line a finding; a sentence where nothing is. Throws as check does. */
export function findingsText(source: Source, options: CheckOptions): string {
  const findings = check(source, options);
  if (findings.length === 0) return 'Nothing is wrong with it, as far as the rules see.';
  const more = findings.length > MOST ? [`… and ${findings.length - MOST} more.`] : [];
  const heading = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}:`;
  return [heading, ...findings.slice(0, MOST).map(findingText), ...more].join('\n');
}

function findingText({ rule, severity, page, cells, box, message, fix }: Finding): string {
  const where = [
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(cells.length > 0 ? [cells.map((id) => JSON.stringify(id)).join(', ')] : []),
    ...(box ? [`at ${[box.x, box.y].map(Math.round).join(', ')}`] : []),
  ];
  return `- ${severity} ${rule}${where.length > 0 ? ` (${where.join('; ')})` : ''}: ${message}${fix ? ` Fix: ${fix.what}.` : ''}`;
}
