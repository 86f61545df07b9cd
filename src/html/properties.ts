/** The CSS properties that labels know, one entry a property: how its value changes a style. */
import { BOX_PROPERTIES } from './boxProperties.js';
import { FONT_PROPERTIES } from './fontProperties.js';
import { LAYOUT_PROPERTIES } from './layoutProperties.js';
import type { PropertyHandler } from './propertyHandlers.js';
import { TEXT_PROPERTIES } from './textProperties.js';

export const properties: ReadonlyMap<string, PropertyHandler> = new Map<string, PropertyHandler>([
  ...FONT_PROPERTIES,
  ...TEXT_PROPERTIES,
  ...BOX_PROPERTIES,
  ...LAYOUT_PROPERTIES,
]);
