import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CounterKind } from '../../shared/readers/contract.ts'
import type { Rhythm } from '../../shared/readers/counters.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useQuery } from '../app/operations.ts'

/** Counters by what people call them: the library's own name, else the program's. */
export function useCounterKinds() {
  const { t } = useTranslation()
  const { value, failure } = useQuery('readers.counterKinds', {})
  const nameOf = useCallback(
    ({ code, name }: Pick<CounterKind, 'code' | 'name'>) => name || t(runtimeKey(`readers.kinds.${code}`)),
    [t],
  )
  const kinds = useMemo(() => value ?? [], [value])
  const nameOfCode = useCallback(
    (code: string) => {
      const kind = kinds.find((each) => each.code === code)
      return kind ? nameOf(kind) : code
    },
    [kinds, nameOf],
  )
  const shownOf = useCallback(
    (rhythm: Rhythm) => kinds.filter((kind) => !kind.isHidden && kind.rhythm === rhythm),
    [kinds],
  )
  return { kinds, failure, isKnown: value !== undefined, nameOf, nameOfCode, shownOf }
}
