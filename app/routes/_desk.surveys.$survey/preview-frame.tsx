import { memo, useCallback, useEffect, useRef } from 'react';
import { applyStyles } from '#app/delivery/mail-document.ts';

interface PreviewFrameProps {
  html: string;
  title: string;
  /** The question to bring into view. */
  at: string | null;
  onSend(form: FormData): void;
  onLanguage(language: string): void;
}

/** A document without script in a frame of its own; its form and its links are answered by the editor. */
export const PreviewFrame = memo(function PreviewFrame({
  html,
  title,
  at,
  onSend,
  onLanguage,
}: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const newest = useRef({ at, onSend, onLanguage });
  newest.current = { at, onSend, onLanguage };
  const onLoad = useCallback(() => {
    const page = frame.current?.contentDocument;
    if (!page) return;
    applyStyles(page);
    page.addEventListener('submit', (event) => {
      event.preventDefault();
      newest.current.onSend(new FormData(event.target as HTMLFormElement, event.submitter));
    });
    page.addEventListener('click', (event) => {
      const link = (event.target as Element).closest?.('a');
      if (!link) return;
      event.preventDefault();
      const tag = new URLSearchParams(link.search).get('lang');
      if (tag) newest.current.onLanguage(tag);
    });
    scrollTo(page, newest.current.at);
  }, []);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (page) scrollTo(page, at);
  }, [at]);
  return (
    <iframe
      ref={frame}
      className="preview-frame"
      title={title}
      sandbox="allow-same-origin allow-forms"
      srcDoc={html}
      onLoad={onLoad}
    />
  );
});

/** Only the frame scrolls: the editor stays where it is. */
function scrollTo(page: Document, key: string | null): void {
  const field = key && page.querySelector(`[name="${key}"], [name^="${key}."]`);
  const block = field ? field.closest('.q') : null;
  if (block)
    page.defaultView?.scrollTo(
      0,
      Math.max(0, block.getBoundingClientRect().top + page.defaultView.scrollY - 16),
    );
}
