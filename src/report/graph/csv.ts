/** Which commune has answered which plan, as a table for a spreadsheet: what a department follows up. */
import { csvTable } from '../csv.js';
import type { GraphResult } from './result.js';
import { capital, fullName, indexOf, STATUS, shortName } from './words.js';

const HEAD = {
  vi: [
    'Văn bản yêu cầu',
    'Tệp của văn bản',
    'Hạn ban hành',
    'Đơn vị',
    'Tình trạng',
    'Kế hoạch',
    'Ngày ban hành',
    'Tệp',
  ],
  en: ['Asked by', 'Its file', 'Due', 'Commune', 'Status', 'Plan', 'Issued on', 'File'],
};

/** A row for each commune and each plan that asks it; days as ISO dates, which every spreadsheet knows. */
export function graphCsv(result: GraphResult): string {
  const { language: lang } = result;
  const nodes = indexOf(result);
  const rows = result.answers.flatMap(({ parent, due, units, superseded }) => {
    const above = nodes.get(parent);
    // nobody has to answer what is no longer in force
    if (superseded || above === undefined || !('path' in above)) return [];
    return units.map(({ name, status, plans }) => {
      const own = plans.flatMap((id) => {
        const node = nodes.get(id);
        return node !== undefined && 'path' in node ? [node] : [];
      });
      const joined = (parts: (string | null)[]): string => parts.filter((part) => part !== null).join('; ');
      return [
        fullName(above, lang),
        above.path,
        due,
        capital(name),
        STATUS[status][lang],
        joined(own.map((node) => shortName(node, lang))),
        joined(own.map((node) => node.identity.date)),
        joined(own.map((node) => node.path)),
      ];
    });
  });
  return csvTable([HEAD[lang], ...rows]);
}
