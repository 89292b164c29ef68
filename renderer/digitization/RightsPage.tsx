import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import { rightsViews, type TitleRights } from '../../shared/digitization/contract.ts'
import { useKept } from '../app/kept.ts'
import { useRows } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useListCursor } from '../app/use-list-cursor.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { DigitizationTabs } from './DigitizationTabs.tsx'
import { MayPublishChip } from './MayPublishChip.tsx'
import { RightsDialog } from './RightsDialog.tsx'
import { RightsRuleDialog } from './RightsRuleDialog.tsx'

const keyOf = ({ id }: TitleRights) => id

/** Titles that are being digitized, by what is known of their rights; what is unknown comes first. */
export function RightsPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const [text, setText] = useSearchText()
  const [view, setView] = useKept<(typeof rightsViews)[number]>('digitization.rightsView', 'unknown')
  const [open, setOpen] = useState<'decide' | 'rule' | null>(null)
  const rows = useRows('digitization.rights', { view, text })
  const cursor = useListCursor('digitization.rightsAt', rows)
  const choice = useChoice({ keyOf, load: rows.load, allCount: null, listKey: rows.listKey })
  const columns = useRightsColumns()
  const mayWrite = can('digitization.write')
  const count = rows.total?.count ?? 0
  return (
    <div className="page filled">
      <PageHeader title={t('digitization.rights.title')} hint={t('digitization.rights.hint')}>
        {mayWrite && <Button onClick={() => setOpen('rule')}>{t('digitization.rights.rule')}</Button>}
      </PageHeader>
      <DigitizationTabs />
      <div className="row no-print">
        <SearchBox
          label={t('digitization.rights.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <InlineSelect
          label={t('digitization.rights.view')}
          value={view}
          options={rightsViews.map((each) => ({
            value: each,
            label: t(`digitization.rights.views.${each}`),
          }))}
          onChange={(value) => setView(rightsViews.find((each) => each === value) ?? 'unknown')}
        />
      </div>
      <Failure of={rows.failure} />
      <ChosenBar choice={choice}>
        <Button icon="shield" onClick={() => setOpen('decide')}>
          {t('digitization.rights.decide')}
        </Button>
      </ChosenBar>
      <Table
        label={t('digitization.rights.title')}
        name="digitization.rights"
        columns={columns}
        keyOf={keyOf}
        rowCount={rows.rowCount}
        rowAt={rows.rowAt}
        onShow={rows.show}
        at={cursor.at}
        onMove={cursor.move}
        listKey={rows.listKey}
        onOpen={({ id }) => void navigate(`/catalogue/${id}`)}
        total={rows.total}
        choice={mayWrite ? choice : undefined}
        isLoading={rows.isStarting || rows.isOutdated}
        empty={<EmptyState icon="shield" text={t(`digitization.rights.empty.${view}`)} />}
        foot={
          <span aria-live="polite">{t('digitization.rights.count', { count, shown: number(count) })}</span>
        }
      />
      {open === 'decide' && (
        <RightsDialog titleIds={choice.rows.map(keyOf)} onClose={() => setOpen(null)} onDone={choice.clear} />
      )}
      {open === 'rule' && <RightsRuleDialog onClose={() => setOpen(null)} />}
    </div>
  )
}

function useRightsColumns(): Column<TitleRights>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return [
    {
      key: 'title',
      label: t('digitization.fields.title'),
      widthPx: 230,
      grows: true,
      cell: ({ title }) => title,
    },
    {
      key: 'status',
      label: t('digitization.rights.status'),
      widthPx: 150,
      cell: ({ decision }) => t(`digitization.rightsStatuses.${decision?.status ?? 'unknown'}`),
    },
    {
      key: 'basis',
      label: t('digitization.rights.basis'),
      widthPx: 190,
      grows: true,
      cell: ({ decision }) => decision?.basis,
    },
    {
      key: 'decidedOn',
      label: t('digitization.rights.decidedOn'),
      widthPx: 138,
      cell: ({ decision }) => decision && displayDate(decision.decidedOn),
    },
    {
      key: 'expiresOn',
      label: t('digitization.rights.expiresOn'),
      widthPx: 150,
      cell: ({ decision }) => decision?.expiresOn && displayDate(decision.expiresOn),
    },
    {
      key: 'may',
      label: t('digitization.rights.may'),
      widthPx: 138,
      cell: ({ mayPublish }) => <MayPublishChip may={mayPublish} />,
    },
    {
      key: 'jobs',
      label: t('digitization.rights.jobs'),
      widthPx: 70,
      align: 'end',
      cell: ({ jobs }) => number(jobs),
    },
  ]
}
