import { useEffect, useState } from 'react';
import type { WrittenMail } from './invitation-mail.ts';
import { applyStyles, type MailLook, mailDocument } from './mail-document.ts';

/** Windows of their own are let through, and are then as free as any. */
const LIVE = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

interface MailFrameProps {
  mail: WrittenMail;
  look: MailLook;
  /** Whether its links lead anywhere: an example's do not. */
  isLive?: boolean;
}

/** A mail as its reader sees it, in a frame without script. */
export function MailFrame({ mail, look, isLive = false }: MailFrameProps) {
  const nonce = useNonceOfPage();
  if (look === 'text') return <pre className="letter">{mail.text}</pre>;
  const scheme = look === 'dark' ? 'dark' : 'light';
  const html = nonce === null ? '' : mailDocument(mail.html, { nonce, scheme, isLive });
  return (
    <iframe
      key={look}
      className="mail-frame"
      data-look={look}
      title={`The mail: ${mail.subject}`}
      sandbox={isLive ? LIVE : 'allow-same-origin'}
      srcDoc={html}
      onLoad={({ currentTarget }) => {
        if (currentTarget.contentDocument) applyStyles(currentTarget.contentDocument);
      }}
    />
  );
}

/** The policy of this page holds for a document made in it, so its style needs this page's nonce; null until it is known. */
function useNonceOfPage(): string | null {
  const [nonce, setNonce] = useState<string | null>(null);
  useEffect(() => {
    setNonce(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '');
  }, []);
  return nonce;
}
