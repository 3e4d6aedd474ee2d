/** The door to the catalogue: what exists. What goes with what is in `support.ts`, `frameworkVersions.ts`, `inputConfigNeed.ts`. */
export * from './compileProfiles.ts';
export * from './frameworks.ts';
export * from './presets.ts';
export * from './targets.ts';
export * from './targetTranslation.ts';
