/** Compares the themes that a plan attributes to its parent's level with the parent's own words. */
import { z } from 'zod';
import { oncePer } from '../data/once.js';
import { type SetPhrase, setPhraseFinder } from '../data/set-phrases.js';
import { unitKey } from '../data/units.js';
import { type Case, defineCheck, type LoadedPlan, type RawFinding } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import { higherParents } from '../library/chain.js';
import type { Plan, Theme } from '../plan/plan.js';
import { attributions, themeOwner } from '../plan/themes.js';
import type { SourceDocument, Span } from '../source/document.js';
import { bareKey, compareKey, wordsKey } from '../text/normal.js';
import type { PhraseFinder, PhraseHit } from '../text/phrase-finder.js';
import { firstQuotationMark } from '../text/quotation.js';
import {
  commonWords,
  type WordingDifference,
  wordingDifference,
  wordingLikeness,
  wordsApart,
} from '../text/wording.js';

/** Share of common words from which two wordings are one theme. */
const SAME_THEME = 0.5;
const SHORTEST_UNQUOTED = 5;
const UNQUOTED_LIKENESS = 0.8;
/** Characters after "chủ đề" in which its words may stand without quotation marks. */
const UNQUOTED_REACH = 400;
const KIND_WORDS = new Set(['tỉnh', 'thành', 'phố', 'phường', 'xã', 'đặc', 'khu', 'huyện', 'quận'].map(compareKey));

export const themeQuotation = defineCheck({
  name: 'theme-quotation',
  options: z.strictObject({
    near: z
      .number()
      .min(0.5)
      .max(1)
      .default(0.75)
      .meta(
        meaning({
          vi: 'Tỷ lệ chữ giống nhau (0,5 đến 1) để so một chủ đề không ghi là của ai.',
          en: 'Share of common words (0.5 to 1) from which a theme without owner is compared.',
        }),
      ),
  }),
  messages: {
    punctuation: ['child', 'parent'],
    diacritic: ['child', 'parent'],
    word: ['child', 'parent'],
    near: ['child', 'parent'],
    different: ['child', 'parent', 'year'],
    'parent-doubtful': ['child', 'parent', 'wrong', 'right'],
    'parent-inconsistent': ['child', 'parent', 'count', 'all'],
  },
  *run(kase, { near }) {
    const find = setPhraseFinder();
    const parents = kase.parents.map(themesOf);
    const higher = higherParents(kase).filter(({ document }) => document.quality.verdict === 'good');
    const above = [...parents, ...higher.map(themesOf)];
    for (const theme of [...kase.plan.themes, ...unquotedThemes(kase, parents)]) {
      // the document of the level whose theme it is speaks first: a parent may only repeat it
      const source =
        firstOf(above, (parent) => ownerSource(theme, kase, parent)) ??
        firstOf(parents, (parent) => sourceOf(theme, kase, parent, near));
      const finding = source === null ? null : compare(theme, source, kase, find);
      if (finding !== null) yield finding;
    }
  },
});

function firstOf<A, B>(all: readonly A[], find: (one: A) => B | null): B | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

/** A theme that a parent prints, and how many times it prints it so. */
interface Printed {
  theme: Theme;
  times: number;
}

interface ThemeParent {
  parent: LoadedPlan;
  printed: Printed[];
}

/** The parent's wordings of one theme. */
interface ThemeSource {
  parent: LoadedPlan;
  /** The wording that it prints most often. */
  theme: Theme;
  /** All wordings of this theme. */
  printed: Printed[];
  /** Whether the plan says whose theme it is, so that nothing but the same words will do. */
  attributed: boolean;
}

/** The closed quotations of themes in a parent, each wording once for every owner and year. */
function themesOf(parent: LoadedPlan): ThemeParent {
  return { parent, printed: printedThemes(parent.plan) };
}

