import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { TitleFields } from '../../shared/catalogue/contract.ts'
import { isoDate } from '../../shared/fields.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { keptAddress } from '../app/kept.ts'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { TitleFieldset } from './TitleFieldset.tsx'
import { emptyTitle, fieldOfRefusal } from './title-values.ts'
import { useUndoAdd } from './use-title-undo.ts'

const NewTitle = TitleFields.extend({ addedOn: isoDate.nullable() })
type NewTitle = TitleFields & { addedOn: string | null }

/** Made for a stack of books: Ctrl+Enter saves and the next book can be typed at once. */
export function TitleAddPage() {
  const { t } = useTranslation()
  const [next, setNext] = useState({ number: 1, began: { ...emptyTitle, addedOn: null } as NewTitle })
  return (
    <div className="page">
      <PageHeader
        title={t('catalogue.form.addTitle')}
        back={{ to: keptAddress('/catalogue'), label: t('catalogue.list.title') }}
      />
      <NewTitleForm
        key={next.number}
        began={next.began}
        onNext={({ language, addedOn }) =>
          setNext({ number: next.number + 1, began: { ...emptyTitle, language, addedOn } })
        }
      />
    </div>
  )
}

type Props = { began: NewTitle; onNext: (saved: NewTitle) => void }

function NewTitleForm({ began, onNext }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const refusalText = useFailureText()
  const add = useCommand('catalogue.addTitle')
  const undoAdd = useUndoAdd()
  const [isOpening, setOpening] = useState(false)
  const form = useForm<NewTitle, unknown, NewTitle>({
    defaultValues: began,
    resolver: schemaResolver(NewTitle),
  })
  const fields = bind(form)
  const draft = useDraft('catalogue.addTitle', form)

  async function save(values: NewTitle) {
    const answer = await add.run(values)
    if (!answer.ok) {
      if (placeRefusal(form, { failure: answer.error, fieldByCode: fieldOfRefusal, text: refusalText }))
        add.clear()
      return
    }
    await draft.finish()
    toast({ text: t('catalogue.form.added', { title: values.title }), onUndo: () => undoAdd(answer.value) })
    if (isOpening) void navigate(`/catalogue/${answer.value.id}`)
    else onNext(values)
  }
  return (
    <>
      <DraftNotice draft={draft} />
      <div className="card">
        <Form form={form} onSubmit={save} label={t('catalogue.form.addTitle')} enterSubmits={false}>
          <Failure of={add.failure} />
          <div className="form-grid">
            <TitleFieldset fields={fields}>
              <DateField
                {...fields.value('addedOn')}
                label={t('catalogue.fields.addedOn')}
                hint={t('catalogue.form.addedOnHint')}
              />
            </TitleFieldset>
          </div>
          <div className="actions">
            <Button
              kind="primary"
              type="submit"
              icon="save"
              shortcut="Ctrl+Enter"
              disabled={add.isRunning}
              onClick={() => setOpening(false)}
            >
              {t('catalogue.form.saveAndNext')}
            </Button>
            <Button type="submit" disabled={add.isRunning} onClick={() => setOpening(true)}>
              {t('catalogue.form.saveAndOpen')}
            </Button>
            <span className="soft small">{t('catalogue.form.keys')}</span>
          </div>
        </Form>
      </div>
    </>
  )
}
