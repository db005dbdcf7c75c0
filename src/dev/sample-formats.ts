/**
 * Writes some of the plans of samples/ as .docx (with Word's automatic numbers and tables), .pdf and .txt into samples/van-phong. Run it with
 * `npm run sample-formats` after one of them has changed; the .pdf files need LibreOffice (soffice).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { packageRoot } from '../data/root.js';
import { readLabel } from '../plan/labels.js';
import { parsePlan } from '../plan/parse.js';
import type { Plan } from '../plan/plan.js';
import type { Block, SourceDocument } from '../source/document.js';
import { sourceFromText } from '../source/read.js';

/** The plans: one with lists and lower headings, one with a table, and their parents. */
const PLANS = [
  'tinh/ke-hoach-34-thi-dua-2026.md',
  'tinh/chi-thi-03-le-hoi-2026.md',
  'xa-phuong/gia-vien-thi-dua.md',
  'xa-phuong/tay-hoa-lu-le-hoi.md',
];
const FOLDER = 'van-phong';
/** The decree's font; the PDF is set in a free one that has all Vietnamese letters, as no machine may be taken to have the former. */
const WORD_FONT = 'Times New Roman';
const PDF_FONT = 'DejaVu Serif';
/** Half-points: 14 pt. */
const SIZE = 28;
/** Header and closing, 12 pt: the name of the country stands on one line. */
const HEADER_SIZE = 24;
/** Millimetres in twentieths of a point. */
const millimetres = (length: number): number => Math.round((length * 1440) / 25.4);

interface Read {
  document: SourceDocument;
  plan: Plan;
}

/** Word numbers what it can: Roman and Arabic numbers without gaps, and dashes. What it cannot (đ, a gap, 1.1.) is typed. */
class Lists {
  private instances = 0;
  private readonly instance = new Map<string, number>();
  private readonly last = new Map<string, number>();

  of(line: string): { reference: string; instance: number; length: number } | null {
    const label = readLabel(line);
    if (label === null) return null;
    if (label.system === 'dash') return { reference: 'dash', instance: 0, length: label.length };
    const { system, ordinal } = label;
    if ((system !== 'roman' && system !== 'arabic') || ordinal === null) return null;
    if (system === 'roman') this.last.delete('arabic');
    if (ordinal === 1) this.instance.set(system, this.instances++);
    const next = ordinal === 1 || this.last.get(system) === ordinal - 1;
    this.last.set(system, next ? ordinal : Number.NaN);
    return next ? { reference: system, instance: this.instance.get(system) ?? 0, length: label.length } : null;
  }
}

const LEVELS = [
  { reference: 'roman', format: LevelFormat.UPPER_ROMAN, text: '%1.' },
  { reference: 'arabic', format: LevelFormat.DECIMAL, text: '%1.' },
  { reference: 'dash', format: LevelFormat.BULLET, text: '-' },
];

