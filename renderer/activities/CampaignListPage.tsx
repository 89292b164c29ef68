import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { CampaignFields, type Campaign } from '../../shared/activities/contract.ts'
import { useCommand, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { activitiesAddress } from './activities-address.ts'
import { ActivityTabs } from './ActivityTabs.tsx'
import { CampaignDialog } from './CampaignDialog.tsx'
import { RepeatDialog } from './RepeatDialog.tsx'

/** Campaigns by year and programmes over years, each with what it came to. */
export function CampaignListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const toast = useToast()
  const list = usePages('activities.campaigns', {})
  const remove = useCommand('activities.removeCampaign')
  const add = useCommand('activities.addCampaign')
  const [selected, setSelected] = useState<number | null>(null)
  const [edited, setEdited] = useState<Campaign | 'new' | null>(null)
  const [repeated, setRepeated] = useState<Campaign | null>(null)
  const chosen = list.rows.find(({ id }) => id === selected)
  const mayWrite = can('activities.write')
  async function drop(campaign: Campaign) {
    const { id, rev, name } = campaign
    const answer = await remove.run({ id, rev })
    if (answer.ok)
      toast({
        text: t('activities.campaigns.removed', { name }),
        onUndo: async () => void (await add.run(CampaignFields.parse(campaign))),
      })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('activities.campaigns.title')} hint={t('activities.campaigns.hint')}>
        {/* Always there: what appears with the choice would move the row away from under the pointer. */}
        {mayWrite && (
          <>
            <Button icon="edit" disabled={!chosen} onClick={() => chosen && setEdited(chosen)}>
              {t('activities.campaigns.change')}
            </Button>
            <Button
              icon="history"
              disabled={!chosen || chosen.year === null}
              onClick={() => chosen && setRepeated(chosen)}
            >
              {t('activities.campaigns.repeat.open')}
            </Button>
            <Button
              icon="remove"
              disabled={!chosen || remove.isRunning}
              onClick={() => chosen && void drop(chosen)}
            >
              {t('activities.campaigns.remove')}
            </Button>
          </>
        )}
        {mayWrite && (
          <Button kind="primary" icon="add" onClick={() => setEdited('new')}>
            {t('activities.campaigns.add')}
          </Button>
        )}
      </PageHeader>
      <ActivityTabs />
      <Failure of={list.failure ?? remove.failure} />
      <Table
        label={t('activities.campaigns.title')}
        name="campaigns"
        columns={useColumns()}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(activitiesAddress({ campaignId: id }))}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        empty={
          <EmptyState icon="calendar" text={t('activities.campaigns.empty')}>
            {mayWrite && (
              <Button kind="primary" onClick={() => setEdited('new')}>
                {t('activities.campaigns.addFirst')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {edited && (
        <CampaignDialog campaign={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {repeated && <RepeatDialog campaign={repeated} onClose={() => setRepeated(null)} />}
    </div>
  )
}

function useColumns(): Column<Campaign>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const figure = (key: 'activities' | 'held' | 'attended' | 'copiesGiven'): Column<Campaign> => ({
      key,
      label: t(`activities.campaigns.columns.${key}`),
      widthPx: 110,
      align: 'end',
      cell: (row) =>
        key === 'activities' ? (
          <Link tabIndex={-1} to={activitiesAddress({ campaignId: row.id })}>
            {number(row[key])}
          </Link>
        ) : (
          number(row[key])
        ),
    })
    return [
      {
        key: 'name',
        label: t('activities.campaigns.columns.name'),
        widthPx: 300,
        grows: true,
        cell: ({ name }) => name,
      },
      {
        key: 'kind',
        label: t('activities.campaigns.columns.kind'),
        widthPx: 240,
        cell: ({ kind }) => t(`activities.campaignKinds.${kind}`),
      },
      {
        key: 'year',
        label: t('activities.campaigns.columns.year'),
        widthPx: 70,
        align: 'end',
        cell: ({ year }) => year,
      },
      ...(['activities', 'held', 'attended', 'copiesGiven'] as const).map(figure),
    ]
  }, [t, number])
}
