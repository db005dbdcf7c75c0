/** Which communes have answered a plan of their province or city that asks them for plans of their own, and which have not. */
import { provinceNamed, type Unit, unitKey, unitsWithin } from '../data/units.js';
import { nameKey } from '../plan/issuer.js';
import { answersRequest, planRequests } from '../plan/plan-requests.js';
import type { Documents } from './copies.js';
import type { AnswerStatus, Answers, GraphDocument, Relation } from './graph.js';
import { childrenByParent } from './relations.js';

/** For every plan of a province that asks its communes, in the order of the documents. */
export function findAnswers(documents: Documents, relations: readonly Relation[], today: string): Answers[] {
  const children = childrenByParent(relations);
  const withCommunes = new Set(
    documents.all.flatMap(({ entry }) => (entry.home.commune === null ? [] : provinceKey(entry.home.province))),
  );
  return documents.all.flatMap((parent) => {
    const { identity, home, loaded } = parent.entry;
    if (identity.issuer?.level !== 'province') return [];
    const requests = planRequests(loaded.document, loaded.plan);
    if (requests.length === 0) return [];
    const province = home.province === null ? null : provinceNamed(home.province);
    const due = lastDay(requests.map(({ deadline }) => deadline?.due?.to ?? null));
    const { plans, others } = answersOf(children.get(parent) ?? [], province);
    const units = (province === null ? [] : unitsWithin(province)).map((unit) => {
      const own = plans.get(unit) ?? [];
      return { unit, plans: own, status: statusOf(own, due, today) };
    });
    return [
      {
        parent,
        requests,
        due,
        units,
        others,
        hasCommunes: plans.size > 0 || withCommunes.has(provinceKey(home.province)[0] ?? ''),
      },
    ];
  });
}

/** Plans of communes by their unit, and those whose commune the table does not have in that province. */
function answersOf(
  children: readonly GraphDocument[],
  province: Unit | null,
): { plans: Map<Unit, GraphDocument[]>; others: GraphDocument[] } {
  const byName = new Map((province === null ? [] : unitsWithin(province)).map((unit) => [unitKey(unit.name), unit]));
  const plans = new Map<Unit, GraphDocument[]>();
  const others: GraphDocument[] = [];
  for (const child of children) {
    const { identity, home } = child.entry;
    if (home.commune === null || !answersRequest(identity.type)) continue;
    const unit = byName.get(unitKey(home.commune));
    if (unit === undefined) others.push(child);
    else plans.set(unit, [...(plans.get(unit) ?? []), child]);
  }
  return { plans, others };
}

function statusOf(plans: readonly GraphDocument[], due: string | null, today: string): AnswerStatus {
  if (plans.length === 0) return due !== null && today > due ? 'overdue' : 'missing';
  const issued = plans.filter(({ draft }) => !draft);
  if (issued.length === 0) return 'draft';
  const inTime = issued.some(({ entry }) => due === null || (entry.identity.date ?? '') <= due);
  return inTime ? 'issued' : 'late';
}

/** Of the days that are said the last one: what is due by any of them. */
function lastDay(days: readonly (string | null)[]): string | null {
  let last: string | null = null;
  for (const day of days) if (day !== null && (last === null || day > last)) last = day;
  return last;
}

/** As a list, empty where the province is not known. */
function provinceKey(province: string | null): string[] {
  return province === null ? [] : [nameKey(province)];
}
