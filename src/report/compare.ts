/** Two plans side by side in words. */
import type { ComparedClause, Comparison, ComparisonKind } from '../align/compare.js';
import type { LoadedPlan } from '../engine/check.js';
import type { Bilingual, Language } from '../errors.js';
import type { Clause } from '../plan/clauses.js';
import { Page, run, type Style } from './layout.js';
import { markedPair, shorten } from './quote.js';
import type { FindingResult } from './result.js';

/** Findings that only one of two versions has. */
export interface FindingChanges {
  appeared: FindingResult[];
  vanished: FindingResult[];
}

interface CompareReport {
  own: LoadedPlan;
  other: LoadedPlan;
  comparison: Comparison;
  /** Null unless the two are versions of one document. */
  findings: FindingChanges | null;
}

const KINDS: Record<ComparisonKind, Bilingual & { style: Style; mark: string }> = {
  kept: { vi: 'giữ nguyên', en: 'kept', style: 'dim', mark: '=' },
  changed: { vi: 'thay đổi', en: 'changed', style: 'yellow', mark: '~' },
  dropped: { vi: 'bỏ', en: 'dropped', style: 'red', mark: '-' },
  added: { vi: 'thêm', en: 'added', style: 'green', mark: '+' },
};

const WORDS = {
  title: { vi: 'SO SÁNH', en: 'COMPARISON' },
  preamble: { vi: 'Phần mở đầu', en: 'Preamble' },
  substance: { vi: 'nội dung', en: 'substance' },
  style: { vi: 'chỉ cách viết', en: 'style only' },
  moved: { vi: 'chuyển sang mục khác', en: 'moved to another section' },
  appeared: { vi: 'PHÁT HIỆN MỚI', en: 'FINDINGS THAT APPEARED' },
  vanished: { vi: 'PHÁT HIỆN ĐÃ HẾT', en: 'FINDINGS THAT VANISHED' },
  line: { vi: 'dòng', en: 'line' },
} satisfies Record<string, Bilingual>;

const LIMIT = 200;

/** For people at a terminal: kept clauses are counted, all others shown with the words that changed. */
export function compareText(
  { own, other, comparison, findings }: CompareReport,
  lang: Language,
  width: number,
  colour: boolean,
): string {
  const page = new Page(width, colour);
  page.write(0, [run(WORDS.title[lang], 'bold')]);
  page.write(2, [run(own.document.path), run(' ↔ ', 'dim'), run(other.document.path)]);
  for (const { title, clauses } of comparison.sections) {
    page.write(0, []);
    page.write(0, [run(title === '' ? WORDS.preamble[lang] : title, 'bold'), run(`  ${counts(clauses, lang)}`, 'dim')]);
    for (const clause of clauses)
      if (clause.kind !== 'kept' && !isHeadingOnly(clause))
        writeClause(page, own, other, clause, comparison.versions, lang);
  }
  page.write(0, []);
  if (findings !== null) {
    writeFindings(page, WORDS.appeared[lang], findings.appeared, lang);
    writeFindings(page, WORDS.vanished[lang], findings.vanished, lang);
  }
  const all = comparison.sections.flatMap(({ clauses }) => clauses);
  page.write(0, [run(counts(all, lang), 'bold')]);
  if (comparison.versions) {
    const changed = all.filter(({ kind }) => kind === 'changed');
    const substance = changed.filter((clause) => clause.substance).length;
    page.write(0, [
      run(
        lang === 'vi'
          ? `Trong ${changed.length} chỗ thay đổi, ${substance} chỗ chạm đến thời hạn, con số, viện dẫn hoặc tên.`
          : `Of ${changed.length} changes, ${substance} touch a deadline, a figure, a citation or a name.`,
      ),
    ]);
  }
  return page.text();
}

function isHeadingOnly({ kind, own, other }: ComparedClause): boolean {
  return kind !== 'changed' && [...own, ...other].every(({ heading }) => heading);
}

function counts(clauses: readonly ComparedClause[], lang: Language): string {
  return (Object.keys(KINDS) as ComparisonKind[])
    .map((kind) => [KINDS[kind][lang], clauses.filter((clause) => clause.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function writeClause(
  page: Page,
  own: LoadedPlan,
  other: LoadedPlan,
  clause: ComparedClause,
  versions: boolean,
  lang: Language,
): void {
  const { style, mark } = KINDS[clause.kind];
  const lead = [run(`  ${mark} `, style)];
  const notes = [
    clause.moved ? WORDS.moved[lang] : '',
    versions && clause.changes.length > 0 ? (clause.substance ? WORDS.substance : WORDS.style)[lang] : '',
  ].filter(Boolean);
  const note = notes.length > 0 ? [run(`  [${notes.join('; ')}]`, 'dim')] : [];
  if (clause.kind === 'changed' && clause.changes.length > 0) {
    const pair = markedPair(textOf(clause.own), textOf(clause.other), page.colour, LIMIT);
    page.write(4, [...pair.other, run(`  ${lineOf(other, clause.other, lang)}`, 'dim')], lead);
    page.write(4, [run('→ ', 'dim'), ...pair.own, run(`  ${lineOf(own, clause.own, lang)}`, 'dim'), ...note]);
    return;
  }
  if (clause.other.length > 0)
    page.write(
      4,
      [run(shorten(textOf(clause.other), LIMIT)), run(`  ${lineOf(other, clause.other, lang)}`, 'dim')],
      lead,
    );
  if (clause.own.length > 0) {
    const ownLead = clause.other.length > 0 ? [] : lead;
    page.write(
      4,
      [
        ...(clause.other.length > 0 ? [run('→ ', 'dim')] : []),
        run(shorten(textOf(clause.own), LIMIT)),
        run(`  ${lineOf(own, clause.own, lang)}`, 'dim'),
        ...note,
      ],
      ownLead,
    );
  }
}

function textOf(clauses: readonly Clause[]): string {
  return clauses.map(({ text }) => text).join(' / ');
}

function lineOf({ document }: LoadedPlan, clauses: readonly Clause[], lang: Language): string {
  const [first] = clauses;
  const start = first === undefined ? null : document.locate(first.span).start;
  return start === null ? '' : `${WORDS.line[lang]} ${start.line}`;
}

function writeFindings(page: Page, title: string, findings: readonly FindingResult[], lang: Language): void {
  if (findings.length === 0) return;
  page.write(0, [run(`${title} (${findings.length})`, 'bold')]);
  for (const { location, message, rule } of findings) {
    const at = location.start === null ? '' : `${WORDS.line[lang]} ${location.start.line}: `;
    page.write(4, [run(at, 'dim'), run(message), run(`  ${rule}`, 'dim')], [run('  · ', 'dim')]);
  }
  page.write(0, []);
}

/** As data. */
export function compareData({ own, other, comparison, findings }: CompareReport): unknown {
  const places = (loaded: LoadedPlan, clauses: readonly Clause[]) =>
    clauses.map(({ span, text, section }) => ({
      text,
      section: section?.path ?? null,
      location: loaded.document.locate(span),
    }));
  return {
    version: 1,
    own: own.document.path,
    other: other.document.path,
    versions: comparison.versions,
    sections: comparison.sections.map(({ title, clauses }) => ({
      title,
      clauses: clauses.map(({ kind, moved, substance, changes, ...clause }) => ({
        kind,
        moved,
        substance,
        changes: changes.map((change) => ({ kind: change.kind, own: change.own, other: change.other })),
        own: places(own, clause.own),
        other: places(other, clause.other),
      })),
    })),
    findings,
  };
}
