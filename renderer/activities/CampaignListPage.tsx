import { useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { campaignKinds, CampaignFields, type Campaign } from '../../shared/activities/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useCommand, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Select } from '../ui/Select.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { activitiesAddress } from './activities-address.ts'
import { ActivityTabs } from './ActivityTabs.tsx'

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
        {mayWrite && chosen && (
          <>
            <Button icon="edit" onClick={() => setEdited(chosen)}>
              {t('activities.campaigns.change')}
            </Button>
            <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop(chosen)}>
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
          <Link
            className="figure-value provisional"
            tabIndex={-1}
            to={activitiesAddress({ campaignId: row.id })}
          >
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

function CampaignDialog({ campaign, onClose }: { campaign: Campaign | null; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('activities.addCampaign')
  const update = useCommand('activities.updateCampaign')
  const year = Number(isoDateAt(Date.now()).slice(0, 4))
  const form = useForm<CampaignFields, unknown, CampaignFields>({
    defaultValues: campaign ? CampaignFields.parse(campaign) : { name: '', kind: 'campaign', year, note: '' },
    resolver: schemaResolver(CampaignFields),
  })
  const { text, value } = bind(form)
  return (
    <FormDialog
      title={t(campaign ? 'activities.campaigns.edit' : 'activities.campaigns.add')}
      form={form}
      save={(fields) =>
        campaign ? update.run({ ...fields, id: campaign.id, rev: campaign.rev }) : add.run(fields)
      }
      command={campaign ? update : add}
      fieldByCode={{ duplicate_campaign: 'name', campaign_needs_year: 'year' }}
      onClose={onClose}
    >
      <TextField
        {...text('name')}
        label={t('activities.campaigns.columns.name')}
        isRequired
        maxLength={300}
      />
      <Select
        {...text('kind')}
        label={t('activities.campaigns.columns.kind')}
        options={campaignKinds.map((each) => ({ value: each, label: t(`activities.campaignKinds.${each}`) }))}
      />
      <NumberField
        {...value('year')}
        label={t('activities.campaigns.columns.year')}
        hint={t('activities.campaigns.yearHint')}
        isGrouped={false}
      />
      <TextArea {...text('note')} label={t('activities.fields.note')} rows={2} />
    </FormDialog>
  )
}
