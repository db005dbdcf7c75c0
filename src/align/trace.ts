/**
 * The traceability matrix (bảng đối chiếu): for every theme, deadline, target and duty of the parent that concerns the plan's level,
 * what the plan makes of it and where; and what the plan adds.
 */
import type { LoadedPlan } from '../engine/check.js';
import type { Bilingual } from '../errors.js';
import { clausesOf } from '../plan/clauses.js';
import type { Section, Target, Theme } from '../plan/plan.js';
import { compareKey } from '../text/normal.js';
import type { Span } from '../text/span.js';
import { wordingDifference, wordingLikeness } from '../text/wording.js';
import { align } from './align.js';
import { compareDeadlines, type Duty as DatedDuty, dutiesOf, lastDay, sameReport, taskLikeness } from './deadlines.js';
import { type Coverage, dutyCoverage, isRightBelow } from './duty-coverage.js';
import { answeredTargets, isWeaker } from './targets.js';

export type TraceKind = 'theme' | 'deadline' | 'target' | 'duty';

/**
 * - `covered`: taken over; `elsewhere`: taken over in a section of another kind
 * - `changed`: taken over otherwise, not for the worse as far as can be told
 * - `weakened`: later, lower, or less
 * - `missing`
 */
export type TraceStatus = 'covered' | 'elsewhere' | 'changed' | 'weakened' | 'missing';

/** A place in one of the two plans. */
export interface TracePlace {
  span: Span;
  text: string;
  /** Path of labels ("IV.1.b"); null outside sections. */
  section: string | null;
}

/** One row of the matrix. */
export interface TraceRow {
  kind: TraceKind;
  status: TraceStatus;
  parent: TracePlace;
  child: TracePlace[];
  reason: Bilingual;
}

/** The matrix of one plan and one parent. */
export interface Trace {
  rows: TraceRow[];
  /** Clauses of the plan that answer nothing of the parent. */
  additions: TracePlace[];
  /** Rows that are not missing, of all. */
  coverage: { covered: number; total: number };
}

const BARS = { coveredFrom: 0.45, leastWords: 4 };
const ADDITION_WORDS = 8;

/** Traces a parent's clauses into a plan. */
export function traceParent(own: LoadedPlan, parent: LoadedPlan): Trace {
  const rows = [
    ...themeRows(own, parent),
    ...deadlineRows(own, parent),
    ...targetRows(own, parent),
    ...dutyRows(own, parent),
  ];
  const covered = rows.filter(({ status }) => status !== 'missing').length;
  return { rows, additions: additionsOf(own, parent), coverage: { covered, total: rows.length } };
}

function reason(vi: string, en: string): Bilingual {
  return { vi, en };
}

/** The parent's own themes, each wording once. */
function themeRows(own: LoadedPlan, parent: LoadedPlan): TraceRow[] {
  const seen = new Set<string>();
  const themes = parent.plan.themes.filter((theme) => {
    const key = compareKey(theme.text);
    const fresh = theme.owner?.own === true && !seen.has(key);
    seen.add(key);
    return fresh;
  });
  return themes.map((theme): TraceRow => {
    const place = placeOf(parent, theme.span);
    const answer = nearestTheme(theme, own.plan.themes);
    if (answer === null)
      return {
        kind: 'theme',
        status: 'missing',
        parent: place,
        child: [],
        reason: reason('kế hoạch không nhắc đến chủ đề này', 'the plan does not quote this theme'),
      };
    const same = ['same', 'punctuation'].includes(wordingDifference(theme.text, answer.text));
    return {
      kind: 'theme',
      status: same ? 'covered' : 'changed',
      parent: place,
      child: [placeOf(own, answer.span)],
      reason: same ? reason('trích đúng', 'quoted right') : reason('trích khác lời', 'quoted in other words'),
    };
  });
}

