/** Which deadline of one plan answers which of another, and which of the two is later. Unlike things are never compared. */
import { once } from '../data/once.js';
import type { LoadedPlan } from '../engine/check.js';
import type { LinkedParent } from '../library/link.js';
import { addDays, daysInMonth, formatDay, yearOf } from '../plan/calendar.js';
import { deadlineWords, wholeWords } from '../plan/deadline-words.js';
import { earliestIssueDay, planYear } from '../plan/deadlines.js';
import type { Deadline, Plan } from '../plan/plan.js';
import { wordsKey } from '../text/normal.js';
import { containment, wordSimilarity } from '../text/similarity.js';

/** A deadline with what it is about. */
export interface Duty {
  deadline: Deadline;
  /** The clause without its time words, and without those who act and receive. */
  words: string;
  /** Which of several reports it is: "year", "half-year", "đợt 1"; null if its words do not tell. Only equal ones are compared. */
  stage: string | null;
  /** A report on the plan as a whole ("kết quả thực hiện Kế hoạch này"), or one of which nothing else is said ("báo cáo kết quả về …"). */
  wholePlan: boolean;
  /** The step (mốc) of which a plan has only one, where the words before the time name one: "lễ phát động". */
  milestone: Milestone | null;
}

const MILESTONES = ['launch', 'interim-review', 'final-review'] as const;
export type Milestone = (typeof MILESTONES)[number];

/** Share of the word pairs of each clause that the other has, for the two to be one task: an inserted word or two make it another. */
const SAME_TASK = 0.85;
const SAME_REPORT = 0.5;
/** Clauses of fewer words are alike by chance. */
const FEW_WORDS = 6;
/** Days between two ends past which they are rather of two stages, or of two years, than one of them late. */
const TOO_FAR = { year: 150, month: 15 };

