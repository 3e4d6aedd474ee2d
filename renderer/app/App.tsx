import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import { RouterProvider } from 'react-router';
import { Announcer } from '../components/Announcer.tsx';
import { theme } from '../theme.ts';
import { AppearanceSync } from './AppearanceSync.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';

interface AppProps {
  /** Lets Emotion's styles pass the page's content security policy. */
  nonce: string | undefined;
  queryClient: QueryClient;
  router: ComponentProps<typeof RouterProvider>['router'];
}

/** The whole app: everything that pages need around them. */
export function App({ nonce, queryClient, router }: AppProps) {
  const [cache] = useState(() => createCache({ key: 'ew', nonce, prepend: true }));
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} storageManager={null} defaultMode="system">
        <CssBaseline />
        <ErrorBoundary>
          <QueryClientProvider client={queryClient}>
            <AppearanceSync />
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ErrorBoundary>
        <Announcer />
      </ThemeProvider>
    </CacheProvider>
  );
}
