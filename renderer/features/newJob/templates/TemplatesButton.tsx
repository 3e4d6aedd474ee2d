import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { draftFromTemplate } from '../../../../shared/draft/draftFromTemplate.ts';
import type { DraftTemplate } from '../../../../shared/draft/draftTemplate.ts';
import { useWizard } from '../wizardContext.ts';
import { SaveTemplate } from './SaveTemplate.tsx';
import { TemplateList } from './TemplateList.tsx';

/** Drafts under a name, to begin other jobs with: saves this one, uses and deletes others. */
export function TemplatesButton({ isLocked }: { isLocked: boolean }) {
  const { draft, endpoints, formPlace, replaceDraft, show } = useWizard();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const titleId = useId();
  const use = (template: DraftTemplate) => {
    const next = draftFromTemplate(template, draft, { endpoints, now: new Date() });
    replaceDraft(next, `Template ${template.name} was applied.`);
    setAnchor(null);
    show(formPlace);
  };
  return (
    <>
      <Button
        variant="text"
        color="secondary"
        disabled={isLocked}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        Templates
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { width: 440, mt: 0.5, p: 2 } } }}
      >
        <Typography variant="subtitle1" component="h2" id={titleId}>
          Templates
        </Typography>
        <Typography color="textSecondary" sx={{ mb: 1.5 }}>
          A template brings target, options and output settings. The model of the draft stays, if it has one.
        </Typography>
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
          <SaveTemplate />
          <TemplateList onUse={use} />
        </Box>
      </Popover>
    </>
  );
}
