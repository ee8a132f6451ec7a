import { type LaneDebt, longDay, sayDebt } from '#app/programme/told/debt.ts';

/** Sentences of alerts. Each names its persona, and none a person or an account: those are shown beside it. */

/** @param renewalOn ISO day */
export function saySilence(
  plural: string,
  { silentDays, renewalOn }: { silentDays: number; renewalOn: string },
): string {
  const days = silentDays === 1 ? 'a day' : `${silentDays} days`;
  return `${plural}: nobody was heard at the account for ${days}, and it renews on ${longDay(renewalOn)}.`;
}

/** @param isOverdue whether the day promised is over, so that they cannot be asked now. */
export function sayOwed(debt: LaneDebt, isOverdue: boolean): string {
  const until = isOverdue
    ? 'Until they hear, no send of the programme asks them again.'
    : 'From the day after, no send of the programme asks them again until they do.';
  return `${debt.plural}: ${sayDebt(debt, { isOverdue })} ${until}`;
}

export function sayLeft(plural: string): string {
  return `${plural}: somebody said that they have left the account. A seat stands empty there.`;
}
