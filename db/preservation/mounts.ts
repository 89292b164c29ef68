import { existsSync, readFileSync } from 'node:fs'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** What a Linux system mounts for itself is no disk of anybody's. */
const systemPoint = /^\/(proc|sys|dev|run(?!\/media)|boot|snap|etc|var\/lib)(\/|$)/

/** Where disks are attached now: drive letters on Windows, mount points elsewhere. */
export function mountPoints(): string[] {
  if (process.platform === 'win32')
    return letters.map((letter) => `${letter}:\\`).filter((path) => existsSync(path))
  try {
    const lines = readFileSync('/proc/mounts', 'utf8').split('\n')
    const points = lines.map((line) => (line.split(' ')[1] ?? '').replaceAll('\\040', ' '))
    return [...new Set(points)].filter((point) => point !== '' && !systemPoint.test(point))
  } catch {
    return ['/']
  }
}
