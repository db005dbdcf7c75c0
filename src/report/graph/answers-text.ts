/** Which communes have answered and which have not, in the text of `planlint graph`. */
import { run } from '../layout.js';
import { fullPlace } from '../place.js';
import { shorten } from '../quote.js';
import { WORDS } from '../words.js';
import type { AnswersResult } from './result.js';
import { heading, pathOf, type Sheet } from './sheet.js';
import { capital, day, daysBetween, fullName, HEADINGS, STATUS, unitsByKind } from './words.js';

const QUOTE_LIMIT = 180;
/** Where several plans ask, more units than this are not named for each of them. */
const MOST_NAMED = 40;
const NAMED_OTHERS = 3;

/** One paragraph for each plan that asks communes for plans of their own; those without any commune in the repository in one line. */
export function printAnswers(sheet: Sheet): void {
  const { page, result, lang } = sheet;
  if (result.answers.length === 0) return;
  heading(sheet, HEADINGS.answers);
  const note = {
    vi: '“Chưa ban hành” ở đây nghĩa là không tìm thấy kế hoạch của đơn vị đó trong kho.',
    en: '“Not issued” means here that no plan of the commune was found in the repository.',
  };
  const listed = result.answers.filter(({ units }) => units.length > 0);
  if (listed.length > 0) page.write(2, [run(note[lang], 'dim')]);
  for (const answers of listed) printOne(sheet, answers, listed.length === 1);
  const unlisted = result.answers.filter(({ units }) => units.length === 0);
  if (unlisted.length === 0) return;
  if (listed.length > 0) page.blank();
  const paths = unlisted.map(({ parent }) => pathOf(sheet, parent));
  const more =
    paths.length > NAMED_OTHERS
      ? { vi: ` và ${paths.length - NAMED_OTHERS} văn bản khác`, en: ` and ${paths.length - NAMED_OTHERS} more` }[lang]
      : '';
  const text = {
    vi: `${unlisted.length} văn bản khác yêu cầu xã, phường ban hành kế hoạch, nhưng kho không có văn bản nào của xã, phường các tỉnh, thành phố đó: `,
    en: `${unlisted.length} other documents ask communes for plans, but the repository holds none of any commune there: `,
  };
  page.write(
    4,
    [run(text[lang], 'dim'), run(`${paths.slice(0, NAMED_OTHERS).join(', ')}${more}.`, 'dim')],
    [run('  - ', 'dim')],
  );
}

function printOne(sheet: Sheet, answers: AnswersResult, only: boolean): void {
  const { page, lang, nodes } = sheet;
  const parent = nodes.get(answers.parent);
  if (parent === undefined) return;
  page.blank();
  page.write(2, [run(fullName(parent, lang), 'bold'), run(` · ${pathOf(sheet, answers.parent)}`, 'dim')]);
  for (const { quote, location } of answers.requests) {
    page.write(2, [
      run(`“${shorten(quote, QUOTE_LIMIT)}”`),
      run(` · ${fullPlace(null, location, WORDS[lang])}`, 'dim'),
    ]);
  }
  if (answers.superseded) {
    const gone = {
      vi: 'Văn bản đã bị thay thế hoặc bãi bỏ: không cần ban hành nữa.',
      en: 'Replaced or revoked: no plan is due any more.',
    };
    page.write(2, [run(gone[lang], 'yellow')]);
    return;
  }
  printDeadline(sheet, answers);
  printCounts(sheet, answers);
  printNotIssued(sheet, answers, only);
}

function printDeadline({ page, result, lang }: Sheet, { requests, due, counts }: AnswersResult): void {
  const written = requests.findLast(({ deadline }) => deadline !== null)?.deadline ?? null;
  const label = { vi: 'Hạn ban hành', en: 'Due' }[lang];
  if (written === null) {
    page.write(2, [run(`${label}: ${{ vi: 'văn bản không nêu', en: 'not said' }[lang]}.`)]);
    return;
  }
  const late = due !== null && result.today > due ? daysBetween(due, result.today) : 0;
  const passed = late === 0 ? '' : { vi: `, đã qua ${late} ngày`, en: `, ${late} days ago` }[lang];
  page.write(2, [run(`${label}: ${written}`), run(passed, counts.overdue > 0 ? 'red' : 'plain'), run('.')]);
}

function printCounts(sheet: Sheet, { counts, units }: AnswersResult): void {
  const { page, lang } = sheet;
  const issued = counts.issued + counts.late;
  const of = (status: string): string =>
    units
      .filter((unit) => unit.status === status)
      .map(({ name, plans }) => `${name}${issueDay(sheet, plans)}`)
      .join(', ');
  const head = {
    vi: `Kế hoạch đã ban hành: ${issued}/${counts.units} xã, phường`,
    en: `Plans issued: ${issued} of ${counts.units} communes`,
  }[lang];
  page.write(2, [run(head, issued === counts.units ? 'green' : 'plain'), run('.')]);
  const line = (status: 'issued' | 'late' | 'draft', style: 'green' | 'yellow', mark: string): void => {
    if (counts[status] > 0)
      page.write(
        6,
        [run(`${capital(STATUS[status][lang])} (${counts[status]}): `, style), run(of(status))],
        [run(`    ${mark} `, style)],
      );
  };
  line('issued', 'green', '✓');
  line('late', 'yellow', '!');
  line('draft', 'yellow', '~');
}

function issueDay({ nodes }: Sheet, plans: readonly string[]): string {
  const days = plans.flatMap((id) => {
    const node = nodes.get(id);
    return node !== undefined && 'path' in node && node.identity.date !== null ? [day(node.identity.date)] : [];
  });
  return days.length === 0 ? '' : ` (${days.join('; ')})`;
}

function printNotIssued({ page, lang }: Sheet, { counts, units, others }: AnswersResult, only: boolean): void {
  const missing = units.filter(({ status }) => status === 'missing' || status === 'overdue');
  if (missing.length > 0) {
    const status = counts.overdue > 0 ? 'overdue' : 'missing';
    const style = counts.overdue > 0 ? 'red' : 'yellow';
    const groups = unitsByKind(missing.map(({ name }) => name));
    const named = only || missing.length <= MOST_NAMED;
    const kinds = groups.map(({ kind, names }) => `${names.length} ${kind}`).join(', ');
    const where = {
      vi: ' (danh sách đầy đủ: --format html hoặc csv)',
      en: ' (all names: --format html or csv)',
    }[lang];
    page.write(
      6,
      [
        run(`${capital(STATUS[status][lang])} (${missing.length})`, style),
        run(named ? ':' : `: ${kinds}`),
        run(named ? '' : where, 'dim'),
      ],
      [run('    ✗ ', style)],
    );
    if (named)
      for (const { kind, names } of groups)
        page.write(8, [run(`${names.length} ${kind}: `, 'dim'), run(names.join(', '))]);
  }
  const unknown = {
    vi: `${others.length} kế hoạch của đơn vị không có trong danh mục của tỉnh, thành phố này.`,
    en: `${others.length} plans of communes that are in no table of this province.`,
  };
  if (others.length > 0) page.write(6, [run(unknown[lang], 'yellow')], [run('    ? ', 'yellow')]);
}
