/** `-f NAME` and `-f NAME=FILE`: which reports are wanted, and where each goes. Light: read before anything is computed. */
import { resolve } from 'node:path';
import { FORMAT_NAMES, type FormatName, isFormatName } from '../report/formats.js';
import { nearest } from '../text/similarity.js';
import { STDIN, usageError } from './usage.js';

/** One report that is wanted. */
export interface Target {
  format: FormatName;
  /** Path of the file to write; null for standard output. */
  file: string | null;
}

/**
 * Reads the values of --format, and --output, which is the file of the format that has none of its own. Without any format: text.
 * Throws `PlanlintError` for an unknown format, for two that go to one place, and for an output that belongs to none.
 */
export function targetsOf(formats: readonly string[], output: string | undefined): Target[] {
  const given = formats.length === 0 ? [{ format: 'text', file: null } satisfies Target] : formats.map(targetOf);
  const [open, second] = given.filter(({ file }) => file === null);
  if (open !== undefined && second !== undefined) throw twoInOnePlace(open.format, second.format);
  const common = output === undefined || output === STDIN ? null : output;
  if (common !== null && open === undefined) throw outputOfNone(common);
  const targets = given.map(({ format, file }) => ({ format, file: file ?? common }));
  rejectSameFile(targets);
  return targets;
}

function targetOf(value: string): Target {
  const [, name = '', file = null] = /^([^=]*)(?:=(.*))?$/su.exec(value) ?? [];
  if (!isFormatName(name)) throw unknownFormat(name);
  if (file === '') {
    throw usageError({ vi: `-f ${value}: thiếu tên tệp sau dấu =`, en: `-f ${value}: there is no file name after =` });
  }
  return { format: name, file: file === '-' ? null : file };
}

function unknownFormat(name: string): Error {
  const near = nearest(name, FORMAT_NAMES);
  const all = FORMAT_NAMES.join(', ');
  const what = { vi: `không có dạng kết quả "${name}"`, en: `there is no format "${name}"` };
  const next = { vi: `Các dạng: ${all}.`, en: `The formats are ${all}.` };
  if (near === null) return usageError(what, next);
  return usageError({ vi: `${what.vi}; có phải ${near}?`, en: `${what.en}; did you mean ${near}?` }, next);
}

function twoInOnePlace(one: FormatName, other: FormatName): Error {
  return usageError(
    {
      vi: `${one} và ${other} cùng ra một chỗ; chỉ một dạng được để không có tệp`,
      en: `${one} and ${other} go to the same place; only one format may be without a file`,
    },
    { vi: `Ghi một dạng vào tệp, ví dụ: -f ${other}=TỆP`, en: `Write one to a file, for example: -f ${other}=FILE` },
  );
}

function outputOfNone(output: string): Error {
  return usageError(
    {
      vi: `--output ${output} không dùng cho dạng nào: mọi dạng đã có tệp riêng`,
      en: `--output ${output} is for no format: each has a file of its own`,
    },
    {
      vi: `Bỏ --output, hoặc thêm ví dụ: -f text=${output}`,
      en: `Drop --output, or add for example -f text=${output}`,
    },
  );
}

function rejectSameFile(targets: readonly Target[]): void {
  const taken = new Map<string, FormatName>();
  for (const { format, file } of targets) {
    if (file === null) continue;
    const other = taken.get(resolve(file));
    if (other !== undefined) {
      throw usageError({
        vi: `${other} và ${format} cùng ghi vào một tệp: ${file}`,
        en: `${other} and ${format} would be written to the same file: ${file}`,
      });
    }
    taken.set(resolve(file), format);
  }
}
