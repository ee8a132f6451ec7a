import { INLET_WORDS } from '#app/delivery/inlet/inlet.ts';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { MailSettingsView } from './page.tsx';

type Comes = MailSettingsView['comesBack'];

/** The ways in which this installation hears of mails that came back, and what each still needs. */
export function ComesBack({ comesBack }: { comesBack: Comes }) {
  return (
    <Section id="comes-back" title="What comes back" lead={<Lead comesBack={comesBack} />}>
      <dl className="records">
        {comesBack.inlets.map((inlet) => (
          <Inlet key={inlet.inlet} inlet={inlet} />
        ))}
      </dl>
      {comesBack.unmatched > 0 && <p className="note more">{unmatchedInWords(comesBack.unmatched)}</p>}
    </Section>
  );
}

function Lead({ comesBack }: { comesBack: Comes }) {
  return (
    <>
      {missing(comesBack)} <code>docs/guides/bounces.md</code> says how, one provider after the other.
    </>
  );
}

/** What is missing, in one sentence. */
function missing({ inlets, bounceDomain }: Comes): string {
  const isSetUp = inlets.some((inlet) => inlet.isSetUp);
  if (!isSetUp && bounceDomain !== null)
    return `Mail that comes back goes to ${bounceDomain}, and nothing here reads it: set BOUNCE_DROP or BOUNCE_IMAP_URL.`;
  if (!isSetUp)
    return 'Nobody tells this installation which mails came back, so it goes on writing to addresses that are gone: set up one of these.';
  const silent = inlets.every((inlet) => !inlet.isSetUp || inlet.newestAt === null);
  if (silent)
    return 'Set up, and nothing was heard yet: send a mail to an address that does not exist to try it.';
  return 'What comes back is heard.';
}

function Inlet({ inlet: { inlet, isSetUp, address, newestAt } }: { inlet: Comes['inlets'][number] }) {
  const { name, sets } = INLET_WORDS[inlet];
  return (
    <div>
      <dt>
        <b>{name}</b>
        <span className={`standing ${isSetUp ? 'good' : 'note'}`}>{isSetUp ? 'Set up' : 'Not set up'}</span>
      </dt>
      <dd>
        <p>{isSetUp ? <Newest at={newestAt} /> : `Set ${sets} and start again to use it.`}</p>
        {address && (
          <div className="to-publish small">
            <p className="note">Address of its webhook{isSetUp ? '' : ', once it is set up'}</p>
            <code className="secret">{address}</code>
            {inlet === 'postmark' && (
              <p className="note">NAME and PASSWORD are those in POSTMARK_WEBHOOK_AUTH.</p>
            )}
          </div>
        )}
      </dd>
    </div>
  );
}

function Newest({ at }: { at: number | null }) {
  if (at === null) return <>Nothing has come in yet.</>;
  return (
    <>
      Newest came in <When at={at} zone="UTC" locale="en-GB" precision="minute" />.
    </>
  );
}

function unmatchedInWords(unmatched: number): string {
  const events = unmatched === 1 ? '1 event was' : `${unmatched} events were`;
  return `In the last 30 days ${events} about no mail that this installation knows: another system may send by the same provider.`;
}
