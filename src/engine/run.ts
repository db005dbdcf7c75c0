/** Runs rules on a case. */
import { type Bilingual, PlanlintError } from '../errors.js';
import type { Case, LoadedPlan, Need, RawFinding } from './check.js';
import { documentWaivers, unusedWaivers } from './document-waivers.js';
import type { Finding, RelatedPlace } from './finding.js';
import { fingerprints, withoutLabel } from './fingerprint.js';
import { isOff, type Rule } from './load.js';
import { missingNeed } from './needs.js';
import { sectionsAt } from './section-at.js';
import { milder, type Severity, severityRank } from './severity.js';
import { applyWaivers, type WaivedFinding, type Waiver } from './waivers.js';

/** A rule that did not run, and why: never silently passed. */
export interface SkippedRule {
  rule: string;
  /** What was absent: a need of the rule, or a text that can be trusted. */
  need: Need | 'quality';
  reason: Bilingual;
}

export interface RunResult {
  /** In the order of the text. */
  findings: Finding[];
  /** Those that somebody let stand, with a reason. */
  waived: WaivedFinding[];
  skipped: SkippedRule[];
}

/**
 * Runs all rules that are not off, waives what the document or `configured` says, then runs the rules on waivers.
 * Findings come in the order of the text, each once.
 */
export function runRules(kase: Case, rules: readonly Rule[], configured: readonly Waiver[] = []): RunResult {
  const skipped: SkippedRule[] = [];
  const on = rules.filter((rule) => !isOff(rule));
  const found = runAll(
    kase,
    on.filter(({ check }) => !check.ofWaivers),
    skipped,
  );
  const written = documentWaivers(
    kase.document,
    rules.map(({ id }) => id),
    kase.today,
  );
  const { findings, waived } = applyWaivers(found, [...written.waivers, ...configured], kase.plan);
  const waivers = { ...written.report, unused: unusedWaivers(written, waived, rules, skipped) };
  const ofWaivers = on.filter(({ check }) => check.ofWaivers);
  findings.push(...runAll({ ...kase, waivers }, ofWaivers, skipped));
  return { findings: findings.sort(byPlace), waived, skipped };
}

function runAll(kase: Case, rules: readonly Rule[], skipped: SkippedRule[]): Finding[] {
  const found: UnnamedFinding[] = [];
  for (const rule of rules) {
    const absent = whatIsAbsent(kase, rule);
    if (absent === null) found.push(...runRule(kase, rule));
    else skipped.push({ rule: rule.id, ...absent });
  }
  return nameFindings(kase, withoutDuplicates(found.sort(byPlace)));
}

/** `about`: what of a parent it is about, for its name. */
type UnnamedFinding = Omit<Finding, 'fingerprint'> & { about: string };

function whatIsAbsent(kase: Case, rule: Rule): Omit<SkippedRule, 'rule'> | null {
  const { verdict } = kase.document.quality;
  if (verdict === 'broken') {
    const reason = {
      vi: 'lớp chữ của tệp bị hỏng, chữ đọc được không phải tiếng Việt',
      en: 'the text layer of the file is broken: its words are not Vietnamese',
    };
    return { need: 'quality', reason };
  }
  if (verdict === 'ocr' && rule.ocr === 'off') {
    const reason = {
      vi: 'văn bản là bản nhận dạng (OCR) nhiều lỗi chữ, quy tắc này không đáng tin trên đó',
      en: 'the text comes from recognition (OCR) with many errors; this rule cannot be trusted on it',
    };
    return { need: 'quality', reason };
  }
  for (const need of rule.needs) {
    const reason = missingNeed(kase, need);
    if (reason !== null) return { need, reason };
  }
  return null;
}

function* runRule(kase: Case, rule: Rule): Iterable<UnnamedFinding> {
  const marked = kase.document.quality.verdict === 'ocr' && rule.ocr === 'mark';
  for (const raw of rule.run(kase)) {
    const severity = rule.severities[raw.message];
    if (severity === undefined) throw unknownMessage(rule, raw.message);
    if (severity === 'off') continue;
    yield finding(kase, rule, raw, marked ? milder<Severity>(severity, 'info') : severity, marked);
  }
}

function finding(kase: Case, rule: Rule, raw: RawFinding, severity: Severity, marked: boolean): UnnamedFinding {
  const { document, plan } = kase;
  return {
    rule: rule.id,
    messageId: raw.message,
    severity,
    span: raw.span,
    location: raw.location ?? document.locate(raw.span),
    section: sectionsAt(plan.outline, raw.span.start).at(-1)?.path ?? null,
    quote: raw.quote ?? document.text.slice(raw.span.start, raw.span.end),
    related: (raw.related ?? []).map(relatedPlace),
    data: marked ? { ...raw.data, ocr: true } : raw.data,
    diff: raw.diff ?? null,
    about: aboutParent(kase, raw),
    fix: raw.fix === undefined ? null : { text: raw.fix.text, safe: raw.fix.safe && !marked },
  };
}

/** The first words of a parent that explain a finding: of two duties that are not covered each is a finding of its own. */
function aboutParent({ parents }: Case, { related = [] }: RawFinding): string {
  const place = related.find(({ of }) => parents.some(({ document }) => document === of.document));
  if (place === undefined) return '';
  const { quote } = relatedPlace(place);
  return withoutLabel(quote, sectionsAt(place.of.plan.outline, place.span.start).at(-1));
}

function relatedPlace({ of, span, quote }: { of: LoadedPlan } & Pick<RawFinding, 'span' | 'quote'>): RelatedPlace {
  return {
    path: of.document.path,
    span,
    location: of.document.locate(span),
    section: sectionsAt(of.plan.outline, span.start).at(-1)?.path ?? null,
    quote: quote ?? of.document.text.slice(span.start, span.end),
  };
}

function byPlace(a: Omit<Finding, 'fingerprint'>, b: Omit<Finding, 'fingerprint'>): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    (a.location.start?.offset ?? 0) - (b.location.start?.offset ?? 0) ||
    severityRank(a.severity) - severityRank(b.severity) ||
    compare(a.rule, b.rule) ||
    compare(a.messageId, b.messageId)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function withoutDuplicates(findings: UnnamedFinding[]): UnnamedFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, messageId, span, location, quote, data }) => {
    const key = JSON.stringify([rule, messageId, span, location, quote, data]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function nameFindings(kase: Case, findings: UnnamedFinding[]): Finding[] {
  const names = fingerprints(
    findings.map(({ rule, span, quote, about }) => {
      return { rule, quote, about, sections: sectionsAt(kase.plan.outline, span.start) };
    }),
  );
  return findings.map(({ about: _, ...finding }, i) => ({ ...finding, fingerprint: names[i] ?? '' }));
}

function unknownMessage(rule: Rule, message: string): PlanlintError {
  return new PlanlintError(
    'check-message',
    {
      vi: `phép kiểm "${rule.check.name}" đưa ra thông báo "${message}" không có trong quy tắc "${rule.id}"`,
      en: `check "${rule.check.name}" gave message "${message}", which rule "${rule.id}" does not have`,
    },
    { vi: 'Đây là lỗi của planlint; xin báo lại.', en: 'This is a fault of planlint; please report it.' },
  );
}
