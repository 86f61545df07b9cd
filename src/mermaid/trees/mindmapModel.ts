/** What Mermaid's model of a mind map holds. */
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, list, number, type Reader, record, text } from '../text/readers.js';

export interface MindmapNode {
  readonly id: number;
  readonly nodeId: string;
  readonly descr: string;
  /** How much further in than the idea its line begins, in signs. */
  readonly level: number;
  /** Mermaid's number for its shape. */
  readonly type: number;
  readonly children: readonly MindmapNode[];
  readonly icon?: string;
  readonly class?: string;
}

export interface MindmapModel {
  readonly root: MindmapNode | undefined;
}

/** Topics are nested as deeply as the text is. */
const topic: Reader<MindmapNode> = (value) =>
  record<MindmapNode>({
    id: always(number, 0),
    nodeId: named,
    descr: named,
    level: always(number, 0),
    type: always(number, 0),
    children: always(list(topic), []),
    icon: text,
    class: text,
  })(value);

export const readMindmap = (model: RawModel): MindmapModel => ({ root: topic(asked(model, 'getMindmap')) });
