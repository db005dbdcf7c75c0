/** The parts of a .docx package, found through its relationships (ISO/IEC 29500-2), and what can be wrong with the file. */
import { type Bilingual, PlanlintError } from '../../errors.js';
import type { Notes } from './body.js';
import type { ThemeFonts } from './styles.js';
import { allElements, elements, parseXml, type XmlElement, XmlError } from './xml.js';
import { contentOf, readZip, type ZipEntry, ZipError } from './zip.js';

/** Larger files are pictures for the most part, and no plan. */
const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** What the parts read may come to in memory, in bytes: a plan of some 130 pages full of tables. What is packed to blow up is more. */
const MAX_MEMORY = 180 * 1024 * 1024;
/** Bytes of memory as measured: for elements and attributes in a tree, and for each byte of text that is read into a plan. */
const PER_ELEMENT = 1200;
const PER_ATTRIBUTE = 500;
const PER_TEXT_BYTE = 110;

/** A package whose parts are read by name. */
export interface WordPackage {
  entries: ZipEntry[];
  /** The XML of a part; null where the package has none of that name. Throws `PlanlintError` where it cannot be read. */
  xml(name: string): XmlElement | null;
}

export interface WordParts {
  main: { name: string; root: XmlElement };
  styles: XmlElement | null;
  numbering: XmlElement | null;
  notes: Notes;
  /** Fonts of the theme. */
  theme: ThemeFonts;
  /** Whether reviewers' comments are in it. */
  comments: boolean;
  /** The part that a relationship of the main part leads to: a header, a footer; null if there is none. */
  related(id: string): XmlElement | null;
}

