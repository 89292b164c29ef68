import { plainName, shortened } from '../../../shared/file-name.ts'

/** A folder on an old system takes paths of 259 signs; this leaves room for where the package is put. */
const longestPath = 180
const longestName = 80

/**
 * Names for the files of a package that every system can hold: composed letters, no sign that Windows refuses, none
 * too long, no two that some disk would take for one. The name of old stands in the description.
 */
export function packagePaths(paths: readonly string[]): string[] {
  const taken = new Set<string>()
  return paths.map((path) => {
    const whole = path
      .split('/')
      .map((name) => plainName(name))
      .join('/')
    const wanted =
      whole.length > longestPath ? shortened(whole.slice(whole.lastIndexOf('/') + 1), longestName) : whole
    let free = wanted
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = numbered(wanted, number)
    taken.add(free.toLowerCase())
    return free
  })
}

function numbered(path: string, number: number): string {
  const dot = path.lastIndexOf('.')
  const at = dot > path.lastIndexOf('/') + 1 ? dot : path.length
  return `${path.slice(0, at)}~${number}${path.slice(at)}`
}
