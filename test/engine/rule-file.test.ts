/** The JSON schema of rule files says what the loader takes. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checks } from '../../src/checks/index.js';
import { builtInRules, loadRules } from '../../src/engine/load.js';
import { ruleFileJsonSchema } from '../../src/engine/rule-file.js';
import { ruleContent } from './sample-rules.js';

const validate = new Ajv2020({ strict: false }).compile(ruleFileJsonSchema());

describe('the JSON schema', () => {
  test.each(loadRules([builtInRules], checks).map(({ id, file }) => [id, file]))('takes %s', (_, file) => {
    expect(validate(parse(readFileSync(file, 'utf8'))), JSON.stringify(validate.errors)).toBe(true);
  });

  test('refuses a mistyped key, an unknown severity and a missing text', () => {
    expect(validate(ruleContent())).toBe(true);
    expect(validate(ruleContent({ needss: [] }))).toBe(false);
    expect(validate(ruleContent({ severity: 'eror' }))).toBe(false);
    expect(validate({ ...ruleContent(), why: { vi: 'x' } })).toBe(false);
  });
});
