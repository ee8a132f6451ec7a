import { Section } from '#app/ui/section.tsx';
import { Tally } from '#app/ui/tally.tsx';
import type { ImportView } from './page.tsx';

/** What happens to every row: the counts add up to the file. */
export function TallySection({ view: { report, state, rowsTotal, words } }: { view: ImportView }) {
  const waiting = words.filter(({ personaId }) => personaId === undefined).map(({ word }) => `“${word}”`);
  const hereNote = [
    report.newTitles > 0 && `${report.newTitles} with a new title`,
    report.newRoles > 0 && `${report.newRoles} with a new role`,
  ].filter(Boolean);
  const counts = [
    { count: report.newPeople, label: 'new people with a role' },
    { count: report.alreadyHere, label: ['already here', ...hereNote].join(', ') },
    { count: report.roleMissing, label: 'new people, role missing' },
    {
      count: report.waitForWord,
      label: waiting.length > 0 ? `wait for ${sayWords(waiting)}` : 'wait for a word',
    },
    { count: report.needYou, label: 'wait for you, below' },
    { count: 0, label: 'dropped' },
  ];
  return (
    <Section
      title={state === 'done' ? 'What happened' : 'What would happen'}
      lead={`${rowsTotal} rows, and each is in one of these.${accountsSentence(report.newAccounts)}`}
    >
      <Tally counts={counts} />
    </Section>
  );
}

function sayWords(words: readonly string[]): string {
  return words.length === 1 ? `the word ${words[0]}` : `${words.length} words`;
}

function accountsSentence(newAccounts: number): string {
  if (newAccounts === 0) return '';
  return newAccounts === 1 ? ' They name 1 new account.' : ` They name ${newAccounts} new accounts.`;
}
