/** What the page shows, gathered once: documents with their findings, the parents each once, and the names under which the page links to places. */

import type { Case, LoadedPlan } from '../../engine/check.js';
import type { Finding, RelatedPlace } from '../../engine/finding.js';
import type { Language } from '../../errors.js';
import type { LinkedParent } from '../../library/link.js';
import type { Plan } from '../../plan/plan.js';
import type { Span } from '../../source/document.js';
import { canBeFixed } from '../../source/endings.js';
import type { ReportContext } from '../formats.js';
import type { Outcome } from '../make.js';
import { identityLine } from '../place.js';
import type { DocumentResult, FindingResult, LintResult } from '../result.js';
import { WORDS, type Words } from '../words.js';
import type { Mark } from './marks.js';
import { blockAt } from './structure.js';
import { PAGE_WORDS, type PageWords } from './words.js';

/** Everything that the parts of the page are made from. */
export interface ReportView {
  lang: Language;
  words: Words;
  ui: PageWords;
  result: LintResult;
  context: ReportContext;
  documents: DocumentView[];
  parents: ParentView[];
  /** What was found in the configuration file, which is no document. */
  configuration: { path: string; findings: FindingView[] } | null;
}

/** A document that was checked, or could not be. */
export interface DocumentView {
  /** "d1" */
  id: string;
  /** What the page calls it. */
  name: string;
  result: DocumentResult;
  /** Null if it could not be read, or if only its result is left. */
  kase: Case | null;
  findings: FindingView[];
  /** The parents that it was checked against, nearest first. */
  parents: ParentView[];
}

/** A finding with its places in the page. */
export interface FindingView {
  /** Counted through all documents. */
  number: number;
  /** "finding-3f9a0c21b7d4": the same in the next run. */
  id: string;
  /** Id of its words in the draft; null if there are none to show. */
  wordsId: string | null;
  result: FindingResult;
  span: Span | null;
  related: RelatedView[];
  /** Whether --fix would correct it in its file. */
  fixable: boolean;
}

/** A place that explains a finding. */
export interface RelatedView {
  place: FindingResult['related'][number];
  /** Id of the place in the page; null if its document is not in it. */
  target: string | null;
  of: 'parent' | 'own' | 'other';
}

/** A parent, shown once however many documents were checked against it. */
export interface ParentView {
  /** "p1" */
  id: string;
  name: string;
  loaded: LoadedPlan;
  children: DocumentView[];
  /** Places that findings refer to. */
  marks: Mark[];
}

const ID_LENGTH = 12;
const COUNCILS = ['ủy ban nhân dân', 'hội đồng nhân dân'];

/** Gathers what the page shows. With `quiet` errors only. */
export function viewOf(result: LintResult, context: ReportContext): ReportView {
  const lang = result.language;
  const words = WORDS[lang];
  const outcomes = result.documents.map((_, i) => context.outcomes?.[i]);
  const documents = result.documents.map((document, i): DocumentView => {
    const outcome = outcomes[i];
    const kase = outcome === undefined || 'error' in outcome ? null : outcome.kase;
    return {
      id: `d${i + 1}`,
      name: nameOf(document, kase?.plan ?? null, words),
      result: document,
      kase,
      findings: [],
      parents: [],
    };
  });
  const parents = parentsOf(documents, outcomes, words);
  const page = { documents, parents, ids: new Set<string>(), count: 0 };
  for (const [i, document] of documents.entries()) addFindings(page, document, outcomes[i], context.quiet);
  const configuration =
    result.configuration === undefined ? null : configurationOf(page, result.configuration, context);
  return { lang, words, ui: PAGE_WORDS[lang], result, context, documents, parents, configuration };
}

/** Findings of all documents and of the configuration, as they are numbered. */
export function allFindings({ documents, configuration }: ReportView): FindingView[] {
  return [...documents.flatMap(({ findings }) => findings), ...(configuration?.findings ?? [])];
}

/** Kind, number, date and issuer; else the name of the file. */
function nameOf(
  { identity, path }: Pick<DocumentResult, 'identity' | 'path'>,
  plan: Plan | null,
  words: Words,
): string {
  if (identity === null) return fileName(path);
  return identityLine({ ...identity, issuer: issuerName(plan) ?? identity.issuer }, words) ?? fileName(path);
}

/** A header has its issuer in capitals; in a sentence it reads "Ủy ban nhân dân xã Gia Viễn". Null where that cannot be told. */
function issuerName(plan: Plan | null): string | null {
  const { text = '', body = null, unit = null } = plan?.identity.issuer ?? {};
  if (unit?.name == null || !COUNCILS.includes(body ?? '') || /\p{Ll}/u.test(text)) return null;
  const name = unit.name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
  return `${capital(body ?? '')} ${unit.kind} ${name}`;
}

/** With a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Last part of a path. */
export function fileName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

