/** All patterns of growth, topic by topic. */
import { BLOCKS } from './blocks.js';
import { CELLS } from './cells.js';
import { EDGES } from './edges.js';
import { FILES } from './files.js';
import { IMAGES } from './images.js';
import { MERMAID } from './mermaid.js';
import { MODELS } from './models.js';
import type { GrowthPattern } from './pattern.js';
import { SHAPES } from './shapes.js';
import { WORDS } from './words.js';

export const PATTERNS: readonly GrowthPattern[] = [
  ...CELLS,
  ...MODELS,
  ...WORDS,
  ...BLOCKS,
  ...EDGES,
  ...SHAPES,
  ...IMAGES,
  ...FILES,
  ...MERMAID,
];
