import { SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { MailCheck } from '#app/programme/wave/mail-word.ts';
import { checkMail } from './check-mail.server.ts';
import { ITEM_WORDS, type MailVerdict } from './finding.ts';

/** Whoever sends waits this long for DNS, once in ten minutes. */
const PATIENCE = 10 * SECOND;

/** Whether the records of the domain that mail comes from are in order, for a send to many. */
export function mailReadiness(house: Pick<House, 'env' | 'clock'>): MailCheck {
  return async () => {
    const checked = await checkMail(house, { patience: PATIENCE });
    switch (checked.kind) {
      case 'mailbox':
        return { kind: 'ready' };
      case 'looking':
        return { kind: 'unready', sentence: 'DNS has not answered yet; try again in a minute.' };
      case 'checked':
        if (checked.verdict.green) return { kind: 'ready' };
        return { kind: 'unready', sentence: sayUnready(checked.verdict) };
      default:
        return checked satisfies never;
    }
  };
}

/** Which things are not in order, by name. */
export function sayUnready({ domain, findings }: MailVerdict): string {
  const named = (wanted: string) =>
    findings.filter(({ standing }) => standing === wanted).map(({ item }) => ITEM_WORDS[item].name);
  const [wrong, silent] = [named('wrong'), named('silent')];
  const parts = [
    ...(wrong.length > 0
      ? [`${wrong.join(', ')} of ${domain} ${wrong.length === 1 ? 'is' : 'are'} not in order`]
      : []),
    ...(silent.length > 0
      ? [`DNS did not say what ${silent.join(', ')} of ${domain} ${silent.length === 1 ? 'is' : 'are'}`]
      : []),
  ];
  return `${parts.join(', and ')}.`;
}
