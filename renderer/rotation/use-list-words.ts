import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** What a list of this module says of itself. */
export function useListWords<Row>(list: 'shipments' | 'sessions' | 'routes', nameOf: (row: Row) => string) {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      title: t(`rotation.lists.${list}.title`),
      hint: t(`rotation.lists.${list}.hint`),
      empty: t(`rotation.lists.${list}.empty`),
      nothingFound: t('rotation.list.nothingFound'),
      add: t(`rotation.lists.${list}.add`),
      edit: t(`rotation.lists.${list}.edit`),
      removed: (row: Row) => t('rotation.list.removed', { name: nameOf(row) }),
    }),
    [t, list, nameOf],
  )
}
