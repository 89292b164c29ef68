import { fold, words } from './fold.ts'

/** A name as part of a file's name that every system and every mail takes; empty where nothing is left of it. */
export function fileName(text: string, longest = 60): string {
  return words(fold(text))
    .join('-')
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, longest)
}

/** Signs that Windows refuses, signs nobody sees, and those that turn what is read around. */
const refused = /[<>:"/\\|?*\p{Cc}\u202A-\u202E\u2066-\u2069]/u
const everyRefused = new RegExp(refused, 'gu')
/** What Windows takes for a device, whatever ending it has. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(\.|$)/iu
const longestHeld = 255

/** The name of one file that every disk holds just as it is written. */
export function isPlainName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= longestHeld &&
    !refused.test(name) &&
    !/[. ]$/.test(name) &&
    !device.test(name)
  )
}

/** A path below some folder, as we write them: plain names with / between. */
export function isPlainPath(path: string): boolean {
  return path.split('/').every(isPlainName)
}

/** Whether a path stays below the folder it is put to, whatever its names are: others' disks hold what Windows refuses. */
export function staysBelow(path: string): boolean {
  return (
    path !== '' &&
    !path.includes('\0') &&
    !/^([/\\~]|[A-Za-z]:)/.test(path) &&
    !path.split(/[/\\]/).includes('..')
  )
}

/** The last name of a path of any system. */
function lastName(path: string): string {
  return path.split(/[/\\]/).findLast((name) => name !== '') ?? ''
}

/** Short enough for the file systems that count bytes, whatever the letters. */
const longestGiven = 80

/** A plain name out of any, as close to it as can be; of a path, its last name. */
export function plainName(given: string, longest = longestGiven): string {
  const plain = lastName(given)
    .normalize('NFC')
    .replace(everyRefused, '_')
    .replace(/[. ]+$/, '_')
  const usable = isPlainName(plain) ? plain : `_${plain}`
  return usable.length > longest ? shortened(usable, longest) : usable
}

/** Keeps the ending, by which programs know the file. */
export function shortened(name: string, longest: number): string {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : ''
  const room = longest - ending.length
  let letters = ''
  for (const letter of name.slice(0, name.length - ending.length)) {
    if (letters.length + letter.length > room) break
    letters += letter
  }
  return letters.replace(/[. ]+$/, '_') + ending
}
