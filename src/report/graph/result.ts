/**
 * The citation graph as data: version 1 of the JSON that `planlint graph` writes. Its published schema (docs/schemas/graph.schema.json) is
 * made from this file. Documents are named by ids that stay the same while their paths, or number and issuer, stay the same.
 */
import { z } from 'zod';
import { Failure, Identity, Place } from '../result.js';

const Count = z.int().min(0);
const Id = z.string().describe('Id of a document of the repository, or of an absent one');

const Document = z.strictObject({
  id: Id,
  path: z.string(),
  copies: z.array(z.string()).describe('Other files that hold the same document'),
  identity: Identity,
  issuer: z.string().nullable().describe('As it reads in running text, where the head has it in capitals'),
  level: z.enum(['central', 'province', 'district', 'commune', 'unit']).nullable(),
  unit: z.string().nullable().describe('The commune, else the province, that issued it: "phường Hoa Lư"'),
  province: z.string().nullable(),
  draft: z.boolean().describe('Number or date is left blank'),
  parents: z.array(Id).describe('Documents of the repository that it carries out'),
});

const Relation = z.strictObject({
  from: Id,
  to: Id,
  kind: z.enum(['implements', 'basis', 'encloses', 'mention']),
  carriesOut: z.boolean(),
  exact: z.boolean().describe('False if a part of the citation differs from the document that is meant'),
  times: z.int().min(1),
  quote: z.string(),
  location: Place,
});

const CitedBy = z.strictObject({ document: Id, carriesOut: z.boolean(), times: z.int().min(1), location: Place });

const Absent = z.strictObject({
  id: Id,
  kind: z.enum(['parent', 'basis', 'mention']).describe('parent: carried out; basis: a law or another legal basis'),
  quote: z.string().describe('As cited'),
  type: z.string().nullable(),
  code: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  documents: z.int().min(1).describe('How many documents cite it'),
  times: z.int().min(1).describe('How often it is cited'),
  citedBy: z.array(CitedBy),
});

const Superseded = z.strictObject({
  effect: z.enum(['replaces', 'revokes', 'amends']),
  document: Id,
  by: Id,
  saidBy: Id,
  quote: z.string(),
  location: Place,
  children: z
    .array(z.strictObject({ document: Id, issued: z.enum(['before', 'after', 'unknown']) }))
    .describe('Documents that carry it out without naming the one that took its place; issued before or after that'),
});

const STATUSES = ['issued', 'late', 'draft', 'missing', 'overdue'] as const;

const Answers = z.strictObject({
  parent: Id,
  requests: z.array(
    z.strictObject({ quote: z.string(), location: Place, deadline: z.string().nullable().describe('As written') }),
  ),
  due: z.string().nullable().describe('Last day for issuing, as ISO date'),
  province: z.string().nullable(),
  units: z
    .array(z.strictObject({ code: z.string(), name: z.string(), status: z.enum(STATUSES), plans: z.array(Id) }))
    .describe(
      'Communes of the province; empty if the repository holds documents of none of them, or if they are in no table',
    ),
  others: z.array(Id).describe('Answers of communes that the table does not have in this province'),
  counts: z.strictObject({ units: Count, issued: Count, late: Count, draft: Count, missing: Count, overdue: Count }),
  superseded: z.boolean().describe('The parent was replaced or revoked: nobody has to answer it any more'),
});

export const GraphSchema = z
  .strictObject({
    version: z.literal(1),
    tool: z.strictObject({ name: z.literal('planlint'), version: z.string() }),
    language: z.enum(['vi', 'en']),
    today: z.string(),
    documents: z.array(Document),
    relations: z.array(Relation),
    absent: z.array(Absent),
    ambiguous: z.array(z.strictObject({ by: Id, quote: z.string(), location: Place, candidates: z.array(Id) })),
    cycles: z.array(z.array(Id)).describe('Documents that carry out one another in a circle'),
    superseded: z.array(Superseded),
    answers: z.array(Answers).describe('Plans that ask communes for plans of their own'),
    problems: z.array(Failure.extend({ path: z.string().nullable() })),
    summary: z.strictObject({
      documents: Count,
      carriedOut: Count.describe('Relations of carrying out between documents of the repository'),
      absentParents: Count,
      cycles: Count,
      outdated: Count.describe('Documents that carry out one that was replaced or revoked'),
      unanswered: Count.describe('Communes without a plan that was asked for, overdue ones included'),
      overdue: Count,
      failed: Count,
    }),
  })
  .meta({ title: 'planlint graph, version 1' });

export type GraphResult = z.infer<typeof GraphSchema>;
export type GraphDocumentResult = z.infer<typeof Document>;
export type AbsentResult = z.infer<typeof Absent>;
export type AnswersResult = z.infer<typeof Answers>;
export type SupersededResult = z.infer<typeof Superseded>;
