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
            <SchemasWithoutEval nonce={nonce} />
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

/**
 * Zod would try to make code from text, which the page's policy forbids and reports. Said before any module runs: routes
 * make their schemas while they load.
 */
function SchemasWithoutEval({ nonce }: { nonce: string | undefined }) {
  const script = 'globalThis.__zod_globalConfig={jitless:true}';
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
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
