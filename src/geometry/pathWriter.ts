/** Writes SVG path data as bytes, digit by digit: outlines of text hold so many numbers that strings of each cost most. */
import { formatNumber, HALF_RESIDUE } from './numbers.js';

const MINUS = 0x2d;
const POINT = 0x2e;
const SPACE = 0x20;
const ZERO = 0x30;

/** Room for the longest point: two numbers with a space before each. */
const LONGEST_POINT = 64;

/** Past this a number isn't written digit by digit. */
const MOST = 1e9;

export class PathWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  readonly #decoder = new TextDecoder();
  readonly #factor: number;

  /** Numbers have as many decimals at most, without trailing zeros, as `formatNumber` writes them. */
  constructor(readonly decimals: number) {
    this.#factor = 10 ** decimals;
  }

  /** Begins anew: what was written and never taken, since an error came between, is gone. */
  start(): void {
    this.#length = 0;
  }

  /** A letter of ASCII. */
  letter(code: number): void {
    this.#reserve();
    this.#bytes[this.#length++] = code;
  }

  /** A point, apart from the number before it. */
  nextPoint(x: number, y: number): void {
    this.#bytes[this.#length++] = SPACE;
    this.point(x, y);
  }

  /** A point behind a letter. */
  point(x: number, y: number): void {
    this.#reserve();
    this.#number(x);
    this.#bytes[this.#length++] = SPACE;
    this.#number(y);
  }

  /** What was written since this was last asked for. */
  take(): string {
    const text = this.#decoder.decode(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return text;
  }

  #reserve(): void {
    if (this.#length + LONGEST_POINT <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * this.#bytes.length);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  #number(value: number): void {
    if (!(Math.abs(value) < MOST)) {
      const text = formatNumber(value, this.decimals);
      for (let i = 0; i < text.length; i++) this.#bytes[this.#length++] = text.charCodeAt(i);
      return;
    }
    const factor = this.#factor;
    const signed = Math.round(value * factor + HALF_RESIDUE);
    const parts = Math.abs(signed);
    if (signed < 0) this.#bytes[this.#length++] = MINUS;
    const whole = Math.floor(parts / factor);
    this.#whole(whole);
    const rest = parts - whole * factor;
    if (rest > 0) this.#fraction(rest);
  }

  #whole(value: number): void {
    let place = 1;
    while (place * 10 <= value) place *= 10;
    for (let rest = value; place >= 1; place = Math.floor(place / 10)) {
      const digit = Math.floor(rest / place);
      this.#bytes[this.#length++] = ZERO + digit;
      rest -= digit * place;
    }
  }

  /** Decimals up to the last that isn't zero. */
  #fraction(parts: number): void {
    this.#bytes[this.#length++] = POINT;
    let place = this.#factor;
    for (let rest = parts; rest > 0; ) {
      place /= 10;
      const digit = Math.floor(rest / place);
      this.#bytes[this.#length++] = ZERO + digit;
      rest -= digit * place;
    }
  }
}