/** Direct parents of all documents, and of those further up the ones that findings refer to. */
function parentsOf(
  documents: readonly DocumentView[],
  outcomes: readonly (Outcome | undefined)[],
  words: Words,
): ParentView[] {
  const parents = new Map<string, ParentView>();
  const embed = (loaded: LoadedPlan): ParentView => {
    const { path } = loaded.document;
    const known = parents.get(path);
    if (known !== undefined) return known;
    const { issuer, ...identity } = loaded.plan.identity;
    const name = nameOf({ path, identity: { ...identity, issuer: issuer?.text ?? null } }, loaded.plan, words);
    const parent = { id: `p${parents.size + 1}`, name, loaded, children: [], marks: [] };
    parents.set(path, parent);
    return parent;
  };
  for (const document of documents) {
    for (const loaded of document.kase?.parents ?? []) {
      const parent = embed(loaded);
      parent.children.push(document);
      document.parents.push(parent);
    }
  }
  for (const [i, { kase }] of documents.entries()) {
    const outcome = outcomes[i];
    if (kase === null || outcome === undefined || 'error' in outcome) continue;
    const cited = new Set(outcome.findings.flatMap(({ related }) => related.map(({ path }) => path)));
    for (const loaded of upTheChain(kase.parents)) if (cited.has(loaded.document.path)) embed(loaded);
  }
  return [...parents.values()];
}

function upTheChain(parents: readonly LinkedParent[], seen = new Set<string>()): LinkedParent[] {
  return parents.flatMap((parent) => {
    if (seen.has(parent.document.path)) return [];
    seen.add(parent.document.path);
    return [parent, ...upTheChain(parent.parents, seen)];
  });
}

interface PageSoFar {
  documents: readonly DocumentView[];
  parents: readonly ParentView[];
  ids: Set<string>;
  count: number;
}

function addFindings(page: PageSoFar, document: DocumentView, outcome: Outcome | undefined, quiet: boolean): void {
  const found = outcome === undefined || 'error' in outcome ? [] : outcome.findings;
  const byFingerprint = new Map(found.map((finding) => [finding.fingerprint, finding]));
  for (const result of document.result.findings) {
    if (quiet && result.severity !== 'error') continue;
    const finding = byFingerprint.get(result.fingerprint);
    const { number, id } = nextName(page, result);
    const span = finding?.span ?? null;
    const at = { number, id, severity: result.severity };
    const related = result.related.map((place, i) => relatedView(page, document, at, place, finding?.related[i]));
    const fixable = result.fix?.safe === true && canBeFixed(document.result);
    document.findings.push({
      number,
      id,
      wordsId: span === null ? null : `w${number}`,
      result,
      span,
      related,
      fixable,
    });
  }
}

function configurationOf(
  page: PageSoFar,
  { path, findings }: NonNullable<LintResult['configuration']>,
  { quiet }: ReportContext,
): ReportView['configuration'] {
  const shown = findings.filter(({ severity }) => !quiet || severity === 'error');
  if (shown.length === 0) return null;
  return {
    path,
    findings: shown.map((result) => ({
      ...nextName(page, result),
      wordsId: null,
      result,
      span: null,
      related: [],
      fixable: false,
    })),
  };
}

/** Number and id of the next finding. Two documents may have the same finding: each has an id of its own. */
function nextName(page: PageSoFar, { fingerprint }: FindingResult): Pick<FindingView, 'number' | 'id'> {
  const wanted = `finding-${fingerprint.slice(0, ID_LENGTH)}`;
  let id = wanted;
  for (let i = 2; page.ids.has(id); i++) id = `${wanted}-${i}`;
  page.ids.add(id);
  return { number: ++page.count, id };
}

function relatedView(
  { documents, parents }: PageSoFar,
  own: DocumentView,
  { number, id, severity }: Pick<FindingView, 'number' | 'id'> & Pick<Finding, 'severity'>,
  place: FindingResult['related'][number],
  found: RelatedPlace | undefined,
): RelatedView {
  if (place.path === own.result.path) return { place, target: blockId(own.id, own.kase, found), of: 'own' };
  const parent = parents.find(({ loaded }) => loaded.document.path === place.path);
  if (parent !== undefined && found !== undefined) {
    const target = `${parent.id}-r${parent.marks.length + 1}`;
    parent.marks.push({ span: found.span, id: target, target: id, severity, number });
    return { place, target, of: 'parent' };
  }
  const other = documents.find(({ result }) => result.path === place.path);
  return { place, target: other === undefined ? null : blockId(other.id, other.kase, found), of: 'other' };
}

function blockId(prefix: string, loaded: LoadedPlan | null, place: RelatedPlace | undefined): string | null {
  if (loaded === null || place === undefined) return null;
  const block = blockAt(loaded.document.blocks, place.span.start);
  return block === null ? null : `${prefix}-b${block}`;
}
