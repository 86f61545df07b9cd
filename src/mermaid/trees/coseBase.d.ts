/** What is used of the package cose-base: the layout by springs that Mermaid's mind maps have. */
declare module 'cose-base' {
  interface LayoutRectangle {
    getCenterX(): number;
    getCenterY(): number;
  }

  interface LayoutNode {
    id: string;
    paddingLeft: number;
    paddingTop: number;
    paddingRight: number;
    paddingBottom: number;
    getRect(): LayoutRectangle;
  }

  interface LayoutGraph {
    add(node: LayoutNode): LayoutNode;
  }

  interface GraphManager {
    addRoot(): LayoutGraph;
    add(edge: object, source: LayoutNode, target: LayoutNode): object;
  }

  type Constants = Record<string, number | boolean>;

  const coseBase: {
    readonly CoSELayout: new () => {
      newGraphManager(): GraphManager;
      newEdge(): object;
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
