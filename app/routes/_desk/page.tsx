import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { Brand } from '#app/ui/alone-page.tsx';
import { FaultWords } from '#app/ui/fault-words.tsx';
import { Shell } from '#app/ui/shell.tsx';
import type { loader } from './route.tsx';

export function DeskPage() {
  return (
    <Shell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Shell>
  );
}

/** A page that could not be shown: its words in the frame, so that the way on is where it always is. */
export function DeskFault() {
  const frame = useRouteLoaderData<typeof loader>('routes/_desk');
  if (frame) {
    return (
      <Shell {...frame}>
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
