/**
 * Makes a new rule: its rule file with examples to fill in, the skeleton of its check, and the line that registers it.
 * `npm run new-rule -- group/name`
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { failureText } from '../commands/failure.js';
import { languageOf } from '../commands/usage.js';
import { packageRoot } from '../data/root.js';
import { PlanlintError } from '../errors.js';

const ID = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/u;
const REGISTRY = 'src/checks/index.ts';

/** Gives the files that were written, as paths in the package. Throws `PlanlintError` for a bad id and for one that is taken; then nothing is written. */
export function newRule(id: string, root: string): string[] {
  if (!ID.test(id)) throw failure(`"${id}" không phải mã quy tắc`, `"${id}" is no rule id`);
  const check = id.replace('/', '-');
  const rulePath = `rules/${id}.yaml`;
  const checkPath = `src/checks/${check}.ts`;
  for (const path of [rulePath, checkPath]) {
    if (existsSync(resolve(root, path))) throw failure(`${path} đã có`, `${path} is there already`);
  }
  const registry = registered(readFileSync(resolve(root, REGISTRY), 'utf8'), check);
  write(root, rulePath, ruleSkeleton(id, check));
  write(root, checkPath, checkSkeleton(check));
  write(root, REGISTRY, registry);
  return [rulePath, checkPath, REGISTRY];
}

/** "section-missing" -> "sectionMissing" */
function variable(check: string): string {
  return check.replace(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}

/** The registry with the check's import and line, both in the order of the alphabet. */
function registered(registry: string, check: string): string {
  const lines = registry.split('\n');
  insert(lines, `import { ${variable(check)} } from './${check}.js';`, /^import \{ \w+ \} from '\.\/(.*)\.js';$/u);
  insert(lines, `  register(${variable(check)}),`, /^ {2}register\((\w+)\),$/u);
  return lines.join('\n');
}

/** Puts a line before the first one of its kind that comes after it, or after the last. */
function insert(lines: string[], line: string, kind: RegExp): void {
  const key = kind.exec(line)?.[1] ?? '';
  const others = lines.flatMap((other, at) => {
    const name = kind.exec(other)?.[1];
    return name === undefined ? [] : [{ at, name }];
  });
  const last = others.at(-1);
  if (last === undefined)
    throw failure(`${REGISTRY} không có dòng nào dạng ${kind.source}`, `${REGISTRY} has no line like ${kind.source}`);
  if (others.some(({ name }) => name === key))
    throw failure(`${REGISTRY} đã có ${key}`, `${REGISTRY} has ${key} already`);
  lines.splice(others.find(({ name }) => name > key)?.at ?? last.at + 1, 0, line);
}

function write(root: string, path: string, content: string): void {
  const file = resolve(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function checkSkeleton(check: string): string {
  return `/** TODO: what this check finds, and on what fact of the domain it rests. */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';

export const ${variable(check)} = defineCheck({
  name: '${check}',
  options: z.strictObject({}),
  messages: { found: ['words'] },
  *run({ document }) {
    const words = 'TODO';
    const start = document.text.indexOf(words);
    if (start < 0) return;
    yield { message: 'found', span: { start, end: start + words.length }, data: { words } };
  },
});
`;
}

function ruleSkeleton(id: string, check: string): string {
  return `id: ${id}
check: ${check}
severity: warning
needs: []
title:
  vi: "TODO: tìm gì, trong một dòng"
  en: "TODO: what it finds, in one line"
messages:
  found:
    vi: "TODO: “{words}” sai ở đâu, nên viết thế nào"
    en: "TODO: what is wrong with “{words}” and how to write it"
why:
  vi: >-
    TODO: vì sao điều này quan trọng và người soạn thảo nên làm gì.
  en: >-
    TODO: why it matters and what to do.
basis: []
#  - text: TODO
#    source: Nghị định 30/2020/NĐ-CP, Phụ lục …
#    checkedOn: 2026-01-31
examples:
  - name: "TODO: sai thì báo"
    child: |
      ỦY BAN NHÂN DÂN
      XÃ SUỐI MÂY

      KẾ HOẠCH
      Trồng cây năm 2026

      1. TODO: câu có chỗ sai.
    expect: [{ message: found, quote: TODO }]
  - name: "TODO: đúng thì im lặng"
    child: |
      ỦY BAN NHÂN DÂN
      XÃ SUỐI MÂY

      KẾ HOẠCH
      Trồng cây năm 2026

      1. Câu viết đúng.
    expect: []
  - name: "TODO: trông giống chỗ sai nhưng đúng"
    child: |
      ỦY BAN NHÂN DÂN
      XÃ SUỐI MÂY

      KẾ HOẠCH
      Trồng cây năm 2026

      1. Câu dễ bị nhận nhầm.
    expect: []
`;
}

function nextSteps(id: string, [rule = '', check = '']: readonly string[]): string {
  return `Wrote ${rule} and ${check}, and registered the check in ${REGISTRY}.

Next:
1. ${rule}: title, messages, why, basis, and examples in your own words: what has to be found, and what must never be.
2. ${check}: what the check looks for; its messages name the values that the rule file may put in.
3. npx vitest run --project unit test/rules -t '${id}'
4. npm run generate, then npm run check
`;
}

function failure(vi: string, en: string): PlanlintError {
  return new PlanlintError(
    'new-rule',
    { vi, en },
    {
      vi: 'Cách dùng: npm run new-rule -- nhóm/tên (chữ thường không dấu, chữ số, gạch nối; chưa có quy tắc nào mang mã ấy)',
      en: 'Usage: npm run new-rule -- group/name (lower-case letters, digits, hyphens; an id that no rule has)',
    },
  );
}

function main(args: readonly string[]): void {
  const [id] = args;
  try {
    if (id === undefined || args.length > 1) throw failure('chưa ghi mã quy tắc', 'name one rule id');
    process.stdout.write(nextSteps(id, newRule(id, packageRoot)));
  } catch (error) {
    process.stderr.write(failureText(error, languageOf([], process.env)));
    process.exitCode = 2;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  main(process.argv.slice(2));
