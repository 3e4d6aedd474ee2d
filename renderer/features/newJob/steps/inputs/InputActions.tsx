import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { ReactNode } from 'react';
import { useWizard } from '../../wizardContext.ts';
import { useFocusAfter } from './useFocusAfter.ts';
import { useInputEdits } from './useInputEdits.ts';

interface InputActionsProps {
  name: string;
  index: number;
  /** Puts the focus on what is left once this input is gone. */
  onRemoved: (focusId: string) => void;
}

const buttonId = (index: number, direction: 'up' | 'down') => `move-input-${index}-${direction}`;

/** Order and removal of an input that was typed. */
export function InputActions({ name, index, onRemoved }: InputActionsProps) {
  const { draft } = useWizard();
  const { move, remove } = useInputEdits();
  const focusAfter = useFocusAfter();
  const last = draft.inputs.length - 1;
  const moveTo = (to: number) => {
    const isUp = to < index;
    move(index, to);
    // At an end, the button of this direction is closed.
    focusAfter(buttonId(to, isUp ? (to === 0 ? 'down' : 'up') : to === last ? 'up' : 'down'));
  };
  return (
    <Box sx={{ display: 'flex', gap: 0.25, ml: '-5px' }}>
      {last > 0 && (
        <>
          <Action
            id={buttonId(index, 'up')}
            label={`Move input ${name} up`}
            isClosed={index === 0}
            onClick={() => moveTo(index - 1)}
          >
            <ArrowUpwardOutlined />
          </Action>
          <Action
            id={buttonId(index, 'down')}
            label={`Move input ${name} down`}
            isClosed={index === last}
            onClick={() => moveTo(index + 1)}
          >
            <ArrowDownwardOutlined />
          </Action>
        </>
      )}
      <Action label={`Remove input ${name}`} onClick={() => onRemoved(remove(index))}>
        <DeleteOutlined />
      </Action>
    </Box>
  );
}

interface ActionProps {
  id?: string;
  label: string;
  isClosed?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Action({ id, label, isClosed = false, onClick, children }: ActionProps) {
  return (
    <Tooltip title={label}>
      {/* A closed button tells nothing to the tooltip by itself. */}
      <span>
        <IconButton id={id} aria-label={label} disabled={isClosed} onClick={onClick}>
          {children}
        </IconButton>
      </span>
    </Tooltip>
  );
}
