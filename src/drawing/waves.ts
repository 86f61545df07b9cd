/** The form of wavy lines under text, as Chromium draws them. */

export interface Wave {
  /** Half of its length, px. */
  readonly step: number;
  /** How far its control points are from the line's middle, px. */
  readonly reach: number;
  readonly thickness: number;
}

/** Half pixels keep thin waves sharp. */
export function waveOf({
  thickness: given,
  fontSize,
}: {
  readonly thickness?: number;
  readonly fontSize: number;
}): Wave {
  const thickness = Math.max(1, given ?? fontSize / 10);
  return { step: 0.5 + Math.round(2 * thickness + 0.5), reach: 0.5 + Math.round(3 * thickness + 0.5), thickness };
}
