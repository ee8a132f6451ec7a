import { BASE_PERSONAS, isBase, type PersonaLabel } from '#app/persona/persona.ts';
import { mintSample, type Question, type Sample, type SampleInput } from '#app/results/sample.ts';

/** Samples for tests, minted as the store mints them. */

export function persona(id: string, custom: Partial<PersonaLabel> = {}): PersonaLabel {
  const base = isBase(id) ? id : 'buyer';
  return { id, base, name: BASE_PERSONAS[base].name, plural: BASE_PERSONAS[base].plural, ...custom };
}

export const recommend: Question<'ltr_0_10'> = {
  key: 'recommend',
  concept: 'recommend',
  scale: 'ltr_0_10',
  wording: 'How likely are you to recommend us?',
  wordingKey: 'how likely are you to recommend us?',
};

export const springWave = { id: 'w2', name: 'spring wave', closedAt: 2_000 };
export const autumnWave = { id: 'w1', name: 'autumn wave', closedAt: 1_000 };

/** A histogram of eleven cells from the answers themselves. */
export function cells(answers: readonly number[]): number[] {
  return Array.from({ length: 11 }, (_, value) => answers.filter((answer) => answer === value).length);
}

type Given = Partial<Omit<SampleInput<'ltr_0_10'>, 'persona'>> & { persona?: string | PersonaLabel };

/** Answers of end-users in the spring wave unless told; one account for each inner list. */
export function sampleOf(
  answersByAccount: readonly (readonly number[])[],
  given: Given = {},
): Sample<'ltr_0_10'> {
  const label = given.persona ?? 'end_user';
  return mintSample({
    wave: springWave,
    question: recommend,
    known: null,
    confidentiality: 'attributed',
    accounts: answersByAccount.map((answers, index) => ({
      accountId: `account-${index + 1}`,
      accountName: `Account ${index + 1}`,
      counts: cells(answers),
    })),
    ...given,
    persona: typeof label === 'string' ? persona(label) : label,
  });
}

/** Everybody from an account of their own: so many promoters (9), passives (7) and detractors (3). */
export function classesOf(promoters: number, passives: number, detractors: number): number[][] {
  return [
    ...Array.from({ length: promoters }, () => [9]),
    ...Array.from({ length: passives }, () => [7]),
    ...Array.from({ length: detractors }, () => [3]),
  ];
}
