import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type PackedFiles, packedFilesName } from '../shared/packed-files.ts'
import { root } from './step.ts'

function packed(folder: string, path: string): PackedFiles['files'][number] {
  const bytes = readFileSync(join(folder, path))
  return {
    path: path.split(sep).join('/'),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** electron-builder calls this when the folder to install is as it will be installed. */
export function afterSign({ appOutDir }: { appOutDir: string }): void {
  const paths = globSync('**/*', { cwd: appOutDir })
    .filter((path) => statSync(join(appOutDir, path)).isFile())
    .toSorted()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const files = paths.map((path) => packed(appOutDir, path))
  const text = JSON.stringify({ version, files } satisfies PackedFiles, null, 1)
  writeFileSync(join(appOutDir, 'resources', packedFilesName), `${text}\n`)
}
