/** Whether git says which documents to check. Light: it is asked in every run. */

import type { Bilingual, Language } from '../errors.js';
import type { LintResult } from '../report/result.js';
import { STDIN, usageError } from './usage.js';

/** What is checked: what was staged, or what changed since a revision. */
export type GitMode = { staged: true } | { since: string };

interface GitFlags {
  staged?: boolean | undefined;
  changedSince?: string | undefined;
  fix?: boolean | undefined;
  fixDryRun?: boolean | undefined;
}

/** Null: the files named are checked as they are. Throws `PlanlintError` for flags that do not go together. */
export function gitMode({ staged, changedSince, fix, fixDryRun }: GitFlags, files: readonly string[]): GitMode | null {
  if (!staged && changedSince === undefined) return null;
  if (staged && changedSince !== undefined) {
    throw usageError({
      vi: '--staged và --changed-since không dùng cùng nhau',
      en: '--staged and --changed-since do not go together',
    });
  }
  if (files.includes(STDIN)) {
    throw usageError({
      vi: 'đầu vào chuẩn (-) không dùng cùng --staged hay --changed-since',
      en: 'standard input (-) does not go with --staged or --changed-since',
    });
  }
  if (staged && (fix || fixDryRun)) {
    throw usageError(
      {
        vi: '--staged kiểm tra nội dung trong git, còn --fix sửa tệp ở thư mục làm việc: không dùng cùng nhau',
        en: '--staged checks what is in git, --fix changes files of the working copy: they do not go together',
      },
      {
        vi: 'Sửa trước: planlint TỆP… --fix, rồi git add.',
        en: 'Fix first: planlint FILE… --fix, then git add.',
      },
    );
  }
  return changedSince === undefined ? { staged: true } : { since: changedSince };
}

/** A line on what git brought in: nothing at all, or documents that did not change themselves. Empty if there is nothing to say. */
export function gitNote(mode: GitMode, { documents, problems }: LintResult, asked: number, lang: Language): string {
  if (documents.length + problems.length === 0) return `planlint: ${nothingChanged(mode)[lang]}\n`;
  const more = documents.length - asked;
  return more <= 0 ? '' : `planlint: ${concerned(more)[lang]}\n`;
}

function nothingChanged(mode: GitMode): Bilingual {
  const where = 'staged' in mode ? STAGED : { vi: `kể từ ${mode.since}`, en: `since ${mode.since}` };
  return {
    vi: `không có kế hoạch nào thay đổi ${where.vi} hoặc chịu ảnh hưởng của thay đổi, nên không phải kiểm tra gì.`,
    en: `no plan changed ${where.en} or is concerned by a change, so there is nothing to check.`,
  };
}

const STAGED = { vi: 'trong lần commit này (đã git add)', en: 'in this commit (git add)' };

function concerned(count: number): Bilingual {
  return {
    vi: `kiểm tra thêm ${count} văn bản tuy không thay đổi, vì văn bản mà chúng viện dẫn hoặc triển khai đã thay đổi.`,
    en: `${count} document(s) that did not change are checked too, as what they cite or carry out changed.`,
  };
}
