/** All of draw.io's iOS 6 shapes ("mxgraph.ios.*"). */
import { IOS_CONTROLS } from './iosControls.js';
import { IOS_KEYBOARDS } from './iosKeyboards.js';
import { IOS_SCREENS } from './iosScreens.js';
import type { Shape } from './shape.js';

export const IOS_SHAPES: Readonly<Record<string, Shape>> = { ...IOS_SCREENS, ...IOS_CONTROLS, ...IOS_KEYBOARDS };
