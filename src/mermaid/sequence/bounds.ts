/** How far a sequence diagram reaches, and the fragments that are open in it: each stands around what is added in it. */
import { type Rect, rect } from '../../geometry/plane.js';

/** Sides, px; undefined while nothing is there. */
interface Extent {
  left: number | undefined;
  top: number | undefined;
  right: number | undefined;
  bottom: number | undefined;
}

const least = (a: number | undefined, b: number): number => (a === undefined ? b : Math.min(a, b));
const most = (a: number | undefined, b: number): number => (a === undefined ? b : Math.max(a, b));

export interface OpenFrame extends Extent {
  top: number;
}

export interface OpenActivation {
  top: number;
}

export class SequenceBounds {
  readonly #margin: number;
  readonly #all: Extent = { left: undefined, top: undefined, right: undefined, bottom: undefined };
  readonly #frames: OpenFrame[] = [];
  readonly #activations: OpenActivation[] = [];
  /** Where the next event begins, px. */
  y = 0;

  constructor(margin: number) {
    this.#margin = margin;
  }

  down(by: number): void {
    this.y += by;
    this.#all.bottom = most(this.#all.bottom, this.y);
  }

  /** Frames keep a margin around what is in them, and outer ones around inner ones. */
  insert(left: number, top: number, right: number, bottom: number): void {
    this.#include(left, top, right, bottom);
    for (const [index, frame] of this.#frames.entries()) {
      const margin = (this.#frames.length - index) * this.#margin;
      frame.top = Math.min(frame.top, top - margin);
      frame.bottom = most(frame.bottom, bottom + margin);
      frame.left = least(frame.left, left - margin);
      frame.right = most(frame.right, right + margin);
      this.#include(left - margin, top - margin, right + margin, bottom + margin);
    }
    for (const [index, activation] of this.#activations.entries())
      activation.top = Math.min(activation.top, top + index * this.#margin);
  }

  #include(left: number, top: number, right: number, bottom: number): void {
    const all = this.#all;
    all.left = least(all.left, left);
    all.top = least(all.top, top);
    all.right = most(all.right, right);
    all.bottom = most(all.bottom, bottom);
  }

  openFrame(): OpenFrame {
    const frame = { left: undefined, top: this.y, right: undefined, bottom: undefined };
    this.#frames.push(frame);
    return frame;
  }

  /** Of what is in it, for the next event begins below it. An empty one takes no room. */
  closeFrame(): void {
    const frame = this.#frames.pop();
    if (frame?.bottom !== undefined) this.down(frame.bottom - this.y);
  }

  openActivation(): OpenActivation {
    const activation = { top: this.y + 2 };
    this.#activations.push(activation);
    return activation;
  }

  closeActivation(activation: OpenActivation): void {
    this.#activations.splice(this.#activations.indexOf(activation), 1);
  }

  area(): Rect {
    const { left = 0, top = 0, right = 0, bottom = 0 } = this.#all;
    return rect(left, top, right - left, bottom - top);
  }
}
