import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { GONE } from '#app/programme/pile/pick.ts';
import { DebtNotice } from '#app/programme/told/debt-notice.tsx';
import { WAVE_STATE_WORDS } from '#app/programme/wave/wave-words.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Piles } from '#app/ui/piles.tsx';
import { When } from '#app/ui/time.tsx';
import { CameBackSection } from './came-back-section.tsx';
import { CloseSection } from './close-section.tsx';
import { CourseSection } from './course-section.tsx';
import { DoubtSection } from './doubt-section.tsx';
import { GoingBar, PausedNotice } from './going-bar.tsx';
import { HeldAnswers } from './held-answers.tsx';
import { LinksSection } from './links-section.tsx';
import { MailSection } from './mail-section.tsx';
import { MissingSection } from './missing-section.tsx';
import { ReadySection } from './ready-section.tsx';
import type { action, loader } from './route.tsx';
import { SaidSection } from './said-section.tsx';
import { SendBar } from './send-bar.tsx';
import { StaleSection } from './stale-section.tsx';
import { ToldSection } from './told-section.tsx';

export type SendView = ReturnType<typeof useLoaderData<typeof loader>>;

export function SendPage() {
  const view = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { wave, mail } = view;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/sends">Sends</Link>
            <span>
              {wave.programmeName}, {WAVE_STATE_WORDS[wave.state].toLowerCase()}
            </span>
          </>
        }
        title={wave.name}
        lead={<Lead view={view} />}
      />
      {said && (
        <Notice
          heading={said.heading}
          sentence={said.sentence}
          foot={
            (said.way === 'mail' && <Link to={`/sends/${view.slug}/many`}>See what is not in order</Link>) ||
            (said.course && <a href="#course">Mend it where you wrote it</a>)
          }
        />
      )}
      {view.attributes.isGone && (
        <Notice {...GONE} foot={<Link to={`/sends/${view.slug}`}>Choose again</Link>} />
      )}
      {wave.state !== 'closed' && <DebtNotice debts={view.brakes} programmeSlug={view.programmeSlug} />}
      <p className="small more">
        <Link to={`/sends/${view.slug}/mail`}>See the mail, and send a test to yourself</Link>
      </p>
      {view.course && <PausedNotice course={view.course} stoppedWhy={mail?.cameBack.stoppedWhy ?? null} />}
      {mail && <MailSection view={view} mail={mail} />}
      {mail && view.course && (
        <GoingBar course={view.course} waiting={mail.unready + mail.asked - mail.settled} />
      )}
      {mail?.doubts && <DoubtSection view={view} doubts={mail.doubts} />}
      {mail && <CameBackSection view={view} mail={mail} />}
      {view.heldAnswers.length > 0 && <HeldAnswers view={view} />}
      <ToldSection view={view} />
      <SaidSection view={view} />
      {view.course && <CourseSection course={view.course} refused={said?.course ?? null} />}
      {wave.state !== 'closed' && <ThreePiles view={view} />}
      {view.links && <LinksSection view={view} links={view.links} />}
      {wave.state === 'open' && <CloseSection />}
    </>
  );
}

function Lead({ view: { wave } }: { view: SendView }) {
  if (wave.state === 'draft')
    return 'People are asked in a role that is confirmed, or about their role first: without it their answer can’t mean anything.';
  return (
    <>
      {wave.sentAt && (
        <>
          Sent <When at={wave.sentAt} zone="UTC" locale="en-GB" precision="minute" />.{' '}
        </>
      )}
      {wave.closedAt ? (
        <>
          Closed <When at={wave.closedAt} zone="UTC" locale="en-GB" precision="minute" />.
        </>
      ) : (
        'Answers come in until it is closed.'
      )}
    </>
  );
}

function ThreePiles({ view }: { view: SendView }) {
  const { counts, missingCount } = view.piles;
  const everybody = counts.ready + counts.missing + counts.stale;
  if (everybody === 0) return view.wave.state === 'draft' ? <NobodyKnown /> : null;
  const titles = missingCount === 1 ? '1 title to look at' : `${missingCount} titles to look at`;
  return (
    <>
      <h2 className="piles-head">
        {view.wave.state === 'draft' ? 'Who is ready to be asked' : 'Who could still be asked'}
      </h2>
      <Piles
        label="Piles"
        piles={[
          { label: 'Ready', count: counts.ready, note: 'role confirmed', href: '#ready' },
          { label: 'Role missing', count: counts.missing, note: titles, href: '#missing' },
          { label: 'Role stale', count: counts.stale, note: `over ${view.reviewDays} days`, href: '#stale' },
        ]}
      />
      <ReadySection view={view} />
      <MissingSection view={view} />
      <StaleSection view={view} />
      {(view.wave.state === 'draft' || view.piles.asked.people > 0) && <SendBar view={view} />}
    </>
  );
}

function NobodyKnown() {
  return (
    <EmptyState
      title="Nobody holds a role of this send yet"
      action={
        <Link className="button primary" to="/people">
          Go to people
        </Link>
      }
    >
      Bring people in, and say in which role each of them stands at their account.
    </EmptyState>
  );
}
