import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import type { ClipboardEvent } from 'react';
import { MONO } from '../../../../theme.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldFindings } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';
import { tagsOfLines, type TagText } from './tagLines.ts';

interface TagRowProps {
  tag: TagText;
  index: number;
  onChange: (index: number, tag: TagText) => void;
  /** Lines were pasted into the empty key: they take the row's place. */
  onPaste: (index: number, tags: readonly TagText[]) => void;
  onRemove: (index: number) => void;
}

/** Key, value, and the button that removes them. */
export const TAG_COLUMNS = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) 28px',
  alignItems: 'center',
  gap: 1,
} as const;

/** One tag: key, value, and what is wrong with them below. */
export function TagRow({ tag, index, onChange, onPaste, onRemove }: TagRowProps) {
  const { findingsAt } = useWizard();
  const field = `output.tags.${index}`;
  const findingsId = `${fieldId(field)}-findings`;
  const findings = [...findingsAt(field), ...findingsAt(`${field}.key`), ...findingsAt(`${field}.value`)];
  const describedBy = findings.length > 0 ? findingsId : undefined;
  const paste = (event: ClipboardEvent) => {
    const pasted = tag.key === '' && tag.value === '' ? tagsOfLines(event.clipboardData.getData('text')) : null;
    if (!pasted) return;
    event.preventDefault();
    onPaste(index, pasted);
  };
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.5, minWidth: 0 }}>
      <Box sx={TAG_COLUMNS}>
        <TagField part="key" tag={tag} index={index} describedBy={describedBy} onChange={onChange} onPaste={paste} />
        <TagField part="value" tag={tag} index={index} describedBy={describedBy} onChange={onChange} />
        <IconButton aria-label={`Remove tag ${index + 1}`} onClick={() => onRemove(index)}>
          <CloseOutlined />
        </IconButton>
      </Box>
      {findings.length > 0 && (
        <Box id={findingsId} sx={{ display: 'grid', gap: 0.5 }}>
          <FieldFindings findings={findings} />
        </Box>
      )}
    </Box>
  );
}

interface TagFieldProps extends Pick<TagRowProps, 'tag' | 'index' | 'onChange'> {
  part: keyof TagText;
  describedBy: string | undefined;
  onPaste?: (event: ClipboardEvent) => void;
}

const PART_NAMES = { key: 'Key', value: 'Value' } as const;

function TagField({ part, tag, index, describedBy, onChange, onPaste }: TagFieldProps) {
  const { findingsAt, touch } = useWizard();
  const field = `output.tags.${index}.${part}`;
  return (
    <TextField
      id={fieldId(field)}
      value={tag[part]}
      error={findingsAt(field).some(({ severity }) => severity === 'error')}
      onChange={({ target }) => onChange(index, { ...tag, [part]: target.value })}
      onPaste={onPaste}
      onBlur={() => touch(field)}
      slotProps={{
        htmlInput: {
          'aria-label': `${PART_NAMES[part]} of tag ${index + 1}`,
          'aria-describedby': describedBy,
          spellCheck: false,
          autoComplete: 'off',
        },
        input: { sx: { fontFamily: MONO, fontSize: 12.5 } },
      }}
    />
  );
}
