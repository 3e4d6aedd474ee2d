import Box from '@mui/material/Box';
import type { KeyValue } from '../../../../../components/KeyValueList.tsx';

/** Width of the labels in the summary. */
export const LABEL_WIDTH = 112;

const MISSING = <Box sx={{ color: 'text.secondary' }}>missing</Box>;

/** A fact in words, that the draft must have. */
export const prose = (label: string, value: string): KeyValue => ({
  label,
  value: value.trim() || MISSING,
  isProse: true,
  copy: null,
});

/** An identifier, that the draft must have. */
export const identifier = (label: string, value: string): KeyValue => ({
  label,
  value: value.trim() || MISSING,
  copy: null,
});

/** A fact that is left out when the draft does not have it. */
export const optional = (fact: (label: string, value: string) => KeyValue, label: string, value: string): KeyValue => ({
  ...fact(label, value),
  ...(value.trim() === '' && { value: null }),
});
