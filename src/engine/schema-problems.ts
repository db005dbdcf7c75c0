/** Says what is wrong with a value that a zod schema refused: where, what was expected, what was found, and the nearest key. */
import { z } from 'zod';
import type { Bilingual } from '../errors.js';
import { nearest } from '../text/similarity.js';

export interface SchemaProblem {
  /** Path of keys and list places: ['examples', 0, 'expect']. */
  path: (string | number)[];
  /** The path as people write it: "examples[0].expect"; empty for the whole. */
  where: string;
  text: Bilingual;
}

type Issue = z.core.$ZodIssue;

/** All problems of a refused value, in the order of the schema. `schema` gives the keys to suggest. */
export function schemaProblems(schema: z.ZodType, error: z.ZodError, value: unknown): SchemaProblem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, [], schema, value));
}

function problemsOf(issue: Issue, base: PropertyKey[], schema: z.ZodType, root: unknown): SchemaProblem[] {
  const path = [...base, ...issue.path].map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'invalid_union') {
    const branch = likeliestBranch(issue.errors);
    if (branch !== null) return branch.flatMap((inner) => problemsOf(inner, path, schema, root));
  }
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => problem([...path, key], unknownKey(key, known)));
  }
  return [problem(path, describe(issue, valueAt(root, path)))];
}

/** The branch of a union that got furthest; null if the value fits none at all. */
function likeliestBranch(branches: Issue[][]): Issue[] | null {
  const inner = branches.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  );
  return inner[0] ?? null;
}

function problem(path: (string | number)[], text: Bilingual): SchemaProblem {
  return { path, where: formatPath(path), text };
}

/** "examples[0].expect" */
export function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./u, '');
}

function unknownKey(key: string, known: string[]): Bilingual {
  const near = nearest(key, known);
  return {
    vi: `không có khóa "${key}"${near === null ? `; các khóa: ${known.join(', ')}` : `; có phải "${near}"?`}`,
    en: `unknown key "${key}"${near === null ? `; the keys are ${known.join(', ')}` : `; did you mean "${near}"?`}`,
  };
}

function describe(issue: Issue, got: unknown): Bilingual {
  const shown = show(got);
  switch (issue.code) {
    case 'invalid_type':
      return expected(typeName(issue.expected), got);
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = typeof got === 'string' ? nearest(got, values) : null;
      const base = expected({ vi: `một trong ${values.join(', ')}`, en: `one of ${values.join(', ')}` }, got);
      return near === null ? base : { vi: `${base.vi}; có phải "${near}"?`, en: `${base.en}; did you mean "${near}"?` };
    }
    case 'invalid_union':
      return expected(unionName(issue.errors), got);
    case 'invalid_format':
      return expected({ vi: `đúng dạng ${formatOf(issue)}`, en: `the form ${formatOf(issue)}` }, got);
    case 'too_small':
      return {
        vi: `${shown.vi} quá ngắn hoặc quá nhỏ (tối thiểu ${issue.minimum})`,
        en: `${shown.en} is too short or too small (at least ${issue.minimum})`,
      };
    case 'too_big':
      return {
        vi: `${shown.vi} quá dài hoặc quá lớn (tối đa ${issue.maximum})`,
        en: `${shown.en} is too long or too large (at most ${issue.maximum})`,
      };
    default:
      return { vi: `${shown.vi} không hợp lệ: ${issue.message}`, en: `${shown.en} is not valid: ${issue.message}` };
  }
}

function expected(what: Bilingual, got: unknown): Bilingual {
  if (got === undefined) return { vi: `thiếu; cần ${what.vi}`, en: `missing; expected ${what.en}` };
  const shown = show(got);
  return { vi: `cần ${what.vi}, đang là ${shown.vi}`, en: `expected ${what.en}, got ${shown.en}` };
}

function formatOf(issue: { format: string; pattern?: string | undefined }): string {
  return issue.pattern ?? issue.format;
}

function unionName(branches: Issue[][]): Bilingual {
  const names = branches.flatMap((issues) => issues.slice(0, 1).map(branchName));
  return { vi: names.map((name) => name.vi).join(' hoặc '), en: names.map((name) => name.en).join(' or ') };
}

function branchName(issue: Issue): Bilingual {
  if (issue.code === 'invalid_type') return typeName(issue.expected);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ');
    return { vi: `một trong ${values}`, en: `one of ${values}` };
  }
  return { vi: issue.message, en: issue.message };
}

const TYPE_NAMES: Record<string, Bilingual> = {
  string: { vi: 'chữ', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'bảng các khóa', en: 'a map of keys' },
  record: { vi: 'bảng các khóa', en: 'a map of keys' },
  null: { vi: 'giá trị rỗng', en: 'an empty value' },
};

function typeName(type: string): Bilingual {
  return TYPE_NAMES[type] ?? { vi: type, en: type };
}

function show(value: unknown): Bilingual {
  if (value === undefined) return { vi: 'không có', en: 'nothing' };
  if (value === null) return typeName('null');
  if (Array.isArray(value)) return typeName('array');
  if (typeof value === 'object') return typeName('object');
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return { vi: short, en: short };
}

function valueAt(root: unknown, path: (string | number)[]): unknown {
  let value = root;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
}

const jsonSchemaNode = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
});

/** The keys that the schema knows at a path, read from its JSON schema. */
function knownKeys(schema: z.ZodType, path: (string | number)[]): string[] {
  let nodes: unknown[] = [z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })];
  for (const key of path) nodes = nodes.flatMap((node) => step(node, key));
  return [...new Set(nodes.flatMap(branches).flatMap((node) => Object.keys(node.properties ?? {})))];
}

function branches(node: unknown): z.infer<typeof jsonSchemaNode>[] {
  const parsed = jsonSchemaNode.safeParse(node);
  if (!parsed.success) return [];
  const { anyOf = [], allOf = [] } = parsed.data;
  return [parsed.data, ...[...anyOf, ...allOf].flatMap(branches)];
}

function step(node: unknown, key: string | number): unknown[] {
  return branches(node).flatMap((branch) => {
    if (typeof key === 'number') return branch.items === undefined ? [] : [branch.items];
    return [branch.properties?.[key] ?? branch.additionalProperties].filter((next) => next !== undefined);
  });
}
