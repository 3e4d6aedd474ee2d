import { errorFinding, type RequestRule } from './rule.ts';

/** Source: Tag$Key, "Tag keys must be unique per resource". */
export const uniqueTagKeys: RequestRule = ({ Tags = [] }) =>
  Tags.flatMap(({ Key }, index) => {
    if (Key === '' || Tags.findIndex((tag) => tag.Key === Key) === index) return [];
    const path = ['Tags', index, 'Key'];
    const fix = { label: 'Remove this tag', edits: [{ path: ['Tags', index] }] };
    const message = `The tag "${Key}" is given twice; a key can be used once.`;
    return [errorFinding('tags.duplicate', path, message, `Duplicate tag key found: ${Key}`, fix)];
  });

/** Source: Tagging Amazon Web Services resources, the prefix aws: is reserved. */
export const ownTagKeys: RequestRule = ({ Tags = [] }) =>
  Tags.flatMap(({ Key }, index) => {
    if (!/^aws:/iu.test(Key)) return [];
    const fix = { label: 'Remove this tag', edits: [{ path: ['Tags', index] }] };
    const message = `The tag "${Key}" cannot be used: keys that start with aws: belong to AWS.`;
    return [errorFinding('tags.reserved', ['Tags', index, 'Key'], message, `System tags cannot be added: ${Key}`, fix)];
  });
