import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Section } from '../../components/Section.tsx';
import { AboutSection } from './AboutSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { RunnerSection } from './RunnerSection.tsx';

/** Settings: few, on one page. */
export default function SettingsPage() {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' });
  }, [hash]);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <PageHeader title="Settings" />
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        <Box sx={{ '& > section': { px: 2 }, '& > section > *': { maxWidth: 848 } }}>
          <AppearanceSection />
          <RunnerSection />
          <Section title="AWS" id="aws">
            <Box sx={{ color: 'text.secondary', maxWidth: 640 }}>
              Not connected; this version cannot connect yet. Requests for Amazon SageMaker Neo can already be built and
              exported: choose AWS under “Runs on” in a new job. Later you will connect an AWS profile here, and the
              same jobs will run there: same form, same list, same result page.
            </Box>
          </Section>
          <AboutSection />
        </Box>
      </Box>
    </Box>
  );
}
