/** Who has to do what for whom: duty, actor and addressee of a deadline, read from the clause that lays it and from the headings above. */
import { oncePer } from '../data/once.js';
import { anyOf, type DeadlineWords, wholeWords } from './deadline-words.js';
import { parseIssuer } from './issuer.js';
import type { Deadline, Level, Plan } from './plan.js';

/** Longest stretch of the words above a clause that is looked at. */
export const LEAD = 200;

/** The parts of a clause around the time words, and what stands above it. */
export interface ClauseParts {
  /** From the previous deadline of the clause (or its start) to the time words; from these to the next deadline (or the end). */
  head: string;
  tail: string;
  /** From the start of the clause, and to its end. */
  wholeHead: string;
  wholeTail: string;
  /** Words of the same paragraph before the clause. */
  lead: string;
  /** Titles of the sections around it, the innermost first. */
  titles: string[];
  /** Cell of the column that names who acts; null outside such tables. */
  actorCell: string | null;
}

/** The issuer as far as parties are measured by it. */
export interface IssuerView {
  level: Level | null;
  /** Whether the issuer is the authority of its level (Ủy ban nhân dân, its Chủ tịch) and no department. */
  authority: boolean;
  /** Its canonical name: "tỉnh ủy". */
  body: string | null;
  text: string | null;
}

interface Parties {
  duty: Deadline['duty'];
  actor: Deadline['actor'];
  addressee: Deadline['addressee'];
}

/** A body named in a text. */
interface Body {
  text: string;
  start: number;
  end: number;
  level: Level | null;
  /** "Ủy ban nhân dân", "Chủ tịch": the authority of a level. */
  authority: boolean;
}

/** Words that name a body only with a name of its own after them. */
const NEEDS_NAME = /^(?:bộ|ban|sở|phòng|cục|chi cục|quỹ|trung tâm|hội đồng|văn phòng|thanh tra|cơ quan)$/iu;
/** "Ban Thường trực Ủy ban MTTQ Việt Nam các xã, phường", "Ủy ban bầu cử cấp xã": one body in each unit below. */
const EACH_BELOW = /^[ ]{1,3}(?:các|cấp)[ ]{1,3}(?:xã|phường|đặc khu|huyện|cơ sở)(?!\p{L})/iu;
const LEVEL_ORDER: readonly Level[] = ['unit', 'commune', 'district', 'province', 'central'];

interface Patterns {
  report: RegExp;
  plan: RegExp;
  planSent: RegExp;
  dossier: RegExp;
  send: RegExp;
  purpose: RegExp;
  body: RegExp;
  notBody: RegExp;
  stop: RegExp;
  towards: RegExp;
  through: RegExp;
  prepare: RegExp;
  below: RegExp;
  over: RegExp;
  leadIn: RegExp;
  phraseStop: RegExp;
  notVerb: RegExp;
  levels: [Level, RegExp][];
  notLevel: RegExp;
}

