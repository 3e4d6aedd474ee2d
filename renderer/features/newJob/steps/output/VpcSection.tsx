import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { listShapes } from '../../../../../shared/api/shapes.ts';
import { fieldId } from '../../draftPaths.ts';
import { useWizard } from '../../wizardContext.ts';
import { IdListField } from './IdListField.tsx';
import { OutputSection } from './OutputSection.tsx';

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The network that the job may use; what was typed is kept while it is switched off. */
export function VpcSection() {
  const { draft, context, setField } = useWizard();
  const { isUsed, securityGroupIds, subnets } = draft.output.vpc;
  const held = `${count(securityGroupIds.length, 'security group')}, ${count(subnets.length, 'subnet')}`;
  const holdsIds = securityGroupIds.length + subnets.length > 0;
  return (
    <OutputSection
      title="VPC"
      note={isUsed ? held : holdsIds ? `Not connected; ${held} kept` : 'Not connected'}
      roots={['output.vpc']}
      holdsSomething={isUsed || holdsIds}
    >
      <Box
        id={fieldId('output.vpc')}
        tabIndex={-1}
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}
      >
        <Box>
          <FormControlLabel
            sx={{ ml: -0.75 }}
            label="Connect the job to a VPC"
            control={
              <Switch
                id={fieldId('output.vpc.isUsed')}
                checked={isUsed}
                onChange={(_, checked) => setField('output.vpc.isUsed', checked)}
              />
            }
          />
          {context.isLocal && (
            <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
              The local runner records it; its jobs use no network.
            </Box>
          )}
        </Box>
        {isUsed && (
          <>
            <IdListField
              name="output.vpc.securityGroupIds"
              label="Security group IDs"
              noun="security group"
              example="sg-0123456789abcdef0"
              max={listShapes.NeoVpcSecurityGroupIds.max}
            />
            <IdListField
              name="output.vpc.subnets"
              label="Subnet IDs"
              noun="subnet"
              example="subnet-0123456789abcdef0"
              max={listShapes.NeoVpcSubnets.max}
            />
          </>
        )}
      </Box>
    </OutputSection>
  );
}
