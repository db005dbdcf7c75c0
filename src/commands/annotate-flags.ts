/** `check --annotate OUT.docx`: what it goes with. */
import { resolve } from 'node:path';
import { isWordFile } from '../source/endings.js';
import { usageError } from './usage.js';

/** Throws `PlanlintError` where the flag does not go with the others, or would overwrite the draft. */
export function rejectAnnotateFlags(
  { annotate }: { annotate?: string | undefined },
  files: readonly string[],
  mode: 'write' | 'dry-run' | null,
): void {
  if (annotate === undefined) return;
  if (mode !== null) {
    throw usageError({
      vi: '--annotate không dùng cùng --fix hay --fix-dry-run',
      en: '--annotate does not go with --fix or --fix-dry-run',
    });
  }
  if (!isWordFile(annotate)) {
    throw usageError({
      vi: `--annotate ghi tệp Word, tên phải kết thúc bằng .docx, đang là "${annotate}"`,
      en: `--annotate writes a Word file whose name ends with .docx, got "${annotate}"`,
    });
  }
  if (files.some((file) => resolve(file) === resolve(annotate))) {
    throw usageError({
      vi: `--annotate ${annotate} sẽ ghi đè văn bản đang kiểm tra`,
      en: `--annotate ${annotate} would overwrite the document that is checked`,
    });
  }
}
