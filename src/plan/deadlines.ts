/**
 * Deadlines (thời hạn) of the duties that a plan lays down: from sentences, from lines "Thời gian hoàn thành: …" and from task tables.
 *
 * No deadline: the date of a cited document, validity ("có hiệu lực kể từ …"), history and facts ("tính đến ngày …"), targets ("đến năm
 * 2030 đạt …"), procedure times, a count of days before an event, the plan's own period of implementation.
 */
import { oncePer } from '../data/once.js';
import type { Block, SourceDocument, Span } from '../source/document.js';
import { yearOf } from './calendar.js';
import { type ClauseParts, issuerView, LEAD, PartyReader } from './deadline-parties.js';
import { anyOf, type DeadlineWords, deadlineWords, wholeWords } from './deadline-words.js';
import type { Deadline, Identity, Plan, Section } from './plan.js';
import { findTimeExpressions, type TimeExpression, timePatterns } from './time-expressions.js';

/** What has to be known of a plan before its deadlines are read. */
export type DeadlineFacts = Pick<Plan, 'identity' | 'ownUnit' | 'zones' | 'outline' | 'dates' | 'period'>;

/** Longest stretch of a paragraph looked at on each side of the time words. */
const REACH = 800;

/** Every deadline, in the order of the text. */
export function extractDeadlines(document: SourceDocument, facts: DeadlineFacts): Deadline[] {
  const words = deadlineWords();
  const tables = readTables(document, words);
  const patterns = contextPatterns(words);
  const parties = new PartyReader(words, issuerView(facts));
  const timeCells = document.blocks.filter((block) => tables.isTimeCell(block));
  const expressions = findTimeExpressions(document.text, facts.dates, timePatterns(words), timeCells);
  const clauses = new ClauseFinder(document);
  const candidates = expressions.flatMap((expression) => {
    const block = clauses.blockAt(expression.span.start);
    if (block === null || block.kind === 'footnote' || !isWhereDutiesStand(expression.span, facts)) return [];
    const clause = clauses.clauseAt(block, expression.span);
    return [{ expression, block, clause }];
  });
  const accepted = candidates.filter(
    ({ expression, block, clause }) =>
      isDeadline(document.text, expression, clause, tables.isTimeCell(block), patterns) &&
      !isStageOfPeriod(expression, block, facts.period),
  );
  return accepted.map((candidate, i) => {
    const previous = accepted[i - 1];
    const next = accepted[i + 1];
    const { expression, block, clause } = candidate;
    const sections = sectionsAround(facts.outline, expression.span.start);
    const parts = clauseParts(document.text, candidate, previous, next, sections, tables.actorOf(block));
    const dated = withYear(expression, facts, tables.yearOf(block), parts, patterns);
    return {
      span: expression.span,
      text: document.text.slice(expression.span.start, expression.span.end),
      due: dated.due,
      bound: expression.bound,
      named: dated.named,
      form: dated.form,
      recurrence: dated.recurrence,
      ...parties.read(parts),
      clause: dutySpan(document.text, tables.taskOf(block), clause, sections, patterns),
      section: sections[0]?.path ?? null,
    };
  });
}

/** The earliest day on which a document can have been issued, from as much of its date as is filled in; null if nothing is. */
export function earliestIssueDay(identity: Identity): string | null {
  if (identity.date !== null) return identity.date;
  const { year, month } = identity.dateParts;
  if (year === null) return null;
  return `${year}-${String(month ?? 1).padStart(2, '0')}-01`;
}

/** The one year that a plan is for, from its subject and its period; null if it has several or none. */
export function planYear(facts: Pick<Plan, 'identity' | 'period'>): number | null {
  const [only, another] = planYears(facts);
  return only === undefined || another !== undefined ? null : only;
}

