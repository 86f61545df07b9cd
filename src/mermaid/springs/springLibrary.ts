/** The library that lays out by springs, and its settings: it keeps them for all layouts, so that each layout sets all. */
import coseBase from 'cose-base';

const { CoSEConstants, layoutBase } = coseBase;
const { FDLayoutConstants, LayoutConstants, RandomSeed } = layoutBase;

/** What Mermaid lays out all its diagrams with. */
const SHARED = {
  ANIMATE: false,
  DEFAULT_COMPOUND_GRAVITY_RANGE_FACTOR: 1.5,
  DEFAULT_COMPOUND_GRAVITY_STRENGTH: 1,
  DEFAULT_GRAVITY_RANGE_FACTOR: 3.8,
  DEFAULT_GRAVITY_STRENGTH: 0.25,
  DEFAULT_REPULSION_STRENGTH: 4500,
  DEFAULT_SPRING_STRENGTH: 0.45,
  DEFAULT_UNIFORM_LEAF_NODE_SIZES: false,
  NODE_DIMENSIONS_INCLUDE_LABELS: false,
  PER_LEVEL_IDEAL_EDGE_LENGTH_FACTOR: 0.1,
  // The best.
  QUALITY: 2,
  TILING_PADDING_HORIZONTAL: 10,
  TILING_PADDING_VERTICAL: 10,
  TRANSFORM_ON_CONSTRAINT_HANDLING: false,
};

export interface SpringSettings {
  /** Nodes stay near where they are; else they begin anywhere. */
  readonly isIncremental: boolean;
  /** How fast nodes of such a layout move at first. */
  readonly firstEnergy: number;
  /** Nodes without edges are set in rows, and leaves are left out until the rest has its place. */
  readonly tilesAndPrunes: boolean;
  /** Of an edge that says nothing else, px. */
  readonly edgeLength: number;
  /** Rounds of moving all nodes, at most. */
  readonly iterations: number;
}

export function setSprings(settings: SpringSettings): void {
  const { isIncremental, firstEnergy, tilesAndPrunes, edgeLength, iterations } = settings;
  const all = {
    ...SHARED,
    DEFAULT_COOLING_FACTOR_INCREMENTAL: firstEnergy,
    DEFAULT_EDGE_LENGTH: edgeLength,
    DEFAULT_INCREMENTAL: isIncremental,
    DEFAULT_RADIAL_SEPARATION: edgeLength,
    MAX_ITERATIONS: iterations,
    MIN_REPULSION_DIST: edgeLength / 10,
    PURE_INCREMENTAL: isIncremental,
    TILE: tilesAndPrunes,
    TREE_REDUCTION_ON_INCREMENTAL: tilesAndPrunes,
  };
  for (const constants of [CoSEConstants, FDLayoutConstants, LayoutConstants]) Object.assign(constants, all);
  Object.assign(RandomSeed, { seed: 1, x: 0 });
}

export const { CoSELayout: SpringLayout, CoSENode: SpringNode } = coseBase;
export const { DimensionD: Dimension, PointD: Corner } = layoutBase;
