import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { JobFilters } from '../../shared/digitization/contract.ts'
import { useCan } from '../app/permissions.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Icon } from '../ui/icons.tsx'
import { DigitizationTabs } from './DigitizationTabs.tsx'
import { JobBoard } from './JobBoard.tsx'
import { JobFilterBar, type JobView } from './JobFilterBar.tsx'
import { JobList } from './JobList.tsx'
import { jobsSearch, readJobFilters } from './jobs-address.ts'

/** What is to be done, as a list to work on or as a board to look at. */
export function JobListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [search, setSearch] = useSearchParams()
  const [text, setText] = useSearchText()
  const view: JobView = search.get('view') === 'board' ? 'board' : 'list'
  const filters = { ...readJobFilters(search), text }
  const show = (wanted: JobFilters, as: JobView) =>
    setSearch([jobsSearch(wanted), as === 'board' ? 'view=board' : ''].filter(Boolean).join('&'), {
      replace: true,
    })
  return (
    <div className="page filled">
      <PageHeader title={t('digitization.list.title')} hint={t('digitization.list.hint')}>
        {can('inspection.write') && (
          <Link className="button" to={`/inspection/draw?${jobsSearch({ ...filters, state: null })}`}>
            <Icon name="search" />
            {t('digitization.list.inspect')}
          </Link>
        )}
        {can('digitization.write') && (
          <Link className="button primary" to="/digitization/jobs/make">
            <Icon name="add" />
            {t('digitization.list.make')}
          </Link>
        )}
      </PageHeader>
      <DigitizationTabs />
      <JobFilterBar
        filters={filters}
        text={text}
        onText={setText}
        onNarrow={(change: Partial<JobFilters>) => show({ ...filters, ...change }, view)}
        view={view}
        onView={(as) => show(filters, as)}
      />
      {view === 'board' ? <JobBoard filters={filters} /> : <JobList filters={filters} />}
    </div>
  )
}
