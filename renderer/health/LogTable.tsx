import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { logKinds, type LogLine } from '../../shared/health/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useWorkName } from './use-work-name.ts'

type Row = LogLine & { place: number }

/** The log as it is written, without what anybody typed; a line's stack is for whoever mends the program. */
export function LogTable() {
  const { t } = useTranslation()
  const [kind, setKind] = useState<LogLine['kind'] | null>(null)
  const [selected, setSelected] = useState<number | null>(null)
  const { value: log, failure, isLoading } = useQuery('health.log', { kind }, { keepsPrevious: true })
  const rows = useMemo(() => (log?.lines ?? []).map((line, place) => ({ ...line, place })), [log])
  const shown = rows.find(({ place }) => place === selected)
  return (
    <>
      <Select
        label={t('health.log.kind')}
        value={kind ?? ''}
        emptyLabel={t('health.log.all')}
        options={logKinds.map((value) => ({ value, label: t(`health.log.${value}`) }))}
        onChange={({ target }) => {
          setKind(logKinds.find((each) => each === target.value) ?? null)
          setSelected(null)
        }}
      />
      <Failure of={failure} />
      <Table
        label={t('health.page.log')}
        name="engine-log"
        columns={useColumns()}
        rows={rows}
        keyOf={({ place }) => place}
        selected={selected}
        onSelect={({ place }) => setSelected(place)}
        isLoading={isLoading}
        total={{ count: log?.kept ?? 0, isExact: true }}
        empty={<EmptyState icon="check" text={t('health.log.empty')} />}
        foot={log && <LogFoot shown={rows.length} kept={log.kept} />}
      />
      {shown && shown.stack.length > 0 && (
        <details className="card stack-lines" open>
          <summary>{t('health.log.stack')}</summary>
          <pre>{shown.stack.join('\n')}</pre>
        </details>
      )}
    </>
  )
}

function LogFoot({ shown, kept }: { shown: number; kept: number }) {
  const { t } = useTranslation()
  return (
    <span aria-live="polite">
      {shown < kept ? t('health.log.more', { count: shown, kept }) : t('health.log.shown', { count: shown })}
    </span>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation()
  const nameOf = useWorkName()
  return useMemo(
    () => [
      {
        key: 'at',
        label: t('health.log.at'),
        widthPx: 150,
        cell: ({ at }) => <span className="number">{displayInstant(at)}</span>,
      },
      {
        key: 'kind',
        label: t('health.log.kind'),
        widthPx: 100,
        cell: ({ kind }) => (
          <Chip tone={kind === 'fault' ? 'bad' : 'warn'} icon={kind === 'fault' ? 'warning' : 'history'}>
            {t(`health.kinds.${kind}`)}
          </Chip>
        ),
      },
      { key: 'number', label: t('health.log.number'), widthPx: 100, cell: ({ logId }) => logId },
      {
        key: 'operation',
        label: t('health.log.operation'),
        widthPx: 300,
        grows: true,
        cell: ({ operation }) => nameOf(operation),
      },
      {
        key: 'what',
        label: t('health.log.what'),
        widthPx: 300,
        grows: true,
        cell: ({ name, ms }) => (ms === null ? name : t('health.log.waited', { ms })),
      },
    ],
    [t, nameOf],
  )
}
