import { TOLD_FIELDS, toldHeadings } from '#app/programme/told/told.ts';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { ToldView } from './page.tsx';

/** The letters that went out, as they were read. */
export function SentSection({ view: { sent, persona } }: { view: ToldView }) {
  if (sent.length === 0) return null;
  const headings = toldHeadings(persona.plural);
  return (
    <Section id="sent" title="Told" lead="Each letter stands as it was sent.">
      <ul className="rows">
        {sent.map((letter) => (
          <li key={letter.ordinal}>
            <p>
              <b>
                Sent <When at={letter.sentAt!} zone="UTC" locale="en-GB" precision="minute" />
              </b>
              {letter.toSilent && ', also to those who said nothing'}
              {letter.queuedAt === null && '. Its mails are being made ready'}
            </p>
            <details>
              <summary className="small">What they read</summary>
              {TOLD_FIELDS.filter((field) => letter[field] !== '').map((field) => (
                <div key={field} className="after">
                  <h3>{headings[field]}</h3>
                  {letter[field].split('\n').map((line, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a sent letter never changes
                    <p key={at}>{line}</p>
                  ))}
                </div>
              ))}
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
