import { useQuery } from '@tanstack/react-query';
import { appInfoQuery } from '../../api/queries.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { KeyValueList } from '../../components/KeyValueList.tsx';
import { Section } from '../../components/Section.tsx';

/** Which versions this is. */
export function AboutSection() {
  const { data: info } = useQuery(appInfoQuery);
  if (!info) return null;
  const electron = `${info.electronVersion}${info.isTrialRuntime ? ' (stand-in, for testing only)' : ''}`;
  const versions = `Edgewright ${info.version}, Electron ${electron}, ${info.platform}`;
  return (
    <Section title="About" actions={<CopyButton text={versions} subject="versions" variant="button" isSmall />}>
      <KeyValueList
        items={[
          { label: 'Edgewright', value: info.version, isProse: true, copy: null },
          { label: 'Electron', value: electron, isProse: true, copy: null },
          { label: 'Platform', value: info.platform, isProse: true, copy: null },
        ]}
      />
    </Section>
  );
}
