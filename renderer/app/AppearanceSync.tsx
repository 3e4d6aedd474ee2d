import { useColorScheme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { appearanceQuery } from '../api/queries.ts';

/** Makes the page light or dark as the settings say. */
export function AppearanceSync() {
  const { setMode } = useColorScheme();
  const { data: appearance } = useQuery(appearanceQuery);
  useEffect(() => {
    if (appearance) setMode(appearance);
  }, [appearance, setMode]);
  return null;
}
