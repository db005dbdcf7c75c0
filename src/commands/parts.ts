/** The files that `merge` is given: JSON results, or SARIF logs, of the parts of a run. */
import { readFile } from 'node:fs/promises';
import { PlanlintError } from '../errors.js';
import type { Part } from '../report/merge.js';
import type { SarifPart } from '../report/merge-sarif.js';
import { usageError } from './usage.js';

export type Parts = { kind: 'json'; results: Part[] } | { kind: 'sarif'; logs: SarifPart[] };

/** Reads the files. Rejects with `PlanlintError` where one is missing, is no result of planlint, or the kinds are mixed. */
export async function readParts(files: readonly string[]): Promise<Parts> {
  if (files.length === 0)
    throw usageError(
      { vi: 'chưa ghi kết quả nào để ghép', en: 'no result to merge was named' },
      { vi: 'Ví dụ: planlint merge phan-*.json', en: 'For example: planlint merge part-*.json' },
    );
  const [{ isReport }, { isSarifPart }] = await Promise.all([
    import('../report/result.js'),
    import('../report/merge-sarif.js'),
  ]);
  const results: Part[] = [];
  const logs: SarifPart[] = [];
  for (const file of files) {
    const value = await readJson(file);
    if (isReport(value)) results.push({ file, result: value });
    else if (isSarifPart(value)) logs.push({ file, log: value });
    else throw noResult(file);
  }
  if (results.length > 0 && logs.length > 0)
    throw usageError({
      vi: 'không ghép kết quả JSON với kết quả SARIF',
      en: 'JSON results and SARIF results are not merged with one another',
    });
  return logs.length > 0 ? { kind: 'sarif', logs } : { kind: 'json', results };
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new PlanlintError(
      'file-not-found',
      { vi: `không đọc được kết quả ${file}`, en: `cannot read the result ${file}` },
      { vi: 'Kiểm tra lại đường dẫn.', en: 'Check the path.' },
      cause,
    );
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw noResult(file, cause);
  }
}

function noResult(file: string, cause?: unknown): PlanlintError {
  return new PlanlintError(
    'merge-no-result',
    {
      vi: `${file} không phải là kết quả JSON hay SARIF của planlint --shard`,
      en: `${file} is no JSON or SARIF result of planlint --shard`,
    },
    {
      vi: 'Lưu kết quả từng phần bằng: planlint check … --shard i/n -f json=TỆP; tệp có thể bị cắt khi lưu.',
      en: 'Save the result of each part with: planlint check … --shard i/n -f json=FILE; the file may have been cut off.',
    },
    cause,
  );
}
