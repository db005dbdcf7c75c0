/** Finds clauses copied from the parent that differ from it only by a slip: a diacritic, a number, a name. */
import { z } from 'zod';
import { align } from '../align/align.js';
import { type WordChange, wordChanges } from '../align/drift.js';
import { setPhraseFinder } from '../data/set-phrases.js';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import type { LinkedParent } from '../library/link.js';
import { type Clause, clausesOf } from '../plan/clauses.js';
import { anyOf } from '../plan/deadline-words.js';
import type { Span } from '../source/document.js';
import { bareKey } from '../text/normal.js';
import type { PhraseFinder, PhraseHit } from '../text/phrase-finder.js';

/** A copy is nearly the same: fewer words in common is a rewording, in which changes are meant. */
const COPIED = 0.8;
/** More changes than this in one clause are an adaptation, not a slip. */
const MOST_CHANGES = 2;

const options = z.strictObject({
  fixedBefore: z.array(z.string()).meta(
    meaning({
      vi: 'Số đứng ngay sau những chữ này không thay đổi theo địa phương (Điều 17, lần thứ XIV, kỷ niệm 80 năm).',
      en: 'A number right after these words is the same everywhere (Điều 17, lần thứ XIV, kỷ niệm 80 năm).',
    }),
  ),
  fixedAfter: z.array(z.string()).meta(
    meaning({
      vi: 'Số đứng ngay trước những chữ này không thay đổi theo địa phương (chính quyền địa phương 2 cấp, 36 tháng tuổi).',
      en: 'A number right before these words is the same everywhere (chính quyền địa phương 2 cấp, 36 tháng tuổi).',
    }),
  ),
});
type Options = z.infer<typeof options>;

export const copiedClause = defineCheck({
  name: 'copied-clause',
  options,
  messages: {
    diacritic: ['own', 'parent'],
    number: ['own', 'parent'],
    name: ['own', 'parent'],
    ordinal: ['own', 'parent'],
    'parent-doubtful': ['own', 'parent'],
  },
  *run(kase, { fixedBefore, fixedAfter }: Options) {
    const isFixed = fixedNumbers(fixedBefore, fixedAfter);
    const parent = kase.parents[0];
    if (parent === undefined) return;
    const findSetPhrases = setPhraseFinder();
    const groups = align(clausesOf(parent.document, parent.plan), clausesOf(kase.document, kase.plan));
    for (const { kind, score, parent: theirs, child } of groups) {
      const own = child[0];
      const other = theirs[0];
      if (own === undefined || other === undefined || child.length !== 1 || theirs.length !== 1) continue;
      if ((kind === 'same' || kind === 'reworded') && score >= COPIED && own.cells === null && other.cells === null) {
        yield* slips(kase, parent, own, other, findSetPhrases, isFixed);
      }
    }
  },
});

function* slips(
  kase: Case,
  parent: LinkedParent,
  own: Clause,
  other: Clause,
  find: PhraseFinder,
  isFixed: (text: string, number: Span) => boolean,
): Generator<RawFinding> {
  const changes = wordChanges(own.text, other.text).filter((change) => change.kind !== 'style');
  const slips = changes.filter((change) => change.kind !== 'words');
  if (slips.length === 0 || slips.length > MOST_CHANGES) return;
  for (const slip of slips) {
    if (isMeant(kase, slip, own.text, isFixed) || insideCitation(kase, own, slip)) continue;
    yield {
      message: isDoubtful(find(other.text), slip) ? 'parent-doubtful' : slip.kind,
      span: { start: own.span.start + slip.ownSpan.start, end: own.span.start + slip.ownSpan.end },
      data: { own: inContext(own.text, slip.ownSpan), parent: inContext(other.text, slip.otherSpan) },
      related: [
        {
          of: parent,
          span: { start: other.span.start + slip.otherSpan.start, end: other.span.start + slip.otherSpan.end },
        },
      ],
      diff: { own: own.text, other: other.text },
    };
  }
}

/** The changed words with the two words before them: one numeral or syllable alone says little. */
function inContext(text: string, { start, end }: Span): string {
  const before = text.slice(0, start).match(/(?:[\p{L}\p{M}\d]+\s+){1,2}$/u)?.[0] ?? '';
  return before + text.slice(start, end);
}

/** Whether the parent's words are the misspelt ones. */
function isDoubtful(hits: readonly PhraseHit[], { otherSpan }: WordChange): boolean {
  return hits.some(({ span }) => span.start < otherSpan.end && otherSpan.start < span.end);
}

/** Tells whether a number of a text is none that each level sets for itself: of an article, a congress, an age, a motto. */
function fixedNumbers(before: readonly string[], after: readonly string[]): (text: string, number: Span) => boolean {
  const leads = new RegExp(`(?<!\\p{L})${anyOf(before)}[ ]{1,3}$`, 'iu');
  const follows = new RegExp(`^[ ]{1,3}${anyOf(after)}(?!\\p{L})`, 'iu');
  return (text, { start, end }) =>
    leads.test(text.slice(Math.max(0, start - 30), start)) || follows.test(text.slice(end, end + 30));
}

/** Changes that belong to another level: its own name, its own figures and dates. */
function isMeant(
  kase: Case,
  slip: WordChange,
  text: string,
  isFixed: (text: string, number: Span) => boolean,
): boolean {
  if (slip.kind === 'number') {
    const year = /^(?:19|20)\d\d$/u.test(slip.own) && /^(?:19|20)\d\d$/u.test(slip.other);
    // targets, sums and dates are meant to differ; their own rules compare them
    return !year && !(/^(?:[IVX]+|\d{1,3})$/u.test(slip.own) && isFixed(text, slip.ownSpan));
  }
  if (slip.kind === 'name') {
    const own = bareKey(kase.plan.ownUnit?.name ?? '').split(' ');
    const parents = kase.parents.flatMap(({ plan }) =>
      bareKey(plan.ownUnit?.name ?? plan.identity.place ?? '').split(' '),
    );
    return own.includes(bareKey(slip.own)) || parents.includes(bareKey(slip.other));
  }
  return false;
}

/** Numbers and dates inside citations and deadlines are the business of their own rules. */
function insideCitation({ plan }: Case, own: Clause, slip: WordChange): boolean {
  const at = own.span.start + slip.ownSpan.start;
  return (
    slip.kind === 'number' &&
    [...plan.citations.map(({ codeSpan }) => codeSpan), ...plan.dates, ...plan.deadlines.map(({ span }) => span)].some(
      (span) => {
        const range = span === null ? null : 'span' in span ? span.span : span;
        return range !== null && at >= range.start && at < range.end;
      },
    )
  );
}
