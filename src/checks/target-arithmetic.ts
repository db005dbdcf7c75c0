/**
 * Figures of one plan that cannot all be true. Every printed figure stands for an interval, as it may have been rounded or cut off; only what
 * lies outside of it is a finding. Parts must make up a total only where the text says that they are all.
 */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';
import { wrongFormulas } from './arithmetic/formula.js';
import { wrongYears } from './arithmetic/months.js';
import { wrongParts } from './arithmetic/parts.js';
import { wrongPercents } from './arithmetic/percent.js';
import { differentBases } from './arithmetic/same-base.js';
import { wrongTotals } from './arithmetic/tables.js';

export const targetArithmetic = defineCheck({
  name: 'target-arithmetic',
  options: z.strictObject({}),
  messages: {
    percent: ['part', 'whole', 'computed', 'printed'],
    'same-base': ['first', 'firstPercent', 'firstBase', 'second', 'secondPercent', 'secondBase', 'base'],
    'same-base-sum': ['first', 'firstPercent', 'firstBase', 'second', 'secondPercent', 'secondBase', 'base', 'sum'],
    months: ['first', 'rest', 'sum', 'year'],
    parts: ['total', 'sum', 'parts'],
    part: ['total', 'part'],
    formula: ['formula', 'computed', 'printed'],
    table: ['column', 'sum', 'total'],
  },
  *run(kase) {
    yield* wrongPercents(kase);
    yield* differentBases(kase);
    yield* wrongYears(kase);
    yield* wrongParts(kase);
    yield* wrongFormulas(kase);
    yield* wrongTotals(kase);
  },
});
