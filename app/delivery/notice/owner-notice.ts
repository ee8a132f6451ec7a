/** What a member is told, as the parts of a mail: a subject, and paragraphs between blank lines. */
export interface OwnerNotice {
  subject: string;
  body: string;
}

interface SeatLost {
  personName: string;
  accountName: string;
  /** The seats that stand empty now. */
  personaNames: readonly string[];
  personUrl: string;
}

export function bouncedNotice({ said, ...seat }: SeatLost & { said: string }): OwnerNotice {
  const { personName, accountName, personUrl } = seat;
  return notice(`Mail to ${personName} at ${accountName} came back`, [
    `A mail to ${personName} at ${accountName} came back: nobody can be reached at that address any more.${said && ` The mail server said: “${said}”`}`,
    `${emptySeat(seat)} Nobody asks ${personName} there from now on.`,
    `If they have left, find out who follows. If the address was wrong, add the right one, choose “Write here” beside it, and give them their role again: ${personUrl}`,
  ]);
}

export function leftNotice(seat: SeatLost): OwnerNotice {
  const { personName, accountName, personUrl } = seat;
  return notice(`${personName} has left ${accountName}`, [
    `${personName} told us that they have left ${accountName}.`,
    `${emptySeat(seat)} Find out who follows, and give that person the role: ${personUrl}`,
  ]);
}

export function stoppedNotice({
  waveName,
  why,
  waveUrl,
}: {
  waveName: string;
  why: string;
  waveUrl: string;
}): OwnerNotice {
  return notice(`The send “${waveName}” was paused`, [
    `The send “${waveName}” was paused: ${why}`,
    'Mailbox providers take a sender like that for one that writes to people who never asked for it, and stop delivering to everybody. Look through the addresses that came back before you go on.',
    `What came back, person by person: ${waveUrl}`,
  ]);
}

function emptySeat({ personaNames, accountName }: SeatLost): string {
  if (personaNames.length === 0) return `They held no seat at ${accountName} any more.`;
  const [seats, stand] = personaNames.length === 1 ? ['seat', 'stands'] : ['seats', 'stand'];
  return `The ${seats} of ${personaNames.join(' and ')} at ${accountName} ${stand} empty.`;
}

/** A subject is one line, whatever a name holds. */
function notice(subject: string, paragraphs: readonly string[]): OwnerNotice {
  return { subject: subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim(), body: paragraphs.join('\n\n') };
}
