import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { isoDateAt } from '../../shared/dates.ts'
import type { Checklist, ChecklistLine } from '../../shared/facilities/contract.ts'
import { isoDate, text as textOf } from '../../shared/fields.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextField.tsx'

const LineFields = z.object({ name: textOf(300), addedOn: isoDate, droppedOn: isoDate.nullable() })
type LineFields = z.output<typeof LineFields>

/** A day may be blank while the form is filled. */
type LineValues = Omit<LineFields, 'addedOn'> & { addedOn: string | null }

type Props = { checklist: Checklist; line: ChecklistLine | null; onClose: () => void }

/** A line of the library's own, or one of the program's under another name or dropped from a day on. */
export function LineDialog({ checklist, line, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('facilities.addLine')
  const update = useCommand('facilities.updateLine')
  const form = useForm<LineValues, unknown, LineFields>({
    defaultValues: {
      name: line?.name ?? '',
      addedOn: isoDateAt(Date.now()),
      droppedOn: line?.droppedOn ?? null,
    },
    resolver: schemaResolver(LineFields),
  })
  const { text, value } = bind(form)
  return (
    <FormDialog
      title={t(line ? 'facilities.checklist.editLine' : 'facilities.checklist.addLine')}
      form={form}
      save={({ name, addedOn, droppedOn }) =>
        line
          ? update.run({ id: line.id, rev: line.rev, name, droppedOn })
          : add.run({ checklist, name, addedOn })
      }
      command={line ? update : add}
      fieldByCode={{ line_needs_name: 'name' }}
      onClose={onClose}
    >
      <TextField
        {...text('name')}
        label={t('facilities.fields.line')}
        hint={line?.code ? t('facilities.checklist.ownNameHint') : undefined}
        isRequired={!line?.code}
        maxLength={300}
      />
      {line ? (
        <DateField
          {...value('droppedOn')}
          label={t('facilities.checklist.droppedOn')}
          hint={t('facilities.checklist.droppedHint')}
        />
      ) : (
        <DateField {...value('addedOn')} label={t('facilities.checklist.addedOn')} isRequired />
      )}
    </FormDialog>
  )
}
