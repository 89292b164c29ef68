import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { isoDateAt } from '../../shared/dates.ts'
import { facilities } from '../../shared/facilities/contract.ts'
import { eventKinds, type Equipment } from '../../shared/facilities/contract.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

const EventFields = facilities.commands.addEvent.input
type EventFields = z.output<typeof EventFields>
/** A day may be blank while the form is filled. */
type EventValues = Omit<EventFields, 'on'> & { on: string | null }
type Kind = (typeof eventKinds)[number]

/** What happened to a thing on a day. */
export function EventDialog({ item, kind, onClose }: { item: Equipment; kind: Kind; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('facilities.addEvent')
  const form = useForm<EventValues, unknown, EventFields>({
    defaultValues: {
      equipmentId: item.id,
      kind,
      on: isoDateAt(Date.now()),
      until: null,
      cost: null,
      note: '',
    },
    resolver: schemaResolver(EventFields),
  })
  const { text, value } = bind(form)
  const isRepair = useWatch({ control: form.control, name: 'kind' }) === 'repair'
  return (
    <FormDialog
      title={t('facilities.event.add')}
      form={form}
      save={(fields) => add.run(isRepair ? fields : { ...fields, until: null, cost: null })}
      command={add}
      fieldByCode={{ event_out_of_time: 'on', until_out_of_order: 'until' }}
      onClose={onClose}
    >
      <Select
        {...text('kind')}
        label={t('facilities.event.kind')}
        options={eventKinds.map((each) => ({ value: each, label: t(`facilities.eventKinds.${each}`) }))}
      />
      <DateField {...value('on')} label={t('facilities.fields.on')} isRequired />
      {isRepair && (
        <>
          <DateField
            {...value('until')}
            label={t('facilities.fields.until')}
            hint={t('facilities.event.untilHint')}
          />
          <NumberField {...value('cost')} label={t('facilities.fields.repairCost')} />
        </>
      )}
      <TextField {...text('note')} label={t('facilities.fields.note')} maxLength={500} />
    </FormDialog>
  )
}
