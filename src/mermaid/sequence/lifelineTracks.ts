/** Lifelines while a sequence diagram is laid out: where each begins and ends, and the activations on it. */
import { rect } from '../../geometry/plane.js';
import type { OpenActivation as Extent, SequenceBounds } from './bounds.js';
import type { Column, Columns } from './columns.js';
import { ActiveSpans } from './ends.js';
import type { Activation, Lifeline, MessageEnd } from './picture.js';
import type { SequenceSettings } from './settings.js';

/** Of an activation in which nothing happens, px: how far it begins above, and ends below. */
const SHORT_ACTIVATION = { least: 18, above: 6, below: 12 };

interface OpenActivation {
  readonly id: string;
  readonly x: number;
  readonly extent: Extent;
}

interface Track {
  readonly column: Column;
  top: number;
  end: number | undefined;
  readonly open: OpenActivation[];
  readonly done: Activation[];
  count: number;
}

export class LifelineTracks {
  readonly #settings: SequenceSettings;
  readonly #headHeight: number;
  readonly #bounds: SequenceBounds;
  readonly #active: ActiveSpans;
  readonly #tracks: ReadonlyMap<string, Track>;

  /** Heads stand where the bounds are. */
  constructor({ columns, headHeight }: Columns, settings: SequenceSettings, bounds: SequenceBounds) {
    this.#settings = settings;
    this.#headHeight = headHeight;
    this.#bounds = bounds;
    this.#active = new ActiveSpans(settings.activationWidth);
    this.#tracks = new Map(
      columns.map((column): [string, Track] => [
        column.participant.key,
        { column, top: bounds.y, end: undefined, open: [], done: [], count: 0 },
      ]),
    );
  }

  /** Its head begins at this height, px. */
  begin(key: string, y: number): void {
    const track = this.#tracks.get(key);
    if (track) track.top = y;
  }

  /** Its head stands again at this height, px. */
  end(key: string, y: number): void {
    const track = this.#tracks.get(key);
    if (track) track.end = y;
  }

  /** Where a message meets a lifeline, or the activation that is there, on its right side or its left. */
  endAt(key: string, onRight: boolean): MessageEnd {
    const track = this.#tracks.get(key);
    const activation = onRight ? track?.open.at(-1) : track?.open[0];
    const x = !activation ? (track?.column.center ?? 0) : activation.x + (onRight ? this.#settings.activationWidth : 0);
    return { participant: key, activation: activation?.id, x };
  }

  /** The upper end of the new activation, px; undefined where there is no such lifeline. */
  activate(key: string): number | undefined {
    const track = this.#tracks.get(key);
    if (!track) return undefined;
    track.count++;
    const extent = this.#bounds.openActivation();
    track.open.push({ id: `${key}-activation-${track.count}`, x: this.#active.open(track.column), extent });
    return extent.top;
  }

  deactivate(key: string): void {
    const track = this.#tracks.get(key);
    const open = track?.open.pop();
    if (!track || !open) return;
    this.#active.close(track.column);
    this.#bounds.closeActivation(open.extent);
    const { activationWidth } = this.#settings;
    let { top } = open.extent;
    let bottom = this.#bounds.y;
    if (top + SHORT_ACTIVATION.least > bottom) {
      top = bottom - SHORT_ACTIVATION.above;
      bottom += SHORT_ACTIVATION.below;
    }
    track.done.push({ id: open.id, box: rect(open.x, top, activationWidth, bottom - top) });
    this.#bounds.insert(open.x, bottom - 10, open.x + activationWidth, bottom);
  }

  /** As it stands in a diagram that ends there, px. */
  lifeline({ participant, label, x, width, center }: Column, end: number): Lifeline {
    const track = this.#tracks.get(participant.key) as Track;
    const { mirrorActors } = this.#settings;
    const bottom = track.end ?? end;
    return {
      participant,
      label,
      center,
      head: rect(x, track.top, width, this.#headHeight),
      bottom: !mirrorActors && track.end !== undefined ? bottom + this.#headHeight / 2 : bottom,
      foot: mirrorActors ? bottom : undefined,
      activations: track.done.sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y),
    };
  }
}
