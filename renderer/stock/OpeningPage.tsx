import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { usePeriodName } from '../reports/index.ts'
import { useTerms } from '../settings/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { OpeningForm } from './OpeningForm.tsx'
import { StockTabs } from './StockTabs.tsx'

/** What the library held on the day it began with this program. */
export function OpeningPage() {
  const { t } = useTranslation()
  const can = useCan()
  const periodName = usePeriodName()
  const opening = useQuery('stock.opening', {})
  const sites = useQuery('copies.sites', {})
  const languages = useTerms('language')
  const terms = useTerms('ddcClass')
  const choices = useMemo(
    () => ({
      sites: (sites.value ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
      languages,
      classes: terms.filter(({ value }) => value.length === 1),
    }),
    [sites.value, languages, terms],
  )
  const sheet = opening.value
  const mayWrite = can('stock.write')
  const isReady = sheet && sites.value && languages.length > 0 && terms.length > 0
  return (
    <div className="page filled">
      <PageHeader title={t('stock.opening.title')} hint={t('stock.opening.hint')} />
      <StockTabs />
      <Failure of={opening.failure ?? sites.failure} />
      {!mayWrite && <Notice icon="lock" text={t('stock.opening.readOnly')} />}
      {mayWrite && sheet?.reported && (
        <Notice icon="lock" text={t('stock.opening.reported', { period: periodName(sheet.reported) })} />
      )}
      {isReady && <OpeningForm sheet={sheet} choices={choices} mayWrite={mayWrite} />}
    </div>
  )
}
