/** Words of the form of administrative documents (thể thức văn bản): rules/data/form.yaml. */
import { z } from 'zod';
import { loadData } from './load.js';
import { setPhraseSchema } from './set-phrases.js';

const words = z.array(z.string().min(1)).min(1);

const formSchema = z.strictObject({
  /** Country name (quốc hiệu) and motto (tiêu ngữ) as prescribed. */
  nation: z.string(),
  motto: z.string(),
  /** Kinds of documents by the way in which they name their issuer. */
  launched: words,
  authored: words,
  /** Academic ranks and titles of honour (học hàm, học vị, danh hiệu), and the bodies to which their ban does not apply. */
  ranks: words,
  rankedBodies: words,
  /** Special nouns (danh từ đặc biệt) that are written with a capital, with their exceptions. */
  capitals: z.array(setPhraseSchema),
  placeholders: z.strictObject({
    slots: words,
    persons: words,
    bodies: words,
    units: words,
    instructions: words,
    fields: words,
    samples: words,
    marks: words,
  }),
});

export type FormWords = z.infer<typeof formSchema>;

/** The list that comes with planlint. */
export function formWords(): FormWords {
  return loadData<FormWords>('form.yaml', formSchema);
}

/** Source of a regular expression for any of the words, longest first, with any space between them. */
export function anyOf(list: readonly string[]): string {
  return list
    .toSorted((a, b) => b.length - a.length)
    .map((one) => one.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/ /gu, '\\s+'))
    .join('|');
}
