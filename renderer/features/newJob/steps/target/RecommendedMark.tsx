import StarBorderOutlined from '@mui/icons-material/StarBorderOutlined';
import { styled } from '@mui/material/styles';

const Mark = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  alignSelf: 'center',
  gap: 2,
  fontSize: 12,
  fontWeight: 500,
  lineHeight: '16px',
  whiteSpace: 'nowrap',
  color: theme.vars.palette.primary.main,
  '& svg': { fontSize: 14 },
}));

/** Says that the catalogue recommends a target for the framework. */
export function RecommendedMark() {
  return (
    <Mark>
      <StarBorderOutlined aria-hidden />
      Recommended
    </Mark>
  );
}
