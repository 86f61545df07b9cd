/** What Mermaid's model of a Cynefin diagram holds: what is in each of its five domains, and what moves between them. */
import { asked, named, type RawModel } from '../text/modelReaders.js';
import { always, list, oneOf, type Reader, record, text } from '../text/readers.js';

/** Those with a quarter of the picture each, and the one in the middle. */
export const DOMAINS = ['complex', 'complicated', 'chaotic', 'clear', 'confusion'] as const;
export type DomainName = (typeof DOMAINS)[number];

export interface Transition {
  readonly from: DomainName;
  readonly to: DomainName;
  readonly label?: string;
}

export interface CynefinModel {
  /** Texts by their domains. */
  readonly items: ReadonlyMap<DomainName, readonly string[]>;
  readonly transitions: readonly Transition[];
  readonly title: string;
}

const domainName = oneOf(...DOMAINS);
const item: Reader<string> = (value) => record<{ readonly label: string }>({ label: named })(value)?.label;
const domain = record<{ readonly items: readonly string[] }>({ items: always(list(item), []) });

const transition: Reader<Transition> = (value) => {
  const { from, to, label } =
    record<Partial<Transition>>({ from: domainName, to: domainName, label: text })(value) ?? {};
  return from && to && { from, to, label };
};

export function readCynefin(model: RawModel): CynefinModel {
  const domains = asked(model, 'getDomains');
  const given = domains instanceof Map ? (domains as ReadonlyMap<unknown, unknown>) : new Map<unknown, unknown>();
  return {
    items: new Map(DOMAINS.map((name) => [name, domain(given.get(name))?.items ?? []])),
    transitions: list(transition)(asked(model, 'getTransitions')) ?? [],
    title: named(asked(model, 'getDiagramTitle')),
  };
}
