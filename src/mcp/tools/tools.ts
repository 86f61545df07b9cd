/** The one table of tools, in the order in which clients list them. */
import type { Tool } from '../tool.js';
import { checkTool } from './check.js';
import { describeTool } from './describe.js';
import { editTool } from './edit.js';
import { layoutTool } from './layout.js';
import { drawioToMermaidTool, mermaidToDrawioTool } from './mermaid.js';
import { renderTool } from './render.js';
import { shapesTool } from './shapes.js';

export const TOOLS: readonly Tool[] = [
  renderTool,
  checkTool,
  describeTool,
  layoutTool,
  editTool,
  shapesTool,
  mermaidToDrawioTool,
  drawioToMermaidTool,
];
