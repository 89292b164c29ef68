import { readFileSync, realpathSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import type { OpenProblem } from './failure.ts'

export const databaseName = 'library.db'
/** Libraries that an upgrade or a restore put aside; only a person takes them away. */
export const beforeUpgradeName = 'before-upgrade'
export const beforeRestoreName = 'before-restore'

const cloudNames =
  /^(onedrive|dropbox|google ?drive|icloud ?drive|my ?drive|box sync|nextcloud|zalo ?cloud)\b/i
const networkFileSystems = new Set(['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'afs', 'fuse.sshfs', 'davfs'])

/** SQLite's locks do not hold over a network, and a synchronising program copies half-written files. */
export function folderProblem(folder: string, mounts: string = readMounts()): OpenProblem | null {
  const real = resolveExisting(folder)
  if (/^(\\\\|\/\/)[^\\/?.]/.test(folder) || /^(\\\\|\/\/)[^\\/?.]/.test(real)) return 'network_share'
  if (networkFileSystems.has(fileSystemOf(real, mounts))) return 'network_share'
  return real.split(/[\\/]/).some((part) => cloudNames.test(part)) ? 'cloud_folder' : null
}

/** The real place of a folder that may not exist yet; on Windows this also turns a mapped drive into its share. */
function resolveExisting(folder: string): string {
  const full = resolve(folder)
  try {
    return realpathSync.native(full)
  } catch {
    const parent = dirname(full)
    return parent === full ? full : resolveExisting(parent) + full.slice(parent.length)
  }
}

function readMounts(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8')
  } catch {
    return ''
  }
}

function fileSystemOf(folder: string, mounts: string): string {
  let best = { point: '', type: '' }
  for (const line of mounts.split('\n')) {
    const [, rawPoint = '', type = ''] = line.split(' ')
    const point = rawPoint.replaceAll('\\040', ' ')
    const holds = folder === point || folder.startsWith(point.endsWith(sep) ? point : point + sep)
    if (point && holds && point.length >= best.point.length) best = { point, type }
  }
  return best.type
}
