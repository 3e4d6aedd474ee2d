/** The pages that come in chunks of their own. */
export const loadWizard = () => import('../features/newJob/NewJobPage.tsx');
export const loadSettings = () => import('../features/settings/SettingsPage.tsx');

/** Loads them ahead; one that fails to load is tried again when it is opened. */
export function preloadPages(): void {
  void Promise.allSettled([loadWizard(), loadSettings()]);
}