/** Patterns of parties, made of the word lists once. */
const patternsOf = oncePer((words: DeadlineWords): Patterns => {
  const { duties } = words;
  return {
    report: new RegExp(`(?<!\\p{L})(?!${anyOf(duties['not-report'])})${anyOf(duties.report)}(?!\\p{L})`, 'giu'),
    plan: new RegExp(
      `(?<!\\p{L})${anyOf(duties.issue)}(?!\\p{L})[^.;:]{0,40}?(?<!thực hiện[ ])(?<!triển khai[ ])(?<!\\p{L})${anyOf(duties.plan)}(?!\\p{L})(?![ ](?:này|số))`,
      'giu',
    ),
    planSent: new RegExp(
      `(?<!\\p{L})${anyOf(duties.send)}[ ]{1,3}${anyOf(duties.plan)}[ ]{1,3}(?:này|thực hiện|triển khai|của)(?!\\p{L})`,
      'giu',
    ),
    dossier: wholeWords(duties.dossier, 'giu'),
    send: wholeWords(duties.send, 'giu'),
    purpose: wholeWords(words.purpose, 'giu'),
    body: new RegExp(
      `(?<![\\p{L}\\p{N}/-])(${anyOf(words.bodies)})(?![\\p{L}\\p{N}])((?:[ ]{1,3}[\\p{L}\\p{N}\\-–/]{1,20}){0,12})`,
      'giu',
    ),
    notBody: new RegExp(`^${anyOf(words['not-bodies'])}(?!\\p{L})`, 'iu'),
    // Verbs are in lower case; "Bộ Xây dựng", "Sở Kế hoạch" are names. A second body begins a name of its own.
    stop: new RegExp(
      `${wholeWords(words['body-stops']).source}|(?<=[ ])(?<!(?:[Hh]ội đồng nhân dân|HĐND)[ ])và[ ](?=${anyOf(words.bodies.map(capitalised))})`,
      'u',
    ),
    towards: new RegExp(`(?<!\\p{L})${anyOf(words.towards)}[ ]{1,3}(?:đồng chí[ ])?$`, 'iu'),
    through: new RegExp(`(?<!\\p{L})${anyOf(words.through)}[ ]{1,3}$`, 'iu'),
    prepare: new RegExp(`(?<!\\p{L})${anyOf(words.prepare)}(?:[ ]cho)?[ ]{1,3}$`, 'iu'),
    below: wholeWords(words.below, 'giu'),
    over: new RegExp(`(?<!\\p{L})${anyOf(words.over)}[ ]{1,3}(?:thủ trưởng[ ])?$`, 'iu'),
    leadIn: new RegExp(
      `^[\\s\\-–+*(]{0,4}(?:[\\da-zđ.]{1,5}[.)][ ]?)?(?:${anyOf(words['lead-ins'])}[ ]{1,2}){0,4}$`,
      'iu',
    ),
    phraseStop: wholeWords(words['phrase-stops'], 'u'),
    notVerb: wholeWords(duties['not-verbs'], 'giu'),
    levels: words.levels.map(({ level, words: list }) => [level, wholeWords(list)]),
    notLevel: wholeWords(words['not-levels'], 'giu'),
  };
});

/** Reads the parties of deadlines for one issuer. */
export class PartyReader {
  readonly #patterns: Patterns;
  readonly #issuer: IssuerView;

  constructor(words: DeadlineWords, issuer: IssuerView) {
    this.#patterns = patternsOf(words);
    this.#issuer = issuer;
  }

