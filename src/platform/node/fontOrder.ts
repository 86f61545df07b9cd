/** In which order a machine's families are asked for a character that others lack: as systems ask them themselves. */
import { smallest } from '../../primitives/lists.js';

type Environment = Readonly<Record<string, string | undefined>>;

const GENERAL = [
  'dejavu sans',
  'noto sans',
  'segoe ui',
  'helvetica neue',
  'lucida grande',
  'tahoma',
  'arial unicode ms',
  'arial',
];

/** Ideographs are drawn in ways that differ by language: its own fonts go first, then the others in this order. */
const IDEOGRAPHS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ja', ['noto sans cjk jp', 'noto sans jp', 'source han sans', 'hiragino sans', 'yu gothic', 'meiryo']],
  ['zh-Hans', ['noto sans cjk sc', 'noto sans sc', 'source han sans sc', 'pingfang sc', 'microsoft yahei']],
  ['ko', ['noto sans cjk kr', 'noto sans kr', 'source han sans k', 'apple sd gothic neo', 'malgun gothic']],
  ['zh-Hant', ['noto sans cjk tc', 'noto sans tc', 'source han sans tc', 'pingfang tc', 'microsoft jhenghei']],
  ['zh-HK', ['noto sans cjk hk', 'noto sans hk', 'source han sans hc', 'pingfang hk']],
]);

const OTHERS = [
  'geeza pro',
  'nirmala ui',
  'leelawadee ui',
  'ebrima',
  'gadugi',
  'apple symbols',
  'segoe ui symbol',
  'segoe ui historic',
];

const MONOSPACED = /mono|code|typewriter|console/i;
const WITH_SERIFS = /serif|roman|times|mincho|song|ming|script|kufi|nastaliq/i;
/** It has something for every character, coarsely. */
const LAST = /^unifont/i;

/** Ranks a family by the names that it goes by: the lowest is asked first. `language`: as languageOf gives it. */
export function familyRanking(language: string | undefined): (names: readonly string[]) => number {
  const own = IDEOGRAPHS.get(language ?? '') ?? [];
  const preferred = [...new Set([...GENERAL, ...own, ...[...IDEOGRAPHS.values()].flat(), ...OTHERS])];
  const ranks = new Map(preferred.map((name, rank) => [name, rank]));
  return (names) => {
    const known = names.map((name) => ranks.get(name.toLowerCase()) ?? preferred.length);
    const rank = smallest(known, preferred.length);
    return rank < preferred.length ? rank : preferred.length + groupOf(names[0] ?? '');
  };
}

/** Noto Sans for the scripts, other families without serifs, the rest, monospaced ones, hidden ones. */
function groupOf(family: string): number {
  if (LAST.test(family)) return 5;
  if (family.startsWith('.')) return 4;
  if (MONOSPACED.test(family)) return 3;
  if (/^noto sans /i.test(family)) return 0;
  return /sans/i.test(family) || !WITH_SERIFS.test(family) ? 1 : 2;
}

/** The language of those that write ideographs, from the locale of a process; undefined for others. */
export function languageOf({ LC_ALL, LC_CTYPE, LANG }: Environment): string | undefined {
  const [, language, region = ''] = /^([a-z]{2})(?:[_-](\w+))?/i.exec(LC_ALL || LC_CTYPE || LANG || '') ?? [];
  if (language !== 'zh') return language !== undefined && IDEOGRAPHS.has(language) ? language : undefined;
  if (/^(?:HK|MO)$/i.test(region)) return 'zh-HK';
  return /^(?:TW|Hant)$/i.test(region) ? 'zh-Hant' : 'zh-Hans';
}