function nearestTheme(theme: Theme, candidates: readonly Theme[]): Theme | null {
  const near = candidates
    .filter(({ owner }) => owner?.own !== true)
    .map((candidate) => ({ candidate, likeness: wordingLikeness(theme.text, candidate.text) }));
  const best = near.sort((a, b) => b.likeness - a.likeness)[0];
  return best !== undefined && best.likeness >= 0.5 ? best.candidate : null;
}

/** Deadlines that the parent sets to those below it. */
function deadlineRows(own: LoadedPlan, parent: LoadedPlan): TraceRow[] {
  const ours = dutiesOf(own);
  return dutiesOf(parent)
    .filter(
      ({ deadline }) =>
        (deadline.actor === null || deadline.actor.role === 'below') &&
        deadline.bound !== 'from' &&
        lastDay(deadline) !== null,
    )
    .map((theirs) => deadlineRow(own, parent, theirs, ours));
}

function deadlineRow(own: LoadedPlan, parent: LoadedPlan, theirs: DatedDuty, ours: readonly DatedDuty[]): TraceRow {
  const row = (status: TraceStatus, child: readonly Span[], why: Bilingual): TraceRow => ({
    kind: 'deadline',
    status,
    parent: placeOf(parent, theirs.deadline.clause),
    child: child.map((span) => placeOf(own, span)),
    reason: why,
  });
  if (theirs.deadline.duty === 'issue-plan') return issueRow(own, theirs, row);
  const isReport = theirs.deadline.duty === 'report';
  const answers = ours.filter((mine) =>
    isReport ? mine.deadline.duty === 'report' && sameReport(mine, theirs) : taskLikeness(mine, theirs) > 0,
  );
  const up = answers.filter(({ deadline }) => deadline.addressee?.own !== true);
  const [answer = answers[0]] = up;
  if (answer === undefined)
    return row(
      'missing',
      [],
      reason('kế hoạch không đặt thời hạn nào cho việc này', 'the plan sets no deadline for this'),
    );
  const days = `${answer.deadline.text} ↔ ${theirs.deadline.text}`;
  const later = compareDeadlines(answer.deadline, theirs.deadline);
  if (later !== null)
    return row(
      'weakened',
      [answer.deadline.clause],
      reason(`muộn hơn cấp trên: ${days}`, `later than the parent: ${days}`),
    );
  if (isReport && up.length === 0)
    return row(
      'changed',
      [answer.deadline.clause],
      reason(
        `mới có hạn thu báo cáo của cấp dưới, chưa nêu ai báo cáo lên cấp trên: ${days}`,
        `only reports from below are collected, nobody reports up: ${days}`,
      ),
    );
  return row('covered', [answer.deadline.clause], reason(`kịp thời hạn: ${days}`, `in time: ${days}`));
}

/** "Build and send your plan by …": the plan itself is the answer, its date tells whether in time. */
function issueRow(
  own: LoadedPlan,
  theirs: DatedDuty,
  row: (status: TraceStatus, child: readonly Span[], why: Bilingual) => TraceRow,
): TraceRow {
  const { date, spans } = own.plan.identity;
  const last = lastDay(theirs.deadline);
  const place = spans.date === null ? [] : [spans.date];
  if (date === null || last === null || last.startsWith('0000'))
    return row(
      'covered',
      place,
      reason('chính kế hoạch này; ngày ban hành chưa ghi', 'this plan itself; its date is blank'),
    );
  return date <= last
    ? row('covered', place, reason('chính kế hoạch này, ban hành trong hạn', 'this plan itself, issued in time'))
    : row(
        'weakened',
        place,
        reason('chính kế hoạch này, ban hành sau thời hạn', 'this plan itself, issued after the day'),
      );
}

