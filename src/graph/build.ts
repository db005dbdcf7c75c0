/** Builds the citation graph of a library. */
import type { Library } from '../library/library.js';
import { findAbsent } from './absent.js';
import { findAnswers } from './answers.js';
import { groupCopies } from './copies.js';
import { findCycles } from './cycles.js';
import type { CitationGraph } from './graph.js';
import { findRelations } from './relations.js';
import { findSuperseded } from './superseded.js';

/** Everything that the graph tells; `today` as ISO date decides what is overdue. Linear in the documents and their citations. */
export function buildGraph(library: Library, today: string): CitationGraph {
  const documents = groupCopies(library.byPath.values());
  const { relations, ambiguous } = findRelations(documents, library);
  const absences = findAbsent(documents, library);
  return {
    documents: documents.all,
    relations,
    absent: absences.all,
    ambiguous,
    cycles: findCycles(documents.all, relations),
    superseded: findSuperseded(documents, relations, absences, library),
    answers: findAnswers(documents, relations, today),
  };
}
