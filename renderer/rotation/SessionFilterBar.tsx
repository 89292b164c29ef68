import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { sessionStates, type SessionFilters } from '../../shared/rotation/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useShortcut } from '../ui/keys.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { monthAfter } from './month.ts'

type Props = {
  month: string
  filters: SessionFilters
  text: string
  onText: (text: string) => void
  narrow: (change: object) => void
}

/** A month at a time; a search goes through all of them. */
export function SessionFilterBar({ month, filters, text, onText, narrow }: Props) {
  const { t } = useTranslation()
  const today = isoDateAt(Date.now())
  const routes = useQuery('rotation.routes', { on: today, withPast: true, limit: 200 }).value?.rows ?? []
  const go = (to: string) => narrow({ month: to, months: null, to: null })
  useShortcut('Alt+ArrowLeft', () => go(monthAfter(month, -1)))
  useShortcut('Alt+ArrowRight', () => go(monthAfter(month, 1)))
  return (
    <div className="as-of-bar no-print">
      <SearchBox
        label={t('rotation.lists.sessions.search')}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <IconButton
        icon="back"
        label={t('rotation.list.monthBefore')}
        shortcut="Alt+←"
        onClick={() => go(monthAfter(month, -1))}
      />
      <strong aria-live="polite">
        {t('ui.calendar.month', { month: Number(month.slice(5, 7)), year: month.slice(0, 4) })}
      </strong>
      <IconButton
        icon="forward"
        label={t('rotation.list.monthAfter')}
        shortcut="Alt+→"
        onClick={() => go(monthAfter(month, 1))}
      />
      <Button onClick={() => go(`${today.slice(0, 7)}-01`)}>{t('rotation.list.thisMonth')}</Button>
      <InlineSelect
        label={t('rotation.fields.state')}
        emptyLabel={t('rotation.list.anyState')}
        value={filters.state ?? ''}
        options={sessionStates.map((each) => ({ value: each, label: t(`rotation.sessionStates.${each}`) }))}
        onChange={(state) => narrow({ state })}
      />
      {routes.length > 0 && (
        <InlineSelect
          label={t('rotation.fields.routeId')}
          emptyLabel={t('rotation.list.anyRoute')}
          value={filters.routeId === null ? '' : String(filters.routeId)}
          options={routes.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(routeId) => narrow({ routeId })}
        />
      )}
      {filters.from === null && text === '' && (
        <Chip removeLabel={t('rotation.list.oneMonth')} onRemove={() => narrow({ months: null, to: null })}>
          {t('rotation.list.allMonths')}
        </Chip>
      )}
    </div>
  )
}
