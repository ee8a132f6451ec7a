import { type Answers, holds } from './answers.ts';
import { type Condition, JUMP_END } from './condition.ts';

/** As much of a question as the way through a survey needs. */
export interface Step {
  key: string;
  showIf?: Condition | undefined;
  jumps?: readonly { when: Condition; to: string }[] | undefined;
}

/**
 * The questions that these answers lead through, in order. An answer off the path decides nothing: somebody who went
 * back and took another turn is judged by the turn they took. Always ends, because it only moves forward.
 */
export function pathOf<Q extends Step>(questions: readonly Q[], answers: Answers): Q[] {
  const places = new Map(questions.map(({ key }, at) => [key, at]));
  const path: Q[] = [];
  const reached = new Map<string, NonNullable<ReturnType<Answers['get']>>>();
  let at = 0;
  while (at < questions.length) {
    const question = questions[at]!;
    at += 1;
    if (question.showIf && !holds(question.showIf, reached)) continue;
    path.push(question);
    const answer = answers.get(question.key);
    if (answer !== undefined) reached.set(question.key, answer);
    const jump = question.jumps?.find(({ when }) => holds(when, reached));
    if (jump) at = Math.max(at, jump.to === JUMP_END ? questions.length : (places.get(jump.to) ?? at));
  }
  return path;
}
