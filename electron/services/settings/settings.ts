import { join } from 'node:path';
import { z } from 'zod';
import { appearanceSchema, type Appearance } from '../../../shared/ipc/routes.ts';
import { jsonFile } from '../persistence/jsonFile.ts';

const settingsSchema = z.object({ version: z.literal(1), appearance: appearanceSchema });
type Settings = z.infer<typeof settingsSchema>;

const DEFAULTS: Settings = { version: 1, appearance: 'system' };

/** The user's settings, kept in `settings.json`. */
export interface SettingsService {
  appearance(): Promise<Appearance>;
  setAppearance(appearance: Appearance): Promise<void>;
}

export function createSettings(userData: string): SettingsService {
  const file = jsonFile(join(userData, 'settings.json'), settingsSchema);
  const current = async () => (await file.read()) ?? DEFAULTS;
  return {
    appearance: async () => (await current()).appearance,
    setAppearance: async (appearance) => file.write({ ...(await current()), appearance }),
  };
}
