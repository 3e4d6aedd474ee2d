import Box from '@mui/material/Box';
import { findFramework, targetInWords } from '../../../../../../shared/catalog/catalog.ts';
import type { CompilerOption } from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import { bareFieldset } from '../../../../../components/bareFieldset.ts';
import { fieldId } from '../../../draftPaths.ts';
import { FieldFindings } from '../../../fields/FieldHelp.tsx';
import { useJudge } from '../useJudge.ts';
import { ExtraOptions } from './ExtraOptions.tsx';
import { FieldsRefusal } from './FieldsRefusal.tsx';
import { FlagFields } from './FlagFields.tsx';
import { fieldsRefusal } from './fieldValues.ts';
import { ObjectFields } from './ObjectFields.tsx';
import { OPTIONS_FIELD, type OptionsText } from './useOptionsText.ts';

interface OptionFieldsProps {
  options: OptionsText;
  /** Shows the text in place of the fields. */
  onEditText: () => void;
}

const NONE: readonly CompilerOption[] = [];

/** The options that framework and target have, as fields; each writes its part of the text. */
export function OptionFields({ options, onEditText }: OptionFieldsProps) {
  const { form, parsed, findings } = options;
  const refusal = fieldsRefusal(form, parsed);
  const known = form.form === 'object' ? form.options : NONE;
  // What is wrong with one option stands at its field.
  const general = findings.filter(({ rule }) => !known.some((option) => option.rule === rule));
  return (
    <Box id={fieldId(OPTIONS_FIELD)} tabIndex={-1} sx={{ display: 'grid', gridTemplateColumns: '100%', gap: 1.5 }}>
      {refusal !== null ? (
        <FieldsRefusal options={options} reason={refusal} onEditText={onEditText} />
      ) : (
        general.length > 0 && (
          <Box sx={{ display: 'grid', gap: 0.5 }}>
            <FieldFindings findings={general} />
          </Box>
        )
      )}
      {(form.form === 'string' || known.length > 0) && (
        <Box
          component="fieldset"
          disabled={refusal !== null}
          sx={{ ...bareFieldset, display: 'grid', gridTemplateColumns: '100%', gap: 1.5 }}
        >
          {form.form === 'string' ? (
            <FlagFields form={form} options={options} isDisabled={refusal !== null} />
          ) : (
            <ObjectFields options={options} known={known} isDisabled={refusal !== null} />
          )}
        </Box>
      )}
      {form.form === 'object' && known.length === 0 && <NoFields options={options} />}
      <ExtraOptions options={options} known={known} />
    </Box>
  );
}

function NoFields({ options: { form, target } }: { options: OptionsText }) {
  const { framework } = useJudge();
  const isKnown = form.form === 'object' && form.isKnownTarget;
  const name = findFramework(framework ?? '')?.label;
  return (
    <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
      {isKnown
        ? `AWS documents no compiler options for ${name ? `${name} on ` : ''}${targetInWords(target)}.`
        : 'The options depend on the target; choose one first.'}{' '}
      What the JSON says is sent as it is.
    </Box>
  );
}
