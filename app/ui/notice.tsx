import { type ReactNode, useId } from 'react';

interface NoticeProps {
  /** The fact, with its counts. */
  heading: string;
  /** The reason, in one sentence. */
  sentence: ReactNode;
  /** What can be said instead: the split. */
  children?: ReactNode;
  /** Ways on. */
  foot?: ReactNode;
}

/** A refusal or a finding. It is a result: same card, same place, and nothing in it looks broken. */
export function Notice({ heading, sentence, children, foot }: NoticeProps) {
  const id = useId();
  return (
    <article className="result" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <p className="lead">{sentence}</p>
      {children && <div className="result-body">{children}</div>}
      {foot && <div className="result-foot small">{foot}</div>}
    </article>
  );
}
