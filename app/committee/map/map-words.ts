import { inSentence } from '#app/persona/persona.ts';

/** “12 touches by 8 people at 5 accounts”; counts of what happened. */
export function contactWords(contact: { touches: number; people: number; accounts: number } | null): string {
  if (!contact) return 'No contact here.';
  const { touches, people, accounts } = contact;
  return `${count(touches, 'touch', 'touches')} by ${count(people, 'person', 'people')} at ${count(accounts, 'account', 'accounts')}.`;
}

interface HeardIn {
  wave: { id: string; name: string; closedAt: number | null };
  heard: number;
  of: number | null;
}

/** Who of the persona was not heard, wave by wave, asked or not: silence is told as silence, and never read as an answer. */
export function silentWords(
  { felt, questions }: { felt: readonly HeardIn[]; questions: number },
  { plural }: { plural: string },
): string[] {
  const people = inSentence(plural);
  if (questions === 0) return [`No ${people} were asked about this moment.`];
  if (felt.length === 0) return ['Its questions were in no wave yet.'];
  const waves = new Map(felt.map((one) => [one.wave.id, one]));
  return [...waves.values()].map((one) => silentIn(one, people));
}

function silentIn({ wave: { name, closedAt }, heard, of }: HeardIn, people: string): string {
  if (of === null) return `“${name}” heard ${heard}; nobody knows of how many.`;
  const silent = of - heard;
  if (silent <= 0) return `“${name}” heard all ${of} ${people}.`;
  const yet = closedAt === null ? ' yet' : '';
  return `${silent} of ${of} ${people} were not heard${yet} in “${name}”.`;
}

/** “40 touches at 6 moments: 22 times back at one they had met before, 5 times once more at the same.” */
export function traceWords({ new: met, back, again }: { new: number; back: number; again: number }): string {
  const start = `${count(met + back + again, 'touch', 'touches')} at ${count(met, 'moment', 'moments')}`;
  const ways = [
    back > 0 ? `${count(back, 'time', 'times')} back at one met before` : '',
    again > 0 ? `${count(again, 'time', 'times')} once more at the same` : '',
  ].filter(Boolean);
  return ways.length > 0 ? `${start}: ${ways.join(', ')}.` : `${start}.`;
}

export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
