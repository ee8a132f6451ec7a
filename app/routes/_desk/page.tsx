import { Outlet, useLoaderData } from '@remix-run/react';
import { Shell } from '#app/ui/shell.tsx';
import type { loader } from './route.tsx';

export function DeskPage() {
  return (
    <Shell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Shell>
  );
}
