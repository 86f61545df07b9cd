/**
 * Where text that flows along an outline begins, so that it stands in the middle or at the bottom of its shape: lines
 * are as long as their height lets them be, so the place is searched for, in the steps that draw.io searches in.
 */
import type { FlowPlacement } from './flowContent.js';

/** What a flow's text takes up, from the top left corner of its floats. */
export interface FlowExtent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The top and bottom of each line. */
  readonly lines: readonly (readonly [top: number, bottom: number])[];
}

export interface FlowAlignmentRequest {
  /** Lays the text out with that placement; undefined if it has none. */
  measure(placement: FlowPlacement): FlowExtent | undefined;
  readonly boxHeight: number;
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
  readonly lineHeight: number;
  /** Whether the shape is so wide at its foot that a line may reach a little out of it there. */
  readonly flatFoot: boolean;
}

/** How far text may reach out of its box and still count as within it, px. */
const SLACK = 0.5;

export function alignFlow(request: FlowAlignmentRequest): FlowPlacement {
  const { verticalAlign, boxHeight, lineHeight } = request;
  let centred = verticalAlign !== 'bottom';
  let spacer = 0;
  if (verticalAlign !== 'top') {
    const search = new OffsetSearch(request);
    let best = search.run(verticalAlign === 'bottom');
    const overflows = search.naturalHeight !== undefined && search.naturalHeight > boxHeight;
    // Text that is too high for its shape is centred where none of it ends near the bottom.
    if (verticalAlign === 'bottom' && overflows && (!best?.fits || best.score > 2 * lineHeight)) {
      best = search.run(false);
      centred = true;
    }
    spacer = Math.round(best?.spacer ?? 0);
  }
  return joinTail(request, spacer, centred);
}

interface Candidate {
  readonly spacer: number;
  /** How far the text is from where it should stand. */
  readonly score: number;
  readonly fits: boolean;
}

/** A trial: where the text stands in its box with that spacer. */
interface Probe {
  readonly spacer: number;
  readonly top: number;
  readonly bottom: number;
  readonly lines: number;
}

class OffsetSearch {
  /** The height of the text that begins at the top. */
  naturalHeight: number | undefined;
  #best: Candidate | undefined;
  #probes: Probe[] = [];

  constructor(readonly request: FlowAlignmentRequest) {}

  /** The best place found; undefined if there is no text, or no place will do. */
  run(toBottom: boolean): Candidate | undefined {
    this.#best = undefined;
    this.#probes = [];
    if (!(toBottom ? this.#approachBottom() : this.#approachMiddle())) return undefined;
    if (!toBottom && !this.#isAligned()) this.#bisectWraps();
    return this.#best;
  }

  #isAligned(): boolean {
    return this.#best?.fits === true && this.#best.score <= 1;
  }

  #overflows(): boolean {
    return (this.naturalHeight ?? 0) > this.request.boxHeight;
  }

  #probe(spacer: number, toBottom: boolean): Probe | undefined {
    const extent = this.request.measure({ spacer, clip: undefined });
    if (!extent) return undefined;
    const above = Math.min(0, spacer);
    const probe = { spacer, top: extent.top + above, bottom: extent.bottom + above, lines: extent.lines.length };
    this.naturalHeight ??= probe.bottom - probe.top;
    const fits = probe.bottom <= this.request.boxHeight + SLACK && (toBottom || probe.top >= -SLACK);
    const score = toBottom
      ? this.#bottomScore(probe, fits)
      : Math.abs(probe.top + probe.bottom - this.request.boxHeight);
    if (score !== undefined) this.#keepBetter({ spacer, score, fits }, !toBottom || this.#overflows());
    this.#probes.push(probe);
    return probe;
  }

  #bottomScore({ spacer, bottom }: Probe, fits: boolean): number | undefined {
    const { boxHeight, flatFoot } = this.request;
    if (this.#overflows()) return Math.abs(boxHeight - bottom);
    if (spacer < 0) return undefined;
    if (fits) return boxHeight - bottom;
    return flatFoot ? 1.5 * (bottom - boxHeight) : undefined;
  }

