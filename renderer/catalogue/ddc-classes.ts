import { fold } from '../../shared/fold.ts'
import type { Option } from '../ui/Select.tsx'

/** A class number of three digits from the one or two digits a main class or division begins with. */
export function classNumberOf(code: string): string {
  return code.padEnd(3, '0')
}

/** The narrowest class that a number belongs to: 895.922 lies in 89, and 89 in 8. */
export function classOf(classes: readonly Option[], number: string): Option | undefined {
  const digits = /^\d{1,3}/.exec(number.trim())?.[0] ?? ''
  const codes = [digits.slice(0, 2), digits.slice(0, 1)].filter(Boolean)
  return codes.map((code) => classes.find(({ value }) => value === code)).find(Boolean)
}

/** Classes that a number begins with or continues, or whose caption has the words; where they come first, first. */
export function classesLike(classes: readonly Option[], typed: string): Option[] {
  const wanted = fold(typed.trim())
  if (wanted === '') return []
  if (/^\d/.test(wanted)) {
    const digits = /^\d{1,2}/.exec(wanted)?.[0] ?? ''
    return classes.filter(({ value }) => value.startsWith(digits) || digits.startsWith(value))
  }
  const caption = ({ label }: Option) => ` ${fold(label)}`
  return classes
    .filter((option) => caption(option).includes(` ${wanted}`))
    .toSorted((a, b) => caption(a).indexOf(wanted) - caption(b).indexOf(wanted))
}
