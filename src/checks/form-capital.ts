/** Special nouns in lower case (viết hoa): Nhân dân, Nhà nước; "Khoản", "Điểm" with a capital within a sentence. Once per word, with a count. */
import { z } from 'zod';
import { formWords } from '../data/form.js';
import { setPhraseSchema } from '../data/set-phrases.js';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import type { Span } from '../source/document.js';
import { phraseFinder } from '../text/phrase-finder.js';
import { quotedParts } from '../text/quoted.js';
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
    for (const word of [...formWords().capitals, ...words]) {
      const find = phraseFinder([word]);
      const places = inOwnText(kase, (text) => find(text).map(({ span }) => span)).filter(
        (span) => textOf(kase, span) === textOf(kase, span).toLowerCase(),
      );
      yield* once(kase, 'lower', places, word.right);
    }
    const parts = inOwnText(kase, (text) =>
      [...text.matchAll(PARTS_OF_LAW)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
    );
    for (const part of ['Khoản', 'Điểm'])
      yield* once(
        kase,
        'upper',
        parts.filter((span) => textOf(kase, span) === part),
        part.toLowerCase(),
      );
  },
});

/** Places that a finder gives in the document's own words; a quotation keeps the wording of its source. */
function inOwnText(kase: Case, find: (text: string) => Span[]): Span[] {
  return ownBlocks(kase).flatMap((block) => {
    const text = kase.document.text.slice(block.start, block.end);
    const isQuoted = quotedParts(text);
    return find(text)
      .filter(({ start }) => !isQuoted(start))
      .map(({ start, end }) => ({ start: block.start + start, end: block.start + end }));
  });
}

function* once(kase: Case, message: 'lower' | 'upper', places: readonly Span[], right: string): Iterable<RawFinding> {
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
