import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { findCompileProfile, localSupportOf, type CompileProfile } from '../../../../../shared/catalog/catalog.ts';
import { useWizard } from '../../wizardContext.ts';
import { BuildForAws } from '../../fields/BuildForAws.tsx';
import { Fact } from './Fact.tsx';
import { FactPanel } from './FactPanel.tsx';
import { chosenTarget } from './targetChoices.ts';

/** What compiling means on this machine for the chosen target, in honest words. */
export function LocalRunnerPanel() {
  const { draft } = useWizard();
  const support = localSupportOf(chosenTarget(draft.target));
  const profile = support && 'profile' in support ? findCompileProfile(support.profile) : undefined;
  return (
    <FactPanel title="What the local runner will do">
      <Typography variant="caption" component="p" color="textSecondary" sx={{ m: 0 }}>
        It compiles with ONNX Runtime on this machine, not with Neo.
      </Typography>
      {profile && <ProfileFacts profile={profile} />}
      {support && 'refused' in support && (
        <Box sx={{ display: 'grid', justifyItems: 'start', gap: 1, mt: 1 }}>
          {support.refused}
          <BuildForAws focusAfter="target.device" />
        </Box>
      )}
      {!support && <Box sx={{ mt: 1, color: 'text.secondary' }}>Choose a target to see how it compiles.</Box>}
    </FactPanel>
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
