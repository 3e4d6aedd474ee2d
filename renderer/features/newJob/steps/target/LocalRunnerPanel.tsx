import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { findCompileProfile, localSupportOf, type CompileProfile } from '../../../../../shared/catalog/catalog.ts';
import { draftToRequest } from '../../../../../shared/draft/draftToRequest.ts';
import { hasTarget } from '../../generatedName.ts';
import { useWizard } from '../../wizardContext.ts';

/** What compiling means on this machine for the chosen target, in honest words. */
export function LocalRunnerPanel() {
  const { draft, context } = useWizard();
  const support = hasTarget(draft.target)
    ? localSupportOf(draftToRequest(draft, context.bucket).OutputConfig)
    : undefined;
  const profile = support && 'profile' in support ? findCompileProfile(support.profile) : undefined;
  return (
    <Box
      component="section"
      aria-labelledby="local-runner-panel"
      sx={{ px: 2, py: 1.5, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Typography id="local-runner-panel" component="h3" variant="h3">
        What the local runner will do
      </Typography>
      <Typography variant="caption" component="p" color="textSecondary" sx={{ m: 0 }}>
        It compiles with ONNX Runtime on this machine, not with Neo.
      </Typography>
      {profile && <ProfileFacts profile={profile} />}
      {support && 'refused' in support && <Box sx={{ mt: 1 }}>{support.refused}</Box>}
      {!support && <Box sx={{ mt: 1, color: 'text.secondary' }}>Choose a target to see how it compiles.</Box>}
    </Box>
  );
}

function ProfileFacts({ profile }: { profile: CompileProfile }) {
  return (
    <Box component="dl" sx={{ display: 'grid', gap: 1, m: 0, mt: 1.25 }}>
      <Fact term={`Compiles for ${profile.title}`}>{profile.reason}</Fact>
      <Fact term="The device needs">{profile.runtime}.</Fact>
      <Fact term="How it is checked">{profile.verifiedBy}</Fact>
    </Box>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <Box component="dt" sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}>
        {term}
      </Box>
      <Box component="dd" sx={{ m: 0, fontSize: 12.5, lineHeight: '18px' }}>
        {children}
      </Box>
    </div>
  );
}
