import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { ToldView } from './page.tsx';

/** The letters that went out, as they were read. */
export function SentSection({ view: { sent } }: { view: ToldView }) {
  if (sent.length === 0) return null;
  return (
    <Section id="sent" title="Told" lead="Each letter stands as it was sent.">
      <ul className="rows">
        {sent.map(({ ordinal, sentAt, heard, willDo, willNot, toSilent, queuedAt }) => (
          <li key={ordinal}>
            <p>
              <b>
                Sent <When at={sentAt!} zone="UTC" locale="en-GB" precision="minute" />
              </b>
              {toSilent && ', also to those who said nothing'}
              {queuedAt === null && '. Its mails are being made ready'}
            </p>
            <p className="small quiet">
              {[heard, willDo, willNot].filter((text) => text !== '').join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
