import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

type List = 'points' | 'conditions' | 'exchanges' | 'populations'

/** What a list of this module says of itself. */
export function useListWords<Row>(list: List, nameOf: (row: Row) => string) {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      title: t(`network.lists.${list}.title`),
      hint: t(`network.lists.${list}.hint`),
      empty: t(`network.lists.${list}.empty`),
      nothingFound: t('network.list.nothingFound'),
      add: t(`network.lists.${list}.add`),
      edit: t(`network.lists.${list}.edit`),
      removed: (row: Row) => t('network.list.removed', { name: nameOf(row) }),
    }),
    [t, list, nameOf],
  )
}
