/** What can be wrong with a PDF as a whole. */
import { PlanlintError } from '../../errors.js';

export function notPdf(path: string): PlanlintError {
  return new PlanlintError(
    'pdf-not-pdf',
    {
      vi: `${path}: không phải là tệp PDF, dù tên có đuôi .pdf`,
      en: `${path}: is no PDF, though its name ends in .pdf`,
    },
    {
      vi: 'Mở tệp xem thực ra là loại gì; nếu là bản Word thì đổi đuôi tên cho đúng.',
      en: 'Open it to see what it is; if it is a Word file, give it the right ending.',
    },
  );
}

export function damaged(path: string, cause: unknown): PlanlintError {
  return new PlanlintError(
    'pdf-damaged',
    { vi: `${path}: tệp PDF bị hỏng, không mở được`, en: `${path}: the PDF is damaged and cannot be opened` },
    {
      vi: 'Tải hoặc sao chép lại tệp; nếu vẫn hỏng, xuất lại PDF từ bản gốc.',
      en: 'Download or copy it again; if it stays damaged, export it anew from the original.',
    },
    cause,
  );
}

export function encrypted(path: string, cause: unknown): PlanlintError {
  return new PlanlintError(
    'pdf-encrypted',
    { vi: `${path}: tệp PDF có mật khẩu, không mở được`, en: `${path}: the PDF is locked with a password` },
    {
      vi: 'Mở bằng mật khẩu rồi lưu một bản không có mật khẩu, sau đó chạy lại.',
      en: 'Open it with the password, save a copy without one, and run again.',
    },
    cause,
  );
}

export function tooLarge(path: string, size: number, limit: number): PlanlintError {
  const mb = (bytes: number): number => Math.round(bytes / 1024 / 1024);
  return new PlanlintError(
    'file-too-large',
    {
      vi: `${path}: tệp quá lớn (${mb(size)} MB), vượt giới hạn ${mb(limit)} MB cho một tệp PDF`,
      en: `${path}: the file is too large (${mb(size)} MB); the limit for a PDF is ${mb(limit)} MB`,
    },
    SPLIT,
  );
}

export function swollen(path: string): PlanlintError {
  return new PlanlintError(
    'file-too-large',
    {
      vi: `${path}: tệp PDF giải nén ra quá lớn so với một kế hoạch, nên không đọc`,
      en: `${path}: the PDF unpacks to more than a plan can be and is not read`,
    },
    {
      vi: 'Kiểm tra nguồn gốc của tệp; nếu đúng là kế hoạch, xuất lại PDF từ bản gốc.',
      en: 'Check where it comes from; if it is a plan, export it anew from the original.',
    },
  );
}

export function tooManyPages(path: string, pages: number, limit: number): PlanlintError {
  return new PlanlintError(
    'pdf-too-long',
    {
      vi: `${path}: tệp có ${pages} trang, vượt giới hạn ${limit} trang`,
      en: `${path}: the file has ${pages} pages; the limit is ${limit}`,
    },
    SPLIT,
  );
}

/** Asked to recognise scans on a machine that cannot. `missing`: names of programs, with their Debian packages. */
export function noRecognition(path: string, missing: readonly string[]): PlanlintError {
  const names = missing.join(', ');
  return new PlanlintError(
    'ocr-unavailable',
    {
      vi: `${path}: chưa nhận dạng được bản quét (--ocr) vì máy chưa có ${names}`,
      en: `${path}: the scan cannot be recognised (--ocr), as this machine lacks ${names}`,
    },
    {
      vi: 'Cài đặt rồi chạy lại, ví dụ trên Debian, Ubuntu: sudo apt install poppler-utils tesseract-ocr tesseract-ocr-vie',
      en: 'Install it and run again, on Debian or Ubuntu: sudo apt install poppler-utils tesseract-ocr tesseract-ocr-vie',
    },
  );
}

export function recognitionFailed(path: string, page: number, message: string): PlanlintError {
  return new PlanlintError(
    'ocr-failed',
    {
      vi: `${path}: không nhận dạng được trang ${page} (${message})`,
      en: `${path}: page ${page} could not be recognised (${message})`,
    },
    {
      vi: 'Kiểm tra lại tệp; hoặc nhận dạng bằng chương trình khác rồi đưa vào tệp .docx hay .txt.',
      en: 'Check the file, or recognise it with another program and give a .docx or .txt file.',
    },
  );
}

const SPLIT = {
  vi: 'Kiểm tra lại có đúng là tệp kế hoạch không, hoặc tách riêng phần phụ lục.',
  en: 'Check that it is really a plan, or split off its annexes.',
};