  #keepBetter(candidate: Candidate, prefersFitting: boolean): void {
    const best = this.#best;
    const better =
      !best ||
      (prefersFitting && candidate.fits && !best.fits) ||
      ((!prefersFitting || candidate.fits === best.fits) && candidate.score < best.score);
    if (better) this.#best = candidate;
  }

  #approachMiddle(): boolean {
    let spacer = 0;
    for (let step = 0; step < 5; step++) {
      const probe = this.#probe(spacer, false);
      if (!probe) return false;
      if (this.#isAligned()) break;
      const next = spacer + (this.request.boxHeight - probe.top - probe.bottom) / 2;
      if (Math.round(next) === Math.round(spacer)) break;
      spacer = next;
    }
    return true;
  }

  /** The text's end jumps where lines begin to break elsewhere: the place of the jump is closed in on. */
  #approachBottom(): boolean {
    const { boxHeight } = this.request;
    let spacer = 0;
    let within: number | undefined;
    let beyond: number | undefined;
    for (let step = 0; step < 8; step++) {
      const probe = this.#probe(spacer, true);
      if (!probe) return false;
      if (this.#isAligned()) break;
      if (probe.bottom <= boxHeight + SLACK) within = Math.max(within ?? spacer, spacer);
      else if (within === undefined || spacer > within) beyond = Math.min(beyond ?? spacer, spacer);
      let next = spacer + boxHeight - probe.bottom;
      if (within !== undefined && beyond !== undefined && beyond - within > 1) next = (within + beyond) / 2;
      if (!this.#overflows()) next = Math.max(0, next);
      if (Math.round(next) === Math.round(spacer)) break;
      spacer = next;
    }
    return true;
  }

  /** The best place may lie where the lines begin to break differently: what lies between such trials is tried too. */
  #bisectWraps(): void {
    const sorted = [...this.#probes].sort((a, b) => a.spacer - b.spacer);
    let left = 8;
    for (let index = 0; index + 1 < sorted.length && left > 0 && !this.#isAligned(); index++) {
      let before = sorted[index] as Probe;
      let after = sorted[index + 1] as Probe;
      while (left > 0 && !this.#isAligned() && !sameLines(before, after) && after.spacer - before.spacer > 1) {
        const middle = Math.round((before.spacer + after.spacer) / 2);
        if (middle <= before.spacer || middle >= after.spacer) break;
        const probe = this.#probe(middle, false);
        left--;
        if (!probe) break;
        if (sameLines(before, probe)) before = probe;
        else after = probe;
      }
    }
  }
}

const sameLines = (a: Probe, b: Probe): boolean =>
  a.lines === b.lines && Math.abs(b.bottom - b.top - (a.bottom - a.top)) <= 1;

/** A few words that fit nowhere beside the outline follow the last line that does, and the text is aligned once more. */
function joinTail(request: FlowAlignmentRequest, from: number, centred: boolean): FlowPlacement {
  const { measure, boxHeight, verticalAlign } = request;
  let spacer = from;
  let clip = tailClip(request, spacer);
  if (clip === undefined || verticalAlign === 'top') return rounded(spacer, clip);
  const missing = ({ top, bottom }: FlowExtent, at: number): number => {
    const above = Math.min(0, at);
    return centred ? boxHeight - top - bottom - 2 * above : boxHeight - bottom - above;
  };
  let joined = measure({ spacer, clip });
  for (let round = 0; round < 3 && joined; round++) {
    let delta = Math.round(centred ? missing(joined, spacer) / 2 : missing(joined, spacer));
    let accepted = false;
    for (let trial = 0; trial < 2 && delta !== 0; trial++) {
      const nextClip: number = tailClip(request, spacer + delta) ?? clip + delta;
      const next = measure({ spacer: spacer + delta, clip: nextClip });
      const within = centred || (next && next.bottom + Math.min(0, spacer + delta) <= boxHeight + SLACK);
      if (next && within && Math.abs(missing(next, spacer + delta)) < Math.abs(missing(joined, spacer))) {
        spacer += delta;
        clip = nextClip;
        joined = next;
        accepted = true;
        break;
      }
      delta = Math.round(delta / 2);
    }
    if (!accepted) break;
  }
  return rounded(spacer, clip);
}

const rounded = (spacer: number, clip: number | undefined): FlowPlacement => ({
  spacer: Math.round(spacer),
  clip: clip === undefined ? undefined : Math.round(clip),
});

/** Where the floats have to end for a short rest below them to follow the last line beside them. */
function tailClip({ measure, boxHeight, lineHeight }: FlowAlignmentRequest, spacer: number): number | undefined {
  const lines = measure({ spacer, clip: undefined })?.lines ?? [];
  const above = Math.max(0, -spacer);
  const end = Math.round(boxHeight) + above;
  let first = lines.length;
  while (first > 0 && (lines[first - 1] as readonly [number, number])[0] >= end - 1) first--;
  const tail = lines[first];
  const last = lines[lines.length - 1];
  if (!tail || !last) return undefined;
  const before = lines[first - 1];
  const detached = before === undefined || tail[0] - before[1] > 2;
  if (last[1] - tail[0] > 2 * lineHeight + 2 || !detached) return undefined;
  return before ? before[1] - above : 0;
}
