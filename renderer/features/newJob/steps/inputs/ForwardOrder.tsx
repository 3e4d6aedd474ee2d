import Box from '@mui/material/Box';
import { forwardOrder } from '../../../../../shared/draft/inputEdits.ts';
import { MONO } from '../../../../theme.ts';
import { useWizard } from '../../wizardContext.ts';

/** The order in which PyTorch's forward() gets the inputs: by name, whatever order they are given in. */
export function ForwardOrder() {
  const { draft } = useWizard();
  const order = forwardOrder(draft);
  if (!order) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box id="forward-order" sx={{ color: 'text.secondary' }}>
        forward() gets the inputs sorted by name:
      </Box>
      <Box
        component="ol"
        aria-labelledby="forward-order"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, m: 0, p: 0, listStyle: 'none' }}
      >
        {order.map((name, index) => (
          <Box
            key={`${index} ${name}`}
            component="li"
            sx={{
              display: 'flex',
              gap: 0.75,
              maxWidth: '100%',
              px: 1,
              py: '2px',
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              fontSize: 12,
              lineHeight: '18px',
              overflowWrap: 'anywhere',
            }}
          >
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {index + 1}
            </Box>
            <Box component="span" sx={{ fontFamily: MONO }}>
              {name || '(no name)'}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