const printedThemes = oncePer((plan: Plan): Printed[] => {
  const printed = new Map<string, Printed>();
  for (const theme of plan.themes) {
    if (!theme.closed) continue;
    const { text, owner, year, period, event } = theme;
    const key = JSON.stringify([compareKey(text), owner, year, period, event]);
    const known = printed.get(key);
    if (known === undefined) printed.set(key, { theme, times: 1 });
    else known.times++;
  }
  return [...printed.values()];
});

/** The theme in the document of the level that it is said to be of: a parent, or a document further up the chain. */
function ownerSource(theme: Theme, kase: Case, { parent, printed }: ThemeParent): ThemeSource | null {
  if (!mayBeQuoted(theme, kase, parent)) return null;
  const alike = likeWordings(theme, kase, ownThemes(theme, { parent, printed }), SAME_THEME);
  return alike.length > 0 ? { parent, theme: mostPrinted(alike), printed: alike, attributed: true } : null;
}

/** The theme of a parent that a quotation means, though it is not said to be of its level, or is said in other words; else null. */
function sourceOf(theme: Theme, kase: Case, { parent, printed }: ThemeParent, near: number): ThemeSource | null {
  if (!mayBeQuoted(theme, kase, parent)) return null;
  const agreeing = printed.filter((other) => timesAgree(theme, other.theme) && levelsAgree(theme, other.theme));
  const alike = likeWordings(theme, kase, agreeing, near);
  if (alike.length > 0) return { parent, theme: mostPrinted(alike), printed: alike, attributed: theme.owner !== null };
  return anotherTheme(theme, { parent, printed: ownThemes(theme, { parent, printed }) }, kase);
}

/** A theme of the plan's own unit is its own, unless the parent is of that unit too. */
function mayBeQuoted(theme: Theme, kase: Case, parent: LoadedPlan): boolean {
  return theme.owner?.own !== true || isSameUnit(kase, parent);
}

/** What a parent has for its own theme, where the plan says that the theme is of its level. */
function ownThemes(theme: Theme, { parent, printed }: ThemeParent): Printed[] {
  if (!isAttributed(theme, parent)) return [];
  return printed.filter((other) => timesAgree(theme, other.theme) && mayBeOwnTheme(other.theme, parent));
}

function likeWordings(
  theme: Theme,
  { document: { text } }: Case,
  printed: readonly Printed[],
  least: number,
): Printed[] {
  return printed.filter(
    (other) => wordingLikeness(words(quoted(text, theme, other.theme), text), other.theme.text) >= least,
  );
}

/** Another wording is another theme only where both sides say whose it is and which year, and the parent has one theme. */
function anotherTheme(theme: Theme, { parent, printed }: ThemeParent, kase: Case): ThemeSource | null {
  const own = printed.map((other) => other.theme);
  const [first] = own;
  if (first === undefined || theme.year === null || !theme.closed) return null;
  // one printing says whose theme it is and of which year; the others may only repeat its words
  const said = own.some((other) => other.owner !== null && other.year === theme.year);
  const oneTheme = said && own.every((other) => (other.year ?? theme.year) === theme.year && isLike(other, first));
  const isOwnToo = kase.plan.themes.some((other) => other.owner?.own === true && isLike(other, theme));
  return oneTheme && !isOwnToo ? { parent, theme: mostPrinted(printed), printed, attributed: true } : null;
}

