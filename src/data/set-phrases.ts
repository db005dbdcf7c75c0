/** Set phrases (cụm từ cố định) and the words by which they are misspelt: rules/data/set-phrases.yaml. */
import { z } from 'zod';
import { phraseFinder } from '../text/phrase-finder.js';
import { loadData } from './load.js';
import { once } from './once.js';

const phrase = z
  .string()
  .regex(/^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*$/u, 'words with one space between them, no digits and no punctuation');
const phrases = z.array(phrase).default([]);

export const setPhraseSchema = z
  .strictObject({
    right: phrase.describe('The phrase as it has to be written.'),
    wrong: z.array(phrase).min(1).describe('What is written instead.'),
    before: phrases.describe('If given, one of these has to stand right before.'),
    after: phrases.describe('If given, one of these has to stand right after.'),
    notBefore: phrases.describe('None of these may stand right before.'),
    notAfter: phrases.describe('None of these may stand right after.'),
    sure: z
      .boolean()
      .default(true)
      .describe('false: nearly always wrong, so that a person has to look before it is changed.'),
    note: z.string().optional(),
  })
  .describe('A set phrase and its wrong forms.');

export type SetPhrase = z.infer<typeof setPhraseSchema>;

const fileSchema = z.strictObject({ phrases: z.array(setPhraseSchema) });

/** The list that comes with planlint. */
export function setPhrases(): SetPhrase[] {
  return loadData<z.infer<typeof fileSchema>>('set-phrases.yaml', fileSchema).phrases;
}

/** Finds the phrases of that list. */
export const setPhraseFinder = once(() => phraseFinder(setPhrases()));
