import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { momentOut, toMoment } from '#app/platform/wire/cell.ts';
import { type LaneDebt, owedBy } from '../told/debt.ts';
import { SHUT_NOTE } from '../told/shut-form.ts';
import type { ToldBack, ToldDraft } from '../told/told.ts';

export const DebtOut = z.object({
  wave: z.string(),
  persona: z.string(),
  heard: z.int().nullable().meta({
    description:
      'Respondents of this persona in this wave. Null, as the next two, where they answered in confidence.',
  }),
  told: z.int().nullable().meta({ description: 'How many of them were told what came of it.' }),
  owed: z.int().nullable(),
  promised_for: z.string().nullable().meta({ description: 'ISO day.' }),
});

export function toDebtOut(debt: LaneDebt): z.infer<typeof DebtOut> {
  const { isQuiet } = debt;
  return {
    wave: toSlug('wave', debt.waveId),
    persona: debt.personaId,
    heard: isQuiet ? null : debt.heard,
    told: isQuiet ? null : Math.min(debt.told, debt.heard),
    owed: isQuiet ? null : owedBy(debt),
    promised_for: debt.promiseOn,
  };
}

const words = z
  .string()
  .max(4000)
  .transform((text) => text.replaceAll('\r\n', '\n').trim());

/** The letter of a lane, as it is written; what is sent stays as it was. */
export const ToldLetterIn = z.strictObject({
  heard: words.meta({ description: 'What was heard from this persona.' }),
  will_do: words.default('').meta({ description: 'What comes of it.' }),
  will_not: words
    .default('')
    .meta({ description: 'What does not, and why. One of the two is needed to send.' }),
  to_silent: z
    .boolean()
    .default(false)
    .meta({ description: 'Also to those who were asked and said nothing.' }),
  revision: z.int().min(0).meta({ description: 'The one that was read last; 0 for a first draft.' }),
});

export const ToldSendIn = z.strictObject({
  revision: z.int().min(1).meta({ description: 'Of the draft that is to go out as it is.' }),
});

const letterOut = {
  heard: z.string(),
  will_do: z.string(),
  will_not: z.string(),
  to_silent: z.boolean(),
};

export const ToldBackOut = z.object({
  debt: DebtOut,
  draft: z.object({ ...letterOut, revision: z.int() }),
  sent: z.array(z.object({ ...letterOut, ordinal: z.int(), sent_at: momentOut })),
});

export const ToldSentOut = z.object({
  told: z.int().meta({ description: 'Respondents who were owed it. Their mails follow through the ledger.' }),
});

export function toToldBackOut({ debt, draft, sent }: ToldBack): z.infer<typeof ToldBackOut> {
  return {
    debt: toDebtOut(debt),
    draft: { ...toLetterOut(draft), revision: draft.revision },
    sent: sent.map((letter) => ({
      ...toLetterOut(letter),
      ordinal: letter.ordinal,
      sent_at: toMoment(letter.sentAt!),
    })),
  };
}

function toLetterOut({ heard, willDo, willNot, toSilent }: ToldDraft) {
  return { heard, will_do: willDo, will_not: willNot, to_silent: toSilent };
}

export function toToldDraft(sent: z.infer<typeof ToldLetterIn>): ToldDraft {
  return { heard: sent.heard, willDo: sent.will_do, willNot: sent.will_not, toSilent: sent.to_silent };
}

export const ShutIn = z.strictObject({
  reason: z.string().trim().min(1).max(300),
  heard: z.string().trim().min(1).max(4000).default(SHUT_NOTE.heard),
  will_not: z.string().trim().min(1).max(4000).default(SHUT_NOTE.willNot),
});

export const ShutOut = z.object({
  told: z.int().meta({ description: 'Respondents who were owed an answer and get the note.' }),
});
