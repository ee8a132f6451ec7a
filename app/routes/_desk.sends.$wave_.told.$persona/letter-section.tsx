import { Link, useSearchParams } from '@remix-run/react';
import { MAIL_LOOK_WORDS, MAIL_LOOKS } from '#app/delivery/mail-document.ts';
import { MailFrame } from '#app/delivery/mail-frame.tsx';
import { inSentence } from '#app/persona/persona.ts';
import { Button } from '#app/ui/button.tsx';
import { Section } from '#app/ui/section.tsx';
import type { ToldView } from './page.tsx';

/** The letter as it was saved, and the button that sends just that. */
export function LetterSection({ view }: { view: ToldView }) {
  const [search] = useSearchParams();
  const { draft, isComplete, look, mail } = view;
  if (draft.revision === 0) return null;
  return (
    <Section id="letter" title="As it will be read" lead={`Subject: ${mail.subject}`}>
      {search.has('changed') && (
        <p className="small" role="status">
          <b>Not sent yet.</b> You changed it since it was shown; this is how it reads now.
        </p>
      )}
      <nav className="tabs" aria-label="Seen as">
        <ul>
          {MAIL_LOOKS.map((one) => (
            <li key={one}>
              <Link
                to={`?look=${one}#letter`}
                aria-current={one === look ? 'page' : undefined}
                preventScrollReset
              >
                {MAIL_LOOK_WORDS[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <MailFrame mail={mail} look={look} />
      {isComplete ? <SendFoot view={view} /> : <Incomplete />}
    </Section>
  );
}

function SendFoot({ view: { debt, draft, persona } }: { view: ToldView }) {
  const isWaiting = debt.heard === 0 && !draft.toSilent;
  if (isWaiting) return <p className="small quiet">It can go out once somebody has answered.</p>;
  const one = debt.isQuiet ? `all ${inSentence(persona.plural)} who are owed it` : null;
  const whom =
    one ?? (debt.owed === 1 ? `1 ${inSentence(persona.name)}` : `${debt.owed} ${inSentence(persona.plural)}`);
  const silent = draft.toSilent ? ', and to those who said nothing' : '';
  return (
    <p className="cluster form-foot">
      <Button variant="primary" name="intent" value="send">
        {`Send it to ${whom}${silent}`}
      </Button>
      <span className="small quiet">It cannot be taken back, and stays as it was sent.</span>
    </p>
  );
}

function Incomplete() {
  return (
    <p className="small quiet">
      Before it can go out it must say what you heard, and what you will do or what you will not and why.
    </p>
  );
}
