/** Generated files are as the code makes them; `npm run generate` refreshes them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/data/root.js';
import { generatedFiles } from '../src/generate.js';

test.each(Object.entries(generatedFiles()))('%s is not stale', (path, content) => {
  expect(readFileSync(resolve(packageRoot, path), 'utf8')).toBe(content);
});
