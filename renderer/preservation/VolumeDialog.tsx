import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { VolumeFields, VolumeKind, type Volume } from '../../shared/preservation/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'

/** As Windows counts, and as the page shows it. */
const bytesPerGb = 1024 ** 3
type Typed = Omit<VolumeFields, 'capacityBytes'> & { capacityBytes: number | null }
type Props = { volume?: Volume; onClose: () => void; onSaved?: (volume: Volume) => void }

export function VolumeDialog({ volume, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const add = useCommand('preservation.addVolume')
  const update = useCommand('preservation.updateVolume')
  const rule = useQuery('preservation.standing', {}).value?.rule
  const form = useForm<Typed, unknown, VolumeFields>({
    defaultValues: {
      code: volume?.code ?? '',
      name: volume?.name ?? '',
      kind: volume?.kind ?? 'hdd',
      place: volume?.place ?? '',
      capacityBytes: volume?.capacityBytes ?? null,
      months: volume?.months ?? null,
      note: volume?.note ?? '',
    },
    resolver: schemaResolver(VolumeFields),
  })
  const { text, value } = bind(form)
  const capacity = value('capacityBytes')
  async function save(values: VolumeFields) {
    const answer = volume
      ? await update.run({ ...values, id: volume.id, rev: volume.rev })
      : await add.run(values)
    if (answer.ok) onSaved?.(answer.value)
    return answer
  }
  return (
    <FormDialog
      title={t(volume ? 'preservation.volumes.change' : 'preservation.volumes.add')}
      {...{ form, save, onClose }}
      command={volume ? update : add}
      fieldByCode={{ duplicate_code: 'code' }}
    >
      <div className="form-grid">
        <TextField {...text('code')} label={t('preservation.volumeFields.code')} isRequired />
        <TextField {...text('name')} label={t('preservation.volumeFields.name')} isRequired />
        <Select
          {...text('kind')}
          label={t('preservation.volumeFields.kind')}
          options={VolumeKind.options.map((each) => ({
            value: each,
            label: t(`preservation.volumeKinds.${each}`),
          }))}
        />
        <TextField {...text('place')} label={t('preservation.volumeFields.place')} />
        <NumberField
          {...capacity}
          label={t('preservation.volumeFields.capacityGb')}
          value={capacity.value === null ? null : capacity.value / bytesPerGb}
          onChange={(gb) => capacity.onChange(gb === null ? null : Math.round(gb * bytesPerGb))}
        />
        <NumberField
          {...value('months')}
          label={t('preservation.volumeFields.months')}
          hint={rule && t('preservation.volumeFields.monthsHint', { count: rule.months })}
        />
      </div>
      <TextArea {...text('note')} label={t('preservation.volumeFields.note')} rows={2} />
    </FormDialog>
  )
}
