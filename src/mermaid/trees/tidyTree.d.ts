/** What we use of the library that packs trees: its nodes, and the layout that writes places into them. */
declare module 'non-layered-tidy-tree-layout/src/index.js' {
  export interface TidyNode {
    readonly width: number;
    readonly height: number;
    readonly children: readonly TidyNode[];
    /** Of the top left corner, once it is laid out. */
    readonly x?: number;
    readonly y?: number;
  }

  export const BoundingBox: new (gap: number, bottomPadding: number) => object;
  export const Layout: new (boundingBox: object) => { layout(tree: TidyNode): unknown };
}
