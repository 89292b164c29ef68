import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useOperationWords } from '../app/use-operation-words.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { recordedOperations } from './recorded-operations.ts'
import { dayWords, type Filters } from './use-journal-filters.ts'

type Props = { filters: Filters; onChange: (change: Partial<Filters>) => void; onClear: () => void }

export function JournalFilters({ filters, onChange, onClear }: Props) {
  const { t } = useTranslation()
  const mayNameUsers = useCan()('users.manage')
  const { name } = useOperationWords()
  const users = useQuery('users.list', {}, { isActive: mayNameUsers }).value ?? []
  const acts = recordedOperations
    .map((operation) => ({ value: operation, label: name(operation) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'vi'))
  const people = users.map((user) => ({ value: String(user.id), label: user.name }))
  const chips = [
    { key: 'from', text: filters.from && t('journal.filters.fromChip', { on: dayWords(filters.from) }) },
    { key: 'to', text: filters.to && t('journal.filters.toChip', { on: dayWords(filters.to) }) },
    { key: 'operation', text: filters.operation && name(filters.operation) },
    { key: 'userId', text: people.find(({ value }) => value === String(filters.userId))?.label },
  ]
  const active = chips.flatMap(({ key, text }) => (text ? [{ key, text }] : []))
  return (
    <>
      <div className="form-grid narrow">
        <DateField
          label={t('journal.filters.from')}
          value={filters.from}
          onChange={(from) => onChange({ from })}
        />
        <DateField label={t('journal.filters.to')} value={filters.to} onChange={(to) => onChange({ to })} />
        <Combobox
          label={t('journal.filters.operation')}
          value={filters.operation ?? ''}
          options={[{ value: '', label: t('journal.filters.all') }, ...acts]}
          onChange={(operation) => onChange({ operation })}
        />
        {mayNameUsers && (
          <Combobox
            label={t('journal.filters.user')}
            value={String(filters.userId ?? '')}
            options={[{ value: '', label: t('journal.filters.everyone') }, ...people]}
            onChange={(id) => onChange({ userId: Number(id) || null })}
          />
        )}
      </div>
      {active.length > 0 && (
        <div className="row" role="group" aria-label={t('journal.filters.active')}>
          {active.map(({ key, text }) => (
            <Chip
              key={key}
              removeLabel={t('journal.filters.remove', { what: text })}
              onRemove={() => onChange({ [key]: null })}
            >
              {text}
            </Chip>
          ))}
          <Button kind="quiet" onClick={onClear}>
            {t('journal.filters.clear')}
          </Button>
        </div>
      )}
    </>
  )
}
