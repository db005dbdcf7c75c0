/** Special nouns in lower case (viết hoa): Nhân dân, Nhà nước; "Khoản", "Điểm" with a capital within a sentence. Once per word, with a count. */
import { z } from 'zod';
import { formWords } from '../data/form.js';
import { once } from '../data/once.js';
import { type SetPhrase, setPhraseSchema } from '../data/set-phrases.js';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import type { Span } from '../source/document.js';
import { type PhraseFinder, phraseFinder } from '../text/phrase-finder.js';
import { quotedParts } from '../text/quoted.js';
import { itemsWithin } from '../text/spans.js';
import { ownBlocks } from './own-text.js';

/** Other places shown with a finding. */
const MORE_PLACES = 4;
/** "theo Khoản 2 Điều 5", "tại Điểm a khoản 1": not at the beginning of a sentence or heading. */
const PARTS_OF_LAW = /(?<=[\p{Ll}\d,;(] ?)(?:Khoản(?= \d)|Điểm(?= [a-zđ](?![\p{L}\p{M}])))/gu;

export const formCapital = defineCheck({
  name: 'form-capital',
  options: z.strictObject({
    words: z
      .array(setPhraseSchema)
      .default([])
      .meta(
        meaning({
          vi: 'Từ phải viết hoa, thêm vào danh sách sẵn có.',
          en: 'Words with a capital beside those that come with planlint.',
        }),
      ),
  }),
  messages: { lower: ['found', 'right', 'count'], upper: ['found', 'right', 'count'] },
  *run(kase, { words }) {
    // Party bodies write after their own rules
    if (kase.plan.identity.issuer?.system === 'party') return;
    const { text } = kase.document;
    for (const { find, right } of [...listed(), ...words.map(finderOf)]) {
      const found = find(text).map(({ span }) => span);
      const places = inOwnText(kase, found).filter((span) => textOf(kase, span) === textOf(kase, span).toLowerCase());
      yield* perWord(kase, 'lower', places, right);
    }
    const parts = inOwnText(
      kase,
      [...text.matchAll(PARTS_OF_LAW)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
    );
    for (const part of ['Khoản', 'Điểm'])
      yield* perWord(
        kase,
        'upper',
        parts.filter((span) => textOf(kase, span) === part),
        part.toLowerCase(),
      );
  },
});

/** The words that come with planlint, each with its finder. */
const listed = once(() => formWords().capitals.map(finderOf));

function finderOf(word: SetPhrase): { find: PhraseFinder<SetPhrase>; right: string } {
  return { find: phraseFinder([word]), right: word.right };
}

/** Those of the places, given in the order of the text, that stand in the document's own words; a quotation keeps the wording of its source. */
function inOwnText(kase: Case, places: readonly Span[]): Span[] {
  if (places.length === 0) return [];
  return ownBlocks(kase).flatMap((block) => {
    const inside = itemsWithin(places, block, (span) => span);
    if (inside.length === 0) return [];
    const isQuoted = quotedParts(kase.document.text.slice(block.start, block.end));
    return inside.filter(({ start }) => !isQuoted(start - block.start));
  });
}

function* perWord(
  kase: Case,
  message: 'lower' | 'upper',
  places: readonly Span[],
  right: string,
): Iterable<RawFinding> {
  const [first, ...others] = places;
  if (first === undefined) return;
  const span = message === 'lower' ? withWordBefore(kase.document.text, first) : first;
  yield {
    message,
    span: first,
    quote: textOf(kase, span),
    related: others.slice(0, MORE_PLACES).map((other) => ({ of: kase, span: other })),
    data: { found: textOf(kase, first), right, count: places.length },
    fix: { text: right, safe: false },
  };
}

/** "tầng lớp nhân dân": the words before show that it is no name. */
function withWordBefore(text: string, { start, end }: Span): Span {
  const before = /(?:[\p{L}\p{M}]+ ){1,2}$/u.exec(text.slice(Math.max(0, start - 24), start))?.[0] ?? '';
  return { start: start - before.length, end };
}

function textOf(kase: Case, { start, end }: Span): string {
  return kase.document.text.slice(start, end);
}
