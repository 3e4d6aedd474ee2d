import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { findFramework, targetInWords } from '../../../../../shared/catalog/catalog.ts';
import { modelSourceOf } from '../../../../../shared/draft/jobDraft.ts';
import { draftToRequest } from '../../../../../shared/draft/draftToRequest.ts';
import { formatBytes } from '../../../../components/formatNumber.ts';
import { KeyValueList, type KeyValue } from '../../../../components/KeyValueList.tsx';
import { MiddleEllipsis } from '../../../../components/MiddleEllipsis.tsx';
import { MONO } from '../../../../theme.ts';
import { hasTarget } from '../../../../../shared/draft/generatedName.ts';
import { nameOfSource } from '../../modelReading.ts';
import type { StepId } from '../../stepIds.ts';
import { useWizard } from '../../wizardContext.ts';
import { artifactUri, secondsInWords } from '../output/artifactPath.ts';

const MISSING = <Box sx={{ color: 'text.secondary' }}>missing</Box>;

const prose = (label: string, value: string): KeyValue => ({
  label,
  value: value || MISSING,
  isProse: true,
  copy: null,
});
const identifier = (label: string, value: string): KeyValue => ({ label, value: value || MISSING, copy: null });

/** The draft in short, step by step, with a way back to each. */
export function DraftSummary() {
  const { draft, context } = useWizard();
  const { model, inputs, target, output } = draft;
  const source = modelSourceOf(model);
  const artifact = artifactUri(draft);
  const seconds = secondsInWords(output.maxRuntimeInSeconds);
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
      <Part step="model" title="Model">
        <KeyValueList
          labelWidth={112}
          items={[
            identifier('File', model.summary?.fileName ?? (source ? nameOfSource(source) : '')),
            prose('Framework', findFramework(model.framework)?.label ?? model.framework),
            { ...prose('Size', formatBytes(model.summary?.sizeBytes ?? 0)), ...(model.summary ? {} : { value: null }) },
          ]}
        />
      </Part>
      <Part step="inputs" title="Inputs">
        {inputs.length === 0 && <Box sx={{ color: 'text.secondary' }}>DataInputConfig is left out.</Box>}
        {inputs.map(({ name, dimensions }) => (
          <Box key={name} sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, py: '3px' }}>
            <Box sx={{ display: 'flex', minWidth: 0, color: 'text.secondary' }}>
              <MiddleEllipsis text={name} />
            </Box>
            <Box sx={{ flex: 'none', maxWidth: '60%', fontFamily: MONO, fontSize: 12.5, overflowWrap: 'anywhere' }}>
              {shapeOf(dimensions)}
            </Box>
          </Box>
        ))}
      </Part>
      <Part step="target" title="Target">
        <KeyValueList
          labelWidth={112}
          items={[
            prose(
              target.kind === 'device' ? 'Device' : 'Platform',
              hasTarget(target) ? targetInWords(draftToRequest(draft, context.bucket).OutputConfig) : '',
            ),
            { ...identifier('Options', target.compilerOptions), ...(target.compilerOptions ? {} : { value: null }) },
          ]}
        />
      </Part>
      <Part step="output" title="Output" isLast>
        <KeyValueList
          labelWidth={112}
          items={[
            identifier('Job name', output.compilationJobName),
            artifact ? identifier('Artifact', artifact) : identifier('S3 location', output.s3OutputLocation),
            prose(
              'Time limit',
              seconds ? `${output.maxRuntimeInSeconds.trim()} s = ${seconds}` : output.maxRuntimeInSeconds,
            ),
            identifier('IAM role', output.roleArn),
            { ...identifier('KMS key', output.kmsKeyId), ...(output.kmsKeyId ? {} : { value: null }) },
          ]}
        />
      </Part>
    </Box>
  );
}

function shapeOf(dimensions: readonly { value: string; symbol: string | null }[]): string {
  if (dimensions.length === 0) return 'scalar';
  return dimensions.map(({ value, symbol }) => value.trim() || symbol || '?').join(' × ');
}

interface PartProps {
  step: StepId;
  title: string;
  isLast?: boolean;
  children: ReactNode;
}

function Part({ step, title, isLast = false, children }: PartProps) {
  const { goTo } = useWizard();
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{ px: 2, py: 1.25, ...(!isLast && { borderBottom: 1, borderColor: 'divider' }) }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', mb: 0.25 }}>
        <Typography component="h3" variant="h3">
          {title}
        </Typography>
        <Link
          component="button"
          type="button"
          aria-label={`Edit ${title}`}
          sx={{ ml: 'auto', font: 'inherit' }}
          onClick={() => goTo(step)}
        >
          Edit
        </Link>
      </Box>
      {children}
    </Box>
  );
}
