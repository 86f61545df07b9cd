/** The two shades of borders that look raised or sunk, as Chromium derives them from the border's colour. */
import { colord, extend } from 'colord';
import names from 'colord/plugins/names';

extend([names]);

/** How much of the full scale a shade is lighter or darker than its colour. */
const STEP = 0.33;
/** Below this in every channel, a colour can't get darker: both of its shades are lighter. */
const DARK = 32;
const LIGHTER_BLACK = 0x54;

type Channels = readonly [number, number, number];

const scaled = (channels: Channels, factor: number): Channels =>
  channels.map((channel) => Math.min(255, Math.round(channel * factor))) as unknown as Channels;

function darker(channels: Channels): Channels {
  const most = Math.max(...channels) / 255;
  return most === 0 ? channels : scaled(channels, Math.max(0, (most - STEP) / most));
}

function lighter(channels: Channels): Channels {
  const most = Math.max(...channels) / 255;
  return most === 0 ? [LIGHTER_BLACK, LIGHTER_BLACK, LIGHTER_BLACK] : scaled(channels, Math.min(1, most + STEP) / most);
}

/** The shade of the sides in the light and of those in the shadow; a colour that can't be read has but one. */
export function borderShades(color: string): { readonly lit: string; readonly shadowed: string } {
  const parsed = colord(color);
  if (!parsed.isValid()) return { lit: color, shadowed: color };
  const { r, g, b, a } = parsed.toRgb();
  const base: Channels = [r, g, b];
  const print = ([red, green, blue]: Channels): string => colord({ r: red, g: green, b: blue, a }).toHex();
  if (base.every((channel) => channel < DARK)) {
    const shadowed = lighter(base);
    return { lit: print(lighter(shadowed)), shadowed: print(shadowed) };
  }
  return { lit: color, shadowed: print(darker(base)) };
}