function planYears(facts: Pick<Plan, 'identity' | 'period'>): number[] {
  const { subject, dateParts } = facts.identity;
  const said = [...(subject ?? '').matchAll(/(?<!\d)20\d{2}(?!\d)/gu)].map((match) => Number(match[0]));
  // A year before the plan's own is the year of what it carries out, a law or a resolution.
  const years = new Set(said.filter((year) => dateParts.year === null || year >= dateParts.year));
  const { from = null, to = null } = facts.period?.interval ?? {};
  for (const day of [from, to]) if (day !== null) years.add(yearOf(day));
  return [...years];
}

function isWhereDutiesStand(span: Span, { zones, period }: DeadlineFacts): boolean {
  if (period !== null && span.start < period.span.end && period.span.start < span.end) return false;
  const inside = (zone: Span): boolean => zone.start <= span.start && span.end <= zone.end;
  return inside(zones.body) || zones.annexes.some(inside);
}

/** The paragraph that gives the period may go on with its stages ("đợt 1 đến hết ngày …"): only "trước" and "chậm nhất" lay a duty there. */
function isStageOfPeriod({ bound }: TimeExpression, block: Block, period: Plan['period']): boolean {
  return period !== null && block.start <= period.span.start && period.span.end <= block.end && bound !== 'before';
}

// ---- which expressions are deadlines ----

interface ContextPatterns {
  label: RegExp;
  completing: RegExp;
  completingEnd: RegExp;
  history: RegExp;
  ordered: RegExp;
  facts: RegExp;
  ranBefore: RegExp;
  target: RegExp;
  duty: RegExp;
  work: RegExp;
  report: RegExp;
  happening: RegExp;
  strongBy: RegExp;
  yearly: RegExp;
}

const contextPatterns = oncePer((words: DeadlineWords): ContextPatterns => {
  const { duties, recurring } = words;
  const verbs = [...duties.report, ...duties.issue, ...duties.send];
  return {
    label: new RegExp(
      `^[\\s\\-–+*•(\\d.a-zđ)]{0,8}(?!${anyOf(words['not-labels'])})${anyOf(words.labels)}(?!\\p{L})[^:.;]{0,60}:[^.;]{0,200}$`,
      'iu',
    ),
    completing: wholeWords(words.completing, 'giu'),
    completingEnd: new RegExp(`(?<!\\p{L})${anyOf(words.completing)}[\\s,:(]{0,3}$`, 'iu'),
    history: wholeWords(words.history, 'giu'),
    ordered: new RegExp(
      `(?:^[\\s\\-–+*•(]{0,4}(?:[\\da-zđ.]{1,5}[.)][ ]?)?|(?<!\\p{L})(?:hoàn thành|phải|cần)[ ]{1,3}(?:việc[ ]{1,3})?)${anyOf(words['history-or-order'])}$`,
      'iu',
    ),
    facts: new RegExp(`(?<!\\p{L})${anyOf(words.facts)}[\\s,:(]{0,3}$`, 'iu'),
    // "Trước ngày 01/7/2025, nội dung này do Ủy ban nhân dân huyện thực hiện" tells how it was
    ranBefore: new RegExp(
      `^[ ]{0,3},[ ]{1,3}(?!${anyOf([...words.completing, ...words.ordering])}(?!\\p{L}))(?:\\p{L}{1,12}[ ]{1,3}){1,6}?${anyOf(words['ran-before'])}(?!\\p{L})`,
      'iu',
    ),
    target: wholeWords(words.target),
    duty: wholeWords(verbs),
    work: wholeWords([...verbs, ...words.completing, ...words.happening, ...words.ordering]),
    report: wholeWords(duties.report),
    happening: wholeWords([...words.happening, 'dự kiến']),
    strongBy: wholeWords(words.bounds.by.filter((word) => !/^(?:đến|tới|hết)/u.test(word))),
    yearly: wholeWords([...recurring.year, ...recurring['half-year'], 'định kỳ'], 'iu'),
  };
});

