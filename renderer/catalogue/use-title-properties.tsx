import { useTranslation } from 'react-i18next'
import type { Title } from '../../shared/catalogue/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useTermName } from '../settings/index.ts'
import type { Property } from '../ui/PropertyList.tsx'

type Shown = Pick<
  Title,
  'responsibility' | 'publisher' | 'publishedYear' | 'isbn' | 'ddc' | 'language' | 'note' | 'addedOn'
>

export function useTitleProperties(title: Shown): Property[] {
  const { t } = useTranslation()
  const languageName = useTermName('language')
  const property = (key: keyof Shown, value: Property['value']) => ({
    key,
    label: t(`catalogue.fields.${key}`),
    value,
  })
  return [
    property('responsibility', title.responsibility),
    property('publisher', title.publisher),
    property('publishedYear', title.publishedYear),
    property('isbn', title.isbn),
    property('language', title.language && languageName(title.language)),
    property('ddc', title.ddc),
    property('addedOn', displayDate(title.addedOn)),
    { ...property('note', title.note), isWide: true },
  ]
}
