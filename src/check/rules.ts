/** The one table of rules, in the order of their documentation. */
import { largeImage, missingImage, remoteImage } from './files/images.js';
import { brokenPage, brokenPageLink, duplicatePageName, largeFile } from './files/pages.js';
import { nearMiss, unevenGaps } from './layout/alignment.js';
import { danglingEnd, edgesOverlap, edgeThroughVertex, shortEdge } from './layout/edges.js';
import { outsideParent, overlap } from './layout/overlap.js';
import { farAway, offPage } from './layout/places.js';
import { hiddenText, lowContrast } from './legibility/contrast.js';
import { crossedText, textOnText } from './legibility/crossings.js';
import { smallText, textClipped, textOverflow } from './legibility/room.js';
import type { Rule } from './rule.js';
import { leftOut, missingGeometry } from './structure/geometry.js';
import { doubleEscaped, literalNewline, markupInPlainLabel, unescapedLabel } from './structure/labels.js';
import { unknownEdgeStyle, unknownShape, unknownStencil } from './structure/names.js';
import { duplicateId, missingParent, missingTerminal, parentCycle } from './structure/references.js';
import { brokenDataUri, unknownStyleKey, unknownStyleValue } from './structure/styles.js';

export const RULES: readonly Rule[] = [
  duplicateId,
  missingParent,
  parentCycle,
  missingTerminal,
  missingGeometry,
  leftOut,
  doubleEscaped,
  unescapedLabel,
  markupInPlainLabel,
  literalNewline,
  unknownStyleKey,
  unknownStyleValue,
  unknownShape,
  unknownStencil,
  unknownEdgeStyle,
  brokenDataUri,
  textOverflow,
  textClipped,
  textOnText,
  crossedText,
  hiddenText,
  lowContrast,
  smallText,
  overlap,
  outsideParent,
  edgeThroughVertex,
  edgesOverlap,
  danglingEnd,
  shortEdge,
  farAway,
  offPage,
  nearMiss,
  unevenGaps,
  brokenPage,
  duplicatePageName,
  brokenPageLink,
  missingImage,
  remoteImage,
  largeImage,
  largeFile,
];