/** The document as a Word file. */
async function wordFile({ document, plan }: Read, font: string): Promise<Buffer> {
  const lists = new Lists();
  const { header, recipients } = plan.zones;
  const type = plan.identity.spans.type?.start ?? header.end;
  const head = document.blocks.filter(({ start }) => start < type);
  const closing = document.blocks.filter(({ start }) => recipients !== null && start >= recipients.start);
  const body = document.blocks.filter((block) => !head.includes(block) && !closing.includes(block));
  const words = (block: Block): string => document.text.slice(block.start, block.end);
  const paragraph = (block: Block): Paragraph => {
    const line = words(block);
    const list = block.start < header.end ? null : lists.of(line);
    const text = new TextRun({
      text: list === null ? line : line.slice(list.length),
      bold: block.bold || block.depth !== null,
    });
    return new Paragraph({
      children: [text],
      alignment: block.start < header.end ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
      spacing: { before: 120 },
      ...(list !== null && { numbering: { reference: list.reference, level: 0, instance: list.instance } }),
    });
  };
  const side = (lines: readonly string[]): Paragraph[] =>
    lines.map(
      (line) =>
        new Paragraph({ children: [new TextRun({ text: line, size: HEADER_SIZE })], alignment: AlignmentType.CENTER }),
    );
  const nation = head.findIndex((block) => words(block).startsWith('CỘNG'));
  const children: (Paragraph | Table)[] = [
    twoColumns(side(head.slice(0, nation).map(words)), side(head.slice(nation).map(words))),
  ];
  for (const block of body) {
    if (block.cell === null) children.push(paragraph(block));
    else if (block === body.find(({ cell }) => cell?.table === block.cell?.table))
      children.push(
        table(
          body.filter(({ cell }) => cell?.table === block.cell?.table),
          words,
        ),
      );
  }
  const signature = closing.findIndex(
    ({ start }) => plan.zones.signature !== null && start >= plan.zones.signature.start,
  );
  children.push(twoColumns(side(closing.slice(0, signature).map(words)), side(closing.slice(signature).map(words))));
  const file = new Document({
    creator: 'planlint',
    styles: { default: { document: { run: { font, size: SIZE } } } },
    numbering: {
      config: LEVELS.map(({ reference, format, text }) => ({ reference, levels: [{ level: 0, format, text }] })),
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: { top: millimetres(20), bottom: millimetres(20), left: millimetres(30), right: millimetres(15) },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
                alignment: AlignmentType.CENTER,
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return Packer.toBuffer(file);
}

function twoColumns(left: Paragraph[], right: Paragraph[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none };
  const cell = (children: Paragraph[], size: number): TableCell =>
    new TableCell({ children, borders, width: { size, type: WidthType.PERCENTAGE } });
  return new Table({
    rows: [new TableRow({ children: [cell(left, 42), cell(right, 58)] })],
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
  });
}

/** A table of the body, with empty cells where there is nothing. */
function table(cells: readonly Block[], words: (block: Block) => string): Table {
  const rows = Math.max(...cells.map(({ cell }) => cell?.row ?? 0)) + 1;
  const columns = Math.max(...cells.map(({ cell }) => cell?.column ?? 0)) + 1;
  const at = (row: number, column: number): string => {
    const found = cells.find(({ cell }) => cell?.row === row && cell.column === column);
    return found === undefined ? '' : words(found);
  };
  const all = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => new TableCell({ children: [new Paragraph(at(row, column))] })),
  );
  return new Table({
    rows: all.map((children) => new TableRow({ children })),
    width: { size: 100, type: WidthType.PERCENTAGE },
  });
}

/** The document as plain text: paragraphs apart, rows of tables between pipes. */
function plainText({ document }: Read): string {
  const parts: string[] = [];
  let row: Block['cell'] = null;
  for (const block of document.blocks) {
    const words = document.text.slice(block.start, block.end);
    const { cell } = block;
    const goesOn = cell !== null && row !== null && cell.table === row.table && cell.row === row.row;
    if (cell === null) parts.push(`${parts.length === 0 ? '' : '\n\n'}${words}`);
    else if (goesOn) parts.push(`${'|'.repeat(cell.column - (row?.column ?? 0) - 1)} ${words} |`);
    else parts.push(`${row?.table === cell.table ? '\n' : '\n\n'}|${'|'.repeat(cell.column)} ${words} |`);
    row = cell;
  }
  return `${parts.join('')}\n`;
}

async function write(): Promise<void> {
  const samples = resolve(packageRoot, 'samples');
  const folder = join(samples, FOLDER);
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'planlint-samples-'));
  for (const path of PLANS) {
    const document = sourceFromText(readFileSync(join(samples, path), 'utf8'), path);
    const read = { document, plan: parsePlan(document) };
    const name = basename(path, '.md');
    writeFileSync(join(folder, `${name}.docx`), await wordFile(read, WORD_FONT));
    writeFileSync(join(folder, `${name}.txt`), plainText(read));
    writeFileSync(join(work, `${name}.docx`), await wordFile(read, PDF_FONT));
    const profile = `-env:UserInstallation=file://${join(work, 'profile')}`;
    const args = ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(work, `${name}.docx`)];
    execFileSync('soffice', [profile, ...args], { stdio: 'ignore' });
  }
  rmSync(work, { recursive: true, force: true });
}

await write();
