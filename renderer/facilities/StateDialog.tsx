import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { facilities } from '../../shared/facilities/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { checklistStates, type ChecklistLine } from '../../shared/facilities/contract.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

const StateFields = facilities.commands.setState.input
type StateFields = z.output<typeof StateFields>

/** A day may be blank while the form is filled. */
type StateValues = Omit<StateFields, 'fromOn'> & { fromOn: string | null }

type Props = { line: ChecklistLine; name: string; onClose: () => void }

/** How a line is done from a day on; what held before stays for the figures of before. */
export function StateDialog({ line, name, onClose }: Props) {
  const { t } = useTranslation()
  const set = useCommand('facilities.setState')
  const form = useForm<StateValues, unknown, StateFields>({
    defaultValues: {
      itemId: line.id,
      fromOn: isoDateAt(Date.now()),
      state: line.current?.state ?? 'digital',
      tool: line.current?.tool ?? '',
    },
    resolver: schemaResolver(StateFields),
  })
  const { text, value } = bind(form)
  return (
    <FormDialog
      title={name}
      form={form}
      save={(fields) => set.run(fields)}
      command={set}
      fieldByCode={{ in_future: 'fromOn' }}
      onClose={onClose}
    >
      <Select
        {...text('state')}
        label={t('facilities.fields.state')}
        options={checklistStates.map((each) => ({
          value: each,
          label: t(`facilities.checklistStates.${each}`),
        }))}
      />
      <DateField {...value('fromOn')} label={t('facilities.fields.fromOn')} isRequired />
      <TextField
        {...text('tool')}
        label={t('facilities.fields.tool')}
        hint={t('facilities.checklist.toolHint')}
        maxLength={300}
      />
    </FormDialog>
  )
}
