/** `check --fix` and `check --fix-dry-run`: which of them is asked for, and what they say. */
import type { Language } from '../errors.js';
import type { FixedDocument, FixRun } from '../fix/fix-documents.js';
import type { LintResult } from '../report/result.js';
import { printable } from '../text/printable.js';
import type { Target } from './format-flags.js';
import { STDIN, usageError } from './usage.js';

export interface FixFlags {
  fix?: boolean | undefined;
  fixDryRun?: boolean | undefined;
}

/** Null: nothing is fixed. Throws `PlanlintError` for flags that do not go together. */
export function fixMode(
  { fix, fixDryRun }: FixFlags,
  files: readonly string[],
  targets: readonly Target[],
): 'write' | 'dry-run' | null {
  if (fix && fixDryRun) {
    throw usageError({
      vi: '--fix và --fix-dry-run không dùng cùng nhau',
      en: '--fix and --fix-dry-run do not go together',
    });
  }
  if (fixDryRun && (targets.length > 1 || targets[0]?.format !== 'text')) {
    throw usageError({
      vi: '--fix-dry-run in ra bản so sánh, không dùng cùng --format',
      en: '--fix-dry-run prints a diff and does not go with --format',
    });
  }
  if (fix && files.includes(STDIN)) {
    throw usageError(
      {
        vi: '--fix không sửa được nội dung ở đầu vào chuẩn (-)',
        en: '--fix cannot change what stands on standard input (-)',
      },
      {
        vi: 'Ghi tên tệp, hoặc xem các chỗ sửa bằng --fix-dry-run.',
        en: 'Name the file, or see the fixes with --fix-dry-run.',
      },
    );
  }
  return fix ? 'write' : fixDryRun ? 'dry-run' : null;
}

const REASONS = {
  format: { vi: 'định dạng tệp này không sửa tại chỗ được', en: 'files of this format cannot be changed in place' },
  marks: {
    vi: 'trong những chữ phải sửa có dấu định dạng hoặc ký tự lạ',
    en: 'there are formatting marks or unusual characters within the words to replace',
  },
  'line-break': {
    vi: 'những chữ phải sửa nằm vắt qua dòng hoặc đoạn',
    en: 'the words to replace go over the end of a line or paragraph',
  },
};

/** A line for each safe fix that was left alone, for standard error. */
export function skippedFixes({ skipped }: FixRun, lang: Language): string {
  return skipped
    .map(({ path, finding: { location, rule, quote }, reason }) => {
      const place = location.start === null ? path : `${path}:${location.start.line}:${location.start.column}`;
      const words = { vi: `không tự sửa “${quote}” (${rule})`, en: `“${quote}” (${rule}) is not fixed` };
      return `planlint: ${printable(`${place}: ${words[lang]}: ${REASONS[reason][lang]}.`)}\n`;
    })
    .join('');
}

/** What a dry run says beside the diff, for standard error: what could not be read, and how much would be fixed. */
export function dryRunNotes({ found, documents }: FixRun, lang: Language): string {
  return failures(found) + dryRunSentence(documents, lang);
}

function failures({ documents, problems }: LintResult): string {
  return [...documents.flatMap(({ error }) => error ?? []), ...problems]
    .map(({ message, next }) => `planlint: ${printable(message)}\n  ${printable(next)}\n`)
    .join('');
}

function dryRunSentence(documents: readonly FixedDocument[], lang: Language): string {
  const count = documents.reduce((sum, { fixed }) => sum + fixed.length, 0);
  if (count === 0) {
    return { vi: 'Không có chỗ nào tự sửa được.\n', en: 'There is nothing that can be fixed automatically.\n' }[lang];
  }
  return {
    vi: `Tự sửa được ${count} chỗ trong ${documents.length} tệp; chưa ghi gì. Để ghi vào tệp: --fix\n`,
    en: `${count} can be fixed in ${documents.length} file(s); nothing was written. To write: --fix\n`,
  }[lang];
}
