import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { frameworkVersionsFor, versionsOfFramework } from '../../../../../shared/catalog/frameworkVersions.ts';
import { draftToRequest } from '../../../../../shared/draft/draftToRequest.ts';
import { MONO } from '../../../../theme.ts';
import { fieldId, fieldOfPath } from '../../draftPaths.ts';
import { FieldHelp } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';

const FIELD = 'model.frameworkVersion';

/** FrameworkVersion where framework and target take one; else the reason, and what is to be removed if one was typed. */
export function FrameworkVersionField() {
  const { draft, context, findings: all, findingsAt, setField, touch } = useWizard();
  const { framework, frameworkVersion } = draft.model;
  const target = draftToRequest(draft, context.bucket).OutputConfig;
  const { isTaken, versions, reason } = frameworkVersionsFor(framework, target);
  if (!isTaken && frameworkVersion === '') {
    return <Box sx={{ pt: { sm: 3.5 }, fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>{reason}</Box>;
  }
  // A version that became impossible by another choice is told at once: it is not being typed.
  const findings = isTaken ? findingsAt(FIELD) : all.filter(({ path }) => fieldOfPath(path) === FIELD);
  return (
    <Autocomplete
      freeSolo
      id={fieldId(FIELD)}
      options={versions.length > 0 ? versions : versionsOfFramework(framework)}
      // Every listed version stays in sight, whichever is typed.
      filterOptions={(options) => options}
      inputValue={frameworkVersion}
      value={frameworkVersion}
      onInputChange={(_, text) => setField(FIELD, text)}
      onBlur={() => touch(FIELD)}
      renderInput={(params) => (
        <TextField
          {...params}
          label="Framework version"
          placeholder={versions.at(-1) ?? ''}
          error={findings.some(({ severity }) => severity === 'error')}
          helperText={<FieldHelp findings={findings} hint={findings.length === 0 ? reason : null} />}
          slotProps={{
            ...params.slotProps,
            formHelperText: { component: 'div' },
            htmlInput: { ...params.slotProps.htmlInput, spellCheck: false },
            input: { ...params.slotProps.input, sx: { fontFamily: MONO, fontSize: 12.5 } },
          }}
        />
      )}
    />
  );
}
