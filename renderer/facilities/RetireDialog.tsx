import { useForm, useFieldArray, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { disposals, duties, RetirementFields, type EquipmentRow } from '../../shared/facilities/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { equipment: readonly EquipmentRow[]; onClose: () => void; onDone: () => void }
/** A day may be blank while the form is filled. */
type RetirementValues = Omit<RetirementFields, 'decidedOn'> & { decidedOn: string | null }
type FormOf = UseFormReturn<RetirementValues, unknown, RetirementFields>

const mostMembers = 50

/** Things leave use together, by one decision. */
export function RetireDialog({ equipment, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const retire = useCommand('facilities.retire')
  const cancel = useCommand('facilities.cancelRetirement')
  const form = useForm<RetirementValues, unknown, RetirementFields>({
    defaultValues: {
      number: '',
      decidedOn: isoDateAt(Date.now()),
      disposal: 'sell',
      basis: '',
      reason: '',
      members: [],
    },
    resolver: schemaResolver(RetirementFields),
  })
  const { text, value } = bind(form)
  const price = equipment.reduce((sum, each) => sum + (each.price ?? 0), 0)
  async function save(fields: RetirementFields) {
    const answer = await retire.run({ ...fields, equipmentIds: equipment.map(({ id }) => id) })
    if (answer.ok) {
      const { id, rev } = answer.value
      toast({
        text: t('facilities.retire.done', { count: equipment.length, number: fields.number }),
        onUndo: async () => void (await cancel.run({ id, rev })),
      })
      onDone()
    }
    return answer
  }
  return (
    <FormDialog
      title={t('facilities.retire.title')}
      form={form}
      save={save}
      command={retire}
      fieldByCode={{ in_future: 'decidedOn', retired_before_acquired: 'decidedOn' }}
      onClose={onClose}
      isWide
    >
      <p>{t('facilities.retire.text', { count: equipment.length, price: number(price) })}</p>
      <div className="form-grid">
        <TextField {...text('number')} label={t('facilities.retire.number')} isRequired maxLength={100} />
        <DateField {...value('decidedOn')} label={t('facilities.retire.decidedOn')} isRequired />
        <Select
          {...text('disposal')}
          label={t('facilities.retire.disposal')}
          options={disposals.map((each) => ({ value: each, label: t(`facilities.disposals.${each}`) }))}
        />
        <TextField {...text('reason')} label={t('facilities.retire.reason')} isRequired />
        <TextArea
          {...text('basis')}
          label={t('facilities.retire.basis')}
          hint={t('facilities.retire.basisHint')}
          rows={2}
          isWide
        />
      </div>
      <MemberRows form={form} />
    </FormDialog>
  )
}

/** Who stands in the minutes and signs them. */
function MemberRows({ form }: { form: FormOf }) {
  const { t } = useTranslation()
  const members = useFieldArray({ control: form.control, name: 'members' })
  const fields = bind(form)
  return (
    <section aria-label={t('facilities.retire.members')}>
      {members.fields.map(({ id }, at) => (
        <div key={id} className="member-row">
          <TextField
            {...fields.text(`members.${at}.name`)}
            label={t('facilities.paper.members.name')}
            isRequired
          />
          <TextField
            {...fields.text(`members.${at}.position`)}
            label={t('facilities.paper.members.position')}
          />
          <Select
            {...fields.text(`members.${at}.duty`)}
            label={t('facilities.paper.members.duty')}
            options={duties.map((duty) => ({ value: duty, label: t(`facilities.duties.${duty}`) }))}
          />
          <IconButton
            icon="remove"
            label={t('facilities.retire.removeMember', { number: at + 1 })}
            onClick={() => members.remove(at)}
          />
        </div>
      ))}
      <Button
        icon="add"
        disabled={members.fields.length >= mostMembers}
        onClick={() =>
          members.append({ name: '', position: '', duty: members.fields.length === 0 ? 'chair' : 'member' })
        }
      >
        {t('facilities.retire.addMember')}
      </Button>
    </section>
  )
}
