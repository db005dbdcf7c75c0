/** A YAML file that can say on which line a key stands. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Bilingual, PlanlintError } from '../errors.js';

type KeyPath = readonly (string | number)[];

export interface YamlFile {
  /** As shown in messages. */
  file: string;
  value: unknown;
  /** Line of the innermost key of the path that the file has, 1-based. */
  line(keys: KeyPath): number;
  /** Place of that key: line and column 1-based, offset 0-based. */
  place(keys: KeyPath): { line: number; column: number; offset: number };
}

const NOT_YAML: Record<string, Bilingual> = {
  TAB_AS_INDENT: { vi: 'dùng phím Tab để thụt dòng; YAML chỉ nhận dấu cách', en: 'tabs as indentation; use spaces' },
  DUPLICATE_KEY: { vi: 'một khóa được ghi hai lần', en: 'a key stands twice' },
  BAD_INDENT: { vi: 'thụt dòng không đều', en: 'uneven indentation' },
  MULTIPLE_DOCS: { vi: 'có nhiều phần ngăn bằng ---', en: 'several documents separated by ---' },
  MISSING_CHAR: { vi: 'thiếu dấu đóng ngoặc hoặc dấu hai chấm', en: 'a closing mark or colon is missing' },
};

/** Parses YAML. Throws `PlanlintError` with file, line and what is wrong where it is none. */
export function parseYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [bad] = document.errors;
  if (bad !== undefined) throw notYaml(file, bad.linePos?.[0].line ?? 1, bad.code, bad.message);
  const place: YamlFile['place'] = (keys) => {
    const offset = offsetOf(document, keys);
    const { line, col } = lines.linePos(offset);
    return { line, column: col, offset };
  };
  return { file, value: toValue(document, file), line: (keys) => place(keys).line, place };
}

/** Throws for aliases that multiply without end. */
function toValue(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    throw notYaml(file, 1, 'alias', cause instanceof Error ? cause.message : '');
  }
}

function notYaml(file: string, line: number, code: string, message: string): PlanlintError {
  const original = message.split('\n')[0]?.replace(/ at line \d+.*$/u, '') ?? '';
  const text = NOT_YAML[code] ?? { vi: original, en: original };
  return new PlanlintError(
    'yaml-invalid',
    { vi: `${file}:${line}: không phải YAML hợp lệ: ${text.vi}`, en: `${file}:${line}: not valid YAML: ${text.en}` },
    { vi: 'Sửa dòng đó rồi chạy lại.', en: 'Correct that line and run again.' },
  );
}

function offsetOf(document: Document, path: KeyPath): number {
  let offset = 0;
  for (let depth = 1; depth <= path.length; depth++) {
    const holder = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const key = String(path[depth - 1]);
    const pair = isMap(holder)
      ? holder.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    const node = isNode(pair?.key) ? pair.key : document.getIn(path.slice(0, depth), true);
    if (!isNode(node) || !node.range) break;
    offset = node.range[0];
  }
  return offset;
}
