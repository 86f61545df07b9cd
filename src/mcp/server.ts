/** The Model Context Protocol server: lists its tools and runs them; all that goes wrong is told in words. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import type { JsonSchemaType, JsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/types.js';
import { FileError, UsageError } from '../cli/files.js';
import { tellDefect } from '../cli/print.js';
import { MxsvgError } from '../diagnostics.js';
import type { Tool, ToolContext } from './tool.js';
import { TOOLS } from './tools/tools.js';

const INSTRUCTIONS = `mxsvg draws, checks and edits draw.io (diagrams.net) diagrams. A good way to make one: edit (or
mermaid_to_drawio) draws it, check tells what is wrong, edit mends that, render shows it. layout gives the ids and places
that edit takes, shapes the styles.`;

const validator = new AjvJsonSchemaValidator();
const validators = new Map<string, JsonSchemaValidator<object>>(
  TOOLS.map(({ name, input }) => [name, validator.getValidator<object>(input as unknown as JsonSchemaType)]),
);

/** A server that isn't connected yet. Of a transport each has its own. */
export function createServer(context: ToolContext, version: string): Server {
  const server = new Server(
    { name: 'mxsvg', title: 'mxsvg', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS.replaceAll('\n', ' ') },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map((tool) => listed(tool, context)) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params: { name, arguments: args = {} } }) => {
    return resultOf(name, args, context);
  });
  return server;
}

const listed = ({ name, title, description, input, writes = false }: Tool, { workspace }: ToolContext) => ({
  name,
  title,
  description,
  inputSchema: input as { readonly type: 'object' },
  annotations: { title, readOnlyHint: !(writes && workspace.writes), idempotentHint: !writes, openWorldHint: false },
});

/** Never throws: what a model can mend it is told as the result. */
async function resultOf(name: string, args: object, context: ToolContext): Promise<CallToolResult> {
  try {
    const tool = TOOLS.find((each) => each.name === name);
    const validate = validators.get(name);
    if (!tool || !validate) {
      throw new UsageError(`there is no tool ${name}. There are: ${TOOLS.map((each) => each.name).join(', ')}.`);
    }
    const { valid, errorMessage } = validate(args);
    const known = Object.keys(tool.input.properties);
    const stranger = Object.keys(args).find((argument) => !known.includes(argument));
    if (stranger !== undefined) {
      throw new UsageError(`${name} has no argument ${JSON.stringify(stranger)}. It has: ${known.join(', ')}.`);
    }
    if (!valid) throw new UsageError(`these arguments do not fit ${name}: ${errorMessage}.`);
    return { content: [...(await tool.run(args as never, context))] };
  } catch (error) {
    const isKnown = error instanceof MxsvgError || error instanceof FileError || error instanceof UsageError;
    if (!isKnown) tellDefect(error);
    const message = isKnown ? error.message : `mxsvg failed, which is a defect of its own: ${String(error)}`;
    return { content: [{ type: 'text', text: message }], isError: true };
  }
}
