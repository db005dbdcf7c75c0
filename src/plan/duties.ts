/** Duties (nhiệm vụ) that a plan lays on others, clause by clause, with who has to act. */
import { z } from 'zod';
import { loadData } from '../data/load.js';
import type { SourceDocument } from '../source/document.js';
import { type Clause, clausesOf } from './clauses.js';
import { issuerView, PartyReader } from './deadline-parties.js';
import { deadlineWords, wholeWords } from './deadline-words.js';
import type { Deadline, Duty, Level, Plan } from './plan.js';

const words = z.array(z.string());
const schema = z.strictObject({
  addressees: z.strictObject({ commune: words, unit: words, province: words }),
  'actor-leads': words,
  others: words,
  'plan-request': z.strictObject({ verbs: words, between: words, plans: words, 'not-after': words }),
  answers: words,
  'general-report': words,
  'stop-words': z.string(),
});

export type DutyWords = z.infer<typeof schema>;

/** The word lists of duties, read once. */
export function dutyWords(): DutyWords {
  return loadData('duty-words.yaml', schema);
}

/** The level that carries out what a plan of this level lays down. */
export const LEVEL_BELOW: Partial<Record<Level, keyof DutyWords['addressees']>> = {
  central: 'province',
  province: 'commune',
  commune: 'unit',
};

/** Section kinds in which duties are laid down; purposes, targets and situations lay none. */
const DUTY_KINDS = new Set(['organization', 'reward', 'tasks', 'reporting', 'inspection', 'communication', 'review']);
const NO_DUTY_KINDS = new Set([
  'purpose',
  'requirement',
  'viewpoint',
  'objective',
  'targets',
  'scope',
  'situation',
  'theme',
  'time',
  'funding',
]);

/** Who acts is named within so many characters. */
const REACH = 150;

/** Facts that duties are read from. */
export type DutyFacts = Pick<Plan, 'identity' | 'ownUnit' | 'outline' | 'zones' | 'deadlines'>;

/** Every duty laid on the level below, in the order of the text. */
export function extractDuties(document: SourceDocument, facts: DutyFacts): Duty[] {
  const issuer = issuerView(facts);
  const below = issuer.level === null ? undefined : LEVEL_BELOW[issuer.level];
  if (below === undefined) return [];
  const naming = new ActorNaming(dutyWords(), below);
  const reader = new PartyReader(deadlineWords(), issuer);
  const duties: Duty[] = [];
  let lead = '';
  for (const clause of clausesOf(document, facts)) {
    if (clause.heading) lead = '';
    else if (/:$/u.test(clause.text)) lead = clause.text;
    if (clause.heading || clause.cells !== null || lead === clause.text) continue;
    const { text, titles } = clause;
    // a report that units owe by a day is a duty wherever it stands, in a directive without chapters too
    const owed = owedReport(clause, facts);
    const holder = (laysDuties(clause) ? naming.holder([text, lead, ...titles]) : null) ?? owed?.actor?.text ?? null;
    if (holder === null) continue;
    const parties = reader.read({
      head: text,
      tail: '',
      wholeHead: text,
      wholeTail: '',
      lead,
      titles,
      actorCell: null,
    });
    duties.push({
      span: clause.span,
      text,
      holder,
      kind: parties.duty,
      // the words before the time tell whose day it is: "về Sở A trước ngày … để tổng hợp, báo cáo Ủy ban B"
      addressee: parties.addressee ?? owed?.addressee ?? null,
      section: clause.section?.path ?? null,
    });
  }
  return duties;
}

/** The deadline of the clause by which units owe the issuer a report; undefined if there is none. */
function owedReport({ span }: Clause, { deadlines }: DutyFacts): Deadline | undefined {
  return deadlines.find(
    ({ duty, actor, addressee, span: { start } }) =>
      duty === 'report' &&
      actor?.role === 'below' &&
      addressee?.own === true &&
      span.start <= start &&
      start < span.end,
  );
}

/** The nearest kind decides: a chapter on organisation inside an annex of targets still lays duties. */
function laysDuties({ kinds }: Clause): boolean {
  const known = kinds.find((kind) => DUTY_KINDS.has(kind) || NO_DUTY_KINDS.has(kind));
  return known !== undefined && DUTY_KINDS.has(known);
}

/** "Các sở, ban, ngành và Ủy ban nhân dân (các xã, phường)": all of them act, as no verb stands between. */
function isListOfBodies(words: string): boolean {
  return (
    /^(?:(?:đề nghị|giao|yêu cầu)\s+)?các\s/iu.test(words) &&
    !/(?<!\p{L})(?:phối hợp|chủ trì|hướng dẫn|kiểm tra|đôn đốc|theo dõi|tham mưu|chỉ đạo|với|cho|của|có)(?!\p{L})|[.;:]/iu.test(
      words,
    )
  );
}

/** Tells from a heading, a lead-in or the beginning of a clause whether the level below has to act. */
class ActorNaming {
  private readonly addressed: RegExp;
  private readonly leads: RegExp;
  private readonly others: RegExp;

  constructor(words: DutyWords, below: keyof DutyWords['addressees']) {
    this.addressed = wholeWords(words.addressees[below], 'iu');
    this.leads = new RegExp(`^(?:${words['actor-leads'].join('|')})(?!\\p{L})`, 'iu');
    this.others = new RegExp(`^(?:(?:đề nghị|giao|yêu cầu|các)\\s+)*(?:${words.others.join('|')})(?!\\p{L})`, 'iu');
  }

  /** The first text that names an actor, if this is the level below; null if another body acts or nobody is named. */
  holder(texts: readonly string[]): string | null {
    for (const text of texts) {
      const head = text.slice(0, REACH);
      const at = head.search(this.addressed);
      const other = this.others.exec(head);
      // "Sở Nội vụ chủ trì, phối hợp với các xã, phường …": a body of its own acts, the level below only helps
      if (other !== null && (at < 0 || (at > other[0].length + 25 && !isListOfBodies(head.slice(0, at))))) return null;
      if (at >= 0 && (this.leads.test(head) || at < 4)) return head;
    }
    return null;
  }
}
