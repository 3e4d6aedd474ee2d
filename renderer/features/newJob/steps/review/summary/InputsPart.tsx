import Box from '@mui/material/Box';
import { isCoreMl } from '../../../../../../shared/draft/draftInputs.ts';
import { dataInputConfigText } from '../../../../../../shared/draft/draftToRequest.ts';
import type { DraftInput } from '../../../../../../shared/draft/jobDraft.ts';
import { MiddleEllipsis } from '../../../../../components/MiddleEllipsis.tsx';
import { MONO } from '../../../../../theme.ts';
import { useWizard } from '../../../wizardContext.ts';
import { SummaryPart } from './SummaryPart.tsx';

/** Names and shapes of the inputs, or what stands in their place. */
export function InputsPart() {
  return (
    <SummaryPart step="inputs">
      <Inputs />
    </SummaryPart>
  );
}

function Inputs() {
  const { draft } = useWizard();
  const { mode, form, text } = draft.dataInputConfig;
  if (draft.model.kind === 'package') return <Note>The model package version has them.</Note>;
  if (mode === 'text') return <Text text={text} />;
  if (dataInputConfigText(draft) === undefined) return <Note>DataInputConfig is left out.</Note>;
  const isObject = isCoreMl(draft);
  return (
    <>
      {form === 'list' && <Note>A list of shapes, in the order of the model’s inputs.</Note>}
      {draft.inputs.map((input, index) => (
        // Names can be the same while they are typed.
        // eslint-disable-next-line react/no-array-index-key
        <Box key={index} sx={{ py: '3px' }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
            <Box sx={{ display: 'flex', minWidth: 0, color: 'text.secondary' }}>
              <MiddleEllipsis text={input.name} />
            </Box>
            <Shapes input={input} isObject={isObject} />
          </Box>
          {isObject && <CoreMl input={input} />}
        </Box>
      ))}
    </>
  );
}

function Shapes({ input, isObject }: { input: DraftInput; isObject: boolean }) {
  const first = shapeInWords(input.dimensions.map(({ value, symbol }) => value.trim() || symbol || '?'));
  const others = isObject ? (input.coreMl.otherShapes ?? []).map(shapeInWords) : [];
  return (
    <Box
      sx={{
        flex: 'none',
        maxWidth: '60%',
        fontFamily: MONO,
        fontSize: 12.5,
        textAlign: 'right',
        overflowWrap: 'anywhere',
      }}
    >
      {[first, ...others].join(' or ')}
    </Box>
  );
}

const shapeInWords = (sizes: readonly string[]) => (sizes.length === 0 ? 'scalar' : sizes.join(' × '));

/** What Core ML says of an input besides its shape. */
function CoreMl({ input: { coreMl } }: { input: DraftInput }) {
  const parts = [
    coreMl.type,
    coreMl.defaultShape && `default ${shapeInWords(coreMl.defaultShape)}`,
    coreMl.bias.trim() && `bias ${coreMl.bias.trim()}`,
    coreMl.scale.trim() && `scale ${coreMl.scale.trim()}`,
  ].filter(Boolean);
  return parts.length > 0 ? <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{parts.join(' · ')}</Box> : null;
}

function Text({ text }: { text: string }) {
  if (text.trim() === '') return <Note>missing</Note>;
  return <Box sx={{ fontFamily: MONO, fontSize: 12.5, overflowWrap: 'anywhere' }}>{text}</Box>;
}

function Note({ children }: { children: string }) {
  return <Box sx={{ color: 'text.secondary' }}>{children}</Box>;
}
