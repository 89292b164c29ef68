import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { isoDateAt } from '../../shared/dates.ts'
import { StoppageFields, type Stoppage } from '../../shared/digitization/contract.ts'
import { stoppageKinds } from '../../shared/digitization/rules.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { MachineField } from './MachineField.tsx'

type Values = z.output<typeof StoppageFields>
/** While its box is empty the day is missing. */
type Typed = Omit<Values, 'startedOn'> & { startedOn: string | null }

export function StoppageDialog({ stoppage, onClose }: { stoppage?: Stoppage; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('digitization.addStoppage')
  const update = useCommand('digitization.updateStoppage')
  const form = useForm<Typed, unknown, Values>({
    defaultValues: {
      kind: stoppage?.kind ?? 'scanner',
      machine: stoppage?.machine ?? '',
      startedOn: stoppage?.startedOn ?? isoDateAt(Date.now()),
      endedOn: stoppage?.endedOn ?? null,
      note: stoppage?.note ?? '',
    },
    resolver: schemaResolver(StoppageFields),
  })
  const { text, value } = bind(form)
  const machine = useWatch({ control: form.control, name: 'machine' })
  const save = (values: Values) =>
    stoppage ? update.run({ ...values, id: stoppage.id, rev: stoppage.rev }) : add.run(values)
  return (
    <FormDialog
      title={t(stoppage ? 'digitization.stoppages.change' : 'digitization.stoppages.add')}
      form={form}
      save={save}
      command={stoppage ? update : add}
      fieldByCode={{ ends_before_start: 'endedOn', starts_in_future: 'startedOn' }}
      onClose={onClose}
    >
      <div className="form-grid">
        <Select
          {...text('kind')}
          label={t('digitization.stoppages.kind')}
          options={stoppageKinds.map((each) => ({
            value: each,
            label: t(`digitization.stoppageKinds.${each}`),
          }))}
        />
        <MachineField {...value('machine')} value={machine} hint={t('digitization.stoppages.machineHint')} />
        <DateField {...value('startedOn')} label={t('digitization.stoppages.from')} isRequired />
        <DateField
          {...value('endedOn')}
          label={t('digitization.stoppages.to')}
          hint={t('digitization.stoppages.toHint')}
        />
      </div>
      <TextArea {...text('note')} label={t('digitization.fields.note')} rows={2} />
    </FormDialog>
  )
}
