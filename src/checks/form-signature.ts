/**
 * The signature (Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, Phần I, Mục II, 7): TM. where the people's committee (UBND) issues as
 * a body and none where its chairman does, KT. with a deputy's title, no academic rank before the name.
 */
import { z } from 'zod';
import { anyOf, type FormWords, formWords } from '../data/form.js';
import { defineCheck, type LoadedPlan, type RawFinding } from '../engine/check.js';
import { findIssuers } from '../plan/issuer.js';
import type { Span } from '../source/document.js';
import { isUpperCase } from '../source/structure.js';

interface Line extends Span {
  text: string;
}

/** Who issues the document by its own words: the committee as a body, or its chairman. */
interface Launch {
  by: 'body' | 'chairman';
  span: Span;
}

/** The sentence of issue stands before the first section, within this many letters. */
const PREAMBLE = 8000;
/** Lines of a signature: authority, titles, name; a title may be broken over two lines. */
const SIGNATURE_LINES = 14;
const AUTHOR = /^(?<chairman>CHỦ TỊCH\s+)?(?:ỦY|UỶ) BAN NHÂN DÂN(?!\p{L})/u;
/** PHÓ also as recognition misreads its mark. */
const DEPUTY = /PH[ÓOÔỐÒ](?!\p{L})|THỨ TRƯỞNG|QUYỀN|THAM MƯU/iu;

export const formSignature = defineCheck({
  name: 'form-signature',
  options: z.strictObject({}),
  messages: {
    'tm-absent': ['launch', 'signed'],
    'tm-excess': ['launch', 'signed'],
    deputy: ['signed'],
    title: ['signed'],
    rank: ['found'],
    slash: ['found', 'right'],
  },
  *run(kase) {
    if (kase.plan.identity.issuer?.system !== 'state') return;
    const lines = signatureLines(kase);
    const [first] = lines;
    if (first === undefined) return;
    yield* onBehalf(kase, lines, first);
    yield* deputy(lines);
    yield* titleAbsent(kase, lines);
    yield* rank(kase, lines);
    const slash = lines.find(({ text }) => /^[TK]\/[MTL]/u.test(text));
    if (slash !== undefined) {
      const found = /^[TK]\/[MTL]\.?/u.exec(slash.text)?.[0] ?? slash.text;
      yield { message: 'slash', span: slash, data: { found, right: `${found.replace(/[/.]/gu, '')}.` } };
    }
  },
});

/** Lines of the signature from its first one to the name; receivers beside it in another column left out. */
function signatureLines({ document, plan }: LoadedPlan): Line[] {
  const { signature } = plan.zones;
  if (signature === null || plan.signature === null) return [];
  const { name } = plan.signature;
  const lines = document.lines
    .filter(({ start, end }) => start >= signature.start && end <= signature.end)
    .map(({ start, end }) => ({ start, end, text: document.text.slice(start, end).trim() }))
    .filter(({ text }) => !/^[-–—+]/u.test(text));
  const last = name === null ? -1 : lines.findIndex(({ text }) => text === name);
  return lines.slice(0, last < 0 ? SIGNATURE_LINES : last + 1);
}

/** TM. where the body issues, none where its chairman does. A signature by order (TL.) or mandate (TUQ.) is another matter. */
function* onBehalf(kase: LoadedPlan, lines: readonly Line[], first: Line): Iterable<RawFinding> {
  const chairman = lines.some(({ text }) => isUpperCase(text) && /CHỦ TỊCH/u.test(text));
  if (!chairman || lines.some(({ text }) => /^T(?:\/?L|\/?UQ)(?!\p{L})/u.test(text))) return;
  const launch = launchOf(kase);
  if (launch === null) return;
  const data = { launch: kase.document.text.slice(launch.span.start, launch.span.end).replace(/\s+/gu, ' ') };
  const related = [{ of: kase, span: launch.span }];
  const behalf = lines.find(({ text }) => /^T\/?M(?!\p{L})/u.test(text));
  if (launch.by === 'body' && behalf === undefined)
    yield { message: 'tm-absent', span: first, data: { ...data, signed: first.text }, related };
  if (launch.by === 'chairman' && behalf !== undefined)
    yield { message: 'tm-excess', span: behalf, data: { ...data, signed: behalf.text }, related };
}

function launchOf(kase: LoadedPlan): Launch | null {
  const { identity } = kase.plan;
  if (identity.type === null || identity.issuer?.body !== 'ủy ban nhân dân') return null;
  const { launched, authored } = formWords();
  if (launched.includes(identity.type)) return launchingSentence(kase, identity.type);
  return authored.includes(identity.type) ? authorLine(kase) : null;
}

