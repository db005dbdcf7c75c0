/** How a comment for planlint is read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay, readWaiverComment } from '../../src/engine/waiver-comment.js';

describe('a waiver', () => {
  test('names its scope, its rules, a reason', () => {
    expect(readWaiverComment(' planlint-disable-next-line theme/mismatch -- chép đúng bản gốc ')).toEqual({
      order: 'waive',
      scope: 'next-line',
      rules: ['theme/mismatch'],
      reason: 'chép đúng bản gốc',
      until: null,
    });
    expect(readWaiverComment('planlint-disable-line a/b, section/* – lý do')).toMatchObject({
      scope: 'line',
      rules: ['a/b', 'section/*'],
    });
    expect(readWaiverComment('planlint-disable-file a/b — lý do')).toMatchObject({ scope: 'file' });
    expect(readWaiverComment('planlint-disable a/b c/d -- lý do')).toMatchObject({
      scope: 'range',
      rules: ['a/b', 'c/d'],
    });
    expect(readWaiverComment('planlint-enable a/b')).toEqual({ order: 'end', rules: ['a/b'] });
    expect(readWaiverComment('planlint-enable')).toEqual({ order: 'end', rules: [] });
  });

  test.each([
    ['lý do; đến 30/6/2026', 'lý do', '2026-06-30'],
    ['lý do; đến hết ngày 01/7/2026.', 'lý do', '2026-07-01'],
    ['reason; until 2026-06-30', 'reason', '2026-06-30'],
    ['lý do; tới ngày 5-3-2027', 'lý do', '2027-03-05'],
    ['việc này; việc kia; đến 30/6/2026', 'việc này; việc kia', '2026-06-30'],
    ['chờ đến 30/6/2026', 'chờ đến 30/6/2026', null],
    ['việc này; việc kia', 'việc này; việc kia', null],
  ])('may end: %s', (words, reason, until) => {
    expect(readWaiverComment(`planlint-disable-line a/b -- ${words}`)).toMatchObject({ order: 'waive', reason, until });
    expect(readWaiverComment(`planlint-disable-line a/b -- ${words}`.normalize('NFD'))).toMatchObject({
      reason,
      until,
    });
  });

  test('may go over several lines', () => {
    expect(readWaiverComment('planlint-disable-line\n  a/b,\n  c/d -- lý do\r\n  dài')).toMatchObject({
      rules: ['a/b', 'c/d'],
      reason: 'lý do dài',
    });
  });
});

describe('what is no waiver', () => {
  test.each([
    ['planlint-disable-line a/b', 'no-reason'],
    ['planlint-disable-line a/b --', 'no-reason'],
    ['planlint-disable-line a/b -- …', 'no-reason'],
    ['planlint-disable-line a/b -- ; đến 30/6/2026', 'no-reason'],
    ['planlint-disable-line -- lý do', 'no-rule'],
    ['planlint-disable-line', 'no-rule'],
    ['planlint-disable-line a/b -- lý do; đến 31/6/2026', 'bad-date'],
    ['planlint-disable-line a/b -- lý do; until next year', 'bad-date'],
    ['planlint-ignore a/b -- lý do', 'form'],
  ])('%s: %s', (comment, fault) => {
    expect(readWaiverComment(comment)).toMatchObject({ order: 'none', fault });
  });

  test('an order that is mistyped gets the nearest one', () => {
    expect(readWaiverComment('planlint-disabel-line a/b -- x')).toMatchObject({ near: 'planlint-disable-line' });
  });

  test('other comments are not for planlint', () => {
    for (const comment of ['', 'ghi chú', 'xem planlint-disable-line a/b -- x', 'planlint', 'TODO']) {
      expect(readWaiverComment(comment)).toBeNull();
    }
  });
});

test('no comment makes the reader fail, and what it honours has rule and reason', () => {
  const parts = fc.constantFrom(
    'planlint-',
    'disable',
    '-line',
    '-next-line',
    ' a/b',
    ',',
    ' -- ',
    ';',
    ' đến ',
    '30/6/2026',
    'lý do',
    '\n',
    '–',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(parts, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 12 }),
      (words) => {
        const order = readWaiverComment(words.join(''));
        if (order?.order !== 'waive') return;
        expect(order.rules.length).toBeGreaterThan(0);
        expect(order.reason).toMatch(/\p{L}/u);
        if (order.until !== null) expect(readDay(order.until)).toBe(order.until);
      },
    ),
    { numRuns: 500 },
  );
});
