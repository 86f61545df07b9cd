/** What %page%, %date% and the other placeholders that no cell gives a value stand for. */
import { formatDate } from './dateMask.js';

/** The time of a drawing, the same wherever it is shown. It is known of it whether anything showed it. */
export class Clock {
  #wasRead = false;

  constructor(readonly time: Date = new Date()) {}

  read(): Date {
    this.#wasRead = true;
    return this.time;
  }

  get wasRead(): boolean {
    return this.#wasRead;
  }
}

export interface PageVariables {
  readonly pageName: string;
  /** 1-based. */
  readonly pageNumber: number;
  readonly pageCount: number;
  /** The name of the file, for %filename%; undefined where nobody knows it. */
  readonly fileName?: string;
  /** Variables of the file (the mxfile element's vars attribute). */
  readonly file: ReadonlyMap<string, string>;
  /** For %date%, %time% and %timestamp%. */
  readonly clock: Clock;
}

/** "pagenumber+1"; as in draw.io, what stands before and after isn't looked at. */
const COUNTED = /(pagecount|pagenumber)\s*([+-])\s*(\d+)/;

/** The value of a variable; those of the page come before the file's own. */
export function variable(name: string, variables: PageVariables): string | undefined {
  // A longer name than these is nothing but a sum, whatever the file has.
  if (/^(pagecount|pagenumber)./s.test(name)) return counted(name, variables);
  return pageVariable(name, variables) ?? variables.file.get(name);
}

function counted(name: string, variables: PageVariables): string | undefined {
  const [, count, sign, step] = COUNTED.exec(name) ?? [];
  if (step === undefined) return undefined;
  const from = count === 'pagecount' ? variables.pageCount : variables.pageNumber;
  return String(sign === '+' ? from + Number(step) : from - Number(step));
}

function pageVariable(name: string, variables: PageVariables): string | undefined {
  switch (name) {
    case 'page':
      return variables.pageName;
    case 'pagenumber':
      return String(variables.pageNumber);
    case 'pagecount':
      return String(variables.pageCount);
    case 'filename':
      return variables.fileName;
    case 'date':
      return variables.clock.read().toLocaleDateString('en-US');
    case 'time':
      return variables.clock.read().toLocaleTimeString('en-US');
    case 'timestamp':
      return variables.clock.read().toLocaleString('en-US');
    default:
      return name.startsWith('date{') ? formatDate(variables.clock.read(), name.slice(5, -1)) : undefined;
  }
}
