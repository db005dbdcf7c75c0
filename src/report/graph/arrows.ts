/** Nodes and arrows of the citation graph as drawings show them: documents that others carry out or that carry out others, and absent parents. */
import type { Language } from '../../errors.js';
import type { AbsentResult, GraphDocumentResult, GraphResult } from './result.js';
import { ABSENT, capital, DRAFT, EFFECT_ON, indexOf, shortName } from './words.js';

export interface Drawn {
  id: string;
  /** Lines of the label: unit, name, subject or file. */
  lines: string[];
  /** How it looks. */
  look: 'document' | 'draft' | 'gone' | 'absent';
}

export interface Arrow {
  /** The document that carries out or changes the other, and that one. */
  from: string;
  to: string;
  /** Words on the arrow; null for the usual one, that `from` carries out `to`. */
  label: string | null;
}

/** Nodes in the order of paths, absent ones last; documents without any arrow are left out. */
export function drawing(result: GraphResult): { nodes: Drawn[]; arrows: Arrow[] } {
  const { language } = result;
  const byId = indexOf(result);
  const arrows = [
    ...result.relations
      .filter(({ carriesOut }) => carriesOut)
      .map(({ from, to }): Arrow => ({ from, to, label: null })),
    ...result.absent.flatMap(({ id, kind, citedBy }) =>
      kind !== 'parent'
        ? []
        : citedBy
            .filter(({ carriesOut }) => carriesOut)
            .map(({ document }): Arrow => ({ from: document, to: id, label: null })),
    ),
    ...result.superseded.map(
      ({ effect, document, by }): Arrow => ({ from: by, to: document, label: EFFECT_ON[effect][language] }),
    ),
  ];
  const gone = new Set(result.superseded.filter(({ effect }) => effect !== 'amends').map(({ document }) => document));
  const used = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const nodes = [...byId.values()]
    .filter(({ id }) => used.has(id))
    .map((node): Drawn => ({ id: node.id, lines: labelOf(node, language), look: lookOf(node, gone) }));
  return { nodes, arrows };
}

function labelOf(node: GraphDocumentResult | AbsentResult, lang: Language): string[] {
  if (!('path' in node)) return [shortName(node, lang), node.issuer ?? '', ABSENT[lang]].filter((line) => line !== '');
  const unit = node.unit === null ? [] : [capital(node.unit)];
  return [...unit, `${shortName(node, lang)}${node.draft ? ` (${DRAFT[lang]})` : ''}`];
}

function lookOf(node: GraphDocumentResult | AbsentResult, gone: ReadonlySet<string>): Drawn['look'] {
  if (gone.has(node.id)) return 'gone';
  if (!('path' in node)) return 'absent';
  return node.draft ? 'draft' : 'document';
}
