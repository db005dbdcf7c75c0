/** Fingerprints stay the same when a document changes around a finding. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprints } from '../../src/engine/fingerprint.js';
import { runRules } from '../../src/engine/run.js';
import { caseOf, testRules } from './sample-rules.js';

const PURPOSE = 'MỤC ĐÍCH, YÊU CẦU\n\n1. Ban hành quy chế làm việc trong tháng 3.\n';
const REWARD = 'KHEN THƯỞNG\n\n1. Rà soát quy chế khen thưởng.\n';
const ORGANISATION = 'TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng công bố quy chế.\n';

function names(text: string): string[] {
  return runRules(caseOf(text), testRules({})).findings.map(({ fingerprint }) => fingerprint);
}

describe('the fingerprint of a finding', () => {
  const before = names(`I. ${PURPOSE}\nII. ${REWARD}\nIII. ${ORGANISATION}`);

  test('is a hash, and each finding has its own', () => {
    expect(before).toHaveLength(3);
    expect(new Set(before).size).toBe(3);
    for (const name of before) expect(name).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('survives moved lines', () => {
    expect(names(`# Dự thảo lần hai\n\n\n\nI. ${PURPOSE}\n\n\nII. ${REWARD}\nIII. ${ORGANISATION}`)).toEqual(before);
  });

  test('survives renumbered sections and sections in another order', () => {
    const changed = names(`I. ${PURPOSE}\nII. ${ORGANISATION}\nIV. ${REWARD.replace('1.', 'a)')}`);
    expect(changed).toEqual([before[0], before[2], before[1]]);
  });

  test('survives case and tone placement of the words', () => {
    expect(names(`I. ${PURPOSE.replace('quy chế', 'Quy chế')}\nII. ${REWARD}\nIII. ${ORGANISATION}`)).toEqual(before);
  });

  test('differs by rule', () => {
    const [one, two] = runRules(caseOf(`I. ${REWARD}`), testRules({}, {})).findings;
    expect(one?.span).toEqual(two?.span);
    expect(one?.fingerprint).not.toBe(two?.fingerprint);
  });
});

test('findings of one rule on the same words are told apart, and a removed one takes the last name with it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.string({ minLength: 1 }), (count, quote) => {
      const all = fingerprints(Array.from({ length: count }, () => ({ rule: 'a/b', sections: [], quote })));
      expect(new Set(all).size).toBe(count);
      expect(fingerprints(Array.from({ length: count - 1 }, () => ({ rule: 'a/b', sections: [], quote })))).toEqual(
        all.slice(0, -1),
      );
    }),
  );
});
