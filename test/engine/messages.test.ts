/** Words of findings. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMessage } from '../../src/engine/messages.js';

const rule = {
  messages: {
    late: { vi: 'hạn {date} sau {limit}, chắc chắn: {certain}', en: 'due {date}, after {limit}; certain: {certain}' },
    plain: { vi: '{text}', en: '{text}' },
  },
};

test('values stand in their places, in the words of the language', () => {
  const data = { date: '16/12', limit: 15, certain: true };
  expect(formatMessage(rule, 'late', data, 'vi')).toBe('hạn 16/12 sau 15, chắc chắn: có');
  expect(formatMessage(rule, 'late', data, 'en')).toBe('due 16/12, after 15; certain: yes');
  expect(formatMessage(rule, 'plain', { text: 12.5 }, 'vi')).toBe('12,5');
  expect(formatMessage(rule, 'plain', { text: 12.5 }, 'en')).toBe('12.5');
});

test('a value that is not known reads as dots', () => {
  expect(formatMessage(rule, 'late', { date: null, certain: false }, 'en')).toBe('due …, after …; certain: no');
});

test('a value is never taken for a placeholder or a pattern', () => {
  expect(formatMessage(rule, 'plain', { text: '{date} $& $1' }, 'vi')).toBe('{date} $& $1');
});

test('whatever a document holds, the message is one line without control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const message = formatMessage(rule, 'plain', { text: `${text}\u001b[31m\u202e\n` }, 'vi');
      expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
    }),
  );
});
