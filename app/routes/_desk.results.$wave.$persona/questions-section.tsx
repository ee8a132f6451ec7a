import { QuestionView, type ResultFacts, wordingOf } from '#app/results/question-view.tsx';
import { Section } from '#app/ui/section.tsx';
import type { PersonaView } from './page.tsx';

/** Every other question, each as its kind is read, of this persona alone. */
export function QuestionsSection({ view: { questions, persona, figure } }: { view: PersonaView }) {
  if (questions.length === 0) return null;
  return (
    <Section title={figure ? 'The other questions' : 'The questions'}>
      <div className="questions">
        {(questions as ResultFacts[]).map((result) => (
          <QuestionView key={wordingOf(result)} result={result} persona={persona} />
        ))}
      </div>
    </Section>
  );
}
