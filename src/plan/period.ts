/**
 * Period of implementation (thời gian thực hiện) of the plan as a whole, from its section or line on time:
 * "từ nay đến hết tháng 12 năm 2026", "từ năm 2026 đến hết năm 2030", "giai đoạn 2026 - 2030", "năm 2026". Never from the time of one task.
 */
import type { SourceDocument, Span } from '../source/document.js';
import { findDates } from './dates.js';
import { deadlineWords } from './deadline-words.js';
import type { Period, Plan, Section } from './plan.js';
import { findTimeExpressions, timePatterns } from './time-expressions.js';

/** How far into its section the period is looked for. */
const REACH = 600;

const ABOUT_TIME = /thời gian|thời hạn thực hiện/iu;
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
    const named = section.kinds.includes('time') && ABOUT_TIME.test(title) && !NOT_THE_PERIOD.test(title);
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
  const text = document.text.slice(range.start, Math.min(range.end, range.start + REACH));
  const whole = [{ start: 0, end: text.length }];
  const [first] = findTimeExpressions(text, findDates(text), timePatterns(deadlineWords()), whole).filter(
    ({ form }) => form !== 'relative' && form !== 'recurring',
  );
  if (first === undefined || first.due === null) return null;
  // One day is an event, not a period; so is the day on which something begins.
  if (first.named !== null && first.bound !== 'by') return null;
  const since = FROM_NOW.exec(text.slice(0, first.span.start).slice(-90));
  const start = first.span.start - (since?.[0].length ?? 0);
  const from = since === null ? first.due.from : SINCE_ISSUE.test(since[0]) ? ownDate : null;
  const span = { start: range.start + start, end: range.start + first.span.end };
  return { span, text: document.text.slice(span.start, span.end), interval: { from, to: first.due.to } };
}
