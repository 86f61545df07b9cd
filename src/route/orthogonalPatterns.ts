/** The ways around two boxes: which moves lead from one side of the source to one side of the target. */
import type { Side } from './side.js';

export type Move =
  /** Half of the gap between the two boxes (beyond both jetties), if there is one on that side. */
  | { readonly kind: 'gap'; readonly toward: Side }
  /** On until past that side of a terminal, by its jetty. */
  | { readonly kind: 'past'; readonly toward: Side; readonly terminal: 'source' | 'target' }
  /** On until level with the point where the edge meets the target. */
  | { readonly kind: 'level'; readonly toward: Side };

const gap = (toward: Side): Move => ({ kind: 'gap', toward });
const pastSource = (toward: Side): Move => ({ kind: 'past', toward, terminal: 'source' });
const pastTarget = (toward: Side): Move => ({ kind: 'past', toward, terminal: 'target' });
const level = (toward: Side): Move => ({ kind: 'level', toward });

type Patterns = Readonly<Record<Side, Readonly<Record<Side, readonly Move[]>>>>;

/**
 * By the side that the edge leaves the source from, then the side where it meets the target, for a target that lies
 * to the top left of the source. Other quadrants turn the table.
 */
export const PATTERNS: Patterns = {
  west: {
    west: [gap('west'), pastTarget('south'), pastTarget('west'), level('north')],
    north: [gap('west'), pastSource('north'), gap('north'), pastTarget('east'), pastTarget('north'), level('west')],
    east: [gap('west'), pastSource('north'), gap('north'), level('south'), pastTarget('east'), level('north')],
    south: [
      gap('west'),
      pastTarget('south'),
      level('west'),
      pastSource('north'),
      gap('north'),
      level('east'),
      pastTarget('south'),
    ],
  },
  north: {
    west: [gap('north'), pastSource('west'), gap('west'), pastTarget('south'), pastTarget('west'), level('north')],
    north: [gap('north'), pastTarget('east'), pastTarget('north'), level('west')],
    east: [
      gap('north'),
      pastTarget('east'),
      level('north'),
      pastSource('west'),
      gap('west'),
      level('south'),
      pastTarget('east'),
    ],
    south: [gap('north'), pastSource('west'), gap('west'), level('east'), pastTarget('south'), level('west')],
  },
  east: {
    west: [
      pastSource('north'),
      gap('north'),
      pastSource('west'),
      gap('west'),
      pastTarget('south'),
      pastTarget('west'),
      level('north'),
    ],
    north: [pastTarget('north'), level('west')],
    east: [pastSource('north'), level('north'), pastSource('west'), gap('west'), level('south'), pastTarget('east')],
    south: [
      pastSource('north'),
      gap('north'),
      pastSource('west'),
      gap('west'),
      pastTarget('south'),
      level('west'),
      level('east'),
    ],
  },
  south: {
    west: [pastTarget('west'), level('north')],
    north: [
      pastSource('west'),
      gap('west'),
      pastSource('north'),
      gap('north'),
      pastTarget('east'),
      pastTarget('north'),
      level('west'),
    ],
    east: [
      pastSource('west'),
      gap('west'),
      pastSource('north'),
      gap('north'),
      pastTarget('east'),
      level('north'),
      level('south'),
    ],
    south: [pastSource('west'), level('west'), pastSource('north'), gap('north'), level('east'), pastTarget('south')],
  },
};
