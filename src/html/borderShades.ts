/** The two shades of borders that look raised or sunk, as Chromium derives them from the border's colour. */
import { largest } from '../primitives/lists.js';
import { colorPair, printColor, readColor, sidesOf } from '../style/color.js';

/** How much of the full scale a shade is lighter or darker than its colour. */
const STEP = 0.33;
/** Below this in every channel, a colour can't get darker: both of its shades are lighter. */
const DARK = 32;
const LIGHTER_BLACK = 0x54;

type Channels = readonly [number, number, number];

const scaled = (channels: Channels, factor: number): Channels =>
  channels.map((channel) => Math.min(255, Math.round(channel * factor))) as unknown as Channels;

function darker(channels: Channels): Channels {
  const most = largest(channels) / 255;
  return most === 0 ? channels : scaled(channels, Math.max(0, (most - STEP) / most));
}

function lighter(channels: Channels): Channels {
  const most = largest(channels) / 255;
  return most === 0 ? [LIGHTER_BLACK, LIGHTER_BLACK, LIGHTER_BLACK] : scaled(channels, Math.min(1, most + STEP) / most);
}

interface Shades {
  readonly lit: string;
  readonly shadowed: string;
}

/** The shade of the sides in the light and of those in the shadow; a colour that can't be read has but one. */
export function borderShades(color: string): Shades {
  const sides = sidesOf(color);
  if (!sides) return shadesOf(color);
  const [light, dark] = [shadesOf(sides[0]), shadesOf(sides[1])];
  return { lit: colorPair(light.lit, dark.lit), shadowed: colorPair(light.shadowed, dark.shadowed) };
}

function shadesOf(color: string): Shades {
  const parsed = readColor(color);
  if (!parsed) return { lit: color, shadowed: color };
  const { red: r, green: g, blue: b, alpha } = parsed;
  const base: Channels = [r, g, b];
  const print = ([red, green, blue]: Channels): string => printColor({ red, green, blue, alpha });
  if (base.every((channel) => channel < DARK)) {
    const shadowed = lighter(base);
    return { lit: print(lighter(shadowed)), shadowed: print(shadowed) };
  }
  return { lit: color, shadowed: print(darker(base)) };
}
