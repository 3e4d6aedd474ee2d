import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const root = import.meta.dirname;

/** Electron 25 (Node 18, Chromium 114) is the oldest runtime the app runs on: see docs/electron-runtime.md. */
const NODE_TARGET = 'node18';
const CHROMIUM_TARGET = 'chrome114';

/** Packages with native binaries: they stay in node_modules, outside the bundles and outside the asar. */
const NATIVE_PACKAGES = ['electron', 'libsql', 'onnxruntime-node'];

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: NODE_TARGET,
      sourcemap: true,
      // Some of our libraries are ES modules only, which Electron's older Node cannot require: everything is bundled
      // but what holds native binaries.
      externalizeDeps: false,
      rollupOptions: {
        external: NATIVE_PACKAGES,
        // One bundle per process: the shell, and the two processes that it forks.
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          compileProcess: resolve(root, 'electron/compiler/compileProcess.ts'),
          inspectProcess: resolve(root, 'electron/models/inspectProcess.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      target: NODE_TARGET,
      sourcemap: true,
      rollupOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: CHROMIUM_TARGET,
      sourcemap: true,
      rollupOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
});
