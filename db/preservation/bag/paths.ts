import { isWindowsName } from '../../../shared/preservation/rules.ts'

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
    const whole = path.normalize('NFC').split('/').map(safeName).join('/')
    const wanted =
      whole.length > longestPath ? shortened(whole.slice(whole.lastIndexOf('/') + 1), longestName) : whole
    let free = wanted
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = numbered(wanted, number)
    taken.add(free.toLowerCase())
    return free
  })
}

function safeName(name: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = name.replace(/[<>:"\\|?*\u0000-\u001f]/g, '_').replace(/[. ]+$/, '_')
  const usable = isWindowsName(plain) && plain !== '' && plain !== '..' ? plain : `_${plain}`
  return usable.length > longestName ? shortened(usable, longestName) : usable
}

/** Keeps the ending, by which programs know the file. */
function shortened(name: string, length: number): string {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : ''
  const letters = Array.from(name.slice(0, name.length - ending.length))
  return letters.slice(0, length - ending.length).join('') + ending
}

function numbered(path: string, number: number): string {
  const dot = path.lastIndexOf('.')
  const at = dot > path.lastIndexOf('/') + 1 ? dot : path.length
  return `${path.slice(0, at)}~${number}${path.slice(at)}`
}
