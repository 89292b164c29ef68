import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../../build/step.ts'
import { templates } from './tools.ts'

const wine = '/usr/lib/wine/wine64'

export type Association = { ext: string; name: string; description: string }

type Setup = { appFolder: string; version: string; associations: readonly Association[] }

/** A Windows of its own, of which nothing is left afterwards. */
export function createWindows() {
  const folder = mkdtempSync(join(tmpdir(), 'khosach-wine-'))
  const prefix = join(folder, 'prefix')
  const env = {
    ...process.env,
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'winemenubuilder.exe=d;mscoree=d;mshtml=d;icacls.exe=n;netsh.exe=n',
    DISPLAY: '',
    // The desktop of a Windows under wine lies in the home of who runs it, and its letters are those of the language.
    HOME: folder,
    USER: 'an',
    LC_ALL: 'C.UTF-8',
  }
  const said = join(folder, 'said.txt')
  const driveC = join(prefix, 'drive_c')
  function run(program: string, ...parameters: string[]): { status: number | null; output: string } {
    // A pipe would stay open as long as the services that Windows starts by the way, and a file needs no waiting.
    const output = openSync(said, 'w')
    // Setup takes `/D=` and `_?=` to the end of the line as they stand; a word with spaces would be quoted.
    const words = parameters.flatMap((word) => (/^(\/D|_\?)=/.test(word) ? word.split(' ') : [word]))
    const { status } = spawnSync(wine, [program, ...words], {
      env,
      cwd: existsSync(driveC) ? driveC : folder,
      stdio: ['ignore', output, 'ignore'],
      timeout: 60_000,
    })
    closeSync(output)
    return { status, output: readFileSync(said, 'utf8') }
  }
  function pretend(version: 'win7' | 'win10'): void {
    run('reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', version, '/f')
  }
  run('wineboot', '--init')
  pretend('win10')
  // Nothing that goes wrong in there reaches this machine's own files.
  rmSync(join(prefix, 'dosdevices', 'z:'))
  const at = (path: string) => join(driveC, ...path.replace(/^C:\\/, '').split('\\'))
  return {
    run,
    /** Which Windows programs believe to be on. */
    pretend,
    /** The place of a path such as `C:\Program Files\x`. */
    at,
    has: (path: string) => existsSync(at(path)),
    write(path: string, text: string | Buffer): void {
      mkdirSync(dirname(at(path)), { recursive: true })
      writeFileSync(at(path), text)
    },
    expand: (text: string) => run('cmd', '/c', `echo ${text}`).output.trim(),
    /** A value of the registry, null where there is none. */
    value(key: string, name: string | null): string | null {
      const which = name === null ? ['/ve'] : ['/v', name]
      const { status, output } = run('reg', 'query', key, ...which)
      return status === 0 ? (/REG_\w+\s+(.*?)\s*$/m.exec(output)?.[1] ?? null) : null
    },
    makeSetup(setup: Setup): string {
      return makeSetup(folder, driveC, setup)
    },
    remove: (path: string) => rmSync(at(path)),
    /** A program that writes the words it was called with into a file. */
    makeRecorder: (into: string) => makeRecorder(folder, into),
    close(): void {
      spawnSync('/usr/lib/wine/wineserver64', ['--kill'], { env })
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

export type Windows = ReturnType<typeof createWindows>

/** As electron-builder writes them of the same settings. */
function associationMacros(associations: readonly Association[]): string {
  const added = associations.map(
    ({ ext, name, description }) =>
      `  !insertmacro APP_ASSOCIATE "${ext}" "${name}" "${description}" "$appExe,0" "Open with Kho Sách" '"$appExe" "%1"'`,
  )
  const removed = associations.map(({ ext, name }) => `  !insertmacro APP_UNASSOCIATE "${ext}" "${name}"`)
  const macro = (name: string, lines: string[]) => [`!macro ${name}`, ...lines, '!macroend']
  return [...macro('registerFileAssociations', added), ...macro('unregisterFileAssociations', removed)].join(
    '\n',
  )
}

/** Says what makensis says; a warning is a fault, as electron-builder has it. */
function makeSetup(folder: string, driveC: string, { appFolder, version, associations }: Setup): string {
  const out = join(driveC, `Setup-${version}.exe`)
  const macros = join(folder, 'associations.nsh')
  writeFileSync(macros, `${associationMacros(associations)}\n`)
  const defines = {
    OUT: out,
    VERSION: version,
    TEMPLATES: templates,
    INCLUDE: join(root, 'build', 'installer.nsh'),
    APP_DIR: appFolder,
  }
  const { status, stdout, stderr } = spawnSync(
    'makensis',
    [
      '-WX',
      '-V2',
      '-INPUTCHARSET',
      'UTF8',
      ...Object.entries(defines).map(([name, value]) => `-D${name}=${value}`),
      `-X!include "${macros}"`,
      join(root, 'test', 'packing', 'installer.nsi'),
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`makensis left with ${status}\n${stdout}\n${stderr}`)
  return `C:\\Setup-${version}.exe`
}

function makeRecorder(folder: string, into: string): Buffer {
  const [source, out] = [join(folder, 'recorder.nsi'), join(folder, 'recorder.exe')]
  const lines = [
    'Unicode true',
    'Target amd64-unicode',
    '!include FileFunc.nsh',
    `OutFile "${out}"`,
    'RequestExecutionLevel user',
    'SilentInstall silent',
    'Section',
    '  ${GetParameters} $0',
    `  FileOpen $1 "${into}" w`,
    '  FileWrite $1 $0',
    '  FileClose $1',
    'SectionEnd',
  ]
  writeFileSync(source, lines.join('\n'))
  spawnSync('makensis', ['-V1', source])
  return readFileSync(out)
}

/** The two ways in which policy.json may be written: by Setup in UTF-16, by hand in UTF-8. */
export function readPolicy(path: string): unknown {
  return JSON.parse(
    readFileSync(path)
      .toString('utf16le')
      .replace(/^\uFEFF/, ''),
  )
}
