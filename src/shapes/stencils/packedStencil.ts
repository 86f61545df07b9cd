/**
 * A stencil's program in few bytes, as the asset pack has it: a byte a command, coordinates as differences from the last
 * ones in the smallest unit that holds them all, and as JSON what is rare. It is read back number for number.
 */
import type { StencilCommand, StencilProgram } from './stencilProgram.js';

/** A command of numbers alone: which, in their order, and what else it says. */
interface Form {
  readonly kind: string;
  readonly numbers: readonly string[];
  readonly rest: Readonly<Record<string, boolean>>;
}

type Fields = Readonly<Record<string, unknown>>;

const form = (kind: string, numbers = '', rest: Form['rest'] = {}): Form => ({
  kind,
  numbers: numbers.split(' ').filter((name) => name !== ''),
  rest,
});

const ARC = 'rx ry rotation x y';

/** The order is part of the format: see PACK_FORMAT. */
const FORMS: readonly Form[] = [
  form('close'),
  form('save'),
  form('restore'),
  form('fill'),
  form('stroke'),
  form('fillstroke'),
  form('move', 'x y'),
  form('line', 'x y'),
  form('quad', 'x1 y1 x2 y2'),
  form('curve', 'x1 y1 x2 y2 x3 y3'),
  form('arc', ARC, { largeArc: false, sweep: false }),
  form('arc', ARC, { largeArc: false, sweep: true }),
  form('arc', ARC, { largeArc: true, sweep: false }),
  form('arc', ARC, { largeArc: true, sweep: true }),
  form('rect', 'x y w h'),
  form('ellipse', 'x y w h'),
  form('roundrect', 'x y w h arcSize'),
];

/** The bytes before the forms': what ends a section or a path, what JSON says, what begins a path. */
const END = 0;
const AS_JSON = 1;
const PATH = 2;
const FIRST_FORM = 3;

/** A stencil with finer numbers is packed as JSON. */
const MOST_DECIMALS = 6;

/** What no packed program begins with, since that is its number of decimals: JSON's "{". */
const BRACE = 0x7b;

/** The program as bytes of which `unpackStencil` makes an equal one. */
export function packStencil(program: StencilProgram): Uint8Array {
  const { background, foreground, ...rest } = program;
  const writer = new Writer();
  for (const section of [background, foreground]) writer.commands(section);
  const { operations, numbers, json } = writer;
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const scaled = inUnits(numbers, 10 ** decimals);
    if (!scaled) continue;
    const text = new TextEncoder().encode(JSON.stringify([rest, ...json]));
    const bytes = [decimals];
    for (const part of [operations, text]) {
      writeNumber(bytes, part.length);
      for (const byte of part) bytes.push(byte);
    }
    for (const number of scaled) writeNumber(bytes, number < 0 ? -2 * number - 1 : 2 * number);
    return Uint8Array.from(bytes);
  }
  return new TextEncoder().encode(JSON.stringify(program));
}

/** Throws where the bytes aren't what `packStencil` makes. */
export function unpackStencil(bytes: Uint8Array): StencilProgram {
  if (bytes[0] === BRACE) return JSON.parse(new TextDecoder().decode(bytes));
  const reader = new Reader(bytes);
  return { ...reader.rest, background: reader.commands(), foreground: reader.commands() };
}

/** A number of a command, and whose earlier one it is told from. */
interface Told {
  readonly value: number;
  readonly axis: string;
}

/** Along which axis a field lies: 'x' and 'y' for places; a second radius is told from the first. */
const axisOf = (name: string): string =>
  name === 'rx' || name === 'ry' ? 'r' : /^[xy]/.test(name) ? (name[0] as string) : '';

/** The numbers in units of 1 / scale, places as differences; undefined where a unit doesn't hold them exactly. */
function inUnits(numbers: readonly Told[], scale: number): readonly number[] | undefined {
  const last = new Map<string, number>();
  const scaled: number[] = [];
  for (const { value, axis } of numbers) {
    const units = Math.round(value * scale);
    if (units / scale !== value || Math.abs(units) > 2 ** 48) return undefined;
    scaled.push(units - (last.get(axis) ?? 0));
    if (axis !== '') last.set(axis, units);
  }
  return scaled;
}

/** Seven bits a byte, the lowest first; a byte that has the eighth is followed by another. */
function writeNumber(bytes: number[], number: number): void {
  let left = number;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  bytes.push(left);
}

class Writer {
  readonly operations: number[] = [];
  readonly numbers: Told[] = [];
  readonly json: StencilCommand[] = [];

  commands(commands: readonly StencilCommand[]): void {
    for (const command of commands) this.#command(command);
    this.operations.push(END);
  }

  #command(command: StencilCommand): void {
    const fields: Fields = { ...command };
    const index = FORMS.findIndex((each) => fits(each, fields));
    if (index >= 0) {
      this.operations.push(FIRST_FORM + index);
      for (const name of (FORMS[index] as Form).numbers) {
        this.numbers.push({ value: fields[name] as number, axis: axisOf(name) });
      }
    } else if (command.kind === 'path' && command.rounding === undefined) {
      this.operations.push(PATH);
      this.commands(command.commands);
    } else {
      this.operations.push(AS_JSON);
      this.json.push(command);
    }
  }
}

const fits = ({ kind, rest }: Form, fields: Fields): boolean =>
  kind === fields.kind && Object.entries(rest).every(([name, value]) => fields[name] === value);

class Reader {
  readonly rest: Omit<StencilProgram, 'background' | 'foreground'>;
  readonly #bytes: Uint8Array;
  readonly #scale: number;
  readonly #operations: Uint8Array;
  readonly #json: Iterator<StencilCommand>;
  readonly #last = new Map<string, number>();
  #at = 1;
  #operation = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#scale = 10 ** (bytes[0] ?? 0);
    this.#operations = this.#part();
    const [rest, ...json] = JSON.parse(new TextDecoder().decode(this.#part()));
    this.rest = rest;
    this.#json = json.values();
  }

  /** The commands up to the end of the section or path. */
  commands(): readonly StencilCommand[] {
    const commands: StencilCommand[] = [];
    for (;;) {
      const operation = this.#operations[this.#operation++];
      if (operation === undefined) throw new Error('it ends amid its commands');
      if (operation === END) return commands;
      commands.push(this.#command(operation));
    }
  }

  #command(operation: number): StencilCommand {
    if (operation === PATH) return { kind: 'path', commands: this.commands(), rounding: undefined } as StencilCommand;
    if (operation === AS_JSON) {
      const { done, value } = this.#json.next();
      if (done) throw new Error('a command is missing');
      return value;
    }
    const known = FORMS[operation - FIRST_FORM];
    if (!known) throw new Error(`no command is ${operation}`);
    const command: Record<string, unknown> = { kind: known.kind };
    for (const name of known.numbers) command[name] = this.#coordinate(axisOf(name));
    return Object.assign(command, known.rest) as unknown as StencilCommand;
  }

  #coordinate(axis: string): number {
    const told = this.#number();
    const difference = told % 2 === 1 ? -(told + 1) / 2 : told / 2;
    const units = difference + (this.#last.get(axis) ?? 0);
    if (axis !== '') this.#last.set(axis, units);
    return units / this.#scale;
  }

  #part(): Uint8Array {
    const length = this.#number();
    const start = this.#at;
    this.#at += length;
    return this.#bytes.subarray(start, this.#at);
  }

  #number(): number {
    let number = 0;
    for (let unit = 1; ; unit *= 0x80) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new Error('it ends amid its numbers');
      number += (byte & 0x7f) * unit;
      if (byte < 0x80) return number;
    }
  }
}
