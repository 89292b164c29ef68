import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

type List = 'rooms' | 'equipment' | 'software' | 'connections' | 'services'

/** What a list of this module says of itself. */
export function useListWords<Row>(list: List, nameOf: (row: Row) => string) {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      title: t(`facilities.lists.${list}.title`),
      hint: t(`facilities.lists.${list}.hint`),
      empty: t(`facilities.lists.${list}.empty`),
      nothingFound: t('facilities.list.nothingFound'),
      add: t(`facilities.lists.${list}.add`),
      edit: t(`facilities.lists.${list}.edit`),
      removed: (row: Row) => t('facilities.list.removed', { name: nameOf(row) }),
    }),
    [t, list, nameOf],
  )
}
