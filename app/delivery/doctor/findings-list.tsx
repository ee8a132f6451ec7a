import { type Finding, ITEM_WORDS, type MailVerdict, STANDING_WORDS } from './finding.ts';

/** What is published for a domain, one thing after the other, with the record to publish where one is missing. */
export function FindingsList({ findings }: Pick<MailVerdict, 'findings'>) {
  return (
    <dl className="records">
      {findings.map((finding) => (
        <div key={finding.item}>
          <dt>
            <b>{ITEM_WORDS[finding.item].name}</b>
            <span className={`standing ${finding.standing}`}>{STANDING_WORDS[finding.standing]}</span>
            <span className="note">{ITEM_WORDS[finding.item].about}</span>
          </dt>
          <dd>
            <p>{finding.sentence}</p>
            {finding.publish && <ToPublish publish={finding.publish} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ToPublish({ publish: { name, type, value } }: { publish: NonNullable<Finding['publish']> }) {
  return (
    <div className="to-publish small">
      <p className="note">
        {type} record at <code>{name}</code>
      </p>
      <code className="secret">{value}</code>
    </div>
  );
}
