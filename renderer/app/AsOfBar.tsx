import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { Chip } from '../ui/Chip.tsx'
import { DateField } from '../ui/DateField.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useQuery } from './operations.ts'
import type { useAsOf } from './use-as-of.ts'

type Props = {
  asOf: ReturnType<typeof useAsOf>
  searchLabel: string
  text: string
  onText: (text: string) => void
  hasSites?: boolean
  /** Given where the list can show what has ended as well. */
  pastLabel?: string
  children?: ReactNode
}

/** What narrows a list that is told as of a day. */
export function AsOfBar({ asOf, searchLabel, text, onText, hasSites = false, pastLabel, children }: Props) {
  const { t } = useTranslation()
  const sites = useQuery('copies.sites', {}).value ?? []
  const { on, isToday, narrow, siteId, withPast } = asOf
  return (
    <div className="as-of-bar no-print">
      <SearchBox label={searchLabel} value={text} onChange={(event) => onText(event.target.value)} />
      {children}
      {hasSites && sites.length > 1 && (
        <InlineSelect
          label={t('common.list.site')}
          emptyLabel={t('common.list.anySite')}
          value={siteId === null ? '' : String(siteId)}
          options={sites.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(value) => narrow({ siteId: value })}
        />
      )}
      <DateField
        label={t('common.list.on')}
        value={on}
        onChange={(day) => narrow({ on: day === isoDateAt(Date.now()) ? null : day })}
      />
      {pastLabel !== undefined && (
        <label className="check">
          <input
            type="checkbox"
            checked={withPast}
            onChange={(event) => narrow({ past: event.target.checked ? 'all' : null })}
          />
          {pastLabel}
        </label>
      )}
      {!isToday && (
        <Chip icon="history" removeLabel={t('common.list.today')} onRemove={() => narrow({ on: null })}>
          {t('common.list.asOf', { on: displayDate(on) })}
        </Chip>
      )}
    </div>
  )
}
