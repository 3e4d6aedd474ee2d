import { fieldId } from '../../../draftPaths.ts';
import { OPTIONS_FIELD } from './useOptionsText.ts';

/** The `id` of the control of an option. */
export const optionFieldId = (key: string): string => fieldId(`${OPTIONS_FIELD}.${key}`);
