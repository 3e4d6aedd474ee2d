import InsertDriveFileOutlined from '@mui/icons-material/InsertDriveFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { ModelSource, ModelSummary } from '../../../../../shared/models/modelSummary.ts';
import { formatBytes, formatCount } from '../../../../components/formatNumber.ts';
import { KeyValueList } from '../../../../components/KeyValueList.tsx';
import { MiddleEllipsis } from '../../../../components/MiddleEllipsis.tsx';
import { useWizard } from '../../wizardContext.ts';
import { TensorTable } from './TensorTable.tsx';
import { packagingInWords, topOperators } from './tensorWords.ts';

const OPERATORS_SHOWN = 8;

interface ModelFactsProps {
  summary: ModelSummary;
  source: ModelSource;
  /** Only what it is called and how it is packed. */
  isCompact?: boolean;
}

/** What the inspector read in the file. */
export function ModelFacts({ summary, source, isCompact = false }: ModelFactsProps) {
  const { context, reading, readModel } = useWizard();
  const { fileName } = summary;
  return (
    <Box
      component="section"
      aria-label={`Facts of ${fileName}`}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.5,
          px: 2,
          py: 1.5,
          ...(!isCompact && { borderBottom: 1, borderColor: 'divider' }),
        }}
      >
        <InsertDriveFileOutlined aria-hidden sx={{ color: 'text.secondary', fontSize: 20 }} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="subtitle2" component="h3" sx={{ minWidth: 0, display: 'flex' }}>
            <MiddleEllipsis text={fileName} isMono={false} />
          </Typography>
          <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0 }}>
            {packagingInWords(summary, context.bucket !== '')}
          </Typography>
        </Box>
        <Button
          variant="outlined"
          size="small"
          disabled={reading.state === 'reading'}
          title="When the file has changed since it was read"
          onClick={() => readModel(source)}
        >
          Read again
        </Button>
      </Box>
      {!isCompact && <Contents summary={summary} source={source} />}
    </Box>
  );
}

function Contents({ summary, source }: Omit<ModelFactsProps, 'isCompact'>) {
  const { sizeBytes, opset, irVersion, producer, nodeCount, sha256 } = summary;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, px: 2, py: 1.5 }}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(320px, 1fr))',
          alignItems: 'start',
          columnGap: 4,
        }}
      >
        <KeyValueList
          labelWidth={88}
          items={[
            { label: 'Size', value: formatBytes(sizeBytes), isProse: true, copy: null },
            { label: 'Nodes', value: formatCount(nodeCount), isProse: true, copy: null },
            { label: 'SHA-256', value: sha256 },
            { label: 'Path', value: source.kind === 'file' ? source.path : null },
          ]}
        />
        <KeyValueList
          labelWidth={88}
          items={[
            { label: 'Format', value: formatInWords(opset, irVersion), isProse: true, copy: null },
            { label: 'Producer', value: producer ?? 'not stated', isProse: true, copy: null },
          ]}
        />
      </Box>
      <TensorTable inputs={summary.inputs} outputs={summary.outputs} />
      <Operators summary={summary} />
    </Box>
  );
}

/** The operators that occur most; the rest is counted. */
function Operators({ summary }: { summary: ModelSummary }) {
  const rest = Object.keys(summary.operators).length - OPERATORS_SHOWN;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '88px minmax(0, 1fr)', columnGap: 2 }}>
      <Box sx={{ py: '2px', color: 'text.secondary' }}>Operators</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}>
        {topOperators(summary, OPERATORS_SHOWN).map(([name, times]) => (
          <Chip key={name} label={`${name} × ${formatCount(times)}`} />
        ))}
        {rest > 0 && (
          <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
            and {rest === 1 ? '1 other kind' : `${rest} other kinds`}
          </Box>
        )}
      </Box>
    </Box>
  );
}

function formatInWords(opset: number | null, irVersion: number | null): string {
  const parts = [opset === null ? 'opset not stated' : `opset ${opset}`, irVersion === null ? null : `IR ${irVersion}`];
  return `ONNX, ${parts.filter(Boolean).join(', ')}`;
}
