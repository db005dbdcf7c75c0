/** Names of issuers as they read in running text. Facts: rules/data/issuer-capitals.yaml. */
import { z } from 'zod';
import { loadData } from '../data/load.js';
import { once } from '../data/once.js';
import type { Issuer } from './plan.js';

const words = z.array(z.string().min(1)).min(1);
const capitals = once(() => loadData('issuer-capitals.yaml', z.strictObject({ fields: words, always: words })));

/** "Ủy ban nhân dân tỉnh Ninh Bình", also where the head of the document has it in capitals; as written where it is not. */
export function issuerInText({ text, body, unit }: Issuer): string {
  if (text !== text.toUpperCase() || body === null) return text;
  const name = unit?.name ?? null;
  const own = name === null ? [] : [unit?.kind ?? '', name === name.toUpperCase() ? titled(name) : name];
  return [bodyInText(body), ...own].join(' ').replace(/\s+/gu, ' ');
}

/** "sở công thương" as "Sở Công Thương". */
function bodyInText(body: string): string {
  const { fields, always } = capitals();
  const [first = '', ...rest] = body.split(' ');
  const field = fields.includes(first)
    ? rest.join(' ').replace(/^\p{L}|(?<=, |- | và )\p{L}/gu, upper)
    : rest.join(' ');
  const name = `${first.replace(/^\p{L}/u, upper)} ${field}`.trim();
  return always.reduce((text, part) => text.replace(new RegExp(`(?<!\\p{L})${part}(?!\\p{L})`, 'giu'), part), name);
}

function titled(name: string): string {
  return name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, upper);
}

function upper(text: string): string {
  return text.toUpperCase();
}
