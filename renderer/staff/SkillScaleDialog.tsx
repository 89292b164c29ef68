import { useFieldArray, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { StaffRule } from '../../shared/staff/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextField.tsx'

const [fewestLevels, mostLevels] = [2, 10]

/** Which levels of digital skill there are, and from which on it is enough. */
export function SkillScaleDialog({ onClose }: { onClose: () => void }) {
  const rule = useQuery('staff.rule', {}).value
  return rule ? <ScaleForm rule={rule} onClose={onClose} /> : null
}

function ScaleForm({ rule, onClose }: { rule: StaffRule; onClose: () => void }) {
  const { t } = useTranslation()
  const save = useCommand('staff.setRule')
  const form = useForm<StaffRule, unknown, StaffRule>({
    defaultValues: rule,
    resolver: schemaResolver(StaffRule),
  })
  const levels = useFieldArray({ control: form.control, name: 'skillLevels' })
  const { text } = bind(form)
  const count = levels.fields.length
  return (
    <FormDialog
      title={t('staff.scale.title')}
      form={form}
      save={(fields) => save.run(fields)}
      command={save}
      fieldByCode={{}}
      onClose={onClose}
    >
      <p className="soft">{t('staff.scale.hint')}</p>
      {levels.fields.map(({ id }, at) => (
        <div key={id} className="row">
          <TextField
            {...text(`skillLevels.${at}.name`)}
            label={t('staff.scale.level', { number: at + 1 })}
            isRequired
            maxLength={100}
          />
          <label className="check">
            <input type="checkbox" {...form.register(`skillLevels.${at}.isEnough`)} />
            {t('staff.scale.isEnough')}
          </label>
          {/* A level in the middle gives its number to what was said of others, so only the last one goes. */}
          {at === count - 1 && count > fewestLevels && (
            <IconButton icon="remove" label={t('staff.scale.removeLast')} onClick={() => levels.remove(at)} />
          )}
        </div>
      ))}
      <div className="actions">
        <Button
          icon="add"
          disabled={count >= mostLevels}
          onClick={() => levels.append({ name: '', isEnough: true })}
        >
          {t('staff.scale.add')}
        </Button>
      </div>
    </FormDialog>
  )
}
