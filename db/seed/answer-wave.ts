import { keepResponse } from '#app/answering/keep-response.server.ts';
import { openLink } from '#app/answering/open-link.server.ts';
import { countAnswers } from '#app/results/count-answers.server.ts';
import { fillForm } from './fill-form.ts';
import type { Hearing } from './hearings.ts';
import type { Asked } from './questions.ts';
import { castReplies, type Invited, type Reply } from './replies.ts';
import { expectKind, type OpenStage } from './stage.ts';
import type { Lines } from './words/line.ts';

export type Letter = Invited & { personaId: string };

/** How a wave is received: by whom, with which words, and when. */
export interface Reception {
  /** Days before the Monday of loading. */
  sentOn: number;
  /** Days from the sending over which answers come in. */
  lasts: number;
  hearing: Hearing;
  /** Names of people who certainly do not answer. */
  silent?: readonly string[];
  said: Partial<Record<Asked, Lines>>;
}

/** Those who answer open the link of their letter, read the questions and send the form, one after the other. */
export async function answerWave(
  stage: OpenStage,
  reception: Reception,
  letters: readonly Letter[],
): Promise<void> {
  const { house, dice } = stage;
  const { sentOn, lasts } = reception;
  const replies = castAll(stage, reception, letters).map((reply) => ({
    ...reply,
    // Most answer on the first days, as people do.
    after: 1 + (dice.roll(1000) / 1000) ** 2 * (lasts * 24 - 12),
  }));
  for (const { invited, after, ...reply } of replies.sort((a, b) => a.after - b.after)) {
    stage.goTo(sentOn, 7.5 + after);
    const { token } = invited;
    const opened = expectKind(await openLink(house.db, token, house.clock.now()), 'open');
    const given = fillForm(dice, opened.door.questionSet.questions, reply, (days) =>
      stage.dayOf(sentOn - days),
    );
    const page = { token, submitId: house.ids.make(), given };
    expectKind(await keepResponse(house, page, countAnswers), 'kept');
  }
}

const NO_WORDS: Lines = { promoter: [], passive: [], detractor: [] };

function castAll(
  { dice }: OpenStage,
  { hearing, silent = [], said }: Reception,
  letters: readonly Letter[],
): Reply[] {
  const positions = Object.keys(hearing) as Asked[];
  return positions.flatMap((position) => {
    const asked = letters.filter(({ personaId, name }) => personaId === position && !silent.includes(name));
    return castReplies(dice, asked, hearing[position] ?? [], said[position] ?? NO_WORDS);
  });
}
