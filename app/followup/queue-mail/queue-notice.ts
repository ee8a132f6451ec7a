/** What stands in the mail of one follow-up: whose and what, never what was answered. */
export interface MailedLine {
  what: string;
  personaName: string;
  personName: string | null;
  accountName: string | null;
  /** Such as 30 November 2026. */
  dueOn: string;
  isOverdue: boolean;
}

/** As many as a mail names; of the others it says how many there are. */
export const MOST_LINES = 20;

/** A member's own queue as the parts of a mail: a subject, and paragraphs between blank lines. What is overdue leads. */
export function queueNotice({
  lines,
  all,
  overdue,
  queueUrl,
  settingsUrl,
}: {
  /** Those due first. */
  lines: readonly MailedLine[];
  all: number;
  overdue: number;
  queueUrl: string;
  settingsUrl: string;
}): { subject: string; body: string } {
  const shown = lines.slice(0, MOST_LINES);
  const more = all - shown.length;
  const paragraphs = [
    lead(all, overdue),
    ...shown.map(sayLine),
    ...(more > 0 ? [`And ${more} more.`] : []),
    `Work through them here: ${queueUrl}`,
    `You can switch this mail off, or say that you are out of office: ${settingsUrl}`,
  ];
  const subject = overdue > 0 ? 'Follow-ups of yours are overdue' : 'Follow-ups that wait for you';
  return { subject, body: paragraphs.join('\n\n') };
}

function lead(all: number, overdue: number): string {
  const wait = all === 1 ? 'One follow-up waits for you.' : `${all} follow-ups wait for you.`;
  if (overdue === 0) return wait;
  if (overdue === all) return `${wait} ${all === 1 ? 'It is' : 'All of them are'} overdue.`;
  return `${wait} ${overdue === 1 ? 'One of them is' : `${overdue} of them are`} overdue.`;
}

/** One line, whatever a text or a name holds. */
function sayLine({ what, personaName, personName, accountName, dueOn, isOverdue }: MailedLine): string {
  const who = [personaName, personName, accountName].filter(Boolean).join(', ');
  const due = isOverdue ? `was due on ${dueOn}` : `due on ${dueOn}`;
  return `${what} (${who}; ${due})`.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
