import type { PersonaBase } from '#app/persona/persona.ts';
import { Button } from '#app/ui/button.tsx';
import { When } from '#app/ui/time.tsx';
import type { TaggingView } from './page.tsx';

interface Props {
  text: TaggingView['texts'][number];
  persona: { base: PersonaBase };
  /** The form of its small buttons. */
  settle: string;
  isTicked: boolean;
}

/** One comment, its themes and what is suggested, with the words that matched. */
export function TextItem({ text, persona, settle, isTicked }: Props) {
  const { at, words, about, beside, score, answeredAt, by, tags } = text;
  const who = [[by.name, by.title].filter(Boolean).join(', '), by.account].filter(Boolean).join(' at ');
  const short = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  return (
    <li className={persona.base} data-line id={at}>
      <input type="checkbox" name="on" value={at} aria-label={`Tick: ${short}`} defaultChecked={isTicked} />
      <div>
        <p className="verbatim-words">{beside === null ? words : `${beside}: ${words}`}</p>
        {about && <p className="small quiet">{about}</p>}
        <p className="by">
          {score !== null && `${score}, `}
          {who && `${who}, `}
          {answeredAt !== null && <When at={answeredAt} zone="UTC" locale="en-GB" />}
        </p>
        {tags.length > 0 && (
          <ul className="tags">
            {tags.map((tag) => (
              <TagItem key={tag.theme} tag={tag} at={at} settle={settle} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function TagItem({
  tag: { theme, name, why },
  at,
  settle,
}: {
  tag: Props['text']['tags'][number];
  at: string;
  settle: string;
}) {
  const press = (act: 'confirm' | 'remove', label: string) => (
    <Button variant="plain" form={settle} name="settle" value={`${act}:${at}:${theme}`}>
      {label}
      <span className="vh">: {name}</span>
    </Button>
  );
  if (why === null)
    return (
      <li className="tag">
        <b>{name}</b> {press('remove', 'Take away')}
      </li>
    );
  return (
    <li className="tag is-suggested">
      <input type="hidden" name="suggested" value={`${at}:${theme}`} />
      <span>
        {name}? <span className="quiet">It says {why}.</span>
      </span>{' '}
      {press('confirm', 'Yes')} {press('remove', 'No')}
    </li>
  );
}
