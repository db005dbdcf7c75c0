/**
 * The lock on parents: what the clauses of a parent were when a plan was last read against it. It tells later which of them to read again.
 * Clauses are known by a hash of their words: layout, punctuation, case, the place of a tone and renumbering change nothing.
 */
import { createHash } from 'node:crypto';
import type { Case, LoadedPlan } from '../engine/check.js';
import { formatDay } from '../plan/calendar.js';
import { citationName } from '../plan/citation-text.js';
import { type Clause, clausesOf } from '../plan/clauses.js';
import type { Identity } from '../plan/plan.js';
import type { Block } from '../source/document.js';
import { compareKey, wordsKey } from '../text/normal.js';

/** A clause of a parent as it was. */
export interface LockedClause {
  /** Of its words. */
  hash: string;
  /** Of the words of the whole paragraph, where it is only a part of one: a full stop that became a comma changes nothing. */
  whole?: string | undefined;
  /** Path of the section it stood in ("II.1.b"); null outside any. */
  at: string | null;
  /** Its first words, for people. */
  words: string;
}

/** A parent as it was when a plan was read against it. */
export interface LockedParent {
  /** "Kế hoạch số 34/KH-UBND ngày 22/01/2026 của ỦY BAN NHÂN DÂN TỈNH NINH BÌNH"; null for a draft without number. */
  name: string | null;
  /** Where it lay: relative to the folder of the lock. */
  path: string;
  clauses: readonly LockedClause[];
}

/** A clause of a parent as it is, with what it would be locked as. */
export interface KnownClause extends LockedClause {
  clause: Clause;
}

const HASH_LENGTH = 12;
const FIRST_WORDS = 16;
/** Signs that are no punctuation: "≥ 90%" is not "90%". */
const SIGNS = '<>≤≥±=+';
const SIGN = new RegExp(`[${SIGNS}]`, 'gu');
/** "1", "2.", "IV", "1.2" in the first cell of a row: its number, which changes when a row is put in before it. */
const ROW_NUMBER = /^\(?(?:\d{1,4}|[IVXL]{1,7})(?:\.\d{1,3})*[.)]?$/u;

/** All clauses of a document, short ones too, with their hashes; what has no words has no place here. */
export function knownClauses({ document, plan }: LoadedPlan): KnownClause[] {
  const paragraphs = new Map<Block | undefined, Clause[]>();
  let at = 0;
  for (const clause of clausesOf(document, plan, 1)) {
    while ((document.blocks[at]?.end ?? Number.POSITIVE_INFINITY) <= clause.span.start) at++;
    const block = document.blocks[at];
    paragraphs.set(block, [...(paragraphs.get(block) ?? []), clause]);
  }
  return [...paragraphs.values()].flatMap((clauses) => {
    const whole = clauses.length === 1 ? undefined : hashOf(clauses.map(textOf).join(' '));
    return clauses.filter((clause) => wordsKey(textOf(clause)) !== '').map((clause) => knownClause(clause, whole));
  });
}

function knownClause(clause: Clause, whole: string | undefined): KnownClause {
  const text = textOf(clause);
  return { hash: hashOf(text), whole, at: clause.section?.path ?? null, words: firstWords(text), clause };
}

function hashOf(text: string): string {
  const words = wordsKey(text.replace(SIGN, (sign) => ` dấu${SIGNS.indexOf(sign)} `));
  return createHash('sha256').update(words).digest('hex').slice(0, HASH_LENGTH);
}

function textOf({ text, cells }: Clause): string {
  if (cells === null) return text;
  const [first, ...others] = cells;
  const kept = first !== undefined && ROW_NUMBER.test(first.text.trim()) ? others : cells;
  return kept.map((cell) => cell.text.trim()).join(' | ');
}

function firstWords(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim().split(' ');
  return words.length <= FIRST_WORDS ? words.join(' ') : `${words.slice(0, FIRST_WORDS).join(' ')} …`;
}

/** A parent as it would be locked now; `path` relative to the folder of the lock. */
export function lockParent(parent: LoadedPlan, path: string): LockedParent {
  const clauses = knownClauses(parent).map(({ hash, whole, at, words }) => ({ hash, whole, at, words }));
  return { name: nameOf(parent.plan.identity), path, clauses };
}

function nameOf(identity: Identity): string | null {
  if (identity.code === null) return null;
  const date = identity.date === null ? '' : ` ngày ${formatDay(identity.date)}`;
  const issuer = identity.issuer === null ? '' : ` của ${identity.issuer.text.replace(/\s+/gu, ' ')}`;
  return `${citationName(identity)}${date}${issuer}`;
}

/** What a document was locked against, of these: the parent of that identity, else what lay at its place. */
function lockedAs(locked: readonly LockedParent[], parent: LoadedPlan, path: string): LockedParent | undefined {
  const name = nameOf(parent.plan.identity);
  const same = name === null ? undefined : locked.find((one) => one.name !== null && sameName(one.name, name));
  return same ?? locked.find((one) => one.path === path);
}

function sameName(a: string, b: string): boolean {
  return compareKey(a) === compareKey(b);
}

/** What the lock knows of a document, and how its paths are seen. */
export interface Lock {
  /** The parents that the document was read against; empty if the lock does not know it. */
  parents: readonly LockedParent[];
  /** The path of a document as the lock has it. */
  pathOf(path: string): string;
}

/** The parents of a case, each with what it was when the case was locked; undefined for one that it was never read against. */
export function lockedParents(
  kase: Case,
  { parents, pathOf }: Lock,
): { parent: Case['parents'][number]; locked: LockedParent | undefined }[] {
  return kase.parents.map((parent) => ({ parent, locked: lockedAs(parents, parent, pathOf(parent.document.path)) }));
}
