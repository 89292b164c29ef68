import type { TFunction } from 'i18next'
import type { Doubt } from './doubts.ts'

/** What is asked about a figure, in words: the same on the page and on paper. */
export function doubtText(
  t: TFunction,
  { rule, code, details }: Doubt,
  number: (value: number) => string,
  nameOf: (code: string) => string,
): string {
  const shown = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'number' ? number(value) : value,
  ])
  return t(`reports.doubts.${rule}`, {
    ...(Object.fromEntries(shown) as Record<string, string>),
    name: nameOf(code),
  })
}
