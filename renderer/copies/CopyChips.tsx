import { useTranslation } from 'react-i18next'
import type { CopyFilters } from '../../shared/copies/contract.ts'
import { Chip } from '../ui/Chip.tsx'
import { activeFilters, filterNames, noFilters, type FilterName } from './copies-address.ts'
import { useFilterWords } from './use-filter-words.ts'

type Props = { filters: CopyFilters; onChange: (filters: CopyFilters) => void }

/** What the list is narrowed by, each taken away by its cross. */
export function CopyChips({ filters, onChange }: Props) {
  const { t } = useTranslation()
  const words = useFilterWords()
  const active = activeFilters(filters)
  const names = filterNames.filter(
    (name): name is Exclude<FilterName, 'text'> => name in active && name !== 'text',
  )
  if (names.length === 0) return null
  return (
    <div className="row no-print" role="group" aria-label={t('copies.filters.narrowed')}>
      {names.map((name) => (
        <Chip
          key={name}
          onRemove={() => onChange({ ...filters, [name]: noFilters[name] })}
          removeLabel={t('copies.filters.remove', { name: t(`copies.filters.${name}`) })}
        >
          {t(`copies.filters.${name}`)}: {words(name, filters)}
        </Chip>
      ))}
    </div>
  )
}
