import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

type List = 'roadmaps' | 'milestones' | 'documents' | 'allocations' | 'targets'

/** What a list of this module says of itself. */
export function useListWords<Row>(list: List, nameOf: (row: Row) => string) {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      title: t(`plans.lists.${list}.title`),
      hint: t(`plans.lists.${list}.hint`),
      empty: t(`plans.lists.${list}.empty`),
      nothingFound: t('plans.list.nothingFound'),
      add: t(`plans.lists.${list}.add`),
      edit: t(`plans.lists.${list}.edit`),
      removed: (row: Row) => t('plans.list.removed', { name: nameOf(row) }),
    }),
    [t, list, nameOf],
  )
}
