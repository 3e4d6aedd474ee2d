import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { CompilerOption } from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import { MONO } from '../../../../../theme.ts';
import { focusControl } from '../../../stepFocus.ts';
import { extraEntries, textWith } from './fieldValues.ts';
import { OPTIONS_FIELD, type OptionsText } from './useOptionsText.ts';

/** What the text says beyond the fields: it is sent as well, and stays until it is removed. */
export function ExtraOptions({ options, known }: { options: OptionsText; known: readonly CompilerOption[] }) {
  const extras = extraEntries(options.parsed, known);
  if (extras.length === 0) return null;
  const remove = (key: string) => {
    options.change(textWith(options.text, { [key]: undefined }), [`${key} was removed.`]);
    focusControl(OPTIONS_FIELD);
  };
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ fontSize: 12, color: 'text.secondary' }} id="options-extra">
        Also sent:
      </Box>
      <Box component="ul" aria-labelledby="options-extra" sx={{ display: 'grid', gap: 0.5, m: 0, p: 0 }}>
        {extras.map(({ key, valueText }, index) => (
          <Box
            component="li"
            key={`${key} ${index}`}
            sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, listStyle: 'none' }}
          >
            <Box sx={{ flex: 1, minWidth: 0, py: '3px', fontFamily: MONO, fontSize: 12.5, overflowWrap: 'anywhere' }}>
              {key}: {valueText}
            </Box>
            <Button
              size="small"
              color="secondary"
              aria-label={`Remove ${key} from what is sent`}
              onClick={() => remove(key)}
            >
              Remove
            </Button>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
