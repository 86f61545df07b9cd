/** Chance that is the same each time. */

/** draw.io's seed: a string hash of the cell's id. */
export function seedOf(cellId: string): number {
  let seed = 1;
  for (let i = 0; i < cellId.length; i++) seed = ((seed << 5) - seed + cellId.charCodeAt(i)) | 0;
  return seed || 1; // rough.js takes 0 for no seed
}
