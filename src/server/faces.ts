/** The faces of the server. A request goes to the first that takes it. */
import { exportServer } from './exportServer.js';
import type { Face } from './face.js';
import { kroki } from './kroki.js';
import { mermaidInk } from './mermaidInk.js';
import { plain } from './plain.js';

/** The export server takes what is left: clients of draw.io's post to any path. */
export const FACES: readonly Face[] = [plain, mermaidInk, kroki, exportServer];
