import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Output } from '../app/operation-types.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { activeFilters, noFilters } from './search-address.ts'
import type { TitleSearch } from './use-title-search.ts'

type Props = { search: TitleSearch; answer: Output<'catalogue.search'> | undefined; isWaiting: boolean }

/** What to try where nothing was found, and how to begin where there is nothing yet. */
export function TitleListEmpty({ search, answer, isWaiting }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const { text, filters } = search.search
  if (isWaiting) return null
  const hasFilters = Object.keys(activeFilters(filters)).length > 0
  if (search.isNarrowed) {
    const instead = answer?.instead ?? []
    const nothing = hasFilters
      ? t('catalogue.list.nothingWithin')
      : t('catalogue.list.nothingFound', { text })
    return (
      <EmptyState
        icon="search"
        text={instead.length > 0 ? t('catalogue.list.instead', { text: text.trim() }) : nothing}
      >
        {instead.map((heading) => (
          <Button key={heading} onClick={() => search.open({ text: heading, filters })}>
            {t('catalogue.list.searchInstead', { heading })}
          </Button>
        ))}
        {hasFilters && (
          <Button onClick={() => search.filter(noFilters)}>{t('catalogue.filters.clear')}</Button>
        )}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="book" text={t('catalogue.list.empty')}>
      {can('catalogue.write') && (
        <Link className="button primary" to="/catalogue/new">
          {t('catalogue.list.addFirst')}
        </Link>
      )}
    </EmptyState>
  )
}