function isDeadline(
  text: string,
  expression: TimeExpression,
  clause: Span,
  timeCell: boolean,
  patterns: ContextPatterns,
): boolean {
  const { span, form, bound, grain, marked } = expression;
  const head = text.slice(clause.start, span.start);
  const tail = text.slice(span.end, clause.end);
  if (!marked && isDateOfDocument(head)) return false;
  if (timeCell) return true;
  if (isHistory(head, patterns) || (bound === 'before' && patterns.ranBefore.test(head + tail))) return false;
  if (patterns.label.test(head)) return true;
  if (expression.start) return false;
  if (form === 'blank') return true;
  if (form === 'relative') return isDayOfEvent(text, span) && patterns.duty.test(head + tail);
  if (grain === null && expression.recurrence?.day == null) {
    const periodic = /(?<!\p{L})định kỳ/iu.test(head.slice(-40) + text.slice(span.start, span.end));
    return periodic && patterns.report.test(head + tail);
  }
  const completed = patterns.completingEnd.test(head);
  if (!marked) return completed && grain !== 'year' && grain !== 'day';
  if (grain === 'year') return completed && (bound !== 'by' || !patterns.target.test(tail.slice(0, 60)));
  if (bound === 'before') return patterns.work.test(head + tail) && !patterns.target.test(tail.slice(0, 20));
  const done = patterns.duty.test(head) || head.search(patterns.completing) >= 0;
  if (bound === 'by') {
    if (patterns.strongBy.test(text.slice(span.start, span.end))) return true;
    // "đến ngày 19/11 đã có …" tells a fact, and so does a date after a comma.
    return done && !patterns.facts.test(head) && !/,[ ]{0,3}$/u.test(head) && !FACT_AFTER.test(tail);
  }
  if (bound === 'within') return done;
  if (bound !== 'on') return false;
  const planned = patterns.happening.test(head + text.slice(span.start, span.end));
  return completed || (planned && (grain === 'day' || grain === 'month'));
}

const FACT_AFTER = /^[ ,]{0,3}(?:(?:toàn|cả)[ ]\p{L}{1,8}[ ])?(?:đã|còn|có|chỉ)(?!\p{L})/iu;

/** "Kế hoạch số 12/KH-UBND ngày …": the date belongs to the document named before it. */
function isDateOfDocument(head: string): boolean {
  if (/\d[\d/]{0,12}[/-][\p{Lu}\d][^\s]{0,30}[ ]?,?[ ]?$/u.test(head.slice(-50))) return true;
  return /(?<!\p{L})(?:Luật|Pháp lệnh|Bộ luật|Nghị quyết|Nghị định|Thông tư)[^.;:\n]{2,120}$/u.test(head.slice(-140));
}

/** Whether what stands before the time tells of the past, of validity or of facts rather than of something to be done. */
function isHistory(head: string, patterns: ContextPatterns): boolean {
  const from = Math.max(0, head.length - 60);
  const near = head.slice(from);
  let history = -1;
  let completing = -1;
  for (const match of near.matchAll(patterns.history)) {
    const end = match.index + match[0].length;
    // "Thành lập đoàn kiểm tra trước ngày …" at the head of its clause is an order, "đơn vị thành lập trước ngày …" is not.
    if (!patterns.ordered.test(head.slice(Math.max(0, from + end - 60), from + end))) history = end;
  }
  for (const match of near.matchAll(patterns.completing)) {
    const already = /(?<!\p{L})đã(?:[ ]được)?[ ]$/iu.test(near.slice(0, match.index));
    if (already) history = Math.max(history, match.index + match[0].length);
    else completing = match.index + match[0].length;
  }
  return history >= 0 && history >= completing;
}

/** "trong vòng 15 ngày kể từ …", "ngay sau khi …": counted from an event. */
function isDayOfEvent(text: string, span: Span): boolean {
  return /\d|^ngay sau/iu.test(text.slice(span.start, span.end));
}

// ---- years that are not written ----

interface Dated {
  due: Deadline['due'];
  named: string | null;
  form: Deadline['form'];
  recurrence: Deadline['recurrence'];
}

/**
 * The day of an expression. Without a year it comes back every year if the clause says so ("định kỳ", "hằng năm"); else it is of the
 * one year that the plan is for, if only that year leaves it after the plan's own date.
 */
