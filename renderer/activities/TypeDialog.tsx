import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  evidenceKinds,
  feeds,
  TypeFields,
  typeGroups,
  type ActivityType,
} from '../../shared/activities/contract.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { OwnFields } from './OwnFields.tsx'
import { useActivityWords } from './use-activity-words.ts'

type Props = { type: ActivityType | null; onClose: () => void }

/** A type of the library's own in full; of one of the program's, its name, its proof and what is asked besides. */
export function TypeDialog({ type, onClose }: Props) {
  const { t } = useTranslation()
  const { programName } = useActivityWords()
  const add = useCommand('activities.addType')
  const update = useCommand('activities.updateType')
  const form = useForm<TypeFields, unknown, TypeFields>({
    defaultValues: type ? TypeFields.parse(type) : TypeFields.parse({ group: 'reading', proof: ['photo'] }),
    resolver: schemaResolver(TypeFields),
  })
  const { text, value } = bind(form)
  const proof = value('proof')
  const feed = value('feeds')
  const ownFields = value('ownFields')
  const isDeclared = type?.isDeclared ?? false
  return (
    <FormDialog
      title={t(type ? 'activities.typeList.edit' : 'activities.typeList.add')}
      form={form}
      save={(fields) => (type ? update.run({ ...fields, code: type.code, rev: type.rev }) : add.run(fields))}
      command={type ? update : add}
      fieldByCode={{ duplicate_type: 'name', name_missing: 'name' }}
      onClose={onClose}
      isWide
    >
      <TextField
        {...text('name')}
        label={t('activities.typeList.name')}
        hint={
          isDeclared && type ? t('activities.typeList.nameHint', { name: programName(type.code) }) : undefined
        }
        isRequired={!isDeclared}
        maxLength={200}
      />
      {!isDeclared && (
        <>
          <Select
            {...text('group')}
            label={t('activities.fields.group')}
            options={typeGroups.map((each) => ({ value: each, label: t(`activities.groups.${each}`) }))}
          />
          <Checks
            legend={t('activities.typeList.feeds')}
            options={feeds.map((each) => ({ value: each, label: t(`activities.feeds.${each}`) }))}
            chosen={feed.value}
            onChange={feed.onChange}
          />
        </>
      )}
      <Checks
        legend={t('activities.typeList.proof')}
        options={evidenceKinds.map((each) => ({ value: each, label: t(`activities.evidenceKinds.${each}`) }))}
        chosen={proof.value}
        onChange={proof.onChange}
      />
      <OwnFields fields={ownFields.value} onChange={ownFields.onChange} />
      {type && (
        <label className="check">
          <input type="checkbox" {...form.register('isHidden')} />
          {t('activities.typeList.hide')}
        </label>
      )}
    </FormDialog>
  )
}

type ChecksProps<Value extends string> = {
  legend: string
  options: readonly { value: Value; label: string }[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

function Checks<Value extends string>({ legend, options, chosen, onChange }: ChecksProps<Value>) {
  return (
    <fieldset className="type-checks">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
