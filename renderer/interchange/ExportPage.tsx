import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Select } from '../ui/Select.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ExportAllCard } from './ExportAllCard.tsx'
import { ExportForm } from './ExportForm.tsx'
import { InterchangeTabs } from './InterchangeTabs.tsx'

type Selection = Input<'interchange.export'>['selection']

/** Everything can leave, in formats that other programs read: nobody is held by this one. */
export function ExportPage() {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <div className="page">
      <PageHeader title={t('interchange.exporting.page')} hint={t('interchange.exporting.hint')} />
      <InterchangeTabs />
      <TitleCard />
      {can('interchange.exportAll') && <ExportAllCard />}
    </div>
  )
}

function TitleCard() {
  const { t } = useTranslation()
  const number = useNumberText()
  const saved = useQuery('catalogue.savedSearches', {})
  const [searchId, setSearchId] = useState<number | null>(null)
  const chosen = saved.value?.find(({ id }) => id === searchId)
  const selection: Selection = chosen ? { search: chosen.search } : { all: true }
  const count = useQuery('catalogue.search', { ...chosen?.search, limit: 1 }, { keepsPrevious: true }).value
    ?.total
  return (
    <section className="card">
      <h2>{t('interchange.exporting.titles')}</h2>
      <Failure of={saved.failure} />
      <ExportForm selection={selection}>
        <Select
          label={t('interchange.exporting.what')}
          value={searchId ?? ''}
          emptyLabel={t('interchange.exporting.all')}
          options={(saved.value ?? []).map(({ id, name }) => ({
            value: String(id),
            label: t('interchange.exporting.saved', { name }),
          }))}
          hint={
            count &&
            t(count.isExact ? 'interchange.exporting.count' : 'interchange.exporting.countAbout', {
              shown: number(count.count),
            })
          }
          onChange={({ target: { value } }) => setSearchId(value === '' ? null : Number(value))}
        />
      </ExportForm>
      <p className="soft small">{t('interchange.exporting.fromList')}</p>
    </section>
  )
}
