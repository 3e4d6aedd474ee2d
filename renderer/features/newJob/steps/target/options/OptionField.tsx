import type { CompilerOption } from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import type { OptionValue } from '../../../../../../shared/compilerOptions/optionsText.ts';
import { ChoiceOption } from './ChoiceOption.tsx';
import { ListOption } from './ListOption.tsx';
import { fieldText, integerOf, textWith, valueOf } from './fieldValues.ts';
import { TextOption } from './TextOption.tsx';
import type { OptionsText } from './useOptionsText.ts';

export interface OptionFieldProps {
  option: CompilerOption;
  options: OptionsText;
  isDisabled: boolean;
  /** Why this one is closed. */
  reason?: string | undefined;
}

/** The field of one option, by the kind of its value. */
export function OptionField({ option, options, isDisabled, reason }: OptionFieldProps) {
  const { key, kind } = option;
  const value = valueOf(options.parsed, key);
  const set = (next: OptionValue | undefined) => options.setText(textWith(options.text, { [key]: next }));
  const shared = {
    option,
    isDisabled,
    reason,
    findings: options.findings.filter(({ rule }) => option.rule !== null && rule === option.rule),
  };
  switch (kind) {
    case 'choice':
      return <ChoiceOption {...shared} value={fieldText(value)} onChange={(text) => set(text || undefined)} />;
    case 'text':
      return <TextOption {...shared} value={fieldText(value)} onChange={(text) => set(text || undefined)} />;
    case 'integer':
      return <TextOption {...shared} value={fieldText(value)} onChange={(text) => set(integerOf(text))} />;
    case 'list':
    case 'names':
      return <ListOption {...shared} options={options} value={value} onChange={set} />;
  }
}
