/**
 * Period of implementation (thời gian thực hiện) of the plan as a whole, from its section or line on time:
 * "từ nay đến hết tháng 12 năm 2026", "từ năm 2026 đến hết năm 2030", "giai đoạn 2026 - 2030", "năm 2026". Never from the time of one task.
 */
import type { SourceDocument, Span } from '../source/document.js';
import { findDates } from './dates.js';
import { deadlineWords } from './deadline-words.js';
import type { Period, Plan, Section } from './plan.js';
import { findTimeExpressions, type TimeExpression, timePatterns } from './time-expressions.js';

/** How far into its section the period is looked for, and its stages. */
const REACH = 600;
const STAGES_REACH = 3000;
/** "Đợt 1: từ …", "Giai đoạn II (2026 - 2028)": the time of a stage. */
const STAGE =
  /(?<!\p{L})(?:đợt|giai đoạn|chặng|bước)[ ]{1,3}(?:thứ[ ]{1,3})?(?:\d{1,2}(?!\d)|[IVX]{1,4}|một|nhất|hai|ba|đầu|cuối)(?!\p{L})/iu;
const EVENT = /(?<!\p{L})(?:phát động|sơ kết|tổng kết|khai mạc|bế mạc|ra quân)(?!\p{L})/iu;
const LONGEST_EVENT = 31 * 86_400_000;

const ABOUT_TIME = /thời gian|thời hạn thực hiện|(?<!\p{L})các đợt(?!\p{L})/iu;
const NOT_THE_PERIOD =
  /địa điểm|mốc thời gian|chặng|lộ trình|họp|hội nghị|tập huấn|huấn luyện|báo cáo|gửi|kiểm tra|khen thưởng|hồ sơ/iu;
/** Lines that stand beside the time of a task, but not beside that of a plan. */
const OF_A_TASK =
  /^[\s\-–+*•]*(?:cơ quan|đơn vị|bộ phận|người|thành phần)?[ ]?(?:chủ trì|phối hợp|thực hiện|tham gia|sản phẩm)(?!\p{L})/iu;
const FROM_NOW =
  /(?<!\p{L})(?:kể[ ])?từ[ ](?:nay|(?:khi|ngày)[ ][^,.;:\n]{2,60}?|lúc[ ][^,.;:\n]{2,40}?)[ ]{1,3}(?:cho[ ])?$/iu;
const SINCE_ISSUE = /từ[ ](?:nay|(?:khi|ngày)[ ](?:ban hành|ký|kế hoạch))/iu;

/** Sections whose unnumbered lines speak of the whole plan. */
const ABOUT_THE_PLAN: ReadonlySet<string> = new Set([
  'purpose',
  'requirement',
  'objective',
  'scope',
  'time',
  'content',
]);

/** Sections of the first two levels; deeper ones are of tasks. */
interface TimeSection {
  section: Section;
  depth: number;
  siblings: readonly Section[];
}

/** The period of the plan; null if it says none, or if only its tasks have theirs. */
export function extractPeriod(document: SourceDocument, facts: Pick<Plan, 'identity' | 'outline'>): Period | null {
  const sections = timeSections(facts.outline, null);
  const top = Math.min(...sections.map(({ depth }) => depth));
  const highest = sections.filter(({ depth }) => depth === top);
  const [only] = highest;
  // Several at one depth are the times of several tasks.
  if (only === undefined || highest.length > 1) return null;
  if (only.siblings.some(({ title }) => OF_A_TASK.test(title))) return null;
  return readPeriod(document, only.section.range, facts.identity.date);
}

function timeSections(outline: readonly Section[], parent: Section | null): TimeSection[] {
  return outline.flatMap((section) => {
    if (section.label.system === 'annex') return [];
    const title = section.title.slice(0, 80).split(':')[0] ?? '';
    const timely = section.kinds.includes('time') || section.kinds.includes('stages');
    const named = timely && ABOUT_TIME.test(title) && !NOT_THE_PERIOD.test(title);
    const own =
      named && (isNumbered(section) || parent === null || parent.kinds.some((kind) => ABOUT_THE_PLAN.has(kind)));
    const below = parent === null ? timeSections(section.children, section) : [];
    return own ? [{ section, depth: parent === null ? 1 : 2, siblings: outline }, ...below] : below;
  });
}

function isNumbered({ label }: Section): boolean {
  return label.system !== 'dash' && label.system !== 'none';
}

function readPeriod(document: SourceDocument, range: Span, ownDate: string | null): Period | null {
  const text = document.text.slice(range.start, Math.min(range.end, range.start + STAGES_REACH));
  const whole = [{ start: 0, end: text.length }];
  const said = findTimeExpressions(text, findDates(text), timePatterns(deadlineWords()), whole)
    .filter(({ form }) => form !== 'relative' && form !== 'recurring')
    .map((expression, i, all) => ({ expression, lead: leadOf(text, expression, all[i - 1]) }))
    .filter(({ expression, lead }) => !isEvent(expression, lead));
  const [first] = said;
  if (first === undefined || first.expression.span.start > REACH) return null;
  const parts = STAGE.test(first.lead) ? said.filter(({ lead }) => STAGE.test(lead)) : [first];
  // One of several stages is not the period, nor is the time of a plan whose other stages cannot be read.
  if (STAGE.test(first.lead) && parts.length < 2) return null;
  const [start, ...later] = parts.map(({ expression }) => partOf(text, range.start, expression, ownDate));
  if (start == null || later.includes(null)) return null;
  return later.reduce<Period>((period, part) => (part === null ? period : joined(period, part)), start);
}

/** What stands between an expression of time and the one before it. */
function leadOf(text: string, { span }: TimeExpression, before: TimeExpression | undefined): string {
  return text.slice(Math.max(before?.span.end ?? 0, span.start - 200), span.start);
}

/** "Phát động trong tháng 02/2026": the time of one event, not of the plan. */
function isEvent({ due }: TimeExpression, lead: string): boolean {
  if (due?.from == null || due.to === null || !EVENT.test(lead)) return false;
  return Date.parse(due.to) - Date.parse(due.from) < LONGEST_EVENT;
}

/** One expression of time as a period; null if it has no end, or is a single day: that is an event. */
function partOf(
  text: string,
  offset: number,
  { span, due, named, bound }: TimeExpression,
  ownDate: string | null,
): Period | null {
  if (due === null || (named !== null && bound !== 'by')) return null;
  const since = FROM_NOW.exec(text.slice(0, span.start).slice(-90));
  const start = span.start - (since?.[0].length ?? 0);
  const from = since === null ? due.from : SINCE_ISSUE.test(since[0]) ? ownDate : null;
  return {
    span: { start: offset + start, end: offset + span.end },
    text: text.slice(start, span.end),
    interval: { from, to: due.to },
  };
}

/** From the beginning of the first stage to the end of the last one, where the last one stands. */
function joined(first: Period, last: Period): Period {
  const to =
    first.interval.to === null || last.interval.to === null ? null : laterOf(first.interval.to, last.interval.to);
  const [opening = first.text] = first.text.split(' … ');
  return { span: last.span, text: `${opening} … ${last.text}`, interval: { from: first.interval.from, to } };
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
