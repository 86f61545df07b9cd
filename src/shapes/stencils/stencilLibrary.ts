/** The stencils of one of draw.io's library files (stencils/….xml), by the names that styles use. */
import { childElements, type XmlElement } from '../../decode/xml.js';

export interface StencilLibrary {
  /** The names' first part, lower case: "mxgraph.cisco.routers". */
  readonly packageName: string;
  /** The <shape> elements by their own name: lower case, '_' for spaces. As in draw.io the last of a name counts. */
  readonly shapes: ReadonlyMap<string, XmlElement>;
}

/** A library file's packages: its root element is one or, under <stencils>, holds several. */
export function stencilLibraries(root: XmlElement): StencilLibrary[] {
  const elements = root.name === 'stencils' ? childElements(root, 'shapes') : [root];
  return elements.map((library) => {
    const shapes = new Map<string, XmlElement>();
    for (const shape of childElements(library)) {
      const title = shape.attributes.get('name');
      if (title !== undefined) shapes.set(title.replaceAll(' ', '_').toLowerCase(), shape);
    }
    return { packageName: (library.attributes.get('name') ?? '').toLowerCase(), shapes };
  });
}
