/**
 * The plan: everything that planlint understands of one document, as plain serialisable facts.
 * Every fact carries its span in the flow text of its `SourceDocument`. Dates are ISO strings (`2026-12-15`), so they compare as text.
 */
import type { Span } from '../source/document.js';

/** Level of administration (cấp): central, province or centrally run city, commune (xã, phường, đặc khu), unit inside one, district before 1/7/2025. */
export type Level = 'central' | 'province' | 'district' | 'commune' | 'unit';

/** Kind of an administrative unit (loại đơn vị hành chính), in Vietnamese, lower case. */
export type UnitKind = 'tỉnh' | 'thành phố' | 'quận' | 'huyện' | 'thị xã' | 'phường' | 'xã' | 'đặc khu' | 'thị trấn';

export interface UnitRef {
  kind: UnitKind;
  /** Official name as written ("Thạch Khôi"); null where only the kind is said ("thành phố"). */
  name: string | null;
}

/** State bodies and Party bodies write symbols differently; mass organisations (Mặt trận, đoàn thể) follow neither fully. */
export type System = 'state' | 'party' | 'mass';

/** Issuer (cơ quan ban hành). */
export interface Issuer {
  /** As written. */
  text: string;
  /** Canonical body in lower case: "ủy ban nhân dân", "thủ tướng chính phủ", "sở công thương"; null if unknown. */
  body: string | null;
  system: System | null;
  level: Level | null;
  unit: UnitRef | null;
}

/** Identity (thông tin nhận dạng) of a document. A blank part of a draft is null and named in `blanks`. */
export interface Identity {
  /** Kind (tên loại) in lower case: "kế hoạch", "quyết định"; "công văn" for a letter without one. */
  type: string | null;
  /** Number as written, leading zeros kept: "56", "0125". */
  number: string | null;
  /** Symbol (ký hiệu) after the number, spaces removed: "KH-UBND", "2025/QĐ-UBND", "CT/TU" for Party "41-CT/TU". */
  symbol: string | null;
  /** Number and symbol as one: "56/KH-UBND", "41-CT/TW". Null when the number is blank. */
  code: string | null;
  issuer: Issuer | null;
  /** Place (địa danh) before "ngày … tháng … năm". */
  place: string | null;
  date: string | null;
  /** Year and month of the date even if the day is blank. */
  dateParts: { day: number | null; month: number | null; year: number | null };
  /** Subject (trích yếu), without the kind. */
  subject: string | null;
  blanks: ('number' | 'day' | 'month' | 'year')[];
  spans: {
    type: Span | null;
    number: Span | null;
    issuer: Span | null;
    place: Span | null;
    date: Span | null;
    subject: Span | null;
  };
}

/** The unit that the plan belongs to (đơn vị của chính văn bản). */
export interface OwnUnit {
  kind: UnitKind;
  name: string;
  level: Level;
  /** Province or centrally run city that the unit lies in, if the text or the gazetteer tells. */
  province: string | null;
  /** Where the name was read: header, place line, launching sentence, closing. At least two agreeing ones make it certain. */
  evidence: { source: 'header' | 'place' | 'launch' | 'closing' | 'subject'; span: Span }[];
  certain: boolean;
}

/** Label systems of headings and items. */
export type LabelSystem =
  | 'part'
  | 'roman'
  | 'upper'
  | 'arabic'
  | 'decimal'
  | 'letter'
  | 'paren'
  | 'dash'
  | 'article'
  | 'annex'
  | 'none';

export interface SectionLabel {
  /** As written: "IV.", "4.1.", "đ)", "(1)", "Điều 2". */
  text: string;
  system: LabelSystem;
  /** Place in its sequence, 1-based, in Vietnamese letter order for letters (a b c d đ e g …); null for a dash. */
  ordinal: number | null;
}

/** A section (phần, mục, khoản, điểm) of the outline. */
export interface Section {
  label: SectionLabel;
  /** Heading text without its label, at most the first sentence for an item. */
  title: string;
  /** Canonical kind by synonyms of rules/data/section-kinds.yaml: several where a heading joins them ("NỘI DUNG, MỤC TIÊU"). */
  kinds: string[];
  /** Whether it reads as a heading (short, upper case or bold or ends without full stop) rather than an item of text. */
  heading: boolean;
  /** "IV.1.b" */
  path: string;
  /** Span of the label, and of label and title. */
  labelSpan: Span;
  span: Span;
  /** Span of the whole section with its children. */
  range: Span;
  children: Section[];
}

/** Zones (các phần của văn bản). Null where absent. */
export interface Zones {
  /** From the start up to and with the subject. */
  header: Span;
  /** Preamble and numbered body. */
  body: Span;
  recipients: Span | null;
  signature: Span | null;
  /** Annexes (phụ lục), each from its own title line on. */
  annexes: Span[];
}