/** "…, Ủy ban nhân dân xã ban hành Kế hoạch …": the last such clause before the first section, not one that cites another document. */
function launchingSentence({ document, plan }: LoadedPlan, type: string): Launch | null {
  const { body } = plan.zones;
  const firstSection = plan.outline.find(({ heading }) => heading)?.span.start ?? body.end;
  const end = Math.min(body.end, firstSection, body.start + PREAMBLE);
  const text = document.text.slice(body.start, end);
  const verb = new RegExp(
    `^\\s*(?:đã\\s+)?(?:ban hành|xây dựng)\\s+${anyOf([type])}(?!\\p{L})(?!\\s+(?:số\\s*)?\\d)`,
    'iu',
  );
  const level = plan.identity.issuer?.level ?? null;
  const found = findIssuers(text).findLast(
    ({ issuer, start, end: after }) =>
      issuer.body === 'ủy ban nhân dân' &&
      (issuer.level === null || level === null || issuer.level === level) &&
      /(?:^|[,;.:”")]\s+|\n)(?:nay\s+)?$/u.test(text.slice(Math.max(0, start - 8), start)) &&
      verb.test(text.slice(after, after + 80)),
  );
  if (found === undefined) return null;
  const stop = found.end + (verb.exec(text.slice(found.end, found.end + 80))?.[0].length ?? 0);
  return {
    by: /^chủ tịch(?!\p{L})/iu.test(found.issuer.text) ? 'chairman' : 'body',
    span: { start: body.start + found.start, end: body.start + stop },
  };
}

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …" in capitals between subject and bases of a decision or directive. */
function authorLine({ document, plan }: LoadedPlan): Launch | null {
  const block = document.blocks.find(({ start }) => start >= plan.zones.body.start);
  if (block === undefined) return null;
  const text = document.text.slice(block.start, block.end);
  const author = AUTHOR.exec(text);
  if (author === null || !isUpperCase(text)) return null;
  return {
    by: author.groups?.chairman === undefined ? 'body' : 'chairman',
    span: { start: block.start, end: block.end },
  };
}

/** "KT. CHỦ TỊCH" is followed by the title of a deputy. */
function* deputy(lines: readonly Line[]): Iterable<RawFinding> {
  const at = lines.findIndex(({ text }) => /^K\/?T(?!\p{L})/u.test(text));
  const line = lines[at];
  if (line === undefined) return;
  const name = lines.slice(at + 1).findIndex(({ text }) => isName(text));
  const rest = lines.slice(at + 1, at + 2 + name);
  // without a name the lines below may be lost
  if (name < 0 || DEPUTY.test(line.text) || rest.some(({ text }) => isUpperCase(text) && DEPUTY.test(text))) return;
  yield { message: 'deputy', span: line, data: { signed: [line, ...rest].map(({ text }) => text).join(' / ') } };
}

/** TM. names the body; the title of the person who signs stands below. */
function* titleAbsent({ plan }: LoadedPlan, lines: readonly Line[]): Iterable<RawFinding> {
  const at = lines.findIndex(({ text }) => /^T\/?M(?!\p{L})/u.test(text));
  const line = lines[at];
  if (line === undefined || plan.signature?.title !== null) return;
  const rest = lines.slice(at + 1);
  const name = rest.findIndex(({ text }) => isName(text));
  if (name < 0 || rest.slice(0, name).some(({ text }) => isUpperCase(text))) return;
  // a title on the same line: "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"
  if (/CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|THỦ TƯỚNG/u.test(line.text)) return;
  yield { message: 'title', span: line, data: { signed: `${line.text} / ${rest[name]?.text ?? ''}` } };
}

function isName(text: string): boolean {
  return /^\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4}$/u.test(text) && /\p{Ll}/u.test(text);
}

/** "ThS. Trần Văn …": not before the name, save in bodies that follow a ministry of their own there. */
function* rank({ document, plan }: LoadedPlan, lines: readonly Line[]): Iterable<RawFinding> {
  const words = formWords();
  const { issuer } = plan.identity;
  if (issuer === null || isRankedBody(`${issuer.text} ${issuer.body ?? ''}`, words)) return;
  const ranks = new RegExp(
    `^(?:(?:${anyOf(words.ranks)})\\s*[.,:]?\\s*)+(?=\\p{Lu}\\p{Ll}*(?:\\s\\p{Lu}\\p{Ll}*){1,4}$)`,
    'u',
  );
  for (const { start, end, text } of lines) {
    const found = ranks.exec(text)?.[0];
    if (found === undefined || /^(?:KT|TM|TL)\./u.test(text)) continue;
    yield {
      message: 'rank',
      span: { start, end },
      quote: document.text.slice(start, end),
      data: { found: found.trim() },
    };
    return;
  }
}

function isRankedBody(issuer: string, { rankedBodies }: FormWords): boolean {
  return new RegExp(`(?<!\\p{L})(?:${anyOf(rankedBodies)})(?!\\p{L})`, 'iu').test(issuer);
}