function withYear(
  expression: TimeExpression,
  facts: DeadlineFacts,
  columnYear: number | null,
  parts: ClauseParts,
  patterns: ContextPatterns,
): Dated {
  const { form, due, named, recurrence, yearless } = expression;
  if (form !== 'no-year' || yearless === null) return { due, named, form, recurrence };
  if (columnYear !== null) return { ...expression.inYear(columnYear), form: 'absolute', recurrence: null };
  if (patterns.yearly.test(parts.wholeHead) || /^[ ]?\(?(?:hằng|hàng) năm/iu.test(parts.wholeTail)) {
    return { due, named, form: 'recurring', recurrence: { every: 'year', month: yearless.month, day: yearless.day } };
  }
  const earliest = earliestIssueDay(facts.identity);
  const own = earliest === null ? null : yearOf(earliest);
  const plan = planYears(facts);
  const years = new Set([own, ...plan].filter((year) => year !== null));
  const possible = [...years].filter(
    (year) => earliest === null || (expression.inYear(year).due.to ?? '9999') >= earliest,
  );
  const [year] = possible;
  if (plan.length > 1 || possible.length !== 1 || year === undefined) return { due, named, form, recurrence };
  return { ...expression.inYear(year), form: 'absolute', recurrence: null };
}

// ---- clauses ----

interface Candidate {
  expression: TimeExpression;
  block: Block;
  clause: Span;
}

function clauseParts(
  text: string,
  { expression, block, clause }: Candidate,
  previous: Candidate | undefined,
  next: Candidate | undefined,
  sections: readonly Section[],
  actorCell: string | null,
): ClauseParts {
  const { span } = expression;
  const before =
    previous !== undefined && previous.expression.span.start >= clause.start
      ? previous.expression.span.end
      : clause.start;
  const after = next !== undefined && next.expression.span.end <= clause.end ? next.expression.span.start : clause.end;
  const tail = text.slice(span.end, after);
  // What follows a comma belongs to the next deadline of the clause.
  const ownTail = after < clause.end ? (tail.split(/[,;]/u)[0] ?? '') : tail;
  return {
    head: text.slice(Math.max(before, clause.start), span.start),
    tail: ownTail,
    wholeHead: text.slice(clause.start, span.start),
    wholeTail: text.slice(span.end, clause.end),
    lead: text.slice(Math.max(block.start, clause.start - REACH), clause.start).slice(0, LEAD),
    titles: sections.map(({ title }) => title.slice(0, LEAD)),
    actorCell,
  };
}

/** The words that lay the duty: the task of a table row, the item above a line "Thời gian: …", else the clause itself. */
function dutySpan(
  text: string,
  task: Span | null,
  clause: Span,
  sections: readonly Section[],
  patterns: ContextPatterns,
): Span {
  if (task !== null) return task;
  const words = text.slice(clause.start, clause.end);
  if (!patterns.label.test(words.slice(0, 80)) || patterns.duty.test(words)) return clause;
  const item = sections.find((section) => section.span.start < clause.start && section.span.end <= clause.start);
  return item?.span ?? clause;
}

/** Finds the paragraph and the clause of it in which a place stands; asked in the order of the text. */
class ClauseFinder {
  readonly #document: SourceDocument;
  #index = 0;

  constructor(document: SourceDocument) {
    this.#document = document;
  }

  blockAt(offset: number): Block | null {
    const { blocks } = this.#document;
    while ((blocks[this.#index]?.end ?? Infinity) <= offset) this.#index++;
    const block = blocks[this.#index];
    return block !== undefined && block.start <= offset ? block : null;
  }

  /** The sentence, or the part of it between semicolons, around a span. */
  clauseAt(block: Span, span: Span): Span {
    const from = Math.max(block.start, span.start - REACH);
    const to = Math.min(block.end, span.end + REACH);
    const { text } = this.#document;
    let start = from;
    for (const match of text.slice(from, span.start).matchAll(BREAK)) start = from + match.index + match[0].length;
    const end = text.slice(span.end, to).search(BREAK);
    return { start, end: end < 0 ? to : span.end + end + 1 };
  }
}

/** End of a sentence, or a semicolon; not the point of an abbreviation ("TP. …"). */
const BREAK = /(?:(?<!(?:TP|Tp|tp|TS|GS|Q|P|đ\/c|tr))[.!?]|;)[ ]{1,3}(?=[\p{Lu}\d“"(+-]|(?<=;[ ]{1,3})\p{L})/gu;

/** Sections around an offset, the innermost first. */
function sectionsAround(outline: readonly Section[], offset: number): Section[] {
  const found: Section[] = [];
  let level = outline;
  for (;;) {
    const section = lastStarting(level, offset);
    if (section === undefined || section.range.end <= offset) return found.reverse();
    found.push(section);
    level = section.children;
  }
}

function lastStarting(sections: readonly Section[], offset: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.range.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}

// ---- task tables ----

interface TableView {
  isTimeCell(block: Block): boolean;
  /** Year that the header of the column adds: "Thời gian (năm 2026)". */
  yearOf(block: Block): number | null;
  actorOf(block: Block): string | null;
  taskOf(block: Block): Span | null;
}

interface Columns {
  headerRow: number;
  time: Map<number, number | null>;
  actor: number | null;
  task: number | null;
}

/** Headers may stand in one of the first rows; a row of column numbers "(1) (2) (3)" may follow. */
const HEADER_ROWS = 3;

function readTables(document: SourceDocument, words: DeadlineWords): TableView {
  const start = (list: readonly string[]): RegExp => new RegExp(`^[\\s(]{0,3}${anyOf(list)}(?!\\p{L})`, 'iu');
  const isTime = start(words.labels);
  const isNotTime = start(words['not-labels']);
  const isActor = start(words['actor-columns']);
  const isTask = start(words['task-columns']);
  const tables = new Map<number, Columns>();
  const cells = new Map<string, Block>();
  for (const block of document.blocks) {
    if (block.cell === null) continue;
    const { table, row, column } = block.cell;
    const key = `${table}:${row}:${column}`;
    if (!cells.has(key)) cells.set(key, block);
    if (row >= HEADER_ROWS) continue;
    const title = document.text.slice(block.start, Math.min(block.end, block.start + 90));
    if (block.end - block.start > 90) continue;
    const columns = tables.get(table) ?? { headerRow: row, time: new Map(), actor: null, task: null };
    if (isTime.test(title) && !isNotTime.test(title))
      columns.time.set(column, Number(/(?<!\d)20\d{2}(?!\d)/u.exec(title)?.[0] ?? 0) || null);
    else if (isActor.test(title)) columns.actor ??= column;
    else if (isTask.test(title)) columns.task ??= column;
    else continue;
    columns.headerRow = row;
    tables.set(table, columns);
  }
  const columnsOf = (block: Block): Columns | undefined =>
    block.cell === null ? undefined : tables.get(block.cell.table);
  const above = (block: Block, column: number | null): Block | null => {
    if (block.cell === null || column === null) return null;
    const { table, row } = block.cell;
    // A merged cell stands in the first of its rows.
    for (let at = row; at > row - 8; at--) {
      const cell = cells.get(`${table}:${at}:${column}`);
      if (cell !== undefined && cell.end > cell.start) return at > (columnsOf(block)?.headerRow ?? -1) ? cell : null;
    }
    return null;
  };
  return {
    isTimeCell: (block) => {
      const columns = columnsOf(block);
      return (
        block.cell !== null &&
        columns !== undefined &&
        columns.time.has(block.cell.column) &&
        block.cell.row > columns.headerRow
      );
    },
    yearOf: (block) => (block.cell === null ? null : (columnsOf(block)?.time.get(block.cell.column) ?? null)),
    actorOf: (block) => {
      const cell = above(block, columnsOf(block)?.actor ?? null);
      return cell === null ? null : document.text.slice(cell.start, cell.end);
    },
    taskOf: (block) => {
      const cell = above(block, columnsOf(block)?.task ?? null);
      return cell === null || cell === block ? null : { start: cell.start, end: cell.end };
    },
  };
}
