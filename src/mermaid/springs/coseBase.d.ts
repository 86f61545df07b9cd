/** What is used of the package cose-base: the layout by springs that Mermaid's mind maps and architecture diagrams have. */
declare module 'cose-base' {
  interface LayoutRectangle {
    getCenterX(): number;
    getCenterY(): number;
  }

  interface LayoutNode {
    id: string;
    nodeRepulsion: number;
    paddingLeft: number;
    paddingTop: number;
    paddingRight: number;
    paddingBottom: number;
    getRect(): LayoutRectangle;
    /** Nodes so near that it repels them, where they don't count it among theirs. */
    readonly surrounding: readonly LayoutNode[] | undefined;
    getWidth(): number;
    getHeight(): number;
    getEdgesBetween(other: LayoutNode): readonly LayoutEdge[];
  }

  interface LayoutEdge {
    idealLength: number;
    edgeElasticity: number;
  }

  interface LayoutGraph {
    add(node: LayoutNode): LayoutNode;
    getLeft(): number;
    getRight(): number;
    getTop(): number;
    getBottom(): number;
  }

  interface GraphManager {
    addRoot(): LayoutGraph;
    add(graph: LayoutGraph, parent: LayoutNode): LayoutGraph;
    add(edge: LayoutEdge, source: LayoutNode, target: LayoutNode): LayoutEdge;
  }

  type Constants = Record<string, number | boolean>;

  const coseBase: {
    readonly CoSELayout: new () => {
      readonly constraints: {
        alignmentConstraint?: {
          readonly vertical: readonly (readonly string[])[] | undefined;
          readonly horizontal: readonly (readonly string[])[] | undefined;
        };
        relativePlacementConstraint?: readonly (
          | { readonly left: string; readonly right: string; readonly gap: number }
          | { readonly top: string; readonly bottom: string; readonly gap: number }
        )[];
      };
      /** How far nodes repel each other, px: the side of a square of the grid that finds them. */
      readonly repulsionRange: number;
      getAllNodes(): readonly LayoutNode[];
      calcGrid(graph: LayoutGraph): unknown;
      /** Moves all nodes once. */
      tick(): boolean;
      shuffle: (list: string[]) => string[];
      initConstraintVariables(): void;
      newGraphManager(): GraphManager;
      newGraph(): LayoutGraph;
      newEdge(): LayoutEdge;
      runLayout(): void;
    };
    readonly CoSENode: new (manager: GraphManager, corner: object, size: object) => LayoutNode;
    readonly CoSEConstants: Constants;
    readonly layoutBase: {
      readonly PointD: new (x: number, y: number) => object;
      readonly DimensionD: new (width: number, height: number) => object;
      readonly FDLayoutConstants: Constants;
      readonly LayoutConstants: Constants;
      readonly RandomSeed: { seed: number; x: number };
    };
  };
  export default coseBase;
}