const RESULT_REPORT =
  /kết quả (?:tổ chức |triển khai ){0,2}thực hiện(?=[ ]*(?:$|[,.;(]|(?:về|gửi|trước|xong|hoàn thành|chậm|muộn|cho|tới|lên|năm|hằng|hàng|định kỳ)(?!\p{L})))/iu;

/** The duties of a plan that have a deadline, in the order of the text. */
export function dutiesOf(loaded: LoadedPlan): readonly Duty[] {
  const duties = known.get(loaded.plan) ?? findDuties(loaded);
  known.set(loaded.plan, duties);
  return duties;
}

/** Duties of plans met before: a parent is held against many children. */
const known = new WeakMap<Plan, Duty[]>();

/** Patterns of the word lists, made once. */
const patterns = once(() => {
  const words = deadlineWords();
  return {
    wholePlan: wholeWords(words['whole-plan']),
    cycles: (['week', 'month', 'quarter', 'half-year', 'year'] as const).map(
      (cycle) => [cycle, wholeWords(words.cycles[cycle])] as const,
    ),
    milestones: MILESTONES.map((milestone) => [milestone, wholeWords(words.milestones[milestone])] as const),
    general: new Set([...words.empty, ...words['general-report']].flatMap((word) => wordsKey(word).split(' '))),
  };
});

function findDuties({ document, plan }: LoadedPlan): Duty[] {
  const { wholePlan, cycles, milestones, general: generalWords } = patterns();
  const stageIn = (text: string): string | null => {
    const round = /(?<!\p{L})đợt[ ]{1,2}(\d|I{1,3}|cuối|đầu)(?![\p{L}\d])/iu.exec(text)?.[0];
    if (round !== undefined) return round.toLowerCase();
    const plain = text.replace(/(?:năm[ ]?|\/)\d{4}/giu, ' ');
    return cycles.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  };
  const milestoneIn = (text: string): Milestone | null => {
    const named = milestones.filter(([, pattern]) => pattern.test(text));
    return named.length === 1 ? (named[0]?.[0] ?? null) : null;
  };
  const isWholePlan = (text: string): boolean => wholePlan.test(text) || RESULT_REPORT.test(text);
  const saysNothingElse = (text: string): boolean =>
    wordsKey(text.replace(DEPARTMENT, ' '))
      .split(' ')
      .every((word) => generalWords.has(word) || /^\d*$/u.test(word));
  const isOrganization = (offset: number): boolean =>
    plan.outline
      .find(({ range }) => range.start <= offset && offset < range.end)
      ?.kinds.some((kind) => kind === 'organization' || kind === 'reporting') === true;
  const ownUnit = ownUnitWords(plan);
  const bare = (text: string, deadline: Deadline): string =>
    withoutParties(ownUnit === null ? text : text.replace(ownUnit, ' '), deadline);
  return plan.deadlines.map((deadline, i) => {
    const { clause, span } = deadline;
    const inClause = clause.start <= span.start && span.end <= clause.end;
    if (!inClause) {
      const text = document.text.slice(clause.start, clause.end);
      return { deadline, words: text, stage: stageIn(text), wholePlan: false, milestone: milestoneIn(text) };
    }
    const previous = plan.deadlines[i - 1];
    const next = plan.deadlines[i + 1];
    const after = document.text.slice(span.end, Math.min(clause.end, next?.span.start ?? clause.end));
    // "trước ngày 09/6 (đợt 1) và trước ngày 09/12 (tổng kết)": a bracket belongs to the day before it.
    const from =
      previous === undefined ? clause.start : previous.span.end + bracketAt(document.text, previous.span.end).length;
    const own = document.text.slice(Math.max(clause.start, from), span.start);
    const whole = `${document.text.slice(clause.start, span.start)} ${document.text.slice(span.end, clause.end)}`;
    const bracket = bracketAt(document.text, span.end);
    const told = [own, after, ...(own.length < 20 ? [whole] : [])].some(isWholePlan);
    const general = isOrganization(span.start) && saysNothingElse(bare(`${own} ${bracket}`, deadline));
    return {
      deadline,
      words: bare(whole, deadline),
      stage: stageIn(bracket) ?? stageIn(own) ?? stageIn(after),
      wholePlan: deadline.duty === 'report' && (told || general),
      milestone: milestoneIn(own),
    };
  });
}

/** The own unit by name, with the words that lead to it: "của Ủy ban nhân dân xã …", "trên địa bàn phường …". Its parent cannot have them. */
function ownUnitWords({ ownUnit }: Plan): RegExp | null {
  if (ownUnit === null) return null;
  const unit = `${ownUnit.kind} ${ownUnit.name}`.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const lead = '(?:(?:của|tại|trên địa bàn|do)[ ]{1,3})?(?:(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)[ ]{1,3})?';
  return new RegExp(`(?<!\\p{L})${lead}${unit.replace(/ /gu, '[ ]{1,3}')}(?!\\p{L})`, 'gu');
}

/** A department with its name, up to what it does: "Phòng Văn hóa - Xã hội (tổng hợp)", "(qua) Sở Nội vụ". */
const DEPARTMENT =
  /(?<!\p{L})(?:Sở|Phòng|Văn phòng|Ban)[ ]\p{Lu}[\p{L} –-]{1,70}?(?=[ ]{1,3}(?:tổng hợp|tham mưu|là|làm|trình|báo cáo|dự thảo|để|gửi|kết quả|theo)(?!\p{L})|[ ]{0,3}[,;:.()]|[ ]{0,3}$)/gu;

function withoutParties(text: string, { actor, addressee }: Deadline): string {
  return [actor, addressee].reduce((rest, party) => (party === null ? rest : rest.replace(party.text, ' ')), text);
}

/** The bracket that follows right after an offset: " (đợt 1)"; empty if none does. */
function bracketAt(text: string, offset: number): string {
  return /^[ ]?\([^()]{1,60}\)/u.exec(text.slice(offset, offset + 64))?.[0] ?? '';
}

/** Parents whose deadlines bind this plan: those it is given, the one it carries out, and those on the same subject. */
export function bindingParents(plan: Plan, parents: readonly LinkedParent[]): LinkedParent[] {
  const implemented = parents.filter(({ link }) => link?.citation.role === 'implements');
  return parents.filter((parent) => {
    if (parent.document.quality.verdict !== 'good') return false;
    if (parent.given) return true;
    const onlyOne = implemented.length === 1 && implemented[0] === parent;
    return onlyOne || sameSubject(plan.identity.subject, parent.plan.identity.subject);
  });
}

function sameSubject(own: string | null, other: string | null): boolean {
  if (own === null || other === null) return false;
  return Math.max(containment(own, other), containment(other, own)) >= 0.35;
}

/** Whether two plans are for the same time, so that a day of one can bind the other. */
export function sameYear(own: LoadedPlan, ownDay: string, other: LoadedPlan, otherDay: string): boolean {
  const earliest = earliestIssueDay(own.plan.identity);
  // The day had passed before the plan was issued: it cannot have been meant for it.
  if (earliest !== null && otherDay < earliest) return false;
  const years = [planYear(own.plan), planYear(other.plan)];
  if (years[0] !== null && years[1] !== null) return years[0] === years[1];
  return yearOf(ownDay) === yearOf(otherDay);
}

/** Whether two reports are the same: on the whole plan, or in like words; and of the same stage. */
export function sameReport(one: Duty, other: Duty): boolean {
  if (!sameStage(one, other)) return false;
  if (one.wholePlan || other.wholePlan) return one.wholePlan && other.wholePlan;
  return wordSimilarity(one.words, other.words) >= SAME_REPORT;
}

/** Whether two duties are of the same stage; one that tells none is the one of the year. */
export function sameStage(one: Duty, other: Duty): boolean {
  return (one.stage ?? 'year') === (other.stage ?? 'year');
}

/** How alike two tasks are, 0 to 1; 0 below the bar at which they count as the same. Owed to one body, they need be less alike. */
export function taskLikeness(one: Duty, other: Duty): number {
  const long = (duty: Duty): boolean => wordsKey(duty.words).split(' ').length >= FEW_WORDS;
  if (!sameStage(one, other)) return 0;
  if (long(one) && long(other)) {
    const likeness = Math.min(containment(one.words, other.words), containment(other.words, one.words));
    if (likeness >= SAME_TASK) return likeness;
  }
  const [to, otherTo] = [one.deadline.addressee, other.deadline.addressee];
  if (to === null || otherTo === null || !sameBody(to.text, otherTo.text)) return 0;
  const bothPlans = one.deadline.duty === 'issue-plan' && other.deadline.duty === 'issue-plan';
  return bothPlans || sameContent(one.words, other.words) ? SAME_REPORT : 0;
}

/** Share of its content words that the shorter of two texts has in common with the longer: "lựa chọn, đăng ký mô hình", "đăng ký mô hình của xã". */
const SAME_CONTENT = 0.75;

/** Whether two texts are on one thing by their content words. */
function sameContent(one: string, other: string): boolean {
  const empty = new Set(deadlineWords().empty.map(wordsKey));
  const content = (text: string): Set<string> =>
    new Set(
      wordsKey(text)
        .split(' ')
        .filter((word) => word.length > 1 && !empty.has(word)),
    );
  const [shorter, longer] = [content(one), content(other)].sort((a, b) => a.size - b.size);
  if (shorter === undefined || longer === undefined || shorter.size < 4 || shorter.size * 2 < longer.size) return false;
  return [...shorter].filter((word) => longer.has(word)).length >= SAME_CONTENT * shorter.size;
}

/** Whether two names mean one body: "Sở Nội vụ" and "Sở Nội vụ thành phố". */
export function sameBody(one: string, other: string): boolean {
  const [a, b] = [wordsKey(one), wordsKey(other)];
  return a.startsWith(b) || b.startsWith(a);
}

/**
 * Whether the first deadline lies after the second: `later`; `same-day` if both name one day and only "chậm nhất" against "trước"
 * makes the difference; null if it does not, or if that cannot be told.
 */
export function compareDeadlines(one: Deadline, other: Deadline): 'later' | 'same-day' | null {
  const [a, b] = [lastDay(one), lastDay(other)];
  if (a === null || b === null || one.form !== other.form) return null;
  if (one.recurrence?.every !== other.recurrence?.every) return null;
  if (isVague(one) || isVague(other) || a <= b) return null;
  return namedDay(one) !== null && namedDay(one) === namedDay(other) ? 'same-day' : 'later';
}

/**
 * Whether two ends are near enough to be those of one report, so that the later one is late. Half a year apart they are of two stages;
 * days of every month or year go round, so that 25 every month comes before 5 every month. A year apart, one year is mistyped.
 */
export function isNear(one: Deadline, other: Deadline): boolean {
  const [a, b] = [lastDay(one), lastDay(other)];
  if (a === null || b === null) return false;
  if (one.form === 'absolute') {
    const days = Math.abs(Date.parse(a) - Date.parse(b)) / DAY;
    return days <= TOO_FAR.year || days >= 365 - TOO_FAR.month;
  }
  if (one.recurrence?.every === 'month')
    return Number(b.slice(8)) >= 10 && Number(a.slice(8)) - Number(b.slice(8)) <= TOO_FAR.month;
  return Math.abs(Date.parse(`2024${a.slice(4)}`) - Date.parse(`2024${b.slice(4)}`)) / DAY <= TOO_FAR.year;
}

const DAY = 86_400_000;
const EVERY_MONTH = 'hằng tháng';

/**
 * The last admissible day: an ISO day of an absolute deadline, "0000-12-14" of one that comes back every year, "0000-00-14" every month.
 * Days of two deadlines compare as text if both are of one kind. Null if there is none.
 */
export function lastDay(deadline: Deadline): string | null {
  const { form, due, recurrence, bound } = deadline;
  if (form === 'absolute') return due?.to ?? null;
  if (form !== 'recurring' || recurrence === null) return null;
  const { every, month, day } = recurrence;
  if (every === 'month' && day !== null) return `0000-00-${two(bound === 'before' ? day - 1 : day)}`;
  if (every !== 'year' || month === null) return null;
  // A leap year stands for all, so that 29 February is a day.
  const named = `2024-${two(month)}-${two(day ?? (bound === 'before' ? 1 : daysInMonth(2024, month)))}`;
  return `0000${(bound === 'before' ? addDays(named, -1) : named).slice(4)}`;
}

/** The day of a deadline as a message shows it: the day named, else the last day ("15/12/2026", "15/12 hằng năm"). */
export function dayText(deadline: Deadline): string {
  const { named, due, recurrence } = deadline;
  if (named !== null) return formatDay(named);
  if (due?.to != null) return formatDay(due.to);
  if (recurrence === null || recurrence.day === null) return deadline.text;
  if (recurrence.month === null) return `${two(recurrence.day)} ${EVERY_MONTH}`;
  return `${two(recurrence.day)}/${two(recurrence.month)}`;
}

function namedDay({ named, recurrence }: Deadline): string | null {
  if (named !== null) return named;
  return recurrence === null || recurrence.day === null ? null : `${recurrence.month ?? 0}-${recurrence.day}`;
}

/** "đầu tháng 12", "giữa quý II" end on no certain day. */
function isVague({ text }: Deadline): boolean {
  return /(?<!\p{L})(?:đầu|giữa|khoảng)(?!\p{L})/iu.test(text.replace(/tháng đầu năm/giu, ''));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
