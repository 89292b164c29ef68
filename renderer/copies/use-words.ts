import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Copy } from '../../shared/copies/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Option } from '../ui/Select.tsx'

type List =
  | 'copies.statuses'
  | 'copies.conditions'
  | 'copies.grounds'
  | 'copies.states'
  | 'catalogue.sources'
  | 'catalogue.materials'
  | 'catalogue.specialClasses'

/** The words of a fixed list, to show and to choose from. */
export function useWords() {
  const { t } = useTranslation()
  return useMemo(() => {
    const word = (list: List, code: string) => t(runtimeKey(`${list}.${code}`), { defaultValue: code })
    return {
      word,
      options: (list: List, codes: readonly string[]): Option[] =>
        codes.map((code) => ({ value: code, label: word(list, code) })),
      /** What a copy is today: gone, or what its status says. */
      stateOf: (copy: Pick<Copy, 'status' | 'withdrawnOn' | 'cancelledOn'>): string => {
        if (copy.cancelledOn !== null) return word('copies.states', 'cancelled')
        return copy.withdrawnOn !== null
          ? word('copies.states', 'withdrawn')
          : word('copies.statuses', copy.status)
      },
    }
  }, [t])
}