function compare(theme: Theme, source: ThemeSource, kase: Case, find: PhraseFinder<SetPhrase>): RawFinding | null {
  const { parent, theme: right, printed } = source;
  const span = quoted(kase.document.text, theme, right);
  const text = words(span, kase.document.text);
  const difference = wordingDifference(text, right.text);
  if (difference === 'same') return null;
  const base = { span, related: [{ of: parent, span: right.span }], diff: { own: text, other: right.text } };
  const data = { child: text, parent: right.text };
  const same = printed.filter((other) => compareKey(other.theme.text) === compareKey(text));
  if (same.length > 0) {
    return { ...base, message: 'parent-inconsistent', data: { ...data, count: times(same), all: times(printed) } };
  }
  const [slip] = find(right.text);
  if (slip !== undefined && avoids(text, slip)) {
    return { ...base, message: 'parent-doubtful', data: { ...data, wrong: slip.found, right: slip.right } };
  }
  const message = messageOf(difference, source, text);
  if (message === null) return null;
  const model = isCapitals(text) ? right.text.toUpperCase() : withoutCapitals(right, parent);
  const safe =
    theme.closed &&
    slip === undefined &&
    source.attributed &&
    message !== 'different' &&
    parent.document.quality.verdict === 'good' &&
    isCapitals(text) === isCapitals(model) &&
    printed.every((other) => isSame(other.theme, right));
  return { ...base, message, data: { ...data, year: theme.year }, fix: { text: model, safe } };
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase();
}

/** The wording as the parent prints it elsewhere than in a title in capitals, if it does. */
function withoutCapitals({ text }: Theme, { plan }: LoadedPlan): string {
  if (!isCapitals(text)) return text;
  const key = compareKey(text);
  return plan.themes.find((other) => compareKey(other.text) === key && !isCapitals(other.text))?.text ?? text;
}

/** Without an owner a changed word may be the unit's own version of the theme: "… xây dựng phường" for "… xây dựng thành phố". */
function messageOf(difference: Exclude<WordingDifference, 'same'>, source: ThemeSource, text: string): string | null {
  if (difference !== 'word' || source.attributed) return difference;
  return wordsApart(text, source.theme.text).every((word) => KIND_WORDS.has(word)) ? null : 'near';
}

/** Whether a wording has the right words where the parent has the misspelt ones. */
function avoids(text: string, slip: PhraseHit): boolean {
  const key = wordsKey(text);
  return key.includes(wordsKey(slip.right)) && !key.includes(wordsKey(slip.found));
}

/**
 * The parent's own theme after "chủ đề" without quotation marks, in capitals in a title for example: the run of as many words
 * that is most like it. Only a near one counts, and never one that is said to be of the unit itself.
 */
function* unquotedThemes({ document, plan }: Case, parents: readonly ThemeParent[]): Generator<Theme> {
  const own = parents.flatMap(({ parent, printed }) =>
    printed.map((other) => other.theme).filter((theme) => mayBeOwnTheme(theme, parent)),
  );
  const wordings = [...new Map(own.map((theme) => [compareKey(theme.text), theme])).values()];
  if (wordings.length === 0) return;
  const quotedAt = new Set(plan.themes.map(({ attribution }) => attribution.start));
  for (const trigger of attributions(document)) {
    if (quotedAt.has(trigger.start)) continue;
    for (const wording of wordings) {
      const span = mostLike(document.text, reachOf(document, trigger), wording.text);
      if (span === null || plan.themes.some((theme) => overlap(theme.span, span))) continue;
      const attribution = { start: trigger.start, end: span.start };
      const lead = document.text.slice(trigger.end, span.start);
      const owner = themeOwner(lead, plan.ownUnit);
      const { year, period } = wording;
      const text = words(span, document.text);
      // words in quotation marks that are no theme are named otherwise: phong trào “…”
      const apart = /[.;!?]\s/u.test(lead) || firstQuotationMark(lead, { start: 0, end: lead.length }) !== null;
      if (owner?.own !== true && !apart) {
        yield { span, text, closed: true, attribution, owner, event: null, year, period };
      }
      break;
    }
  }
}

