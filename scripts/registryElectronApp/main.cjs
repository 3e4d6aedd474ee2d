'use strict';

/**
 * Packed as `resources/default_app.asar` of the registry-delivered Electron, which comes without one:
 * makes `electron [flags] <app folder> [arguments]` start that app as the official binary would.
 * Runs inside Electron 25, hence plain CommonJS.
 */
const { app, dialog } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const parsed = parse(process.argv.slice(1));
for (const file of parsed.preload) require(path.resolve(file));
start(path.resolve(parsed.appFolder ?? '.'));

function parse(args) {
  const preload = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') preload.push(args[(index += 1)]);
    else if (!argument.startsWith('-')) return { preload, appFolder: argument };
  }
  return { preload, appFolder: null };
}

function start(folder) {
  try {
    Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
    const manifestFile = path.join(folder, 'package.json');
    if (fs.existsSync(manifestFile)) {
      const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
      if (manifest.version) app.setVersion(manifest.version);
      const name = manifest.productName ?? manifest.name;
      if (name) {
        app.setName(name);
        app.setDesktopName(manifest.desktopName ?? `${name}.desktop`);
      }
    }
    const entry = Module._resolveFilename(folder, null, true);
    app.setAppPath(fs.existsSync(manifestFile) ? folder : path.dirname(entry));
    Module._load(folder, module, true);
  } catch (error) {
    console.error(error);
    dialog.showErrorBox('The app could not be started', error instanceof Error ? error.message : String(error));
    app.exit(1);
  }
}
