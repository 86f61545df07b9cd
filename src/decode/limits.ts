/** How much the decoder reads before it takes an input for an attack or a mistake. */

/** The largest input, in bytes or UTF-16 code units. */
export const MAX_INPUT_LENGTH = 64 * 1024 * 1024;

/** The largest page after inflation, in bytes. */
export const MAX_INFLATED_LENGTH = 64 * 1024 * 1024;
