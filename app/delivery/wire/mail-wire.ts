import { z } from 'zod';
import { WaveOut } from '#app/programme/wire/wave-wire.ts';
import type { LaneMail } from '../lane-mail.ts';

const count = z.int().nonnegative();

const LaneMailOut = z.object({
  persona: z.string(),
  asked: count,
  waiting: count,
  sent: count,
  not_sent: count.meta({ description: 'Refused by the mail server, or stopped before it left.' }),
  in_doubt: count.meta({
    description: 'May have gone out: the mail server’s answer did not come.',
  }),
  outcomes: z
    .object({
      arrived: count,
      no_word: count,
      came_back_for_now: count,
      came_back_for_good: count,
      marked_as_spam: count,
    })
    .meta({ description: 'What is known of the sent ones; these add up to `sent`.' }),
});

/** A wave with what became of its letters: counts of work, by persona. */
export const WaveWithMailOut = WaveOut.extend({
  unready: count.meta({
    description: 'People whom a send to very many decided to ask and who have no letter yet.',
  }),
  left_out: count.meta({
    description:
      'People whom it decided to ask and who were not: they could not be asked any more, or it was taken back or closed first.',
  }),
  mail: z.array(LaneMailOut).meta({
    description:
      'By persona, whom it asked: `waiting`, `sent`, `not_sent` and `in_doubt` add up to `asked`. Empty for a draft.',
  }),
});

export function toLaneMailOut({ personaId, asked, counts, outcomes }: LaneMail): z.infer<typeof LaneMailOut> {
  const { arrived, no_word, came_back_for_now, came_back_for_good, spam } = outcomes;
  return {
    persona: personaId,
    asked,
    waiting: counts.waiting,
    sent: counts.sent,
    not_sent: counts.stopped,
    in_doubt: counts.in_doubt,
    outcomes: { arrived, no_word, came_back_for_now, came_back_for_good, marked_as_spam: spam },
  };
}
