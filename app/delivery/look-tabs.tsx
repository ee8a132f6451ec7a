import { Link } from '@remix-run/react';
import { MAIL_LOOK_WORDS, MAIL_LOOKS, type MailLook } from './mail-document.ts';

/** The ways in which a mail is looked at, each at its own address. */
export function LookTabs({ look, placeOf }: { look: MailLook; placeOf: (look: MailLook) => string }) {
  return (
    <nav className="tabs after" aria-label="Seen as">
      <ul>
        {MAIL_LOOKS.map((one) => (
          <li key={one}>
            <Link to={placeOf(one)} aria-current={one === look ? 'page' : undefined} preventScrollReset>
              {MAIL_LOOK_WORDS[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
