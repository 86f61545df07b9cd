/** What a ZenUML text returns: values, calls and what is made of them by operators. */
import type { StatementParser } from './zenumlScope.js';

const OPERATORS = new Set(['*', '/', '%', '^', '+', '-', '>', '<', '>=', '<=', '==', '!=', '&&', '||', '=']);

export interface Expression {
  /** As it is shown; '' where there is none. */
  readonly text: string;
  /** Participants whose methods it calls, and what it creates. */
  readonly names: readonly string[];
}

export function readExpression({ reader, cast }: StatementParser): Expression {
  const start = reader.peek();
  const names: string[] = [];
  const add = (name: string): void => {
    cast.add(name);
    names.push(name);
  };
  do {
    while (reader.sign('-') || reader.sign('!'));
    if (reader.isSign('(')) reader.inParentheses();
    else if (reader.keyword('new')) {
      add(reader.name('the name of what is created'));
      reader.inParentheses();
    } else if (reader.isAt('name')) {
      const name = reader.name('a name');
      if (reader.isSign('.')) add(name);
      reader.inParentheses();
      while (reader.sign('.')) {
        reader.name('a method');
        reader.inParentheses();
      }
    } else if (reader.isAt('number')) reader.next();
    else break;
  } while (isOperator(reader.peek().kind, reader.peek().text) && reader.next());
  return { text: reader.since(start), names };
}

const isOperator = (kind: string, text: string): boolean => kind === 'sign' && OPERATORS.has(text);
