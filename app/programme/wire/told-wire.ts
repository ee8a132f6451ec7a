import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { type LaneDebt, owedBy } from '../told/debt.ts';

export const DebtOut = z.object({
  wave: z.string(),
  persona: z.string(),
  heard: z.int().meta({ description: 'Respondents of this persona in this wave.' }),
  told: z.int().meta({ description: 'How many of them were told what came of it.' }),
  owed: z.int(),
  promised_for: z.string().nullable().meta({ description: 'ISO day.' }),
});

export function toDebtOut(debt: LaneDebt): z.infer<typeof DebtOut> {
  return {
    wave: toSlug('wave', debt.waveId),
    persona: debt.personaId,
    heard: debt.heard,
    told: Math.min(debt.told, debt.heard),
    owed: owedBy(debt),
    promised_for: debt.promiseOn,
  };
}
