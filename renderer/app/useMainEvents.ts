import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { hasEnded } from '../../shared/api/compilationJobStatus.ts';
import { receiveEvents } from '../api/queries.ts';
import { announce, toast } from '../components/announcements.ts';
import { jobAnnouncement } from './jobAnnouncement.ts';
import { jobPath } from './paths.ts';

/** Keeps the cache true to what main tells, and says what changed. */
export function useMainEvents(): void {
  const queryClient = useQueryClient();
  const { pathname } = useLocation();
  const shownPath = useRef(pathname);
  useEffect(() => {
    shownPath.current = pathname;
  }, [pathname]);
  useEffect(
    () =>
      receiveEvents(queryClient, (job, before) => {
        const text = jobAnnouncement(job, before);
        if (!text) return;
        // Whoever looks at the job sees it; only the words are missing then.
        const isOnScreen = shownPath.current === jobPath(job.id);
        if (hasEnded(job.status) && !isOnScreen) toast(text);
        else announce(text);
      }),
    [queryClient],
  );
}
