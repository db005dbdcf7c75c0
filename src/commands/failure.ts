/** What goes to standard error when a command cannot do its job. */
import { type Language, PlanlintError } from '../errors.js';
import { printable } from '../text/printable.js';

/** Words for an error: what happened and what to do. Anything but a `PlanlintError` is a fault of the program. */
export function failureText(error: unknown, lang: Language): string {
  if (error instanceof PlanlintError) {
    const lines = error.what[lang].split('\n').map(printable);
    return `planlint: ${lines.join('\n  ')}\n  ${printable(error.next[lang])}\n`;
  }
  const message = printable(error instanceof Error ? error.message : String(error));
  const stack = process.env.PLANLINT_DEBUG && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return {
    vi: `planlint: lỗi ngoài dự kiến của chương trình: ${message}\n  Xin báo lại kèm lệnh đã chạy; đặt PLANLINT_DEBUG=1 để xem chi tiết.\n${stack}`,
    en: `planlint: unexpected fault of the program: ${message}\n  Please report it with the command you ran; set PLANLINT_DEBUG=1 for details.\n${stack}`,
  }[lang];
}

/** Standard output cannot take the result: a full disk. */
export function outputLost(cause: NodeJS.ErrnoException): PlanlintError {
  return new PlanlintError(
    'output-unwritable',
    { vi: `không ghi được kết quả (${cause.code ?? ''})`, en: `cannot write the result (${cause.code ?? ''})` },
    { vi: 'Kiểm tra dung lượng đĩa rồi chạy lại.', en: 'Check the space left on the disk and run again.' },
    cause,
  );
}
