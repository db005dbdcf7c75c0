/** Phrases that tell whose unit is meant (cụm từ chỉ đơn vị của chính văn bản): rules/data/own-unit-phrases.yaml. */
import { z } from 'zod';
import { loadData } from '../data/load.js';
import { once } from '../data/once.js';
import type { Span } from '../source/document.js';
import { compareKey, wordsKey } from '../text/normal.js';

const schema = z.strictObject({
  phrases: z.strictObject({ certain: z.array(z.string()), likely: z.array(z.string()) }),
  title: z.array(z.string()),
  closing: z.array(z.string()),
  history: z.array(z.string()),
  others: z.array(z.string()),
  nearby: z.array(z.string()),
  afterName: z.array(z.string()),
});

export type PhraseStrength = 'certain' | 'likely';

/** Where a unit stands: in the subject or closing sentence more phrases are said of the own unit only than in running text. */
export type PhrasePlace = 'title' | 'text';

interface OwnPhrase {
  /** "Đảng bộ {unit}" */
  text: string;
  strength: PhraseStrength;
  titleOnly: boolean;
  before: string;
  after: string;
}

interface OwnPhrases {
  /** Longest first, so that "Đại hội Đảng bộ {unit}" is found before "Đảng bộ {unit}". */
  phrases: OwnPhrase[];
  closing: string[];
  history: string[];
  others: string[];
  nearby: string[];
  afterName: ReadonlySet<string>;
}

/** Characters before and after a unit that are looked at: no phrase is longer. */
const REACH = 70;

/** The phrase of the list that stands around a unit, in titles over line ends too; null if none does. */
export function ownPhraseAround(text: string, unit: Span, place: PhrasePlace): string | null {
  const title = place === 'title';
  const lineBefore = text.slice(Math.max(0, unit.start - REACH), unit.start).split('\n');
  const lineAfter = text.slice(unit.end, unit.end + REACH).split('\n');
  const before = ` ${compareKey((title ? lineBefore.join(' ') : lineBefore.at(-1)) ?? '')}`;
  const after = `${compareKey((title ? lineAfter.join(' ') : lineAfter[0]) ?? '')} `;
  const phrase = ownPhrases().phrases.find(
    (candidate) =>
      (title || !candidate.titleOnly) && before.endsWith(candidate.before) && after.startsWith(candidate.after),
  );
  return phrase?.text ?? null;
}

/** How sure it is that a phrase of the list means the plan's own unit; null if it is not of the list. */
export function phraseStrength(phrase: string): PhraseStrength | null {
  return ownPhrases().phrases.find((candidate) => candidate.text === phrase)?.strength ?? null;
}

/** Whether a clause tells of the past, brings in another unit on purpose, or fits a neighbour. */
export function clauseStories(clause: string): { history: boolean; others: boolean; nearby: boolean } {
  const words = ` ${wordsKey(clause)} `;
  const has = (list: readonly string[]) => list.some((word) => words.includes(word));
  const { history, others, nearby } = ownPhrases();
  return { history: has(history), others: has(others), nearby: has(nearby) };
}

/** Whether a paragraph is the closing sentence ("Trên đây là Kế hoạch …"). */
export function isClosing(paragraph: string): boolean {
  const key = compareKey(paragraph.slice(0, REACH));
  return ownPhrases().closing.some((words) => key.startsWith(words));
}

/** Words that follow a name in capitals and are not part of it, in lower case. */
export function wordsAfterName(): ReadonlySet<string> {
  return ownPhrases().afterName;
}

const ownPhrases = once((): OwnPhrases => {
  const data = loadData('own-unit-phrases.yaml', schema);
  const phrases = [
    ...data.phrases.certain.map((text) => asPhrase(text, 'certain', false)),
    ...data.phrases.likely.map((text) => asPhrase(text, 'likely', false)),
    ...data.title.map((text) => asPhrase(text, 'certain', true)),
  ];
  const asWords = (words: readonly string[]) => words.map((word) => ` ${wordsKey(word)} `);
  return {
    phrases: phrases.sort((a, b) => b.text.length - a.text.length),
    closing: data.closing.map(compareKey),
    history: asWords(data.history),
    others: asWords(data.others),
    nearby: asWords(data.nearby),
    afterName: new Set(data.afterName),
  };
});

function asPhrase(text: string, strength: PhraseStrength, titleOnly: boolean): OwnPhrase {
  const [before = '', after = ''] = text.split('{unit}');
  const afterKey = compareKey(after);
  return {
    text,
    strength,
    titleOnly,
    before: ` ${compareKey(before)}`,
    after: afterKey === '' ? '' : `${afterKey} `,
  };
}
