import Box from '@mui/material/Box';
import { Fragment, type ReactNode } from 'react';
import { CopyButton } from './CopyButton.tsx';
import { MiddleEllipsis } from './MiddleEllipsis.tsx';

/** One fact. Rows whose value is null or undefined are left out. */
export interface KeyValue {
  label: string;
  /** A string is an identifier unless `isProse` says otherwise: mono, shortened in the middle. */
  value: ReactNode;
  isProse?: boolean;
  /** What the copy button copies, when it is not the value itself; null for no copy button. */
  copy?: string | null;
}

interface KeyValueListProps {
  items: readonly KeyValue[];
  /** Width of the label column. */
  labelWidth?: number;
}

function Value({ label, value, isProse, copy }: KeyValue) {
  const text = copy === undefined && typeof value === 'string' ? value : copy;
  return (
    <>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {typeof value === 'string' && !isProse ? <MiddleEllipsis text={value} /> : value}
      </Box>
      {text ? <CopyButton text={text} subject={label} isSmall /> : null}
    </>
  );
}

/** Facts as a definition list, each of them copyable. */
export function KeyValueList({ items, labelWidth = 136 }: KeyValueListProps) {
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: `${labelWidth}px minmax(0, 1fr)`, columnGap: 2, rowGap: 0.25, m: 0 }}
    >
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map((item) => (
          <Fragment key={item.label}>
            <Box component="dt" sx={{ py: '2px', color: 'text.secondary' }}>
              {item.label}
            </Box>
            <Box
              component="dd"
              sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5, m: 0, py: '2px', minWidth: 0 }}
            >
              <Value {...item} />
            </Box>
          </Fragment>
        ))}
    </Box>
  );
}
