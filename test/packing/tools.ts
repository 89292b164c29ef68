import { chmodSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { libraryExporting } from './pe.ts'

export const nsisFolder = '/usr/share/nsis'

const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
/** electron-builder's own parts, found from where it is installed. */
export const library = createRequire(builder.resolve('app-builder-lib'))
export const templates = join(dirname(builder.resolve('app-builder-lib/package.json')), 'templates', 'nsis')

/** Plugins that Debian's NSIS has; the others are electron-builder's, and come over the net. */
const stockPlugins = new Set(['System', 'nsExec', 'nsDialogs', 'LangDLL', 'UserInfo'])

/** Every plugin that the templates name, with the functions they call of it. */
function pluginCalls(): Map<string, Set<string>> {
  const calls = new Map<string, Set<string>>()
  for (const file of globSync('**/*.{nsh,nsi}', { cwd: templates })) {
    for (const [, plugin = '', name = ''] of readFileSync(join(templates, file), 'utf8').matchAll(
      /\b(\w+)::(\w+)/g,
    )) {
      if (!stockPlugins.has(plugin)) calls.set(plugin, (calls.get(plugin) ?? new Set()).add(name))
    }
  }
  return calls
}

function writeScript(path: string, lines: string[]): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${['#!/bin/sh', ...lines].join('\n')}\n`)
  chmodSync(path, 0o755)
}

/**
 * electron-builder with Debian's makensis and 7z, and plugins that are only names: its templates compile, and the
 * Setup.exe that comes out is looked at and never run. Where it would run one to get the uninstaller out of it
 * (a 32-bit program, which Debian's wine64 does not start), that very program is kept as the uninstaller.
 */
export function makeTools(folder: string): NodeJS.ProcessEnv {
  writeScript(join(folder, 'nsis', 'linux', 'makensis'), [
    `NSISDIR=${nsisFolder} exec /usr/bin/makensis "$@"`,
  ])
  writeScript(join(folder, 'bin', 'wine'), ['cp "$1" "${1%exe}__uninstaller.exe"'])
  const plugins = join(folder, 'resources', 'plugins', 'x86-unicode')
  mkdirSync(plugins, { recursive: true })
  for (const [plugin, names] of pluginCalls())
    writeFileSync(join(plugins, `${plugin}.dll`), libraryExporting(`${plugin}.dll`, [...names]))
  return {
    PATH: [join(folder, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
    ELECTRON_BUILDER_NSIS_DIR: join(folder, 'nsis'),
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'resources'),
    ELECTRON_BUILDER_OFFLINE: 'true',
  }
}
