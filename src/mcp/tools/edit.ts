/** The tool `edit`: changes to the cells of a page, with what is wrong afterwards and a picture of what changed. */
import { readContainer } from '../../decode/container.js';
import { EMPTY_FILE, editFile } from '../../edit/editFile.js';
import type { EditOperation } from '../../edit/operations.js';
import { sourceOf } from '../diagram.js';
import { findingsText } from '../findings.js';
import { changesPicture } from '../pictures.js';
import {
  type Content,
  DIAGRAM,
  type DiagramArguments,
  image,
  PAGE,
  type Tool,
  type ToolContext,
  text,
} from '../tool.js';
import { OPERATIONS } from './editSchema.js';

interface Arguments extends DiagramArguments {
  readonly page?: number | string;
  readonly operations: readonly EditOperation[];
}

export const editTool: Tool = {
  name: 'edit',
  title: 'Edit a diagram',
  description:
    'Adds, connects, changes, moves and removes cells of a page; all else stays as it is. Operations are done in their order, all or none. Without path and xml, or with a path where no file is, it begins with an empty page. Returns the ids, what check finds afterwards, a picture with what changed marked, and the XML unless it was written to path (which needs a server with --write).',
  input: {
    type: 'object',
    properties: { ...DIAGRAM, ...PAGE, operations: OPERATIONS },
    required: ['operations'],
    additionalProperties: false,
  },
  writes: true,
  run(args: Arguments, context) {
    const { workspace } = context;
    const target = workspace.writes ? args.path : undefined;
    const act = () => edit(args, target, context);
    return target === undefined ? act() : workspace.inTurn(target, act);
  },
};

/** `target`: the file to write, if any. */
async function edit(
  { page = 1, operations, ...named }: Arguments,
  target: string | undefined,
  context: ToolContext,
): Promise<readonly Content[]> {
  const { workspace, assets } = context;
  const { limits } = workspace;
  const before = await startOf(named, context);
  const edited = editFile(readContainer(before, limits), page, operations);
  const options = { page: edited.page, assets, limits };
  const findings = findingsText(edited.xml, options);
  const picture = image(await changesPicture(before, edited.xml, options));
  if (target !== undefined) await workspace.write(target, edited.xml);
  const done = [
    ...(edited.changed.length > 0 ? [`Added or changed: ${list(edited.changed)}.`] : []),
    ...(edited.removed.length > 0 ? [`Removed: ${list(edited.removed)}.`] : []),
  ];
  const where = target === undefined ? 'Not written; the XML follows.' : `Written to ${target}.`;
  const told = text([...done, where, findings].join('\n'));
  return [told, picture, ...(target === undefined ? [text(edited.xml)] : [])];
}

async function startOf(named: DiagramArguments, context: ToolContext): Promise<string | Uint8Array> {
  const { path, xml } = named;
  if (path === undefined && xml === undefined) return EMPTY_FILE;
  if (path !== undefined && xml === undefined && !(await context.workspace.has(path))) return EMPTY_FILE;
  return sourceOf(named, context);
}

const list = (ids: readonly string[]): string => ids.map((id) => JSON.stringify(id)).join(', ');
