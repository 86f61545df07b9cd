/** What is used of the package @upsetjs/venn.js: circles that overlap as much as they are to. */
declare module '@upsetjs/venn.js' {
  export interface SetOverlap {
    readonly sets: readonly string[];
    readonly size: number;
  }

  export interface Circle {
    readonly x: number;
    readonly y: number;
    readonly radius: number;
  }

  /** Circles by the names of the sets. */
  export type Solution = Readonly<Record<string, Circle>>;

  interface Parameters {
    readonly lossFunction: (circles: Solution, areas: readonly SetOverlap[]) => number;
    readonly initialLayout: (areas: readonly SetOverlap[], parameters: Parameters) => Solution;
  }

  export function venn(areas: readonly SetOverlap[], parameters: Parameters): Solution;
  export function greedyLayout(areas: readonly SetOverlap[], parameters: Parameters): Solution;
  export function lossFunction(circles: Solution, areas: readonly SetOverlap[]): number;
  /** `orientation` in radians. */
  export function normalizeSolution(solution: Solution, orientation: number | null): Solution;
  export function scaleSolution(solution: Solution, width: number, height: number, padding: number): Solution;
  /** By the names of an area's sets with commas between them. */
  export function computeTextCentres(
    circles: Solution,
    areas: readonly SetOverlap[],
  ): Readonly<Record<string, { readonly x: number; readonly y: number; readonly disjoint?: boolean }>>;

  export interface CircleArc {
    readonly circle: Circle;
    /** Its end. */
    readonly p1: { readonly x: number; readonly y: number };
    /** Its beginning. */
    readonly p2: { readonly x: number; readonly y: number };
    readonly large: boolean;
  }
  /** Fills `stats` with the arcs around what circles have in common. */
  export function intersectionArea(circles: readonly Circle[], stats: { arcs?: readonly CircleArc[] }): number;
}
