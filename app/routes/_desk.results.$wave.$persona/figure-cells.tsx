import type { FigureFacts } from '#app/results/figure-view.tsx';
import { signed } from '#app/ui/signed.ts';

/** A score in a table, or the few answers there are, or that there is none. */
export function scoreCell({ score, answers, n }: Pick<FigureFacts, 'score' | 'answers' | 'n'>): string {
  if (score !== null) return signed(score);
  if (answers !== null && answers.length > 0 && answers.length <= 8) return answers.join(', ');
  return n === 0 ? 'not heard' : 'no score';
}
