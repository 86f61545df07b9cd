/** All of draw.io's mock-up shapes ("mxgraph.mockup.*"), and the bars and option groups of the mobile libraries. */
import { CAPTION_BARS } from '../../general/captionBars.js';
import { OPTION_GROUPS } from '../../general/optionGroups.js';
import type { Shape } from '../../shape.js';
import { MOCKUP_BUTTONS } from './mockupButtons.js';
import { MOCKUP_CONTAINERS } from './mockupContainers.js';
import { MOCKUP_FORMS } from './mockupForms.js';
import { MOCKUP_GRAPHICS } from './mockupGraphics.js';
import { MOCKUP_MISC } from './mockupMisc.js';
import { MOCKUP_NAVIGATION } from './mockupNavigation.js';
import { MOCKUP_TABS } from './mockupTabs.js';
import { MOCKUP_TEXT } from './mockupText.js';

const MOCKUP_SHAPES: Readonly<Record<string, Shape>> = {
  ...MOCKUP_BUTTONS,
  ...MOCKUP_CONTAINERS,
  ...MOCKUP_FORMS,
  ...MOCKUP_GRAPHICS,
  ...MOCKUP_MISC,
  ...MOCKUP_NAVIGATION,
  ...MOCKUP_TEXT,
  ...MOCKUP_TABS,
  ...CAPTION_BARS,
  ...OPTION_GROUPS,
};

export const mockupShapes = (): Readonly<Record<string, Shape>> => MOCKUP_SHAPES;