/** Ratios of the parent that a lower level can be measured by. */
function targetRows(own: LoadedPlan, parent: LoadedPlan): TraceRow[] {
  const comparable = answeredTargets(parent, parent).map(({ own: target }) => target);
  const answers = new Map<Target, Target>();
  for (const { own: mine, theirs } of answeredTargets(own, parent))
    for (const target of theirs) if (!answers.has(target)) answers.set(target, mine);
  return comparable.map((theirs): TraceRow => {
    const mine = answers.get(theirs);
    const place = { ...placeOf(parent, theirs.clause), text: figureOf(theirs) };
    if (mine === undefined)
      return {
        kind: 'target',
        status: 'missing',
        parent: place,
        child: [],
        reason: reason('kế hoạch không nêu chỉ tiêu này', 'the plan does not state this target'),
      };
    const figures = `${mine.text} ↔ ${theirs.text}`;
    const status: TraceStatus = isWeaker(mine, theirs) ? 'weakened' : isWeaker(theirs, mine) ? 'changed' : 'covered';
    const words = {
      weakened: reason(`thấp hơn cấp trên: ${figures}`, `less than the parent: ${figures}`),
      changed: reason(`cao hơn cấp trên: ${figures}`, `more than the parent: ${figures}`),
      covered: reason(`bằng cấp trên: ${figures}`, `as the parent: ${figures}`),
    };
    return {
      kind: 'target',
      status,
      parent: place,
      child: [{ ...placeOf(own, mine.clause), text: figureOf(mine) }],
      reason: words[status],
    };
  });
}

/** What is measured, and the figure. */
function figureOf({ indicator, text }: Target): string {
  return text.includes(indicator.text) ? text : `${indicator.text}: ${text}`;
}

const DUTY_WORDS: Record<Exclude<Coverage, 'general'>, { status: TraceStatus; why: Bilingual }> = {
  answered: { status: 'covered', why: reason('có ý tương ứng', 'answered by a clause') },
  moved: { status: 'elsewhere', why: reason('có ý tương ứng, ở mục khác', 'answered in another section') },
  worded: {
    status: 'changed',
    why: reason('nội dung có trong mục này, diễn đạt khác', 'its words stand in this section, put otherwise'),
  },
  reported: { status: 'covered', why: reason('có người báo cáo lên cấp trên', 'somebody reports up') },
  itself: { status: 'covered', why: reason('chính kế hoạch này', 'this plan itself') },
  missing: { status: 'missing', why: reason('chưa thấy nội dung tương ứng', 'nothing answers it') },
};

const NOBODY_REPORTS = reason('chưa nêu ai báo cáo lên cấp trên', 'nobody reports up');

function dutyRows(own: LoadedPlan, parent: LoadedPlan): TraceRow[] {
  if (!isRightBelow(own.plan, parent.plan)) return [];
  return dutyCoverage(own, parent, BARS).flatMap(({ duty, coverage, clauses }): TraceRow[] => {
    if (coverage === 'general') return [];
    const { status, why } = DUTY_WORDS[coverage];
    return [
      {
        kind: 'duty',
        status,
        parent: placeOf(parent, duty.span),
        child: clauses.map(({ span }) => placeOf(own, span)),
        reason: coverage === 'missing' && duty.addressee?.own === true && duty.kind === 'report' ? NOBODY_REPORTS : why,
      },
    ];
  });
}

/** What the plan adds of its own: longer clauses under numbered sections that answer nothing. */
function additionsOf(own: LoadedPlan, parent: LoadedPlan): TracePlace[] {
  const groups = align(clausesOf(parent.document, parent.plan), clausesOf(own.document, own.plan));
  return groups
    .filter(({ kind }) => kind === 'new')
    .flatMap(({ child }) => child)
    .filter(({ heading, words, section }) => !heading && section !== null && words.length >= ADDITION_WORDS)
    .map(({ span }) => placeOf(own, span));
}

function placeOf({ document, plan }: LoadedPlan, span: Span): TracePlace {
  return {
    span,
    text: document.text.slice(span.start, span.end).replace(/\s+/gu, ' '),
    section: sectionPath(plan.outline, span.start),
  };
}

function sectionPath(sections: readonly Section[], offset: number): string | null {
  const section = sections.find(({ range }) => range.start <= offset && offset < range.end);
  if (section === undefined) return null;
  return sectionPath(section.children, offset) ?? (section.path || section.title);
}
