import { Link, Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { Brand } from '#app/ui/alone-page.tsx';
import { Banner } from '#app/ui/banner.tsx';
import { FaultWords } from '#app/ui/fault-words.tsx';
import { Shell } from '#app/ui/shell.tsx';
import type { loader } from './route.tsx';

export function DeskPage() {
  const { frame, pause } = useLoaderData<typeof loader>();
  return (
    <Shell {...frame}>
      {pause && <PauseBanner pause={pause} />}
      <Outlet />
    </Shell>
  );
}

type Pause = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['pause']>;

function PauseBanner({ pause: { why, mayConfirm } }: { pause: Pause }) {
  return (
    <Banner fact="Nothing is being sent.">
      {why}{' '}
      {mayConfirm ? (
        <Link to="/settings/sending">See what would go out</Link>
      ) : (
        'An admin has to look at what would go out, under Settings.'
      )}
    </Banner>
  );
}

/** A page that could not be shown: its words in the frame, so that the way on is where it always is. */
export function DeskFault() {
  const desk = useRouteLoaderData<typeof loader>('routes/_desk');
  if (desk) {
    return (
      <Shell {...desk.frame}>
        <FaultWords />
      </Shell>
    );
  }
  return (
    <main className="alone" id="main">
      <Brand />
      <FaultWords />
    </main>
  );
}
