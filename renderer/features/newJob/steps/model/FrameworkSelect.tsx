import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { findFramework, frameworks } from '../../../../../shared/catalog/catalog.ts';
import { withFramework } from '../../../../../shared/draft/withFramework.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldHelp } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';

const FIELD = 'model.framework';

/** One of the API's frameworks; a value that the catalogue does not know stays and is shown as it is. */
export function FrameworkSelect() {
  const { draft, findingsAt, setField, setInputs, touch } = useWizard();
  const { framework, summary } = draft.model;
  const findings = findingsAt(FIELD);
  // What the local runner cannot do is told once, beside the field, with its ways out.
  const told = findings.filter(({ rule }) => rule !== 'model.frameworkLocal');
  const hint = summary?.framework === framework ? 'Read from the file.' : null;
  const choose = (next: string) => {
    const changed = withFramework(draft, next);
    setField(FIELD, next);
    setField('dataInputConfig', changed.dataInputConfig);
    setInputs(changed.inputs);
  };
  return (
    <TextField
      select
      id={fieldId(FIELD)}
      label="Framework"
      value={framework}
      error={findings.some(({ severity }) => severity === 'error')}
      helperText={told.length > 0 || hint ? <FieldHelp findings={told} hint={hint} /> : null}
      onChange={({ target }) => choose(target.value)}
      onBlur={() => touch(FIELD)}
      slotProps={{ formHelperText: { component: 'div' } }}
    >
      {frameworks.map(({ id, label }) => (
        <MenuItem key={id} value={id}>
          {label}
        </MenuItem>
      ))}
      {!findFramework(framework) && <MenuItem value={framework}>{framework}</MenuItem>}
    </TextField>
  );
}
