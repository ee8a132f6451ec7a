import { Link, useLoaderData } from '@remix-run/react';
import { createElement, type ReactNode } from 'react';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import type { loader } from './route.tsx';

/** The plain-text twin, with its links live; what a mail program shows is the HTML part of the same bytes. */
export function LetterPage() {
  const { subject, from, to, receivedAt, text } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        crumb={<Link to="/mailbox">Mailbox</Link>}
        title={subject}
        lead={
          <>
            From {from} to {to}, <When at={receivedAt} zone="UTC" locale="en-GB" precision="minute" />
          </>
        }
      />
      <pre className="letter">{withLinks(text)}</pre>
    </>
  );
}

/** Links open as a respondent's would: in the same tab, without telling where they were found. */
function withLinks(text: string) {
  const parts: ReactNode[] = [];
  for (const [word] of text.matchAll(/https?:\/\/\S+|(?:(?!https?:\/\/)[\s\S])+/g)) {
    const isLink = word.startsWith('http');
    parts.push(
      isLink ? createElement('a', { href: word, rel: 'noreferrer', key: parts.length }, word) : word,
    );
  }
  return parts;
}
