/** Finds words of set phrases that are spelt as another word (bút phá for bứt phá). */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';

export const setPhrase = defineCheck({
  name: 'set-phrase',
  options: z.strictObject({}),
  messages: { wrong: ['found', 'right'], inherited: ['found', 'right', 'parent'] },
  *run() {},
});
