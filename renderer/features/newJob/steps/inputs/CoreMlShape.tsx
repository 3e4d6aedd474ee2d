import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { fieldId } from '../../draftPaths.ts';
import { FieldFindings } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';
import type { CoreMlProps } from './CoreMlFields.tsx';
import { keptShapeOf, shapeKindOf, withShapeKind, type KeptShape, type ShapeKind } from './coreMlShape.ts';
import { costFindings, inputOfFindings } from './inputFindings.ts';
import { RadioRow } from './RadioRow.tsx';
import { ShapeField } from './ShapeField.tsx';
import { useFocusAfter } from './useFocusAfter.ts';
import { useInputEdits } from './useInputEdits.ts';

const KINDS: Readonly<Record<ShapeKind, string>> = { fixed: 'Fixed', ranges: 'Ranges', enumerated: 'Enumerated' };

const HINTS: Readonly<Record<ShapeKind, string>> = {
  fixed: 'The model takes this one shape.',
  ranges: 'A size may be a range: type 1..10 into the field of the dimension.',
  enumerated: 'The model takes any of these whole shapes. The first one is above.',
};

/** The kind of an input's shape for Core ML, the shapes that it lists, and the one that it starts with. */
export function CoreMlShape({ input, index, name }: CoreMlProps) {
  const { draft, findingsAt } = useWizard();
  const { change } = useInputEdits();
  const focusAfter = useFocusAfter();
  // Nothing in the draft says "ranges" before the first one is typed.
  const [wantsRanges, setWantsRanges] = useState(false);
  const kept = useRef<KeptShape | undefined>(undefined);
  const typedKind = shapeKindOf(input);
  const kind = typedKind === 'fixed' && wantsRanges ? 'ranges' : typedKind;
  const choose = (next: ShapeKind) => {
    kept.current = keptShapeOf(input, kept.current);
    setWantsRanges(next === 'ranges');
    change(index, (current) => withShapeKind(current, next, kept.current));
  };
  const id = fieldId(`inputs.${index}.coreMl`);
  const { defaultShape } = input.coreMl;
  const ofWhole = findingsAt('inputs');
  const isJumpedTo = inputOfFindings(ofWhole, draft.inputs) === index;
  return (
    <Box id={id} tabIndex={-1} sx={{ display: 'grid', alignContent: 'start', gap: 1, minWidth: 0 }}>
      <RadioRow
        id={`${id}-kind`}
        label="Shape kind"
        value={kind}
        choices={KINDS}
        describedBy={`${id}-hint`}
        onChange={choose}
      />
      <Box id={`${id}-hint`} sx={{ mt: -1, fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
        {HINTS[kind]}
      </Box>
      {kind === 'enumerated' && <OtherShapes input={input} index={index} name={name} focusAfter={focusAfter} />}
      {(kind !== 'fixed' || defaultShape) && (
        <ShapeField
          field={`inputs.${index}.coreMl.defaultShape`}
          label="Default shape"
          shape={defaultShape ?? []}
          hint="The shape that the model starts with; may be empty."
          onChange={(shape) =>
            change(index, (current) => ({
              ...current,
              coreMl: { ...current.coreMl, defaultShape: shape.join('').trim() === '' ? null : shape },
            }))
          }
        />
      )}
      <Box {...(isJumpedTo && { id: fieldId('inputs'), tabIndex: -1 })}>
        <FieldFindings findings={costFindings(ofWhole, kind)} />
      </Box>
    </Box>
  );
}

function OtherShapes({ input, index, name, focusAfter }: CoreMlProps & { focusAfter: (id: string) => void }) {
  const { change } = useInputEdits();
  const shapes = input.coreMl.otherShapes ?? [];
  const fieldOf = (place: number) => `inputs.${index}.coreMl.otherShapes.${place}`;
  const setShapes = (next: (shapes: string[][]) => string[][]) =>
    change(index, (current) => ({
      ...current,
      coreMl: { ...current.coreMl, otherShapes: next(current.coreMl.otherShapes ?? []) },
    }));
  const addId = `${fieldId(`inputs.${index}.coreMl`)}-add-shape`;
  const add = () => {
    setShapes((before) => [...before, ['']]);
    focusAfter(fieldId(fieldOf(shapes.length)));
  };
  const remove = (place: number) => {
    setShapes((before) => before.filter((_, other) => other !== place));
    focusAfter(shapes.length > 1 ? fieldId(fieldOf(Math.min(place, shapes.length - 2))) : addId);
  };
  return (
    <>
      {shapes.map((shape, place) => (
        <ShapeField
          key={place}
          field={fieldOf(place)}
          label={`Shape ${place + 2}`}
          shape={shape}
          placeholder={input.dimensions.map(({ value }) => value || '?').join(', ')}
          removal={{ label: `Remove shape ${place + 2} of ${name}`, onRemove: () => remove(place) }}
          onChange={(next) => setShapes((before) => before.map((other, at) => (at === place ? next : other)))}
        />
      ))}
      <Box>
        <Button id={addId} variant="outlined" size="small" onClick={add}>
          Add a shape
        </Button>
      </Box>
    </>
  );
}
