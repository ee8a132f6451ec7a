import { Link } from '@remix-run/react';
import { DataTable } from './data-table.tsx';
import type { Block, Inline, Words } from './prose.ts';

interface ProseProps {
  blocks: readonly Block[];
  /** Where a link of the text leads here; null where that page is not here, and the words stand alone. */
  leadTo: (written: string) => string | null;
}

/** A written text below its title. A table is named by the heading over it. */
export function Prose({ blocks, leadTo }: ProseProps) {
  return (
    <div className="prose">
      {blocks.map((block, at) => (
        <BlockView key={keyOf(block, at)} block={block} under={headingOver(blocks, at)} leadTo={leadTo} />
      ))}
    </div>
  );
}

/** The text is fixed, so a place in it is a name. */
const keyOf = ({ kind }: { kind: string }, at: number) => `${kind} ${at}`;

function headingOver(blocks: readonly Block[], at: number): string {
  const over = blocks.slice(0, at).findLast((block) => block.kind === 'heading');
  return over?.kind === 'heading' ? over.text : '';
}

function BlockView({ block, under, leadTo }: { block: Block; under: string } & Pick<ProseProps, 'leadTo'>) {
  const say = (words: Words) => <Said words={words} leadTo={leadTo} />;
  switch (block.kind) {
    case 'heading':
      return block.level > 2 ? <h3>{block.text}</h3> : <h2 id={anchorOf(block.text)}>{block.text}</h2>;
    case 'paragraph':
      return <p>{say(block.words)}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((words, at) => (
            <li key={keyOf(block, at)}>{say(words)}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <DataTable
          caption={under}
          captionHidden
          head={block.head.map((label) => ({ label }))}
          rows={block.rows.map((cells, at) => ({
            key: keyOf(block, at),
            cells: cells.map((words, cell) => <Said key={block.head[cell]} words={words} leadTo={leadTo} />),
          }))}
        />
      );
    default:
      return block satisfies never;
  }
}

function Said({ words, leadTo }: { words: Words } & Pick<ProseProps, 'leadTo'>) {
  return words.map((word, at) => <Word key={keyOf(word, at)} word={word} leadTo={leadTo} />);
}

function Word({ word, leadTo }: { word: Inline } & Pick<ProseProps, 'leadTo'>) {
  switch (word.kind) {
    case 'text':
      return word.text;
    case 'code':
      return <code>{word.text}</code>;
    case 'strong':
      return (
        <b>
          <Said words={word.words} leadTo={leadTo} />
        </b>
      );
    case 'em':
      return (
        <em>
          <Said words={word.words} leadTo={leadTo} />
        </em>
      );
    case 'link': {
      const to = leadTo(word.to);
      const said = <Said words={word.words} leadTo={leadTo} />;
      return to === null ? said : <Link to={to}>{said}</Link>;
    }
    default:
      return word satisfies never;
  }
}

/** "The interval" is #the-interval. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
