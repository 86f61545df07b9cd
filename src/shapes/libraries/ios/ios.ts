/** All of draw.io's iOS 6 shapes ("mxgraph.ios.*"). */

import type { Shape } from '../../shape.js';
import { IOS_BARS } from './iosBars.js';
import { IOS_CONTROLS } from './iosControls.js';
import { IOS_KEYBOARDS } from './iosKeyboards.js';
import { IOS_SCREENS } from './iosScreens.js';
import { IOS_TRACKS } from './iosTracks.js';

const IOS_SHAPES: Readonly<Record<string, Shape>> = {
  ...IOS_SCREENS,
  ...IOS_BARS,
  ...IOS_CONTROLS,
  ...IOS_TRACKS,
  ...IOS_KEYBOARDS,
};

export const iosShapes = (): Readonly<Record<string, Shape>> => IOS_SHAPES;
