import { isCoreMl, readDimension, readNumbers } from '../../../../../shared/draft/draftInputs.ts';
import type { DraftInput, JobDraft } from '../../../../../shared/draft/jobDraft.ts';

/** A piece of the configuration as the fields say it so far. */
export interface ConfigToken {
  text: string;
  /** True for what is missing or is no number yet. */
  isOpen: boolean;
}

const plain = (text: string): ConfigToken => ({ text, isOpen: false });

function joined(parts: readonly (readonly ConfigToken[])[]): ConfigToken[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [plain(','), ...part]));
}

const list = (parts: readonly (readonly ConfigToken[])[]) => [plain('['), ...joined(parts), plain(']')];

function size(value: string, symbol: string | null, takesRanges: boolean): ConfigToken {
  const text = value.trim();
  const read = readDimension(text);
  if (typeof read === 'object' && takesRanges) return plain(`"${read.lower}..${read.upper}"`);
  if (typeof read === 'number' && !Number.isNaN(read)) return plain(String(read));
  return { text: text || (symbol ?? '?'), isOpen: true };
}

const sizes = (values: readonly string[]) => list(values.map((value) => [size(value, null, false)]));

function number(value: string): ConfigToken {
  const [read = Number.NaN] = readNumbers(value);
  return Number.isFinite(read) ? plain(String(read)) : { text: value.trim() || '?', isOpen: true };
}

function coreMlMembers({ coreMl }: DraftInput): ConfigToken[][] {
  const { defaultShape, type, bias, scale } = coreMl;
  const members: ConfigToken[][] = [];
  if (defaultShape) members.push([plain('"default_shape":'), ...sizes(defaultShape)]);
  if (type !== '') members.push([plain(`"type":"${type}"`)]);
  if (bias.trim() !== '') {
    members.push([
      plain('"bias":'),
      ...list(
        bias
          .trim()
          .split(/[\s,]+/u)
          .map((value) => [number(value)]),
      ),
    ]);
  }
  if (scale.trim() !== '') members.push([plain('"scale":'), number(scale)]);
  return members;
}

function valueOf(input: DraftInput, isObject: boolean): ConfigToken[] {
  const { otherShapes } = input.coreMl;
  const takesRanges = isObject && otherShapes === null;
  const first = list(input.dimensions.map(({ value, symbol }) => [size(value, symbol, takesRanges)]));
  const shape = isObject && otherShapes ? list([first, ...otherShapes.map(sizes)]) : first;
  if (!isObject) return shape;
  return [plain('{'), ...joined([[plain('"shape":'), ...shape], ...coreMlMembers(input)]), plain('}')];
}

/** DataInputConfig as the fields say it so far, with the places that are still open. */
export function configTokens(draft: Pick<JobDraft, 'inputs' | 'dataInputConfig' | 'target'>): ConfigToken[] {
  const isObject = isCoreMl(draft);
  const values = draft.inputs.map((input) => valueOf(input, isObject));
  if (draft.dataInputConfig.form === 'list') return list(values);
  const members = values.map((value, index) => [
    plain(`${JSON.stringify(draft.inputs[index]?.name ?? '')}:`),
    ...value,
  ]);
  return [plain('{'), ...joined(members), plain('}')];
}
