/** What Mermaid's model of a railroad diagram holds: the rules of a grammar, each with an expression of parts. */
import { asked, type RawModel } from '../text/modelReaders.js';
import { always, list, number, oneOf, type Reader, record, text } from '../text/readers.js';

export type SymbolKind = 'terminal' | 'nonterminal' | 'special';

/** One thing that a text of the grammar has at its place. */
export interface SymbolExpression {
  readonly type: SymbolKind;
  readonly text: string;
}

export type Expression =
  | SymbolExpression
  | { readonly type: 'sequence' | 'choice'; readonly parts: readonly Expression[] }
  | { readonly type: 'optional'; readonly part: Expression }
  | { readonly type: 'repetition'; readonly part: Expression; readonly mayBeNone: boolean };

export interface RailroadRule {
  readonly name: string;
  readonly definition: Expression;
}

export interface RailroadModel {
  readonly rules: readonly RailroadRule[];
}

type Given = {
  readonly type: 'terminal' | 'nonterminal' | 'special' | 'sequence' | 'choice' | 'optional' | 'repetition';
  readonly value?: string;
  readonly name?: string;
  readonly text?: string;
  readonly elements?: readonly Expression[];
  readonly alternatives?: readonly Expression[];
  readonly element?: Expression;
  readonly min?: number;
};

const NOTHING: Expression = { type: 'sequence', parts: [] };

/** Expressions are nested as deeply as the text's parentheses. */
const expression: Reader<Expression> = (value) => {
  const given = record<Given>({
    type: always(
      oneOf('terminal', 'nonterminal', 'special', 'sequence', 'choice', 'optional', 'repetition'),
      'sequence',
    ),
    value: text,
    name: text,
    text,
    elements: list(expression),
    alternatives: list(expression),
    element: expression,
    min: number,
  })(value);
  return given && expressionOf(given);
};

function expressionOf(given: Given): Expression {
  const { type, element: part = NOTHING } = given;
  switch (type) {
    case 'terminal':
      return { type, text: given.value ?? '' };
    case 'nonterminal':
      return { type, text: given.name ?? '' };
    case 'special':
      return { type, text: `? ${given.text ?? ''} ?` };
    case 'sequence':
      return { type, parts: given.elements ?? [] };
    case 'choice':
      return { type, parts: given.alternatives ?? [] };
    case 'optional':
      return { type, part };
    case 'repetition':
      return { type, part, mayBeNone: given.min === 0 };
  }
}

const rules = list(record<RailroadRule>({ name: always(text, ''), definition: always(expression, NOTHING) }));

export const readRailroad = (model: RawModel): RailroadModel => ({ rules: rules(asked(model, 'getRules')) ?? [] });
