/** Defects of deadlines, dates and the period. */
import { type Due, type Pair, timeOf } from './pair.js';
import { edit, type Mutation, type Planted } from './plant.js';
import {
  addDays,
  bodyStart,
  dateIn,
  endOfMonth,
  findAll,
  inWords,
  lineOf,
  literal,
  type Match,
  partsOf,
  pattern,
  type Random,
  replaceAt,
  slashed,
} from './text.js';

function dueOf(pair: Pair, duty: Due['duty'], random: Random): (Due & { time: Match }) | null {
  const known = pair.dues.flatMap((due) => {
    const time = due.duty === duty && pair.parent !== null ? timeOf(pair.child, due.at) : null;
    return time === null ? [] : [{ ...due, time }];
  });
  return random.choose(known);
}

/** Time words for a day. */
function onDay(iso: string, random: Random): string {
  return random.pick([
    `trước ngày ${slashed(iso)}`,
    `trước ngày ${inWords(iso)}`,
    `chậm nhất ngày ${slashed(iso)}`,
    `chậm nhất là ngày ${slashed(iso)}`,
    `xong trước ngày ${slashed(iso)}`,
  ]);
}

/** Time words for the month; null if it ends in time. */
function inMonth(limit: string, random: Random): string | null {
  const { month, year } = partsOf(addDays(limit, 3 + random.below(12)));
  if (endOfMonth(`${year}-${String(month).padStart(2, '0')}-01`) <= addDays(limit, 1)) return null;
  return random.pick([
    `trong tháng ${month}/${year}`,
    `trong tháng ${month} năm ${year}`,
    `chậm nhất trong tháng ${month}/${year}`,
  ]);
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** Time words for the quarter; null if it ends in time. */
function inQuarter(limit: string, random: Random): string | null {
  const { month, year } = partsOf(addDays(limit, 3));
  const quarter = Math.floor((month - 1) / 3);
  const end = endOfMonth(`${year}-${String(quarter * 3 + 3).padStart(2, '0')}-01`);
  if (end <= addDays(limit, 1)) return null;
  return random.pick([`trong quý ${ROMAN[quarter]} năm ${year}`, `trong quý ${ROMAN[quarter]}/${year}`]);
}

/** A due of a duty, due by the words given. */
function later(duty: Due['duty'], words: (limit: string, random: Random) => string | null): Mutation['apply'] {
  return (pair, random) => {
    const due = dueOf(pair, duty, random);
    const time = due === null ? null : words(due.limit, random);
    return due === null || time === null ? null : edit(pair.child, due.time, time);
  };
}

const lateDay = (limit: string, random: Random): string => onDay(addDays(limit, 3 + random.below(25)), random);

/** The report of the plan for the same stage as what it collects. */
function sameStage(pair: Pair, random: Random): { collect: Match; report: Match; reportDay: string } | null {
  const both = pair.dues.flatMap((due) => {
    const report = pair.dues.find(({ duty, stage }) => duty === 'report' && stage === due.stage);
    const collect = due.duty === 'collect' ? timeOf(pair.child, due.at) : null;
    const passedOn = report === undefined ? null : timeOf(pair.child, report.at);
    const reportDay = passedOn === null ? null : dateIn(passedOn.text);
    return collect === null || passedOn === null || reportDay === null
      ? []
      : [{ collect, report: passedOn, reportDay }];
  });
  return random.choose(both);
}

/** Dates of the body with day, month and year in groups. */
function datesOf(text: string): Match[] {
  const start = findAll(text, /^[*#\s]*KẾ HOẠCH/gmu)[0]?.end ?? bodyStart(text);
  return findAll(text, pattern('(?<!\\d)(\\d{1,2})(/| tháng )(\\d{1,2})(/| năm )(20\\d{2})(?!\\d)')).filter(
    (match) => match.start > start,
  );
}

function brokenDate(change: (parts: string[], random: Random) => [string, string, string]): Mutation['apply'] {
  return ({ child }, random) => {
    const date = random.choose(datesOf(child));
    if (date === null) return null;
    const [day = '', first = '', month = '', second = '', year = ''] = date.groups;
    const [newDay, newMonth, newYear] = change([day, month, year], random);
    return edit(child, date, `${newDay}${first}${newMonth}${second}${newYear}`);
  };
}

function swapped(pair: Pair, random: Random): Planted | null {
  const both = sameStage(pair, random);
  if (both === null) return null;
  const { collect, report } = both;
  const [first, second] = collect.start < report.start ? [collect, report] : [report, collect];
  const child = replaceAt(replaceAt(pair.child, second, first.text), first, second.text);
  return { child, lines: [lineOf(child, first.start), lineOf(child, second.start + child.length - pair.child.length)] };
}

export const TIME_MUTATIONS: Mutation[] = [
  {
    kind: 'report to the parent: day too late',
    rules: ['deadline/after-parent'],
    severity: 'error',
    apply: later('report', lateDay),
  },
  {
    kind: 'report to the parent: “in the month”, too late',
    rules: ['deadline/after-parent'],
    severity: 'error',
    apply: later('report', inMonth),
  },
  {
    kind: 'report to the parent: “in the quarter”, too late',
    rules: ['deadline/after-parent'],
    severity: 'error',
    apply: later('report', inQuarter),
  },
  {
    kind: 'task of the parent: day too late',
    rules: ['deadline/after-parent'],
    severity: 'error',
    apply: later('task', lateDay),
  },
  {
    kind: 'task of the parent: “in the month”, too late',
    rules: ['deadline/after-parent'],
    severity: 'error',
    apply: later('task', inMonth),
  },
  {
    kind: 'task of the parent in other words: too late',
    rules: ['deadline/after-parent'],
    severity: 'warning',
    apply: later('reworded-task', lateDay),
  },
  {
    kind: 'reports collected after the parent’s date',
    rules: ['deadline/after-parent', 'deadline/order'],
    severity: 'error',
    apply: later('collect', lateDay),
  },
  {
    kind: 'reports collected after they are passed on',
    rules: ['deadline/order', 'deadline/after-parent'],
    severity: 'error',
    apply: (pair, random) => {
      const both = sameStage(pair, random);
      if (both === null) return null;
      return edit(pair.child, both.collect, `trước ngày ${slashed(addDays(both.reportDay, 2 + random.below(6)))}`);
    },
  },
  {
    kind: 'collecting and passing on changed places',
    rules: ['deadline/order', 'deadline/after-parent'],
    severity: 'error',
    apply: swapped,
  },
  {
    kind: 'deadline before the plan’s own date',
    rules: ['deadline/past'],
    severity: 'warning',
    apply: (pair, random) => {
      const due = random.choose(pair.dues);
      const time = due === null ? null : timeOf(pair.child, due.at);
      if (time === null || pair.date === null) return null;
      return edit(pair.child, time, `trước ngày ${slashed(addDays(pair.date, -(3 + random.below(60))))}`);
    },
  },
  {
    kind: 'date: impossible day',
    rules: ['date/impossible'],
    severity: 'error',
    apply: brokenDate(([, month = '', year = '']) => {
      const number = Number(month);
      return [number === 2 ? '30' : [4, 6, 9, 11].includes(number) ? '31' : '32', month, year];
    }),
  },
  {
    kind: 'date: impossible month',
    rules: ['date/impossible'],
    severity: 'error',
    apply: brokenDate(([day = '', , year = ''], random) => [day, String(13 + random.below(7)), year]),
  },
  {
    kind: 'date: impossible year',
    rules: ['date/impossible'],
    severity: 'error',
    apply: brokenDate(([day = '', month = '', year = ''], random) => [
      day,
      month,
      random.pick([`${year}${year.at(-1)}`, `${year.slice(0, 2)}${year.slice(3)}`]),
    ]),
  },
  {
    kind: 'period ends after the parent’s',
    rules: ['period/outside-parent'],
    severity: 'error',
    apply: ({ child, period, parent }, random) => {
      const end = period === null || parent === null ? null : timeOf(child, period.end);
      if (end === null || period === null) return null;
      const day = addDays(period.limit, 12 + random.below(60));
      const { month, year } = partsOf(day);
      return edit(child, end, end.text.startsWith('tháng') ? `tháng ${month} năm ${year}` : slashed(day));
    },
  },
  {
    kind: 'period begins before the parent’s',
    rules: ['period/outside-parent'],
    severity: 'error',
    apply: (pair, random) => {
      const { child, parent } = pair;
      const words = pattern(
        '(?<!đợt \\d:?) từ ngày (\\d{1,2}/\\d{1,2}/\\d{4}) đến hết ngày \\d{1,2}/\\d{1,2}/\\d{4}',
        'i',
      );
      const own = findAll(child, words)[0];
      const begin = dateIn(findAll(parent?.text ?? '', words)[0]?.groups[0] ?? '');
      if (own === undefined || begin === null || pair.period === null) return null;
      const day = slashed(addDays(begin, -(5 + random.below(20))));
      return edit(child, own, own.text.replace(pattern(literal(own.groups[0] ?? '')), day));
    },
  },
];