/** The rest of the block after "chủ đề", and the next block, as far as a theme may reach. */
function reachOf({ blocks, text }: SourceDocument, { end, block }: { end: number; block: number }): Span {
  const last = blocks[block + 1] ?? blocks[block];
  return { start: end, end: Math.min(end + UNQUOTED_REACH, last?.end ?? text.length) };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The run of words, as many as the wording has, that is most like it; null if none is near. */
function mostLike(text: string, within: Span, wording: string): Span | null {
  const right = wordsKey(wording).split(' ').map(bareKey);
  const count = right.length;
  if (count < SHORTEST_UNQUOTED) return null;
  const found = [...text.slice(within.start, within.end).matchAll(/[\p{L}\p{M}\p{N}%]+/gu)];
  const keys = found.map(([word]) => bareKey(word));
  let best: Span | null = null;
  let bestLikeness = UNQUOTED_LIKENESS;
  for (const [i, first] of found.entries()) {
    const last = found[i + count - 1];
    if (last === undefined) break;
    const span = { start: within.start + first.index, end: within.start + last.index + last[0].length };
    // of runs that are equally like, the one that begins as the wording does
    const likeness = commonWords(keys.slice(i, i + count), right) / count + (keys[i] === right[0] ? 0.01 : 0);
    if (likeness > bestLikeness) [best, bestLikeness] = [span, likeness];
  }
  return best;
}

/** The words of a quotation that answer the parent's: of one that was not closed, as many as the parent's theme has. */
function quoted(text: string, theme: Theme, other: Theme): Span {
  if (theme.closed) return theme.span;
  const count = wordsKey(other.text).split(' ').length;
  const found = [...text.slice(theme.span.start, theme.span.end).matchAll(/[\p{L}\p{M}\p{N}%]+/gu)];
  const last = found[Math.min(count, found.length) - 1];
  return { start: theme.span.start, end: theme.span.start + (last === undefined ? 0 : last.index + last[0].length) };
}

function words(span: Span, text: string): string {
  return text.slice(span.start, span.end).replace(/\s+/gu, ' ');
}

/** Whether the plan says that a theme is of the parent's unit, and of a year and not of a congress or movement. */
function isAttributed(theme: Theme, parent: LoadedPlan): boolean {
  return theme.owner !== null && theme.event === null && isOfUnit(theme, parent);
}

/** A theme that the parent gives to its own unit, or to nobody. */
function mayBeOwnTheme(theme: Theme, parent: LoadedPlan): boolean {
  return theme.event === null && (theme.owner === null || theme.owner.own || isOfUnit(theme, parent));
}

function isOfUnit({ owner }: Theme, { plan }: LoadedPlan): boolean {
  const level = plan.ownUnit?.level ?? plan.identity.issuer?.level ?? null;
  if (owner === null || owner.level !== level) return false;
  const name = owner.unit?.name ?? null;
  return name === null || plan.ownUnit === null || unitKey(name) === unitKey(plan.ownUnit.name);
}

function isSameUnit({ plan }: Case, parent: LoadedPlan): boolean {
  const [a, b] = [plan.ownUnit, parent.plan.ownUnit];
  return a !== null && b !== null && a.kind === b.kind && unitKey(a.name) === unitKey(b.name);
}

function levelsAgree(a: Theme, b: Theme): boolean {
  return a.owner === null || b.owner === null || a.owner.level === b.owner.level;
}

/** A theme without year or period may be of any. */
function timesAgree(a: Theme, b: Theme): boolean {
  if (a.year !== null && b.year !== null) return a.year === b.year;
  if (a.period !== null && b.period !== null) return a.period.from === b.period.from && a.period.to === b.period.to;
  return (a.year === null && a.period === null) || (b.year === null && b.period === null);
}

/** The wording that stands most often, of at least one; the first among equals. */
function mostPrinted(printed: readonly Printed[]): Theme {
  const count = (one: Printed) => times(printed.filter((other) => isSame(other.theme, one.theme)));
  return printed.reduce((best, one) => (count(one) > count(best) ? one : best)).theme;
}

function times(printed: readonly Printed[]): number {
  return printed.reduce((sum, one) => sum + one.times, 0);
}

function isSame(a: Theme, b: Theme): boolean {
  return compareKey(a.text) === compareKey(b.text);
}

function isLike(a: Theme, b: Theme): boolean {
  return wordingLikeness(a.text, b.text) >= SAME_THEME;
}
