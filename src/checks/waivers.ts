/** Waivers that are not honoured, no longer hold, or waive nothing. */
import { z } from 'zod';
import { defineCheck, type RawFinding } from '../engine/check.js';
import type { WaiverPlace } from '../engine/waivers.js';
import { formatDay } from '../plan/calendar.js';

const options = z.strictObject({});

export const waiverInvalid = defineCheck({
  name: 'waiver-invalid',
  options,
  ofWaivers: true,
  messages: {
    form: ['word'],
    'form-near': ['word', 'near'],
    'no-rule': ['word'],
    'no-reason': ['word'],
    'bad-date': ['word'],
    'unknown-rule': ['word'],
    'unknown-rule-near': ['word', 'near'],
    'own-rule': ['word'],
    'not-open': ['word'],
  },
  *run({ waivers }) {
    for (const { at, fault, word, near } of waivers?.invalid ?? []) {
      yield found(at, near === null ? fault : `${fault}-near`, { word, near });
    }
  },
});

export const waiverExpired = defineCheck({
  name: 'waiver-expired',
  options,
  ofWaivers: true,
  messages: { expired: ['rule', 'until'] },
  *run({ waivers }) {
    for (const { at, rule, until } of waivers?.expired ?? []) {
      yield found(at, 'expired', { rule, until: formatDay(until) });
    }
  },
});

export const waiverUnused = defineCheck({
  name: 'waiver-unused',
  options,
  ofWaivers: true,
  messages: { unused: ['rule'] },
  *run({ waivers }) {
    for (const { at, rule } of waivers?.unused ?? []) yield found(at, 'unused', { rule });
  },
});

function found({ span, location, quote }: WaiverPlace, message: string, data: RawFinding['data']): RawFinding {
  return { message, span, location, quote, data };
}
