/** What the statements of a ZenUML text are read with, and whose they are. */
import type { ZenumlCast } from './zenumlCast.js';
import type { ZenStatement } from './zenumlModel.js';
import type { ZenumlReader } from './zenumlReader.js';

/** Whose statements they are. */
export interface Scope {
  /** Who sends. */
  readonly origin: string;
  /** What calls are made of where they name nobody; undefined outside of all calls. */
  readonly owner: string | undefined;
  /** Whom they return to. */
  readonly caller: string;
}

/** What the statements of a text are read with. */
export interface StatementParser {
  readonly reader: ZenumlReader;
  readonly cast: ZenumlCast;
  /** Statements in braces; none where no brace opens. */
  block(scope: Scope): readonly ZenStatement[];
}
