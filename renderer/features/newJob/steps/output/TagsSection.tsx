import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { flushSync } from 'react-dom';
import { listShapes } from '../../../../../shared/api/shapes.ts';
import { announce } from '../../../../components/announcements.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldFindings } from '../../fields/FieldHelp.tsx';
import { focusControl } from '../../stepFocus.ts';
import { useWizard } from '../../wizardContext.ts';
import { OutputSection } from './OutputSection.tsx';
import { TAG_COLUMNS, TagRow } from './TagRow.tsx';
import type { TagText } from './tagLines.ts';

const FIELD = 'output.tags';
const MAX_TAGS = listShapes.TagList.max;
const ADD_ID = fieldId('output.tags.add');

/** Tags of the job: pairs of a key, which is used once, and a value. */
export function TagsSection() {
  const { draft, findingsAt, setField } = useWizard();
  const { tags } = draft.output;

  const add = () => {
    flushSync(() => setField(FIELD, [...tags, { key: '', value: '' }]));
    focusControl(`${FIELD}.${tags.length}.key`);
  };
  const change = (index: number, tag: TagText) => setField(FIELD, tags.with(index, tag));
  const paste = (index: number, pasted: readonly TagText[]) => {
    setField(FIELD, [...tags.slice(0, index), ...pasted, ...tags.slice(index + 1)]);
    announce(pasted.length === 1 ? '1 tag was pasted.' : `${pasted.length} tags were pasted.`);
  };
  const remove = (index: number) => {
    const next = tags.filter((_, position) => position !== index);
    flushSync(() => setField(FIELD, next));
    if (next.length === 0) document.getElementById(ADD_ID)?.focus();
    else focusControl(`${FIELD}.${Math.min(index, next.length - 1)}.key`);
  };
  const isFull = tags.length >= MAX_TAGS;
  return (
    <OutputSection
      title="Tags"
      note={tags.length === 0 ? 'None' : tags.map(({ key, value }) => `${key}=${value}`).join(' · ')}
      roots={[FIELD]}
      holdsSomething={tags.length > 0}
    >
      <Box
        id={fieldId(FIELD)}
        tabIndex={-1}
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', justifyItems: 'start', gap: 1 }}
      >
        {tags.length > 0 && (
          <Box sx={{ width: '100%' }}>
            <Box aria-hidden sx={{ ...TAG_COLUMNS, mb: 0.5, fontWeight: 500 }}>
              <span>Key</span>
              <span>Value</span>
            </Box>
            <Box component="ol" aria-label="Tags" sx={{ display: 'grid', gap: 1, m: 0, p: 0, listStyle: 'none' }}>
              {tags.map((tag, index) => (
                <TagRow key={index} tag={tag} index={index} onChange={change} onPaste={paste} onRemove={remove} />
              ))}
            </Box>
          </Box>
        )}
        <FieldFindings findings={findingsAt(FIELD)} />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Button id={ADD_ID} variant="outlined" size="small" disabled={isFull} onClick={add}>
            Add a tag
          </Button>
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
            {isFull
              ? `A job has at most ${MAX_TAGS} tags: remove one to add another.`
              : 'Lines of key=value can be pasted into an empty key.'}
          </Box>
        </Box>
      </Box>
    </OutputSection>
  );
}
