import { useTranslation } from 'react-i18next'
import type { MarcProblem } from '../../shared/catalogue/contract.ts'

/** What a check of a record found, in words. */
export function useProblemText(): (problem: MarcProblem) => string {
  const { t } = useTranslation()
  return ({ code, tag, detail }) => t(`marc.problems.${code}`, { tag, detail })
}
