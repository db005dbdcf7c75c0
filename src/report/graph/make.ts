/** Makes the result of `planlint graph` from the citation graph. */
import { createHash } from 'node:crypto';
import type { Unit } from '../../data/units.js';
import { sectionsAt } from '../../engine/section-at.js';
import type { Language } from '../../errors.js';
import type { AbsentDocument, Answers, CitationGraph, GraphDocument, Node } from '../../graph/graph.js';
import { issuerInText } from '../../plan/issuer-name.js';
import type { Citation } from '../../plan/plan.js';
import type { Failed } from '../../shelf.js';
import type { Span } from '../../source/document.js';
import { version } from '../../version.js';
import { failure, identityResult, place } from '../make.js';
import type { PlaceResult } from '../result.js';
import type { AbsentResult, AnswersResult, GraphDocumentResult, GraphResult } from './result.js';

/** What a run of `planlint graph` gives. */
export function makeGraphResult(
  graph: CitationGraph,
  problems: readonly Failed[],
  today: string,
  lang: Language,
): GraphResult {
  const parents = parentsOf(graph);
  const superseded = graph.superseded.map(({ effect, document, by, saidBy, span, children }) => ({
    effect,
    document: nodeId(document),
    by: nodeId(by),
    saidBy: idOf(saidBy),
    ...placed(saidBy, span),
    children: children.map((child) => ({ document: idOf(child.document), issued: child.issued })),
  }));
  const gone = superseded.filter(({ effect }) => effect !== 'amends');
  const replaced = new Set(gone.map(({ document }) => document));
  const answers = graph.answers.map((one) => answersResult(one, replaced));
  const asked = answers.filter((one) => !one.superseded && one.units.length > 0);
  const sum = (count: (one: AnswersResult) => number): number => asked.reduce((total, one) => total + count(one), 0);
  return {
    version: 1,
    tool: { name: 'planlint', version: version() },
    language: lang,
    today,
    documents: graph.documents.map((document) => documentResult(document, parents.get(document) ?? [])),
    relations: graph.relations.map(({ from, to, kind, carriesOut, citation, status, times }) => ({
      from: idOf(from),
      to: idOf(to),
      kind,
      carriesOut,
      exact: status === 'resolved',
      times,
      ...placed(from, citation.span),
    })),
    absent: graph.absent.map(absentResult),
    ambiguous: graph.ambiguous.map(({ by, citation, candidates }) => ({
      by: idOf(by),
      ...placed(by, citation.span),
      candidates: candidates.map(idOf),
    })),
    cycles: graph.cycles.map((cycle) => cycle.map(idOf)),
    superseded,
    answers,
    problems: problems.map(({ path, error }) => ({ path, ...failure(error, lang) })),
    summary: {
      documents: graph.documents.length,
      carriedOut: graph.relations.filter(({ carriesOut }) => carriesOut).length,
      absentParents: graph.absent.filter(({ kind }) => kind === 'parent').length,
      cycles: graph.cycles.length,
      outdated: new Set(gone.flatMap(({ children }) => children.map(({ document }) => document))).size,
      unanswered: sum(({ counts }) => counts.missing + counts.overdue),
      overdue: sum(({ counts }) => counts.overdue),
      failed: problems.length,
    },
  };
}

function parentsOf({ relations }: CitationGraph): Map<GraphDocument, string[]> {
  const parents = new Map<GraphDocument, string[]>();
  for (const { from, to, carriesOut } of relations) {
    if (carriesOut) parents.set(from, [...(parents.get(from) ?? []), idOf(to)]);
  }
  return parents;
}

function documentResult(document: GraphDocument, parents: string[]): GraphDocumentResult {
  const { path, identity, loaded, home } = document.entry;
  const own = loaded.plan.ownUnit;
  const name = home.commune ?? home.province;
  const kind = own?.name === name ? own?.kind : identity.issuer?.unit?.kind;
  return {
    id: idOf(document),
    path,
    copies: document.copies.map((copy) => copy.path),
    identity: identityResult(identity),
    issuer: identity.issuer === null ? null : issuerInText(identity.issuer),
    level: identity.issuer?.level ?? own?.level ?? null,
    unit: name === null ? null : [kind, name].filter(Boolean).join(' '),
    province: home.province,
    draft: document.draft,
    parents,
  };
}

function absentResult(absent: AbsentDocument): AbsentResult {
  const { kind, citedBy } = absent;
  const { document, citation } = fullest(citedBy);
  return {
    id: nodeId({ absent }),
    kind,
    quote: placed(document, citation.span).quote,
    type: citation.type,
    code: citation.code,
    date: citation.date,
    issuer: citation.issuer === null ? null : issuerInText(citation.issuer),
    documents: citedBy.length,
    times: citedBy.reduce((sum, { times }) => sum + times, 0),
    citedBy: citedBy.map((one) => ({
      document: idOf(one.document),
      carriesOut: one.carriesOut,
      times: one.times,
      location: placed(one.document, one.citation.span).location,
    })),
  };
}

/** The first of the citations that say most; a title in capitals says it least well. */
function fullest(citedBy: AbsentDocument['citedBy']): AbsentDocument['citedBy'][number] {
  const parts = ({ citation }: { citation: Citation }): number =>
    [citation.date, citation.issuer, citation.type, citation.issuer?.unit?.name].filter((part) => part != null).length -
    (citation.place === 'title' ? 0.5 : 0);
  return citedBy.reduce((best, one) => (parts(one) > parts(best) ? one : best));
}

function answersResult(
  { parent, requests, due, units, others, hasCommunes }: Answers,
  superseded: ReadonlySet<string>,
): AnswersResult {
  const count = (status: string): number => units.filter((unit) => unit.status === status).length;
  return {
    parent: idOf(parent),
    requests: requests.map(({ span, deadline }) => ({ ...placed(parent, span), deadline: deadline?.text ?? null })),
    due,
    province: parent.entry.home.province,
    units: hasCommunes ? units.map((one) => unitResult(one.unit, one.status, one.plans)) : [],
    others: others.map(idOf),
    counts: {
      units: units.length,
      issued: count('issued'),
      late: count('late'),
      draft: count('draft'),
      missing: count('missing'),
      overdue: count('overdue'),
    },
    superseded: superseded.has(idOf(parent)),
  };
}

function unitResult(
  { code, kind, name }: Unit,
  status: Answers['units'][number]['status'],
  plans: readonly GraphDocument[],
): AnswersResult['units'][number] {
  return { code, name: `${kind} ${name}`, status, plans: plans.map(idOf) };
}

function placed({ entry }: GraphDocument, span: Span): { quote: string; location: PlaceResult } {
  const { document, plan } = entry.loaded;
  const section = sectionsAt(plan.outline, span.start).at(-1)?.path ?? null;
  const quote = document.text.slice(span.start, span.end).replace(/\s+/gu, ' ');
  return { quote, location: place(document.locate(span), section) };
}

function nodeId(node: Node): string {
  return 'document' in node ? idOf(node.document) : `a${hash(node.absent.key)}`;
}

function idOf({ entry }: GraphDocument): string {
  return `d${hash(entry.path)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
