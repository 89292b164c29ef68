import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { KindFields, type CounterKind } from '../../shared/readers/contract.ts'
import { counterFeeds, rhythms } from '../../shared/readers/counters.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = { kind: CounterKind | null; onClose: () => void }

/** A counter of the library's own in full; of one of the program's, its name and whether it is shown. */
export function KindDialog({ kind, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('readers.addCounterKind')
  const update = useCommand('readers.updateCounterKind')
  const form = useForm<KindFields, unknown, KindFields>({
    defaultValues: KindFields.parse(kind ?? {}),
    resolver: schemaResolver(KindFields),
  })
  const { text } = bind(form)
  const isDeclared = kind?.isDeclared ?? false
  return (
    <FormDialog
      title={t(kind ? 'readers.kindList.edit' : 'readers.kindList.add')}
      form={form}
      save={(fields) => (kind ? update.run({ ...fields, code: kind.code, rev: kind.rev }) : add.run(fields))}
      command={kind ? update : add}
      fieldByCode={{ duplicate_kind: 'name', name_missing: 'name', kind_in_use: 'feed' }}
      onClose={onClose}
    >
      <TextField
        {...text('name')}
        label={t(isDeclared ? 'readers.kindList.ownName' : 'readers.kindList.name')}
        isRequired={!isDeclared}
        maxLength={100}
      />
      {!isDeclared && (
        <>
          <Select
            {...text('feed')}
            label={t('readers.kindList.feed')}
            options={counterFeeds.map((each) => ({ value: each, label: t(`readers.feeds.${each}`) }))}
          />
          <Select
            {...text('rhythm')}
            label={t('readers.kindList.rhythm')}
            options={rhythms.map((each) => ({ value: each, label: t(`readers.rhythms.${each}`) }))}
          />
        </>
      )}
      <label className="row">
        <input type="checkbox" {...form.register('isHidden')} />
        {t('readers.kindList.isHidden')}
      </label>
    </FormDialog>
  )
}
