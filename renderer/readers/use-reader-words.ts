import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReaderGroup } from '../../shared/readers/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useQuery } from '../app/operations.ts'

/** Groups of readers by what people call them. */
export function useReaderWords() {
  const { t } = useTranslation()
  const { value, failure } = useQuery('readers.groups', {})
  const groups = useMemo(() => value ?? [], [value])
  const nameOf = useCallback(
    ({ code, name }: Pick<ReaderGroup, 'code' | 'name'>) =>
      name || (code ? t(runtimeKey(`readers.groups.${code}`)) : ''),
    [t],
  )
  const groupName = useCallback(
    (id: number) => {
      const group = groups.find((each) => each.id === id)
      return group ? nameOf(group) : ''
    },
    [groups, nameOf],
  )
  const options = useMemo(
    () =>
      groups
        .filter(({ isHidden }) => !isHidden)
        .map((group) => ({ value: String(group.id), label: nameOf(group) })),
    [groups, nameOf],
  )
  return { groups, groupName, nameOf, options, failure, isKnown: value !== undefined }
}
