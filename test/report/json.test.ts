import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeJson } from '../../src/report/json.js';

test('JSON gives every text back as it was, and sends no terminal sequence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = safeJson({ text: `${text}##[error]` });
      expect(JSON.parse(json)).toEqual({ text: `${text}##[error]` });
      expect(json).not.toContain('##[');
      expect(json.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
