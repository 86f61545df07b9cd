/** The diagram that a tool's arguments name. */
import { UsageError } from '../cli/files.js';
import { type Diagram, parse } from '../index.js';
import type { DiagramArguments, ToolContext } from './tool.js';

/** Its text or bytes. Throws UsageError where both or none are given, and as reading the file does. */
export async function sourceOf(
  { path, xml }: DiagramArguments,
  { workspace }: ToolContext,
): Promise<string | Uint8Array> {
  if ((path === undefined) === (xml === undefined)) throw new UsageError('give either path or xml.');
  return xml ?? workspace.read(path as string);
}

/** Read once, to be drawn from more than once. Throws as sourceOf does, and MxsvgError. */
export async function diagramOf(args: DiagramArguments, context: ToolContext): Promise<Diagram> {
  return parse(await sourceOf(args, context), { limits: context.workspace.limits });
}
