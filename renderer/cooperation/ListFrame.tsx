import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { JobProgress } from '../app/JobProgress.tsx'
import { useKept } from '../app/kept.ts'
import { useJob } from '../app/operations.ts'
import type { Input } from '../app/operation-types.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure, type OperationFailure } from '../ui/Failure.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { CooperationTabs } from './CooperationTabs.tsx'

export type Exported = Input<'cooperation.exportList'>['list']
export type ListedBy = {
  text: string
  setText: (text: string) => void
  clear: () => void
  isNarrowed: boolean
}
type Props<Row> = {
  of: Exclude<Exported['of'], 'partners'>
  icon: IconName
  exported: Exported
  by: ListedBy
  list: {
    rows: Row[]
    failure: OperationFailure | null
    hasMore: boolean
    more: () => void
    isStarting: boolean
  }
  columns: Column<Row>[]
  /** What narrows the list, beside the search box. */
  filters: ReactNode
  /** The row of totals. */
  foot: ReactNode
  acts?: ReactNode
  /** In place of the table. */
  instead?: ReactNode
}

/** A list of records of co-operation: found, narrowed, summed, printed and handed out. */
export function ListFrame<Row extends { id: number }>(props: Props<Row>) {
  const { of, icon, exported, by, list, columns, filters, foot, acts, instead } = props
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [selected, setSelected] = useKept<number | null>(`cooperation.${of}.selected`, null)
  const mayWrite = can('cooperation.write')
  const title = t(`cooperation.${of}.title`)
  return (
    <div className="page filled">
      <PageHeader title={title} hint={t(`cooperation.${of}.hint`)}>
        {acts}
        <ListExport list={exported} />
        <Button icon="print" onClick={() => window.print()}>
          {t('cooperation.page.print')}
        </Button>
        {mayWrite && (
          <Link className="button primary" to={`/cooperation/${of}/new`}>
            <Icon name="add" />
            {t(addKeys[of])}
          </Link>
        )}
      </PageHeader>
      <CooperationTabs />
      <div className="cooperation-filters no-print">
        <SearchBox
          label={t('cooperation.page.search')}
          value={by.text}
          onChange={(event) => by.setText(event.target.value)}
        />
        {filters}
      </div>
      <Failure of={list.failure} />
      {instead ?? (
        <Table
          label={title}
          name={`cooperation.${of}`}
          columns={columns}
          rows={list.rows}
          keyOf={({ id }) => id}
          selected={selected}
          onSelect={({ id }) => setSelected(id)}
          onOpen={({ id }) => void navigate(`/cooperation/${of}/${id}`)}
          hasMore={list.hasMore}
          onMore={list.more}
          isLoading={list.isStarting && !list.failure}
          foot={foot}
          empty={
            <EmptyState
              icon={icon}
              text={t(by.isNarrowed ? 'cooperation.page.nothingFound' : `cooperation.${of}.empty`)}
            >
              {by.isNarrowed ? (
                <Button onClick={by.clear}>{t('cooperation.page.showAll')}</Button>
              ) : (
                mayWrite && (
                  <Link className="button primary" to={`/cooperation/${of}/new`}>
                    {t(addKeys[of])}
                  </Link>
                )
              )}
            </EmptyState>
          }
        />
      )}
    </div>
  )
}

const addKeys = {
  projects: 'cooperation.projects.add',
  agreements: 'cooperation.agreements.add',
  delegations: 'cooperation.delegations.add',
  memberships: 'cooperation.memberships.add',
  gifts: 'cooperation.gift.add',
} as const

export function ListExport({ list }: { list: Exported }) {
  const { t } = useTranslation()
  const run = useJob('cooperation.exportList')
  useSavedFile(run.output?.file, run.clear)
  const start = (format: 'xlsx' | 'csv') => () => void run.start({ list, format })
  return (
    <>
      <JobProgress run={run} />
      <Menu
        label={t('cooperation.page.export')}
        buttonClass="button"
        button={
          <>
            {t('cooperation.page.export')}
            <Icon name="down" />
          </>
        }
        items={(['xlsx', 'csv'] as const).map((format) => ({
          key: format,
          label: t(`cooperation.page.${format}`),
          onPick: start(format),
        }))}
      />
    </>
  )
}
