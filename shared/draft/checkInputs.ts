import type { Finding, FindingPath } from '../api/finding.ts';
import { MAX_DIMENSION } from '../dataInputConfig/dataInputConfig.ts';
import { isCoreMl, readDimension, readNumbers } from './draftInputs.ts';
import type { DraftInput, JobDraft } from './jobDraft.ts';

const error = (rule: string, path: FindingPath, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
});

const SIZE = /^[1-9]\d*$/u;

function checkDimension(input: DraftInput, inputIndex: number, index: number, takesRanges: boolean): Finding[] {
  const dimension = input.dimensions[index];
  if (!dimension) return [];
  const path = ['inputs', inputIndex, 'dimensions', index, 'value'];
  const value = dimension.value.trim();
  const name = dimension.symbol ? `"${dimension.symbol}"` : `dimension ${index + 1}`;
  if (value === '') {
    return [error('input.dimension.empty', path, `Give ${name} a size: the compiler needs every dimension fixed.`)];
  }
  if (takesRanges && typeof readDimension(value) === 'object') return [];
  if (SIZE.test(value) && Number(value) > MAX_DIMENSION) {
    const message = `This is too large: a dimension has at most ${MAX_DIMENSION.toLocaleString('en-US')} elements.`;
    return [error('input.dimension.size', path, message)];
  }
  if (!SIZE.test(value)) {
    const message = takesRanges
      ? 'Use a whole number of at least 1, or a range such as 1..10.'
      : 'Use a whole number of at least 1; a dimension cannot stay open.';
    return [error('input.dimension.number', path, message)];
  }
  if (dimension.fromFile !== null && dimension.fromFile !== value) {
    const fix = { label: `Use ${dimension.fromFile}`, edits: [{ path, value: dimension.fromFile }] };
    const message = `The model fixes this dimension to ${dimension.fromFile}.`;
    return [{ ...error('input.dimension.fixed', path, message), fix }];
  }
  return [];
}

/** Dimensions that share a symbol in the file are one dimension: all of them need the same size. */
function checkSharedSymbols(inputs: readonly DraftInput[]): Finding[] {
  const first = new Map<string, { value: string; inputName: string }>();
  return inputs.flatMap((input, inputIndex) =>
    input.dimensions.flatMap(({ symbol, value }, index) => {
      if (symbol === null || value.trim() === '') return [];
      const known = first.get(symbol);
      if (!known) {
        first.set(symbol, { value: value.trim(), inputName: input.name });
        return [];
      }
      if (known.value === value.trim()) return [];
      const message = `"${symbol}" is ${known.value} in ${known.inputName}; the model wants the same size here.`;
      return [error('input.dimension.shared', ['inputs', inputIndex, 'dimensions', index, 'value'], message)];
    }),
  );
}

/** Names are keys of the dictionary: each input needs one of its own. The list form has none. */
function checkName(inputs: readonly DraftInput[], index: number): Finding[] {
  const name = inputs[index]?.name ?? '';
  const path = ['inputs', index, 'name'];
  if (name === '') return [error('input.name.empty', path, 'Give the input the name that the model has for it.')];
  if (inputs.findIndex((input) => input.name === name) === index) return [];
  return [error('input.name.duplicate', path, `"${name}" is the name of another input as well.`)];
}

/** Ranks, ranges and repetitions are judged in the request; here a size only has to be a number. */
function checkSizes(shape: readonly string[], path: FindingPath, what: string): Finding[] {
  if (shape.every((size) => SIZE.test(size.trim()))) return [];
  const message = `${what} needs whole numbers of at least 1, one for each dimension.`;
  return [error('input.coreMl.shape', path, message)];
}

/** What Core ML's fields need to become numbers at all; what the numbers mean is checked in the request. */
function checkCoreMl({ coreMl }: DraftInput, index: number): Finding[] {
  const at = (...rest: FindingPath) => ['inputs', index, 'coreMl', ...rest];
  const findings = (coreMl.otherShapes ?? []).flatMap((shape, position) =>
    checkSizes(shape, at('otherShapes', position), `Shape ${position + 2}`),
  );
  if (coreMl.defaultShape) findings.push(...checkSizes(coreMl.defaultShape, at('defaultShape'), 'The default shape'));
  if (coreMl.bias.trim() !== '' && !readNumbers(coreMl.bias).every(Number.isFinite)) {
    findings.push(
      error('input.coreMl.bias', at('bias'), 'The bias is numbers separated by commas, such as -1, -1, -1.'),
    );
  }
  if (coreMl.scale.trim() !== '' && !Number.isFinite(Number(coreMl.scale))) {
    findings.push(error('input.coreMl.scale', at('scale'), 'The scale is a number, such as 0.007843137255.'));
  }
  return findings;
}

/** What is wrong with the inputs as typed, before they can be judged as a DataInputConfig. */
export function checkInputs(draft: JobDraft): Finding[] {
  if (draft.dataInputConfig.mode !== 'fields') return [];
  const { inputs } = draft;
  const isObject = isCoreMl(draft);
  const single = inputs.flatMap((input, inputIndex) => [
    ...(draft.dataInputConfig.form === 'dictionary' ? checkName(inputs, inputIndex) : []),
    ...input.dimensions.flatMap((_, index) =>
      checkDimension(input, inputIndex, index, isObject && input.coreMl.otherShapes === null),
    ),
    ...(isObject ? checkCoreMl(input, inputIndex) : []),
  ]);
  return [...single, ...checkSharedSymbols(inputs)];
}