/** A date written in the text, right or impossible. */
export interface DateMention {
  span: Span;
  text: string;
  day: number | null;
  month: number | null;
  year: number | null;
  /** ISO date if the three parts make a real one. */
  iso: string | null;
  /** Why it cannot be a date; null if it can. */
  impossible: 'day' | 'month' | 'year' | null;
}

/** A citation (viện dẫn) of another document, or of this one. */
export interface Citation {
  span: Span;
  /** Kind in lower case as cited: "kế hoạch", "nghị quyết", "văn bản"; null if none is written. */
  type: string | null;
  number: string | null;
  symbol: string | null;
  /** "56/KH-UBND"; null for a short form or a citation by name only. */
  code: string | null;
  codeSpan: Span | null;
  date: string | null;
  /** Date exactly as written, also when it is impossible. */
  dateMention: DateMention | null;
  /** True where several numbers share one date and this is not the last: the date is not its own. */
  dateShared: boolean;
  issuer: Issuer | null;
  /** Start of the cited subject (trích yếu), up to the end of the clause; null if none. */
  subject: string | null;
  subjectSpan: Span | null;
  /** Where it stands. `annex-line` is "(Kèm theo Kế hoạch số …)". */
  place: 'title' | 'preamble' | 'body' | 'footnote' | 'annex-line' | 'table';
  /** Verb that brings it in: implements (thực hiện, triển khai), basis (căn cứ), encloses (kèm theo, ban hành kèm theo), mention. */
  role: 'implements' | 'basis' | 'encloses' | 'mention';
  /** True when it refers to the document itself ("Kế hoạch này", "Kèm theo Kế hoạch số …" of its own symbol). */
  self: boolean;
  /** Index in `Plan.citations` of the full citation that a short form ("Chỉ thị 14") stands for; null if full. */
  shortFor: number | null;
  /** Blank number ("Kế hoạch số: /KH-UBND"). */
  blank: boolean;
  /** What is wrong in form; empty if nothing. */
  malformed: { reason: string; span: Span }[];
}

/** That a document replaces, revokes or amends another one (thay thế, bãi bỏ, sửa đổi, bổ sung). */
export interface Supersession {
  /** From the word to the end of the citation. */
  span: Span;
  /** `amends` also where only a part is revoked or replaced. */
  effect: 'replaces' | 'revokes' | 'amends';
  /** Index in `Plan.citations` of the document that is replaced, revoked or amended. */
  citation: number;
  /** Index in `Plan.citations` of the document that does it; null if this document does. */
  by: number | null;
}

/** Whose theme (chủ đề): of the central level, the city or province, the commune; null if not said, or of several. */
export type ThemeOwner = { level: Level; unit: UnitRef | null; own: boolean } | null;

/** A theme (chủ đề) quoted in the text. */
export interface Theme {
  /** The words between the quotation marks. */
  span: Span;
  text: string;
  /** Whether a closing mark was found; else the words may go on too far. */
  closed: boolean;
  /** The words that attribute it: "chủ đề năm 2026 của thành phố". */
  attribution: Span;
  owner: ThemeOwner;
  /** The congress, movement or campaign that has it for its own: "Đại hội Thi đua yêu nước toàn quốc"; null for a theme of a year. */
  event: string | null;
  year: number | null;
  /** "2026 - 2030"; null if a year or nothing. */
  period: { from: number; to: number } | null;
}

/** An interval of days, both ends included; null end means open. */
export interface Interval {
  from: string | null;
  to: string | null;
}

/** How a recurring deadline comes back; month and day as named ("trước ngày 15/12 hằng năm": 12 and 15), null if not said. */
export interface Recurrence {
  every: 'week' | 'month' | 'quarter' | 'half-year' | 'year';
  month: number | null;
  day: number | null;
}

/** A deadline (thời hạn) of a duty. */
export interface Deadline {
  /** The time words: "trước ngày 15/12/2026", "trong quý IV". */
  span: Span;
  text: string;
  /** In which the duty has to be done: `due.to` is the last admissible day ("trước ngày 15/12" -> 14/12). Null if blank or relative. */
  due: Interval | null;
  bound: 'before' | 'by' | 'within' | 'on' | 'from';
  /** The date named, before the bound is applied: "trước ngày 15/12/2026" -> 2026-12-15. Null if not a single day. */
  named: string | null;
  form: 'absolute' | 'recurring' | 'relative' | 'blank' | 'no-year';
  /** Null unless the form is recurring. */
  recurrence: Recurrence | null;
  /** Who has to do it: units below (đơn vị), the issuer itself, or a named other; null if unknown. */
  actor: { text: string; role: 'below' | 'self' | 'other' } | null;
  /** To whom, for reports and dossiers. */
  addressee: { text: string; level: Level | null; own: boolean } | null;
  duty: 'report' | 'issue-plan' | 'submit' | 'other';
  /** The sentence or cell that lays the duty. */
  clause: Span;
  /** Path of the section it stands in. */
  section: string | null;
}

