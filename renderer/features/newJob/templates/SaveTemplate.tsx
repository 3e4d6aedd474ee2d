import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { isSameTemplateName } from '../../../../shared/draft/draftTemplate.ts';
import { toAppErrorData, type AppErrorData } from '../../../../shared/errors/appError.ts';
import { saveTemplate, templatesQuery } from '../../../api/queries.ts';
import { announce } from '../../../components/announcements.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { useWizard } from '../wizardContext.ts';

/** Saves the draft as it is under a name. */
export function SaveTemplate() {
  const { draft } = useWizard();
  const client = useQueryClient();
  const { data: templates = [] } = useQuery(templatesQuery);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<AppErrorData | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const name = typed.trim();
  const known = templates.find((template) => isSameTemplateName(template.name, name));

  const save = async () => {
    setError(null);
    try {
      await saveTemplate(client, { name, draft });
      setTyped('');
      // Without a name the button is closed: it loses the focus, and Escape would reach nothing.
      field.current?.focus();
      announce(known ? `Template ${name} was replaced.` : `Template ${name} was saved.`);
    } catch (thrown) {
      setError(toAppErrorData(thrown));
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name !== '') void save();
  };
  return (
    <Box component="form" noValidate onSubmit={onSubmit} sx={{ display: 'grid', gap: 1 }}>
      <TextField
        label="Template name"
        inputRef={field}
        value={typed}
        helperText={known ? `Saving replaces the template “${known.name}”.` : null}
        onChange={(event) => setTyped(event.target.value)}
        slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false, maxLength: 120 } }}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Button type="submit" variant="outlined" size="small" disabled={name === ''}>
          Save as template
        </Button>
        {name === '' && <Box sx={{ fontSize: 12, color: 'text.secondary' }}>Give this draft a name to save it.</Box>}
      </Box>
      {error && <ErrorPanel error={error} title="The template was not saved" onDismiss={() => setError(null)} />}
    </Box>
  );
}
