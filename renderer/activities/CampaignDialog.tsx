import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { campaignKinds, CampaignFields, type Campaign } from '../../shared/activities/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'

/** A campaign of a year, or a programme of many. */
export function CampaignDialog({ campaign, onClose }: { campaign: Campaign | null; onClose: () => void }) {
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
