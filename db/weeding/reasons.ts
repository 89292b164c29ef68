import type { CandidateRules, Reason } from '../../shared/weeding/contract.ts'
import { yearsOf, type AgeRule, type ReasonCode } from '../../shared/weeding/rules.ts'
import type { Fact } from './facts.ts'

type Known = Pick<Fact, 'publishedYear' | 'ddc' | 'language' | 'material'> & {
  since: string | null
  of: number
}

/** A rule's finding with the facts it rests on. */
export function reasonOf(
  code: ReasonCode,
  fact: Known,
  { rules, ages }: { rules: CandidateRules; ages: readonly AgeRule[] },
): Reason {
  switch (code) {
    case 'missing':
      return { code, since: fact.since }
    case 'damaged':
    case 'worn':
      return { code }
    case 'surplus':
      return { code, of: fact.of, keeps: rules.surplusAbove ?? 0 }
    case 'outdated':
      return {
        code,
        ...(fact.publishedYear === null ? {} : { year: fact.publishedYear }),
        class: fact.ddc.slice(0, 3),
        years: yearsOf(fact.ddc, ages) ?? 0,
      }
    case 'unused':
      return { code, years: rules.unusedYears ?? 0 }
    case 'out_of_scope':
      return {
        code,
        ...(rules.scopeLanguages.includes(fact.language) ? { language: fact.language } : {}),
        ...(rules.scopeMaterials.some((material) => material === fact.material)
          ? { material: fact.material }
          : {}),
      }
  }
}