/** Unit (đơn vị tính) of a figure. */
export interface Unit {
  /** As written: "%", "tỷ đồng", "USD/người", "căn". */
  text: string;
  kind: 'percent' | 'points' | 'money' | 'count';
  /** What is measured, in lower case without size: "đồng" of "tỷ đồng". */
  noun: string;
  /** Size: 1,000,000,000 of "tỷ đồng". */
  factor: number;
  /** "người/năm" of "triệu đồng/người/năm"; null if nothing. */
  per: string | null;
}

/** A number as printed, with its unit; null where none is written (an index). */
export interface Amount {
  value: number;
  /** Digits printed after the decimal mark. */
  decimals: number;
  unit: Unit | null;
}

/** What a target (chỉ tiêu) measures. */
export interface Indicator {
  /** As written; of the figure before where a figure has no words of its own ("đạt 98,5 tỷ đồng, đạt 50,1% so kế hoạch"). */
  text: string;
  /** Comparable form: abbreviations expanded, words of time, place and will left out. Equal keys mean the same indicator. */
  key: string;
  /** Whether the words are those of the figure before. */
  inherited: boolean;
}

/** A target (chỉ tiêu), or another figure that a plan gives with what it measures. */
export interface Target extends Amount {
  /** Comparator, figure, unit: "đạt trên 75%". */
  span: Span;
  text: string;
  indicator: Indicator;
  comparator: '=' | '>=' | '>' | '<=' | '<' | 'range' | 'change';
  /** For a change: whether up or down ("tăng", "giảm"); null otherwise. */
  change: 'up' | 'down' | null;
  /** Whether the figure is said to be rough ("khoảng", "gần", "trên"): no exact sum can be made of it. */
  rough: boolean;
  /** Upper end of a range, of which `value` is the lower one; else null. */
  valueMax: number | null;
  /** From the first digit to the end of the unit. */
  valueSpan: Span;
  /** What a per cent is of, or compared with: "so với năm 2025", "dự toán giao"; with the amount in brackets after it, if there is one. */
  base: { text: string; span: Span; amount: Amount | null } | null;
  /** "12/60 hồ sơ": the whole of which it is a part. Null if none is printed. */
  whole: Pick<Amount, 'value' | 'decimals'> | null;
  /** Words of time in the indicator: "7 tháng", "5 tháng cuối năm". */
  time: string | null;
  /** Year that the target is for, or its years; null if neither clause nor headings say. */
  year: number | null;
  period: { from: number; to: number } | null;
  /** Which way it is meant to go; null if that cannot be told. */
  better: 'higher' | 'lower' | null;
  /** False for scoring, work already done, quorums, rates. */
  isTarget: boolean;
  /** Whether it stands in a cell of a table. */
  inTable: boolean;
  /** The sentence or row. */
  clause: Span;
  /** Path of the section it stands in. */
  section: string | null;
}

/** A duty (nhiệm vụ) that the plan lays on the level below, as one clause. */
export interface Duty {
  span: Span;
  text: string;
  /** The words that say who has to act: the heading, the lead-in or the beginning of the clause. */
  holder: string;
  kind: Deadline['duty'];
  addressee: Deadline['addressee'];
  section: string | null;
}

/** Period of implementation (thời gian thực hiện) of the plan. */
export interface Period {
  span: Span;
  text: string;
  interval: Interval;
}

/** A recipient (nơi nhận), one a line. */
export interface Recipient {
  span: Span;
  text: string;
}

/** Signature block (chức vụ, chữ ký, họ tên). */
export interface Signature {
  span: Span;
  /** "TM." (thay mặt), "KT.", "TL.", "TUQ.", "Q." found, in order. */
  authority: string[];
  title: string | null;
  name: string | null;
}

/** A mention of an administrative unit with its name: "phường Thạch Khê". */
export interface PlaceMention {
  span: Span;
  unit: UnitRef & { name: string };
  /** Whether the phrase around it can only mean the plan's own unit ("trên địa bàn phường …", "Đảng bộ phường … lần thứ"). */
  ownPhrase: string | null;
  zone: 'header' | 'body' | 'recipients' | 'signature' | 'annex';
}

export interface Plan {
  path: string;
  identity: Identity;
  ownUnit: OwnUnit | null;
  zones: Zones;
  outline: Section[];
  dates: DateMention[];
  citations: Citation[];
  supersessions: Supersession[];
  themes: Theme[];
  deadlines: Deadline[];
  /** Laid on the level below. */
  duties: Duty[];
  targets: Target[];
  period: Period | null;
  recipients: Recipient[];
  signature: Signature | null;
  places: PlaceMention[];
}
