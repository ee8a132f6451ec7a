import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { BroughtIn } from '#app/survey/translation/exchange/plan-entries.ts';
import { Section } from '#app/ui/section.tsx';
import { Tally } from '#app/ui/tally.tsx';

interface ReportProps {
  report: BroughtIn;
  /** Where each place stands, in words. */
  places: Readonly<Record<string, string>>;
  target: { tag: string; name: string };
  /** Where the texts of the language are. */
  texts: string;
}

/** What came of a file: counts first, then every place where somebody may have to look. */
export function Report({ report, places, target, texts }: ReportProps) {
  const { taken, unchanged, blank, refused, stale, unknown, replaced } = report;
  const say = (place: string) => places[place] ?? place;
  const text = (words: string) => (
    <span lang={target.tag} dir="auto">
      {words}
    </span>
  );
  return (
    <div role="status">
      <Tally
        counts={[
          { count: taken, label: 'taken' },
          { count: unchanged, label: 'unchanged' },
          { count: blank, label: 'not translated in the file' },
          { count: refused.length, label: 'not taken' },
          { count: unknown.length, label: 'with no place here' },
        ]}
      />
      <Places title="Not taken" lead="Mend these in the file, or write them here." all={refused}>
        {({ place, text: words, sentence }) => (
          <>
            <b>{say(place)}:</b> {sentence} {words !== '' && text(words)}
          </>
        )}
      </Places>
      <Places
        title="Taken, but the original reads differently today"
        lead={`They are marked as changed since. Look at them in ${target.name}.`}
        all={stale.map((place) => ({ place }))}
      >
        {({ place }) => <Link to={`${texts}#${place}`}>{say(place)}</Link>}
      </Places>
      <Places title="Replaced" lead="What stood there before the file." all={replaced}>
        {({ place, before }) => (
          <>
            <b>{say(place)}:</b> {text(before)}
          </>
        )}
      </Places>
      <Places
        title="With no place here"
        lead="The survey has no such text any more, or never had."
        all={unknown.map((place) => ({ place }))}
      >
        {({ place }) => <code>{place}</code>}
      </Places>
    </div>
  );
}

interface PlacesProps<T> {
  title: string;
  lead: string;
  all: readonly T[];
  children: (one: T) => ReactNode;
}

function Places<T extends { place: string }>({ title, lead, all, children }: PlacesProps<T>) {
  if (all.length === 0) return null;
  return (
    <Section title={title} lead={lead}>
      <ul className="rows small">
        {all.map((one, index) => (
          // A place may stand twice in a file.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={`${one.place} ${index}`}>{children(one)}</li>
        ))}
      </ul>
    </Section>
  );
}
