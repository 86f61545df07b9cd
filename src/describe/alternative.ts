/** A page in sentences, for who has its picture read aloud. */
import type { Alternative } from '../drawing/scene.js';
import {
  allNodes,
  type EdgeDescription,
  endName,
  inOneLine,
  type NodeDescription,
  type PageDescription,
} from './description.js';
import type { MermaidWords } from './mermaidWords.js';

/**
 * The page as the words that stand for its picture; its title and description are never empty. What its author says goes
 * before what can be told of its cells.
 */
export function alternativeOf({ name, nodes, edges }: PageDescription, own: MermaidWords = {}): Alternative {
  const shown = nodes.map(nodePhrase);
  const connections = edges.map(edgePhrase);
  const sentences = [
    ...(shown.length > 0 ? [`Shapes: ${shown.join('; ')}.`] : []),
    ...(connections.length > 0 ? [`Connections: ${connections.join('; ')}.`] : []),
  ];
  return {
    title: own.title ?? (inOneLine(name).trim() || 'Diagram'),
    description: own.description ?? (sentences.join(' ') || 'Nothing is on the page.'),
    cellNames: new Map([
      ...[...allNodes(nodes)].map((node) => [node.id, node.name] as const),
      ...edges.map((edge) => [edge.id, edgePhrase(edge)] as const),
    ]),
  };
}

function nodePhrase({ name, label, children }: NodeDescription): string {
  const text = inOneLine(label);
  const told = text === '' || name.startsWith(text) ? name : text;
  return children.length === 0 ? told : `${told} (holds ${children.map(nodePhrase).join(', ')})`;
}

function edgePhrase({ source, target, labels }: EdgeDescription): string {
  const [from, to] = [endName(source), endName(target)];
  const [start, end] = [source.arrow !== undefined, target.arrow !== undefined];
  const told = labels.length > 0 ? `, labelled ${labels.map((label) => `"${inOneLine(label)}"`).join(' and ')}` : '';
  if (start && end) return `${from} to ${to} and back${told}`;
  if (start) return `${to} to ${from}${told}`;
  return end ? `${from} to ${to}${told}` : `${from} with ${to}${told}`;
}
