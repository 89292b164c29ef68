import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import type { ReaderRecord } from '../../shared/readers/contract.ts'
import { consentsNeeded } from '../../shared/readers/lending.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind, Form, schemaResolver } from '../ui/Form.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { ConsentPart } from './ConsentPart.tsx'
import { formSchema, type ReaderValues } from './reader-values.ts'
import { SamePersonDialog } from './SamePersonDialog.tsx'
import { useReaderWords } from './use-reader-words.ts'
import { useSavingReader } from './use-saving-reader.ts'

type Props = { reader: ReaderRecord | null; formKey: string; begin: ReaderValues }

/** As little as a card needs; whose consent is needed follows from group and birthday. */
export function ReaderForm({ reader, formKey, begin }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { options, groups } = useReaderWords()
  const form = useForm<ReaderValues, unknown, ReaderValues>({
    defaultValues: begin,
    resolver: schemaResolver(formSchema),
  })
  const draft = useDraft(formKey, form)
  const saving = useSavingReader({ reader, form, draft })
  const { text, value } = bind(form)
  const [groupId, bornOn] = useWatch({ control: form.control, name: ['groupId', 'bornOn'] })
  const group = groups.find(({ id }) => id === Number(groupId))
  const needed = consentsNeeded({ isChild: group?.isChild ?? false, bornOn }, isoDateAt(Date.now()))
  const back = reader
    ? { to: `/readers/${reader.id}`, label: reader.name }
    : { to: '/readers', label: t('readers.list.title') }
  const title = t(reader ? 'readers.form.edit' : 'readers.form.add')
  useShortcut('Escape', () => void navigate(back.to))
  return (
    <div className="page">
      <PageHeader title={title} back={back} />
      <DraftNotice draft={draft} />
      <Form form={form} onSubmit={(given) => saving.save(given, [])} label={title} enterSubmits={false}>
        <section className="card">
          <div className="form-grid">
            <TextField
              {...text('name')}
              label={t('readers.fields.name')}
              isRequired
              maxLength={200}
              autoFocus
            />
            <Select {...text('groupId')} label={t('readers.fields.group')} options={options} />
            <DateField {...value('bornOn')} label={t('readers.fields.bornOn')} />
            <TextField {...text('phone')} label={t('readers.fields.phone')} maxLength={40} inputMode="tel" />
            <TextField {...text('unit')} label={t('readers.fields.unit')} maxLength={200} />
            <TextField {...text('address')} label={t('readers.fields.address')} maxLength={300} />
            {group?.isChild && (
              <>
                <TextField {...text('guardian')} label={t('readers.fields.guardian')} maxLength={200} />
                <TextField
                  {...text('guardianPhone')}
                  label={t('readers.fields.guardianPhone')}
                  maxLength={40}
                />
              </>
            )}
            {!reader && (
              <TextField
                {...text('cardNumber')}
                label={t('readers.fields.cardNumber')}
                hint={t('readers.fields.cardHint')}
                maxLength={40}
              />
            )}
            <TextArea {...text('note')} label={t('readers.fields.note')} rows={2} />
          </div>
        </section>
        {!reader && <ConsentPart form={form} needed={needed} />}
        <Failure of={saving.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={saving.isRunning}>
            {t(reader ? 'common.actions.save' : 'readers.form.issue')}
          </Button>
          <Button onClick={() => draft.drop()}>{t('common.draft.drop')}</Button>
        </div>
      </Form>
      {saving.twin && (
        <SamePersonDialog
          failure={saving.twin}
          onClose={saving.clear}
          onOther={() => void form.handleSubmit((given) => saving.save(given, ['same_person']))()}
        />
      )}
    </div>
  )
}
