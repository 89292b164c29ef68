import { useEffect, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { beginningFrom, beginningOf, NewTitle, recordIn, templateFor, type TemplateRow } from './new-title.ts'
import { PoolOffer } from './PoolOffer.tsx'
import { RecordBar } from './RecordBar.tsx'
import { TitleTemplateDialog } from './TitleTemplateDialog.tsx'
import { editedNames, fieldOfRefusal } from './title-values.ts'
import { TitleFieldset } from './TitleFieldset.tsx'
import { twinOf, TwinNotice, type Twin } from './TwinNotice.tsx'
import { useUndoAdd } from './use-title-undo.ts'
import { useNumberProblems } from './wrong-numbers.ts'

type Props = {
  began: NewTitle
  templates: TemplateRow[]
  draftKey: string
  /** Where the new title is waited for. */
  back: string | null
  onNext: (saved: NewTitle) => void
}

/** One new title, begun from a template. */
export function NewTitleForm({ began, templates, draftKey, back, onNext }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const refusalText = useFailureText()
  const add = useCommand('catalogue.addTitle')
  const undoAdd = useUndoAdd()
  const opens = useRef(false)
  const [twin, setTwin] = useState<Twin | null>(null)
  const [isManaging, setManaging] = useState(false)
  const numberProblems = useNumberProblems()
  const form = useForm<NewTitle, unknown, NewTitle>({
    defaultValues: began,
    resolver: schemaResolver(NewTitle, (typed) => numberProblems(typed)),
  })
  const draft = useDraft(draftKey, form)
  const title = useWatch({ control: form.control, compute: (values: NewTitle) => values })
  const { dirtyFields } = form.formState

  async function save({ recordJson, ...values }: NewTitle, isSameIsbnMeant = false) {
    const record = recordIn({ recordJson, ...values })
    const answer = await add.run({ ...values, record, isSameIsbnMeant })
    if (!answer.ok) {
      setTwin(twinOf(answer.error))
      if (placeRefusal(form, { failure: answer.error, fieldByCode: fieldOfRefusal, text: refusalText }))
        add.clear()
      return
    }
    await draft.finish()
    toast({ text: t('catalogue.form.added', { title: values.title }), onUndo: () => undoAdd(answer.value) })
    if (back !== null && !opens.current) void navigate(`${back}?title=${answer.value.id}`, { replace: true })
    else if (opens.current) void navigate(`/catalogue/${answer.value.id}`)
    else onNext({ ...values, recordJson })
  }
  /** What was typed stays; what the form began with gives way to the new beginning. */
  function beginWith(next: NewTitle) {
    const typed = form.getValues()
    const kept = editedNames.filter((name) => name !== 'material' && name in dirtyFields)
    form.reset(next)
    form.reset(
      { ...next, ...Object.fromEntries(kept.map((name) => [name, typed[name]])) },
      { keepDefaultValues: true },
    )
  }
  // Whoever types at once does not wait for the template: it comes in around what is typed.
  const beginning = useRef(JSON.stringify(began))
  useEffect(() => {
    if (beginning.current === JSON.stringify(began)) return
    beginning.current = JSON.stringify(began)
    beginWith(began)
  })
  return (
    <>
      <DraftNotice draft={draft} />
      <div className="card record-card">
        <Form
          form={form}
          onSubmit={(values) => save(values)}
          label={t('catalogue.form.addTitle')}
          enterSubmits={false}
        >
          <RecordBar
            title={title}
            templates={templates}
            onMaterial={(material) =>
              beginWith(beginningOf(material, templateFor(templates, material)?.record ?? null))
            }
            onManage={() => setManaging(true)}
            onTemplate={(template) => beginWith(beginningOf(title.material, template?.record ?? null))}
          />
          <Failure of={add.failure} />
          <TitleFieldset
            fields={bind(form)}
            title={title}
            twin={
              twin ? (
                <TwinNotice
                  twin={twin}
                  isRunning={add.isRunning}
                  onSave={() => void form.handleSubmit((values) => save(values, true))()}
                />
              ) : (
                // What the form began with came from somewhere already.
                title.isbn !== began.isbn && (
                  <PoolOffer isbn={title.isbn} onUse={(record) => beginWith(beginningFrom(record))} />
                )
              )
            }
          />
          <div className="actions">
            <Button
              kind="primary"
              type="submit"
              icon="save"
              shortcut="Ctrl+Enter"
              disabled={add.isRunning}
              onClick={() => (opens.current = false)}
            >
              {t(back === null ? 'catalogue.form.saveAndNext' : 'catalogue.form.saveAndReturn')}
            </Button>
            <Button type="submit" disabled={add.isRunning} onClick={() => (opens.current = true)}>
              {t('catalogue.form.saveAndOpen')}
            </Button>
            <Button
              onClick={() => void navigate(`/catalogue/new/marc${back === null ? '' : `?back=${back}`}`)}
            >
              {t('catalogue.form.newByMarc')}
            </Button>
            <span className="soft small">{t('catalogue.form.keys')}</span>
          </div>
        </Form>
      </div>
      {isManaging && (
        <TitleTemplateDialog title={title} templates={templates} onClose={() => setManaging(false)} />
      )}
    </>
  )
}
