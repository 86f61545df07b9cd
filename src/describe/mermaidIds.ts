/** The ids of a flowchart's nodes: made of their cells' ids, so that what stays the same keeps its id. */

export class MermaidIds {
  readonly #ids = new Map<string, string>();

  constructor(cellIds: readonly string[]) {
    const taken = new Set<string>();
    const numbers = new Map<string, number>();
    for (const cellId of cellIds) {
      // With the letter none is a word of Mermaid's, or begins as one end of an edge does.
      const wanted = /^n\w*$/.test(cellId) ? cellId : `n${cellId.replace(/[^A-Za-z0-9]+/g, '_')}`;
      let id = wanted;
      for (let i = numbers.get(wanted) ?? 2; taken.has(id); i++) {
        id = `${wanted}_${i}`;
        numbers.set(wanted, i + 1);
      }
      taken.add(id);
      this.#ids.set(cellId, id);
    }
  }

  of(cellId: string | undefined): string | undefined {
    return cellId === undefined ? undefined : this.#ids.get(cellId);
  }
}
