import { Link, useLoaderData } from '@remix-run/react';
import { createElement, type ReactNode } from 'react';
import { LookTabs } from '#app/delivery/look-tabs.tsx';
import { MailFrame } from '#app/delivery/mail-frame.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import type { loader } from './route.tsx';

/** A letter as its reader has it, either part of the same bytes; its links are theirs. */
export function LetterPage() {
  const { subject, from, to, receivedAt, text, html, look } = useLoaderData<typeof loader>();
  const plain = <pre className="letter">{withLinks(text)}</pre>;
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
      {html !== '' && <LookTabs look={look} placeOf={(one) => `?look=${one}`} />}
      {look === 'text' ? (
        plain
      ) : (
        <>
          <MailFrame mail={{ subject, text, html }} look={look} isLive />
          <noscript>{plain}</noscript>
        </>
      )}
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
