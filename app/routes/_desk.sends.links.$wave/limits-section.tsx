import { type Limit, PLACES } from '#app/answering/shared/shared-limit.ts';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { LinkView } from './page.tsx';

type Over = LinkView['over'][number];

/** Says that more came through the link than it takes in a day, and what became of it; nothing while it never did. */
export function LimitsSection({ view: { over } }: { view: LinkView }) {
  if (over.length === 0) return null;
  return (
    <Section
      title="More came through this link than it takes in a day"
      lead="Look at what it brought before you trust it. Under a new address its limits begin anew."
    >
      <ul className="rows">
        {over.map((one) => (
          <li key={one.what}>
            {SAID[one.what](one)} Last <When at={one.lastAt} zone="UTC" locale="en-GB" precision="minute" />.
          </li>
        ))}
      </ul>
    </Section>
  );
}

const places = (limit: Limit) => PLACES[limit].toLocaleString('en-GB');

const SAID = {
  network: () => `One network sent more than ${places('network')}: it was asked to come back later.`,
  counted: ({ answers }) =>
    `More than ${places('counted')} were counted: ${answers.toLocaleString('en-GB')} after those ${answers === 1 ? 'is' : 'are'} held until a member decides.`,
  kept: () => `More than ${places('kept')} were kept: everybody was asked to come back later.`,
} satisfies Record<Limit, (over: Over) => string>;