/** Opens a package. Throws `PlanlintError` for a damaged, protected or bogus file. */
export function openPackage(path: string, bytes: Uint8Array): WordPackage {
  if (bytes.length === 0) throw failure(path, 'empty');
  if (bytes.length > MAX_FILE_BYTES) throw failure(path, 'bomb');
  if (isOle(bytes)) throw failure(path, holdsName(bytes, 'EncryptedPackage') ? 'encrypted' : 'doc');
  const entries = guarded(path, () => readZip(bytes));
  const byName = new Map(entries.map((entry) => [entry.name.replace(/^\//u, '').toLowerCase(), entry]));
  const memory = new Map<ZipEntry, number>();
  return {
    entries,
    xml(name) {
      const entry = byName.get(name.toLowerCase());
      if (entry === undefined) return null;
      const content = guarded(path, () => contentOf(entry));
      memory.set(entry, memoryOf(content));
      if ([...memory.values()].reduce((sum, each) => sum + each) > MAX_MEMORY) throw failure(path, 'bomb');
      return guarded(path, () => parseXml(content));
    },
  };
}

/** An estimate of what XML comes to in memory, before it is parsed: by its elements, its attributes and its text. */
function memoryOf(xml: Uint8Array): number {
  const [open, close, equals, slash] = [0x3c, 0x3e, 0x3d, 0x2f];
  let elements = 0;
  let attributes = 0;
  let text = 0;
  let inTag = false;
  for (let i = 0; i < xml.length; i++) {
    const byte = xml[i];
    if (byte === open) {
      inTag = true;
      if (xml[i + 1] !== slash) elements++;
    } else if (byte === close) inTag = false;
    else if (!inTag) text++;
    else if (byte === equals) attributes++;
  }
  return elements * PER_ELEMENT + attributes * PER_ATTRIBUTE + text * PER_TEXT_BYTE;
}

/** Finds the parts with text. Throws `PlanlintError` if the package holds no Word document. */
export function findParts(file: WordPackage, path: string): WordParts {
  const name = related(file.xml('_rels/.rels'), 'officeDocument', '') ?? 'word/document.xml';
  const root = file.xml(name);
  if (root === null || root.localName !== 'document') throw failure(path, 'other');
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
  const relations = file.xml(`${folder}_rels/${name.slice(folder.length)}.rels`);
  const part = (type: string): { name: string; root: XmlElement } | null => {
    const found = related(relations, type, folder) ?? `${folder}${type}.xml`;
    const xml = file.xml(found);
    return xml === null ? null : { name: found, root: xml };
  };
  const comments = part('comments');
  return {
    main: { name, root },
    styles: part('styles')?.root ?? null,
    numbering: part('numbering')?.root ?? null,
    notes: { footnote: part('footnotes'), endnote: part('endnotes') },
    theme: themeFonts(part('theme')?.root ?? file.xml(`${folder}theme/theme1.xml`)),
    comments: comments !== null && [...elements(comments.root)].length > 0,
    related(id) {
      const target = relations === null ? null : targetOf([...elements(relations)].find(hasId(id)), folder);
      return target === null ? null : file.xml(target);
    },
  };
}

function hasId(id: string): (relation: XmlElement) => boolean {
  return (relation) => relation.getAttribute('Id') === id;
}

/** The Latin fonts of a theme (DrawingML, `a:fontScheme`). */
function themeFonts(root: XmlElement | null): ThemeFonts {
  const fonts: ThemeFonts = {};
  for (const element of root === null ? [] : allElements(root)) {
    const kind = element.localName === 'majorFont' ? '+major' : element.localName === 'minorFont' ? '+minor' : null;
    if (kind === null) continue;
    const latin = [...elements(element)].find(({ localName }) => localName === 'latin')?.getAttribute('typeface');
    if (latin !== undefined && latin !== null && latin !== '') fonts[kind] = latin;
  }
  return fonts;
}

/** The target of the first relationship of a type, from the root of the package; null if there is none. */
function related(relations: XmlElement | null, type: string, folder: string): string | null {
  if (relations === null) return null;
  for (const element of elements(relations)) {
    if (!(element.getAttribute('Type') ?? '').endsWith(`/${type}`)) continue;
    const target = targetOf(element, folder);
    if (target !== null) return target;
  }
  return null;
}

/** Where a relationship leads to, from the root of the package; null where it leads out of it. */
function targetOf(relation: XmlElement | undefined, folder: string): string | null {
  if (relation === undefined || relation.getAttribute('TargetMode') === 'External') return null;
  const target = relation.getAttribute('Target') ?? '';
  return target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//u, '');
}

/** The container of .doc files and of protected ones. */
function isOle(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);
}

/** Whether a name of the container's directory (UTF-16) stands in it. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));
}

function guarded<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ZipError) throw failure(path, cause.reason, cause);
    if (cause instanceof XmlError) throw failure(path, cause.reason === 'doctype' ? 'doctype' : 'damaged', cause);
    throw cause;
  }
}

const FAILURES = {
  empty: {
    code: 'file-empty',
    vi: 'tệp rỗng, không có nội dung để kiểm tra',
    en: 'the file is empty, there is nothing to check',
    next: { vi: 'Kiểm tra lại tệp đã được lưu đúng chưa.', en: 'Check that the file was saved properly.' },
  },
  damaged: {
    code: 'file-damaged',
    vi: 'tệp Word bị hỏng, không mở được',
    en: 'the Word file is damaged and cannot be opened',
    next: {
      vi: 'Mở bằng Word hoặc LibreOffice để sửa, lưu lại thành .docx, rồi chạy lại.',
      en: 'Repair it in Word or LibreOffice, save it as .docx, and run again.',
    },
  },
  bomb: {
    code: 'file-too-large',
    vi: 'tệp Word giải nén ra quá lớn so với một kế hoạch, nên không đọc',
    en: 'the Word file unpacks to more than a plan can be and is not read',
    next: {
      vi: 'Kiểm tra nguồn gốc của tệp; nếu đúng là kế hoạch, lưu lại bằng Word hoặc tách riêng phụ lục.',
      en: 'Check where it comes from; if it is a plan, save it anew in Word or split off its annexes.',
    },
  },
  encrypted: {
    code: 'file-encrypted',
    vi: 'tệp Word được bảo vệ bằng mật khẩu, không đọc được',
    en: 'the Word file is protected by a password and cannot be read',
    next: { vi: 'Mở bằng Word, bỏ mật khẩu, lưu lại.', en: 'Open it in Word, remove the password and save it.' },
  },
  doc: {
    code: 'file-doc',
    vi: 'là tệp Word 97-2003 (.doc), dù tên là .docx',
    en: 'is a Word 97-2003 file (.doc), though it is named .docx',
    next: {
      vi: 'Đổi đuôi tên tệp thành .doc rồi chạy lại, hoặc mở bằng Word và lưu thành .docx.',
      en: 'Rename it to end with .doc and run again, or open it in Word and save it as .docx.',
    },
  },
  doctype: {
    code: 'file-doctype',
    vi: 'tệp Word chứa khai báo DOCTYPE trong XML, có thể không an toàn, nên không đọc',
    en: 'the Word file holds a DOCTYPE in its XML, which may be unsafe, and is not read',
    next: {
      vi: 'Kiểm tra nguồn gốc của tệp; mở bằng Word hoặc LibreOffice và lưu lại thành .docx.',
      en: 'Check where it comes from; open it in Word or LibreOffice and save it as .docx.',
    },
  },
  other: {
    code: 'file-not-word',
    vi: 'không phải tệp Word: trong tệp không có văn bản nào',
    en: 'is no Word file: it holds no document',
    next: { vi: 'Lưu văn bản thành .docx rồi chạy lại.', en: 'Save the document as .docx and run again.' },
  },
} satisfies Record<string, Bilingual & { code: string; next: Bilingual }>;

function failure(path: string, reason: keyof typeof FAILURES, cause?: unknown): PlanlintError {
  const { code, vi, en, next } = FAILURES[reason];
  return new PlanlintError(code, { vi: `${path}: ${vi}`, en: `${path}: ${en}` }, next, cause);
}
