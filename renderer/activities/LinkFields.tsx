import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Activity, ActivityFields } from '../../shared/activities/contract.ts'
import { fold } from '../../shared/fold.ts'
import { PartnersField } from '../cooperation/index.ts'
import { TitlePicker } from '../copies/index.ts'
import { PickedChips, PickMany } from '../ui/PickMany.tsx'
import type { Option } from '../ui/Select.tsx'
import type { ActivityValues } from './activity-values.ts'
import { useCampaigns } from './use-campaigns.ts'

type Props = { form: UseFormReturn<ActivityValues, unknown, ActivityFields>; activity: Activity | null }
type LinkName = 'campaignIds' | 'partnerIds' | 'titleIds'

/** Campaigns, partners and titles that an activity belongs to. */
export function LinkFields({ form, activity }: Props) {
  const { t } = useTranslation()
  const change = (name: LinkName, ids: number[]) => form.setValue(name, ids, { shouldDirty: true })
  const campaignIds = form.watch('campaignIds')
  const [wanted, setWanted] = useState('')
  const campaigns = useCampaigns()
  const known = [...campaigns, ...(activity?.campaigns ?? []).map(optionOf)]
  return (
    <>
      <PickMany
        label={t('activities.fields.campaigns')}
        chosen={campaignIds.map((id) => named(known, id))}
        suggestions={campaigns.filter(({ label }) => fold(label).includes(fold(wanted)))}
        onType={setWanted}
        onAdd={({ value }) => change('campaignIds', [...campaignIds, Number(value)])}
        onRemove={({ value }) =>
          change(
            'campaignIds',
            campaignIds.filter((id) => id !== Number(value)),
          )
        }
      />
      <PartnersField
        label={t('activities.fields.partners')}
        ids={form.watch('partnerIds')}
        known={activity?.partners ?? []}
        onChange={(ids) => change('partnerIds', ids)}
      />
      <TitlePick form={form} activity={activity} onChange={(ids) => change('titleIds', ids)} />
    </>
  )
}

const optionOf = ({ id, name }: { id: number; name: string }): Option => ({ value: String(id), label: name })

function named(options: readonly Option[], id: number): Option {
  return options.find(({ value }) => value === String(id)) ?? { value: String(id), label: `#${id}` }
}

type PickProps = Props & { onChange: (ids: number[]) => void }

function TitlePick({ form, activity, onChange }: PickProps) {
  const { t } = useTranslation()
  const ids = form.watch('titleIds')
  const [known, setKnown] = useState<Option[]>([])
  const all = [
    ...known,
    ...(activity?.titles ?? []).map(({ id, title }) => ({ value: String(id), label: title })),
  ]
  return (
    <div className="pick-many">
      <TitlePicker
        label={t('activities.fields.titles')}
        onPick={({ id, title }) => {
          if (ids.includes(id)) return
          setKnown((old) => [...old, { value: String(id), label: title }])
          onChange([...ids, id])
        }}
      />
      <PickedChips
        chosen={ids.map((id) => named(all, id))}
        onRemove={({ value }) => onChange(ids.filter((id) => id !== Number(value)))}
      />
    </div>
  )
}
