import { useMemo, useState } from 'react';
import type { Finding } from '../../../../../../shared/api/finding.ts';
import type { RequestTarget } from '../../../../../../shared/catalog/catalog.ts';
import {
  compilerOptionsFor,
  type CompilerOptionsForm,
} from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import { parseOptions, type ParsedOptions } from '../../../../../../shared/compilerOptions/optionsText.ts';
import { announce } from '../../../../../components/announcements.ts';
import { fieldOfPath } from '../../../draftPaths.ts';
import { useWizard } from '../../../wizardContext.ts';
import { chosenTarget } from '../targetChoices.ts';
import { useJudge } from '../useJudge.ts';

/** The field of the draft that has the value. */
export const OPTIONS_FIELD = 'target.compilerOptions';

/** Something that was changed besides what was typed. */
interface Change {
  sentences: readonly string[];
  before: string;
  after: string;
}

/** The compiler options of the draft: their text, which is the value, and what its views need. */
export interface OptionsText {
  text: string;
  parsed: ParsedOptions;
  target: RequestTarget;
  form: CompilerOptionsForm;
  /** Errors that are due, and warnings. */
  findings: readonly Finding[];
  /** All there is to say, also before it is due. */
  allFindings: readonly Finding[];
  setText(text: string): void;
  /** Sets the text, and says with a way back what was changed. */
  change(text: string, sentences: readonly string[]): void;
  /** The last such change, while nothing was typed after it. */
  lastChange: { sentences: readonly string[]; undo(): void } | null;
  /** True for a text that the user wanted back as it was. */
  isWanted(text: string): boolean;
}

export function useOptionsText(): OptionsText {
  const { draft, findings, errorAt, setField } = useWizard();
  const { framework } = useJudge();
  const text = draft.target.compilerOptions;
  const [changed, setChanged] = useState<Change | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const target = chosenTarget(draft.target);
  const parsed = useMemo(() => parseOptions(text), [text]);
  const own = findings.filter(({ path }) => fieldOfPath(path) === OPTIONS_FIELD);
  const isDue = errorAt(OPTIONS_FIELD) !== undefined;
  const setText = (next: string) => setField(OPTIONS_FIELD, next);
  return {
    text,
    parsed,
    target,
    form: compilerOptionsFor(framework ?? undefined, target),
    findings: own.filter(({ severity }) => severity === 'warning' || isDue),
    allFindings: own,
    setText,
    change(next, sentences) {
      setChanged({ sentences, before: text, after: next });
      setText(next);
      announce(sentences.join(' '));
    },
    lastChange:
      changed?.after === text
        ? {
            sentences: changed.sentences,
            undo() {
              setWanted(changed.before);
              setChanged(null);
              setText(changed.before);
              announce('The options are as they were typed.');
            },
          }
        : null,
    isWanted: (candidate) => candidate === wanted,
  };
}
