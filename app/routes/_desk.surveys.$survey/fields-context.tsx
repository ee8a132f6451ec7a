import { createContext, useContext } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { DraftFault } from '#app/survey/draft/check-draft.ts';
import type { DraftQuestion } from '#app/survey/draft/draft.ts';
import type { PlacedFinding } from '#app/survey/wording/open-findings.ts';

export interface QuestionFormProps {
  question: DraftQuestion;
  /** Every question of the draft, in order. */
  questions: readonly DraftQuestion[];
  faults: readonly DraftFault[];
  /** True when everything it lacks is to be said, not only what was touched. */
  insists: boolean;
  /** Sentences by field from the server, while script is off. */
  errors: Record<string, string>;
  findings: readonly PlacedFinding[];
}

interface Fields extends QuestionFormProps {
  form: UseFormReturn<DraftQuestion>;
  /** What a field lacks, in a sentence. */
  errorAt(field: string): string | undefined;
}

const FieldsContext = createContext<Fields | null>(null);

export const FieldsProvider = FieldsContext.Provider;

export function useFields(): Fields {
  return useContext(FieldsContext)!;
}
