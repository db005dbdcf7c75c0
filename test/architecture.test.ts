/** Imports point one way, so that each room can be read by itself: docs/architecture.md, "How data flows". */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '..', 'src');

/** What a folder of src may import from, besides itself and the files right in src that it is listed with. */
const MAY_IMPORT: Record<string, string[]> = {
  text: [],
  // the gazetteer names kinds of units as the plan does
  data: ['text', 'plan', 'errors.ts'],
  source: ['text', 'errors.ts'],
  git: ['source', 'errors.ts'],
  plan: ['source', 'text', 'data', 'errors.ts'],
  align: ['plan', 'source', 'text', 'data', 'engine', 'library', 'errors.ts'],
  library: ['plan', 'source', 'text', 'data', 'engine', 'errors.ts'],
  graph: ['library', 'plan', 'source', 'text', 'data', 'engine', 'errors.ts'],
  lock: ['align', 'plan', 'source', 'text', 'data', 'engine', 'library', 'errors.ts'],
  checks: ['align', 'lock', 'engine', 'library', 'plan', 'source', 'text', 'data', 'errors.ts'],
  engine: ['library', 'lock', 'plan', 'source', 'text', 'data', 'errors.ts'],
  cache: ['library', 'report', 'plan', 'source', 'text', 'data', 'engine', 'errors.ts'],
  word: ['source', 'fix', 'engine', 'text', 'errors.ts'],
  config: ['engine', 'checks', 'plan', 'source', 'data', 'text', 'errors.ts'],
};

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );
}

function imports(): Import[] {
  return files(SRC).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(import|export)\s+(type\s)?[^;]*?from '(\.[^']+)';/gmu)].map((match) => ({
      from: relative(SRC, file),
      to: relative(SRC, join(dirname(file), (match[3] ?? '').replace(/\.js$/u, '.ts'))),
      typeOnly: match[2] !== undefined,
    })),
  );
}

const room = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : file);

describe('the rooms of src', () => {
  test('no check looks at the day: the cache would keep what was found on another one', () => {
    const looking = ['checks', 'align', 'library', 'lock']
      .flatMap((name) => files(join(SRC, name)))
      .filter((file) => /\btoday\b/u.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '')));
    // linkCase hands the day on
    expect(looking.map((file) => relative(SRC, file))).toEqual(['library/parents.ts']);
  });

  test('no room imports from one that comes after it', () => {
    const wrong = imports().filter(({ from, to }) => {
      const allowed = MAY_IMPORT[room(from)];
      return allowed !== undefined && room(from) !== room(to) && !allowed.includes(room(to));
    });
    expect(wrong).toEqual([]);
  });

  test('no file imports itself through others', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports()) if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[][] = [];
    const visit = (file: string, path: string[]): void => {
      const at = path.indexOf(file);
      if (at >= 0) cycles.push([...path.slice(at), file]);
      if (at >= 0 || done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });
});
