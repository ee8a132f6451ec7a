import { Notice } from '#app/ui/notice.tsx';
import { When } from '#app/ui/time.tsx';
import type { PersonView } from './page.tsx';

type Return = PersonView['returns'][number];

export function returnOf(returns: readonly Return[], email: string): Return | undefined {
  return returns.find(({ address }) => address === email.toLowerCase());
}

/** The address that is written to is no good any more: said first, because nothing else of this person can be asked. */
export function AddressNotice({ view: { addresses, returns } }: { view: PersonView }) {
  const written = addresses.find(({ position }) => position === 0);
  const returned = written && returnOf(returns, written.email);
  if (!written || !returned) return null;
  return (
    <Notice
      heading={returned.outcome === 'spam' ? 'Mail was marked as spam' : 'Mail came back for good'}
      sentence={
        <>
          Mail to <span className="break">{written.email}</span> <Returned returned={returned} />
        </>
      }
      foot="Nothing more is sent to this address. Add another one below and choose it, and look whether the person still works there."
    />
  );
}

/** Beside an address: what came of the mail to it. */
export function AddressReturned({ returned }: { returned: Return | undefined }) {
  if (!returned) return null;
  return (
    <p className="note">
      Mail to it <Returned returned={returned} />
    </p>
  );
}

function Returned({ returned: { outcome, at, detail } }: { returned: Return }) {
  return (
    <>
      {outcome === 'spam' ? 'was marked as spam on' : 'came back for good on'}{' '}
      <When at={at} zone="UTC" locale="en-GB" />
      {detail ? `: ${detail}` : '.'}
    </>
  );
}
