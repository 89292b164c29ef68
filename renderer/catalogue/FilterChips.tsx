import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { noFilters } from './search-address.ts'
import { useFilterWords } from './use-filter-words.ts'
import type { TitleSearch } from './use-title-search.ts'

/** What narrows the list, each to be taken away by itself. */
export function FilterChips({ search: { search, filter } }: { search: TitleSearch }) {
  const { t } = useTranslation()
  const words = useFilterWords(search.filters)
  if (words.length === 0) return null
  return (
    <div className="row no-print" role="group" aria-label={t('catalogue.filters.active')}>
      {words.map(({ name, text, without }) => (
        <Chip
          key={`${name} ${text}`}
          removeLabel={t('catalogue.filters.remove', { what: text })}
          onRemove={() => filter(without)}
        >
          {text}
        </Chip>
      ))}
      <Button kind="quiet" onClick={() => filter(noFilters)}>
        {t('catalogue.filters.clear')}
      </Button>
    </div>
  )
}
