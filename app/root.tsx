import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useNonce } from './ui/nonce.tsx';
import './ui/rolecall.css';
import './ui/pages.css';

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const needsScript = !useMatches().some(
    ({ handle }) => (handle as { noScript?: boolean } | undefined)?.noScript,
  );
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {needsScript ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const fault = useRouteError();
  const [title, words] = isRouteErrorResponse(fault)
    ? sayStatus(fault.status, fault.data)
    : sayStatus(500, null);
  return (
    <main className="alone" id="main">
      <title>{title}</title>
      <h1>{title}</h1>
      <p className="lead">{words}</p>
      <p>
        <a href="/">Go to the start</a>
      </p>
    </main>
  );
}

function sayStatus(status: number, data: unknown): [title: string, words: string] {
  const said = typeof data === 'string' && data !== '' ? data : null;
  switch (status) {
    case 404:
      return ['Nothing here', said ?? 'There is no such page, or it belongs to another workspace.'];
    case 403:
      return [
        'Not for this sign-in',
        said ?? 'Your permission does not open this page. An admin of your workspace can change that.',
      ];
    default:
      return [
        'Something went wrong on our side',
        'It was written down. Please try again; nothing half-done was kept.',
      ];
  }
}
