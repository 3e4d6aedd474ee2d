import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import { useId, useState, type ReactNode } from 'react';
import { liesWithin } from '../../draftPaths.ts';
import { useWizard, type FocusRequest } from '../../wizardContext.ts';

interface OutputSectionProps {
  title: string;
  /** What it holds, in short; beside the title. */
  note: string;
  /** The fields inside. */
  roots: readonly string[];
  /** Open from the start when there is something to see. */
  holdsSomething: boolean;
  children: ReactNode;
}

/** A part of the step that few jobs need: open when it holds something, and when a jump or a due error leads into it. */
export function OutputSection({ title, note, roots, holdsSomething, children }: OutputSectionProps) {
  const { findings, errorAt, focusRequest } = useWizard();
  const id = useId();
  const [isOpen, setIsOpen] = useState(holdsSomething);
  const [answered, setAnswered] = useState<FocusRequest | null>(null);
  const isInside = (field: string) => roots.some((root) => liesWithin(field, root));
  if (focusRequest !== answered) {
    setAnswered(focusRequest);
    if (focusRequest && isInside(focusRequest.field)) setIsOpen(true);
  }
  const mustShow = findings.some(({ path }) => {
    const field = path.join('.');
    return isInside(field) && errorAt(field) !== undefined;
  });
  return (
    <Accordion expanded={isOpen || mustShow} onChange={(_, expanded) => setIsOpen(expanded)}>
      <AccordionSummary
        expandIcon={<ExpandMoreOutlined />}
        id={`${id}-summary`}
        aria-controls={`${id}-content`}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-note`}
        // A note of fifty tags shortens instead of widening the page.
        slotProps={{ content: { sx: { minWidth: 0 } } }}
      >
        <Box component="span" id={`${id}-title`} sx={{ flex: 'none' }}>
          {title}
        </Box>
        <Box
          component="span"
          id={`${id}-note`}
          sx={{
            ml: 'auto',
            pl: 2,
            minWidth: 0,
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
            fontSize: 12,
            color: 'text.secondary',
          }}
        >
          {note}
        </Box>
      </AccordionSummary>
      <AccordionDetails id={`${id}-content`}>{children}</AccordionDetails>
    </Accordion>
  );
}
