import { createContext, type ReactNode, useContext, useId } from 'react';

/** What a field tells the control inside it. */
interface Wiring {
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

const FieldWiring = createContext<Wiring>({});

/** The ids and states the surrounding field gives to its control. */
export function useFieldWiring(): Wiring {
  return useContext(FieldWiring);
}

interface FieldProps {
  label: ReactNode;
  help?: ReactNode;
  /** A sentence that says what to do. */
  error?: string | undefined;
  /** Needed where an error summary links here. */
  id?: string;
  children: ReactNode;
}

/** Label above, help under, error beside: one control. */
export function Field({ label, help, error, id, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  return (
    <div className={fieldClass(error)}>
      <label htmlFor={controlId}>{label}</label>
      <FieldWiring.Provider value={{ id: controlId, ...describe(controlId, help, error) }}>
        {children}
      </FieldWiring.Provider>
      <HelpAndError id={controlId} help={help} error={error} />
    </div>
  );
}

/** The same for several choices that share one question. */
export function FieldGroup({ label, help, error, id, children }: FieldProps) {
  const ownId = useId();
  const groupId = id ?? ownId;
  const { 'aria-describedby': describedBy, ...wiring } = describe(groupId, help, error);
  return (
    <fieldset className={fieldClass(error)} id={groupId} tabIndex={-1} aria-describedby={describedBy}>
      <legend>{label}</legend>
      <FieldWiring.Provider value={wiring}>{children}</FieldWiring.Provider>
      <HelpAndError id={groupId} help={help} error={error} />
    </fieldset>
  );
}

function HelpAndError({ id, help, error }: { id: string; help?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {error && (
        <p className="fault" id={`${id}-error`}>
          {error}
        </p>
      )}
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </>
  );
}

function fieldClass(error: string | undefined): string {
  return error ? 'field wrong' : 'field';
}

function describe(id: string, help: ReactNode, error: string | undefined): Wiring {
  const ids = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ');
  return {
    ...(ids !== '' && { 'aria-describedby': ids }),
    ...(error && { 'aria-invalid': true as const }),
  };
}
