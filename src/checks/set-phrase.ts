/**
 * Finds set phrases in which one word is spelt as another word: bút phá for bứt phá, phân đấu for phấn đấu.
 * No dictionary of syllables can find them, as every word of them exists; the list of phrases, with their context, can.
 */
import { z } from 'zod';
import { type SetPhrase, setPhraseFinder, setPhraseSchema, setPhrases } from '../data/set-phrases.js';
import { type Case, defineCheck, type LoadedPlan } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import { compareKey } from '../text/normal.js';
import { type PhraseFinder, type PhraseHit, phraseFinder } from '../text/phrase-finder.js';

export const setPhrase = defineCheck({
  name: 'set-phrase',
  options: z.strictObject({
    phrases: z
      .array(setPhraseSchema)
      .default([])
      .meta(
        meaning({
          vi: 'Cụm từ tìm thêm ngoài danh sách sẵn có.',
          en: 'Phrases to look for beside those that come with planlint.',
        }),
      ),
    except: z
      .array(z.string())
      .default([])
      .meta(meaning({ vi: 'Những cách viết không báo.', en: 'Wrong forms that are not reported.' })),
  }),
  messages: { wrong: ['found', 'right'], inherited: ['found', 'right', 'parent'] },
  *run(kase, { phrases, except }) {
    const find = phrases.length === 0 ? setPhraseFinder() : phraseFinder([...setPhrases(), ...phrases]);
    const excepted = new Set(except.map(compareKey));
    const hits = find(kase.document.text).filter(({ found }) => !excepted.has(compareKey(found)));
    const inherited = hits.length === 0 ? new Map<string, ParentHit>() : inParents(kase, find);
    for (const { key, span, found, right, phrase } of hits) {
      const source = inherited.get(key);
      const data = { found, right };
      if (source === undefined) {
        yield { message: 'wrong', span, data, fix: { text: right, safe: phrase.sure } };
      } else {
        const related = [{ of: source.parent, span: source.hit.span }];
        // a literal quotation is corrected together with the parent, so never without reading
        const fix = { text: right, safe: false };
        yield { message: 'inherited', span, related, data: { ...data, parent: source.hit.found }, fix };
      }
    }
  },
});

interface ParentHit {
  parent: LoadedPlan;
  hit: PhraseHit<SetPhrase>;
}

/** First place of every wrong form in the parents, the main parent first. */
function inParents(kase: Case, find: PhraseFinder<SetPhrase>): Map<string, ParentHit> {
  const places = new Map<string, ParentHit>();
  for (const parent of kase.parents) {
    for (const hit of find(parent.document.text)) {
      if (!places.has(hit.key)) places.set(hit.key, { parent, hit });
    }
  }
  return places;
}
