/** What holds for every format, whatever stands in the documents. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES, FORMATS } from '../../src/report/formats.js';
import { aFinding, aResult, CONTEXT, CONTROLS, HOSTILE, hostile } from './a-result.js';

describe.each(FORMAT_NAMES)('%s', (name) => {
  test('is made of any text, ends with a newline, and has nothing that a terminal would obey', async () => {
    const report = await FORMATS[name].load();
    const check = (text: string): void => {
      const made = report(hostile(text), CONTEXT);
      expect(made.endsWith('\n')).toBe(true);
      expect(made.replaceAll('\r\n', '\n')).not.toMatch(CONTROLS);
    };
    for (const text of HOSTILE) check(text);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check), { numRuns: 50 });
  });

  test('is the same for the same result, and there for an empty one', async () => {
    const report = await FORMATS[name].load();
    const result = aResult({ 'a.md': [aFinding(), aFinding({ severity: 'info' })] });
    expect(report(result, CONTEXT)).toBe(report(structuredClone(result), CONTEXT));
    expect(report(aResult({}), CONTEXT)).toMatch(/\n$/u);
  });
});
