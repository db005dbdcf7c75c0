/** Whether the results at hand are all parts of one run, each once. */
import { PlanlintError } from '../errors.js';

/** A part of a run; `of` tells what all parts of one run have in common. */
export interface RunPart {
  file: string;
  shard: { index: number; count: number; order: readonly number[] };
  of: string;
}

/** The parts in their order. Throws `PlanlintError` where they are of different runs, where one is missing, or there twice. */
export function completeParts<T extends RunPart>(parts: readonly T[]): T[] {
  rejectOthers(parts);
  rejectTwice(parts);
  rejectMissing(parts);
  rejectOtherDocuments(parts);
  return parts.toSorted((a, b) => a.shard.index - b.shard.index);
}

function rejectOthers(parts: readonly RunPart[]): void {
  const [first] = parts;
  const key = ({ of, shard: { count } }: RunPart): string => `${of} ${count}`;
  const other = parts.find((part) => first !== undefined && key(part) !== key(first));
  if (first === undefined || other === undefined) return;
  throw new PlanlintError(
    'merge-mixed',
    {
      vi: `${first.file} và ${other.file} không cùng một lần chạy: khác phiên bản, ngôn ngữ hoặc số phần`,
      en: `${first.file} and ${other.file} are not of one run: another version, language or number of parts`,
    },
    {
      vi: 'Chạy lại mọi phần bằng cùng một phiên bản, với cùng số phần và cùng --lang.',
      en: 'Run all parts anew with one version, one number of parts and one --lang.',
    },
  );
}

function rejectTwice(parts: readonly RunPart[]): void {
  for (const { file, shard } of parts) {
    const same = parts.filter((part) => part.shard.index === shard.index);
    if (same.length < 2) continue;
    const files = same.map((part) => part.file).join(', ');
    throw new PlanlintError(
      'merge-twice',
      {
        vi: `phần ${shard.index}/${shard.count} có hai kết quả: ${files}`,
        en: `part ${shard.index}/${shard.count} is there twice: ${files}`,
      },
      { vi: `Chỉ để lại một, ví dụ ${file}.`, en: `Leave only one, for example ${file}.` },
    );
  }
}

function rejectMissing(parts: readonly RunPart[]): void {
  const count = parts[0]?.shard.count ?? 0;
  const there = new Set(parts.map(({ shard }) => shard.index));
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !there.has(index));
  if (missing.length === 0) return;
  const list = missing.map((index) => `${index}/${count}`).join(', ');
  throw new PlanlintError(
    'merge-missing',
    { vi: `thiếu kết quả của phần ${list}`, en: `the result of part ${list} is missing` },
    {
      vi: 'Kiểm tra phần ấy đã chạy xong và đã lưu kết quả chưa; thiếu một phần thì chưa thể kết luận.',
      en: 'Check that this part ran and saved its result; without it nothing can be said of the whole.',
    },
  );
}

/** Dealt out of one list, the documents of all parts fill it without a gap. */
function rejectOtherDocuments(parts: readonly RunPart[]): void {
  const places = parts.flatMap(({ shard }) => shard.order).sort((a, b) => a - b);
  if (places.every((place, i) => place === i)) return;
  const files = parts.map(({ file }) => file).join(', ');
  throw new PlanlintError(
    'merge-mixed',
    {
      vi: `${files} không chia từ cùng một danh sách văn bản`,
      en: `${files} were not dealt out of one list of documents`,
    },
    {
      vi: 'Chạy mọi phần trên cùng một bản của kho, với cùng các tệp, thư mục và cấu hình.',
      en: 'Run all parts on one state of the repository, with the same files, folders and configuration.',
    },
  );
}