  /** Duty, actor and addressee of a deadline; null where the clause does not tell, or tells two things. */
  read(parts: ClauseParts): Parties {
    const head = this.#withoutPurpose(this.#masked(parts.head));
    const tail = this.#untilPurpose(this.#masked(parts.tail));
    const wholeHead = this.#withoutPurpose(this.#masked(parts.wholeHead));
    const wholeTail = this.#untilPurpose(this.#masked(parts.wholeTail));
    const duty =
      this.#dutyIn(head.main) ??
      this.#dutyIn(wholeHead.main) ??
      this.#dutyIn(tail) ??
      this.#dutyIn(wholeTail) ??
      'other';
    // "… gửi về Sở A để tổng hợp, báo cáo Ủy ban B trước ngày …": whose day it is cannot be told.
    if (head.doubtful) return { duty, actor: null, addressee: null };
    const addressee =
      this.#addresseeIn(head.main, 'last') ??
      this.#addresseeIn(tail, 'first') ??
      this.#addresseeIn(wholeHead.main, 'last') ??
      this.#addresseeIn(wholeTail, 'first') ??
      (duty === 'report' ? this.#addresseeAbove(parts) : null);
    return { duty, actor: this.#actorOf(parts, head.main, wholeHead.main, addressee), addressee };
  }

  /** The text with compounds whose parts look like verbs ("công trình") blanked out; its length stays. */
  #masked(text: string): string {
    return text.replace(this.#patterns.notVerb, (compound) =>
      /^chương trình$/iu.test(compound) ? compound : '_'.repeat(compound.length),
    );
  }

  /** Level of a body by the words of its name; null if they do not tell. */
  #levelOf(text: string): Level | null {
    const name = text.replace(this.#patterns.notLevel, ' ');
    return this.#patterns.levels.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
  }

  #withoutPurpose(text: string): { main: string; doubtful: boolean } {
    const verb = firstIndex(text, [this.#patterns.report, this.#patterns.send, this.#patterns.plan]);
    for (const match of text.matchAll(this.#patterns.purpose)) {
      if (verb < 0 || match.index < verb) continue;
      const purpose = text.slice(match.index);
      const doubtful =
        firstIndex(purpose, [this.#patterns.report, this.#patterns.send]) >= 0 && this.#bodies(purpose).length > 0;
      return { main: text.slice(0, match.index), doubtful };
    }
    return { main: text, doubtful: false };
  }

  #untilPurpose(text: string): string {
    const purpose = firstIndex(text, [this.#patterns.purpose]);
    return purpose < 0 ? text : text.slice(0, purpose);
  }

  #dutyIn(text: string): Deadline['duty'] | null {
    const report = lastIndex(text, this.#patterns.report);
    const plan = Math.max(lastIndex(text, this.#patterns.plan), lastIndex(text, this.#patterns.planSent));
    const dossier = lastIndex(text, this.#patterns.dossier);
    const send = lastIndex(text, this.#patterns.send);
    if (dossier >= 0 && send >= 0 && dossier > report) return 'submit';
    if (report >= 0 && report > plan) return 'report';
    if (plan >= 0) return 'issue-plan';
    return send >= 0 ? 'submit' : null;
  }

  #bodies(text: string): Body[] {
    const found: Body[] = [];
    const pattern = new RegExp(this.#patterns.body);
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [whole, name = '', rest = ''] = match;
      const stop = this.#patterns.stop.exec(rest);
      const kept = `${name}${rest.slice(0, stop?.index ?? rest.length)}`.replace(/[\s–-]+$/u, '');
      // The words after the name may begin another body.
      pattern.lastIndex = match.index + Math.max(kept.length, name.length);
      const body = this.#patterns.notBody.test(whole) ? null : this.#bodyOf(kept, name, rest, match.index);
      if (body !== null) found.push(body);
    }
    return found;
  }

  #bodyOf(text: string, name: string, rest: string, start: number): Body | null {
    const next = text.slice(name.length).trim();
    // "bộ", "ban", "phòng" are bodies only by name: "Bộ Y tế", "phòng Văn hóa …", not "Phòng, chống …".
    if (NEEDS_NAME.test(name) ? !/^\p{Lu}/u.test(next) : !/^\p{Lu}/u.test(text) && !/^\p{Lu}/u.test(next)) return null;
    if (/^[ ]*(?:các|những)(?!\p{L})/iu.test(rest)) return null;
    const authority = /^(?:chủ tịch|ủy ban nhân dân|uỷ ban nhân dân|ubnd)/iu.test(text);
    const own = authority || /^(?:phòng|thường trực|đảng)/iu.test(text) ? this.#issuer.level : null;
    // A phòng belongs to the commune where the issuer is one; under a Sở or a city it tells nothing.
    const level = this.#levelOf(text) ?? (own === 'commune' || authority ? own : null);
    return { text, start, end: start + text.length, level, authority };
  }

  #addresseeIn(text: string, which: 'first' | 'last'): Deadline['addressee'] {
    const main: Body[] = [];
    const via: Body[] = [];
    for (const body of this.#bodies(text)) {
      if (isList(text, body)) continue;
      const before = text.slice(Math.max(0, body.start - 24), body.start);
      if (this.#patterns.through.test(before)) via.push(body);
      else if (this.#patterns.towards.test(before) || isRegisteredWith(text, body)) main.push(body);
    }
    const chosen = (which === 'last' ? main.at(-1) : main[0]) ?? via[0];
    if (chosen === undefined) return null;
    const first = main[0];
    // "gửi Sở A tổng hợp, báo cáo Ủy ban B": two bodies, one day.
    if (first !== undefined && first !== chosen && /tổng hợp/iu.test(text.slice(first.end, chosen.start))) return null;
    return { text: chosen.text, level: chosen.level, own: this.#isOwn(chosen) };
  }

  /** "Báo cáo về Sở A: báo cáo sơ kết trước ngày …; báo cáo tổng kết trước ngày …": the parts of one sentence go to one body. */
  #addresseeAbove({ lead, wholeHead }: ClauseParts): Deadline['addressee'] {
    if (lead.length >= LEAD || !/;[ ]{1,3}$/u.test(lead) || /[\p{L})”"][.!?][ ]\p{Lu}/u.test(lead)) return null;
    const report = wholeHead.search(this.#patterns.report);
    if (report < 0 || this.#bodies(wholeHead).length > 0) return null;
    const colon = lead.lastIndexOf(':');
    return this.#addresseeIn(colon < 0 ? lead : lead.slice(0, colon), 'last');
  }

  /** Whether a body is the issuer itself, or acts for the issuer at its own level. */
  #isOwn(body: Body): boolean {
    const { level, authority, body: issuer, text } = this.#issuer;
    if (level === null || body.level !== level) return false;
    if (authority) return true;
    // "Ban Thường vụ Tỉnh ủy" is the Tỉnh ủy that issues, "Ban Thường trực Ủy ban MTTQ …" the Front
    if (issuer !== null && parseIssuer(body.text).body === issuer) return true;
    return text !== null && body.text.toLowerCase().startsWith(text.toLowerCase().slice(0, 12));
  }

  #actorOf(parts: ClauseParts, head: string, wholeHead: string, addressee: Deadline['addressee']): Deadline['actor'] {
    // "trình Ủy ban nhân dân tỉnh báo cáo năm" is owed to it, not done by it.
    const prepared = addressee?.own === true ? null : this.#preparedFor(wholeHead);
    if (prepared !== null) return prepared;
    if (parts.actorCell !== null) return this.#roleOfText(parts.actorCell, addressee);
    for (const sentence of [head, wholeHead, afterTime(parts.tail)]) {
      const actor = this.#subjectOf(sentence, addressee, false);
      if (actor !== null) return actor;
    }
    for (const heading of [parts.lead, ...parts.titles]) {
      const actor = this.#subjectOf(heading, addressee, true);
      if (actor !== null) return actor;
    }
    // "Định kỳ 6 tháng (trước ngày …), năm (trước ngày …), các đơn vị báo cáo …": the subject comes after all the times.
    const inList = /^[ ]?\)/u.test(parts.wholeTail) || parts.wholeTail === parts.tail;
    return inList ? this.#subjectOf(this.#untilPurpose(parts.wholeTail), addressee, false) : null;
  }

  /** "tham mưu Ủy ban nhân dân phường báo cáo …": the issuer itself acts, by its department. */
  #preparedFor(text: string): Deadline['actor'] {
    for (const body of this.#bodies(text)) {
      const before = text.slice(Math.max(0, body.start - 20), body.start);
      if (!this.#patterns.prepare.test(before) || !this.#isOwn(body)) continue;
      if (firstIndex(text.slice(body.end), [this.#patterns.report, this.#patterns.send, this.#patterns.plan]) >= 0)
        return { text: body.text, role: 'self' };
    }
    return null;
  }

  /** The one who acts, if it stands as the subject of these words: in a heading at its very beginning ("2. Giao Phòng …"). */
  #subjectOf(text: string, addressee: Deadline['addressee'], heading: boolean): Deadline['actor'] {
    const verb = firstIndex(text, [this.#patterns.report, this.#patterns.send]);
    const until = verb < 0 ? Math.min(text.length, 160) : verb;
    const stands = (index: number): boolean => {
      if (index > until) return false;
      if (this.#patterns.leadIn.test(text.slice(Math.max(0, index - 40), index)) && index <= 40) return true;
      return !heading && !this.#patterns.over.test(text.slice(Math.max(0, index - 24), index));
    };
    const units = [...text.matchAll(this.#patterns.below)].find((match) => stands(match.index));
    const body = this.#bodies(text).find(({ start }) => stands(start));
    if (units !== undefined && (body === undefined || units.index <= body.start)) {
      return { text: this.#unitsAt(text, units.index, units.index + units[0].length, until), role: 'below' };
    }
    if (body === undefined) return null;
    const each = EACH_BELOW.exec(text.slice(body.end, body.end + 24));
    return each === null ? this.#roleOf(body, addressee) : { text: `${body.text}${each[0]}`, role: 'below' };
  }

  /** The phrase that names units, up to its verb or colon. */
  #unitsAt(text: string, start: number, after: number, until: number): string {
    const rest = text.slice(after, Math.max(after, Math.min(until, start + 120)));
    const stop = this.#patterns.phraseStop.exec(rest)?.index ?? rest.length;
    return `${text.slice(start, after)}${rest.slice(0, stop)}`.replace(/[:;.(].*$/su, '').replace(/[\s,]+$/u, '');
  }

  #roleOfText(cell: string, addressee: Deadline['addressee']): Deadline['actor'] {
    const text = cell.trim().slice(0, 160);
    const actor = this.#subjectOf(text, addressee, true);
    if (text === '') return null;
    return actor === null ? { text, role: 'other' } : { ...actor, text };
  }

  #roleOf(body: Body, addressee: Deadline['addressee']): { text: string; role: 'below' | 'self' | 'other' } {
    const { level, authority } = this.#issuer;
    const { text } = body;
    if (level === null || body.level === null) return { text, role: 'other' };
    if (LEVEL_ORDER.indexOf(body.level) < LEVEL_ORDER.indexOf(level)) return { text, role: 'below' };
    if (body.level !== level || !authority) return { text, role: 'other' };
    // A department that reports above the issuer's level reports for the issuer.
    const above = addressee?.level != null && LEVEL_ORDER.indexOf(addressee.level) > LEVEL_ORDER.indexOf(level);
    return { text, role: body.authority || above ? 'self' : 'other' };
  }
}

/** The issuer of a plan, from its identity and own unit. */
export function issuerView(plan: Pick<Plan, 'identity' | 'ownUnit'>): IssuerView {
  const { issuer } = plan.identity;
  const body = (issuer?.body ?? issuer?.text ?? '').toLowerCase();
  const authority = issuer === null || /(?:ủy|uỷ) ban nhân dân|ubnd|chủ tịch|thủ tướng|chính phủ/u.test(body);
  const level = issuer?.level ?? plan.ownUnit?.level ?? null;
  return { level, authority, body: issuer?.body ?? null, text: issuer?.text ?? null };
}

/** "Ủy ban nhân dân xã, phường": a list of units, nobody's one addressee. */
function isList(text: string, body: Body): boolean {
  return (
    /(?:xã|phường)$/iu.test(body.text) &&
    /^[ ]?,[ ]?(?:phường|xã|đặc khu|thị trấn)(?!\p{L})/iu.test(text.slice(body.end))
  );
}

/** "đăng ký mô hình với Sở Nội vụ". */
function isRegisteredWith(text: string, body: Body): boolean {
  return /đăng ký[^,;]{0,60}[ ]với[ ]$/iu.test(text.slice(Math.max(0, body.start - 80), body.start));
}

/** Words after the time words, where the subject stands if the sentence begins with the time: "Trước ngày …, các đơn vị …". */
function afterTime(tail: string): string {
  return /^[ ]?[,:)]/u.test(tail) ? tail.slice(0, 160) : '';
}

/** First letter as a capital, as names of bodies in running text have it. */
function capitalised(words: string): string {
  return words === 'ubnd' || words === 'hđnd' || words === 'mttq'
    ? words.toUpperCase()
    : words.charAt(0).toUpperCase() + words.slice(1);
}

function firstIndex(text: string, patterns: readonly RegExp[]): number {
  const found = patterns.map((pattern) => text.search(pattern)).filter((index) => index >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}
