import { SearchField } from '../../fields/SearchField.tsx';
import Box from '@mui/material/Box';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { plural } from '../../../../components/formatNumber.ts';
import { PresetCard } from './PresetCard.tsx';
import { devicePresetChoices, presetHasWords, type PresetChoice } from './presetChoices.ts';
import { useJudge } from './useJudge.ts';

interface AllPresetsProps {
  id: string;
  onChosen: (preset: PresetChoice) => void;
}

/** Presets of every device, searchable, recommended ones first. */
export function AllPresets({ id, onChosen }: AllPresetsProps) {
  const judge = useJudge();
  const presets = useMemo(() => devicePresetChoices(judge), [judge]);
  const [query, setQuery] = useState('');
  const found = presets.filter((preset) => presetHasWords(preset, query));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && query !== '') setQuery('');
    else if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    // Enter in a form goes on to the next step, which nobody means while searching.
    event.preventDefault();
  };
  return (
    <Box id={id} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1, mt: 1.5 }}>
      <SearchField
        label="Search presets"
        placeholder="Device, platform, option"
        query={query}
        found={`${plural(found.length, 'preset')} found`}
        onQuery={setQuery}
        onKeyDown={onKeyDown}
      />
      <Box
        component="fieldset"
        aria-label="Presets of devices"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
          gap: 1,
          maxHeight: 300,
          overflow: 'auto',
          p: 1,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.sunken',
        }}
      >
        {found.map((preset) => (
          <PresetCard key={preset.id} preset={preset} onChosen={onChosen} />
        ))}
        {found.length === 0 && <Box sx={{ p: 1, color: 'text.secondary' }}>No preset fits “{query}”.</Box>}
      </Box>
    </Box>
  );
}
