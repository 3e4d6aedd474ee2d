import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DraftTemplate } from '../../../../shared/draft/draftTemplate.ts';
import { toAppErrorData, type AppErrorData } from '../../../../shared/errors/appError.ts';
import { deleteTemplate, saveTemplate, templatesQuery } from '../../../api/queries.ts';
import { announce } from '../../../components/announcements.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { TemplateRow } from './TemplateRow.tsx';

/** The saved templates, newest first. A deleted one can be brought back while the list is open. */
export function TemplateList({ onUse }: { onUse: (template: DraftTemplate) => void }) {
  const client = useQueryClient();
  const { data: templates, error } = useQuery(templatesQuery);
  const [deleted, setDeleted] = useState<DraftTemplate | null>(null);
  const [failure, setFailure] = useState<AppErrorData | null>(null);
  const undoButton = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);

  const attempt = async (work: () => Promise<void>) => {
    setFailure(null);
    try {
      await work();
    } catch (thrown) {
      setFailure(toAppErrorData(thrown));
    }
  };
  const remove = (template: DraftTemplate) =>
    attempt(async () => {
      await deleteTemplate(client, template.id);
      setDeleted(template);
      announce(`Template ${template.name} was deleted.`);
      // The row that had the focus is gone.
      requestAnimationFrame(() => undoButton.current?.focus());
    });
  const bringBack = ({ name, draft }: DraftTemplate) =>
    attempt(async () => {
      await saveTemplate(client, { name, draft });
      setDeleted(null);
      announce(`Template ${name} is back.`);
      requestAnimationFrame(() => list.current?.focus());
    });

  const problem = failure ?? error;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
      {problem && <ErrorPanel error={problem} title="The templates could not be changed or read" />}
      {deleted && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>“{deleted.name}” was deleted.</Box>
          <Button ref={undoButton} variant="outlined" size="small" onClick={() => void bringBack(deleted)}>
            Undo
          </Button>
        </Box>
      )}
      {templates?.length === 0 && <Box sx={{ color: 'text.secondary' }}>No templates yet.</Box>}
      {templates && templates.length > 0 && (
        <Box
          component="ul"
          ref={list}
          tabIndex={-1}
          aria-label="Saved templates"
          sx={{ maxHeight: 320, overflow: 'auto', m: 0, mx: -1, p: 0, listStyle: 'none' }}
        >
          {templates.map((template) => (
            <TemplateRow
              key={template.id}
              template={template}
              onUse={() => onUse(template)}
              onDelete={() => void remove(template)}
            />
          ))}
        </Box>
      )}
    </Box>
  );
}
