import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Appearance } from '../../../shared/ipc/routes.ts';
import { appearanceQuery, saveAppearance } from '../../api/queries.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Section } from '../../components/Section.tsx';

const CHOICES: readonly { value: Appearance; label: string }[] = [
  { value: 'system', label: 'Like the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Light or dark. */
export function AppearanceSection() {
  const queryClient = useQueryClient();
  const { data: appearance = 'system' } = useQuery(appearanceQuery);
  const save = useMutation({ mutationFn: (next: Appearance) => saveAppearance(queryClient, next) });
  return (
    <Section title="Appearance">
      <ToggleButtonGroup
        exclusive
        aria-label="Appearance"
        value={appearance}
        onChange={(_, next: Appearance | null) => next && save.mutate(next)}
      >
        {CHOICES.map(({ value, label }) => (
          <ToggleButton key={value} value={value}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {save.error && <ErrorPanel error={save.error} title="The appearance was not saved" onDismiss={save.reset} />}
    </Section>
  );
}
