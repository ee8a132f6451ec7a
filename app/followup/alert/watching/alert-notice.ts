import type { OwnerNotice } from '#app/delivery/notice/owner-notice.ts';

interface Told {
  ruleName: string;
  personaName: string;
  programmeName: string;
  /** The sentence of the alert; a figure in it is of this persona. */
  what: string;
  personName: string | null;
  accountName: string | null;
  alertsUrl: string;
}

/** An alert as the parts of a mail. The subject names the persona and holds no figure. */
export function alertNotice(told: Told): OwnerNotice {
  const { ruleName, personaName, programmeName, what, personName, accountName, alertsUrl } = told;
  const who = [personName, accountName].filter(Boolean).join(', ');
  const paragraphs = [
    what,
    ...(who ? [`Who and where: ${who}.`] : []),
    `The rule “${ruleName}” of “${programmeName}” raised this. It is of ${personaName} alone.`,
    `Look at it, and open a follow-up about it: ${alertsUrl}`,
  ];
  const body = paragraphs.map(oneLine).join('\n\n');
  return { subject: oneLine(`Alert, ${personaName}: ${ruleName}`), body };
}

/** One line, whatever a name holds. */
function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
