import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Brand } from './ui/alone-page.tsx';
import { FaultWords } from './ui/fault-words.tsx';
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
  return (
    <main className="alone" id="main">
      <Brand />
      <FaultWords />
      <p>
        <a href="/">Go to the start</a>
      </p>
    </main>
  );
}
