import { useEffect, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { useToast } from '../ui/Toasts.tsx'
import {
  beginningFrom,
  beginningOf,
  NewTitle,
  recordFrom,
  recordIn,
  templateFor,
  type TemplateRow,
} from './new-title.ts'
import { NewTitleActions } from './NewTitleActions.tsx'
import { NewTitleNotices } from './NewTitleNotices.tsx'
import { RecordBar } from './RecordBar.tsx'
import { SameTitleNotice } from './SameTitleNotice.tsx'
import { TitleTemplateDialog } from './TitleTemplateDialog.tsx'
import { editedNames, fieldOfRefusal } from './title-values.ts'
import { TitleFieldset } from './TitleFieldset.tsx'
import { useSameTitle } from './use-same-title.ts'
import { useUndoAdd } from './use-title-undo.ts'
import { useNumberProblems } from './wrong-numbers.ts'
import { WrongIsbnOffer } from './WrongIsbnOffer.tsx'

type Props = {
  began: NewTitle
  templates: TemplateRow[]
  draftKey: string
  /** Where the new title is waited for. */
  back: string | null
  onNext: (saved: NewTitle) => void
}

/** What the cataloguer has been told of, and wants all the same. */
type Meant = { isSameTitleMeant?: boolean; isSameIsbnMeant?: boolean }

/** One new title, begun from a template. */
export function NewTitleForm({ began, templates, draftKey, back, onNext }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const refusalText = useFailureText()
  const add = useCommand('catalogue.addTitle')
  const undoAdd = useUndoAdd()
  const opens = useRef(false)
  const [isManaging, setManaging] = useState(false)
  const numberProblems = useNumberProblems()
  const form = useForm<NewTitle, unknown, NewTitle>({
    defaultValues: began,
    resolver: schemaResolver(NewTitle, (typed) => numberProblems(typed)),
  })
  const draft = useDraft(draftKey, form)
  const title = useWatch({ control: form.control, compute: (values: NewTitle) => values })
  const { dirtyFields, isDirty } = form.formState
  const { sameTitle, lookFor } = useSameTitle(title)

  async function save({ recordJson, ...values }: NewTitle, meant: Meant = {}) {
    const { isSameTitleMeant = false, isSameIsbnMeant = false } = meant
    if (!isSameTitleMeant && (await lookFor({ recordJson, ...values }))) return
    const record = recordIn({ recordJson, ...values })
    const answer = await add.run({ ...values, record, isSameIsbnMeant })
    if (!answer.ok) {
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
  function saveAs(meant: Meant) {
    void form.handleSubmit((values) => save(values, meant))()
  }
  function toFields() {
    const record = recordFrom(form.getValues(), isoDateAt(Date.now()))
    const state = isDirty ? { record, draftKey } : null
    return navigate(`/catalogue/new/marc${back === null ? '' : `?back=${back}`}`, { state })
  }
  async function addCopyTo(id: number) {
    draft.drop()
    await navigate(back === null ? `/copies/vouchers?title=${id}` : `${back}?title=${id}`)
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
          <TitleFieldset fields={bind(form)} title={title} />
          {/* Below the fields: what is said of one of them must not move the next under the hand. */}
          <WrongIsbnOffer form={form} />
          {sameTitle ? (
            <SameTitleNotice
              twin={sameTitle}
              isRunning={add.isRunning}
              onAddCopy={() => void addCopyTo(sameTitle.id)}
              onSave={() => saveAs({ isSameTitleMeant: true })}
            />
          ) : (
            <NewTitleNotices
              isbn={title.isbn}
              isIsbnTyped={title.isbn !== began.isbn}
              isRunning={add.isRunning}
              onSaveBeside={() => saveAs({ isSameTitleMeant: true, isSameIsbnMeant: true })}
              onUse={(record) => beginWith(beginningFrom(record))}
            />
          )}
          <NewTitleActions
            isReturning={back !== null}
            isRunning={add.isRunning}
            onSubmit={(willOpen) => (opens.current = willOpen)}
            onFields={() => void toFields()}
          />
        </Form>
      </div>
      {isManaging && (
        <TitleTemplateDialog title={title} templates={templates} onClose={() => setManaging(false)} />
      )}
    </>
  )
}
