import { useTranslation } from 'react-i18next'
import type { Details } from '../../shared/contract.ts'
import type { Fetched, Taken } from '../../shared/updates/contract.ts'
import type { Output } from './operation-types.ts'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'

type Problem = NonNullable<
  | Taken['problem']
  | Fetched['problem']
  | Output<'updates.verify' | 'updates.prepareReturn' | 'updates.goBack'>['problem']
>

/** What stood in the way, in words; amounts of bytes are shown as people read them. */
export function useUpdateProblem() {
  const { t, i18n } = useTranslation()
  return (problem: Problem, details: Details = {}): string => {
    const shown = Object.entries(details).map(([name, fact]) => [
      name,
      typeof fact === 'number' ? formatSize(fact, numberStyle(i18n.language)) : fact,
    ])
    return t(`updates.problems.${problem}`, Object.fromEntries(shown) as Details)
  }
}
