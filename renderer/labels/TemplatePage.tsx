import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type * as z from 'zod'
import { labelKinds, TemplateFields, type LabelElement, type Template } from '../../shared/labels/contract.ts'
import { leastBarMm } from '../../shared/labels/rules.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand, useQuery } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { DesignCanvas } from './DesignCanvas.tsx'
import { nextName } from './design-edits.ts'
import { ElementForm } from './ElementForm.tsx'
import { ElementList } from './ElementList.tsx'
import { MmField } from './MmField.tsx'
import { useElementName } from './use-element-name.ts'

const back = '/labels/templates'
type Values = z.output<typeof TemplateFields>

export function TemplatePage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: template, failure } = useQuery('labels.template', { id })
  if (template) return <TemplateEditor key={`${id}/${template.rev}`} template={template} />
  return (
    <div className="page">
      <PageHeader title={t('labels.menu.template')} back={{ to: back, label: t('labels.templates.title') }} />
      <Failure of={failure} />
    </div>
  )
}

/** A label's look: its elements on the left as they will be printed, what can be set of them on the right. */
function TemplateEditor({ template }: { template: Template }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id, rev, ...fields } = template
  const form = useForm<Values, unknown, Values>({
    defaultValues: fields,
    resolver: schemaResolver(TemplateFields),
  })
  const draft = useDraft(`labels.template/${id}`, form)
  const { save, saveCopy, update, add } = useSaving(template, form, draft.finish)
  useShortcut('Escape', () => void navigate(back))
  return (
    <div className="page filled">
      <PageHeader title={template.name} back={{ to: back, label: t('labels.templates.title') }}>
        <Button icon="file" disabled={add.isRunning} onClick={() => void saveCopy(form.getValues())}>
          {t('labels.design.saveCopy')}
        </Button>
      </PageHeader>
      <DraftNotice draft={draft} />
      <div className="design-page">
        <Form form={form} onSubmit={save} label={t('labels.menu.template')} enterSubmits={false}>
          <DesignParts form={form} />
          <Failure of={update.failure} />
          <Failure of={add.failure} />
          <div className="actions">
            <Button
              kind="primary"
              type="submit"
              icon="save"
              shortcut="Ctrl+Enter"
              disabled={update.isRunning}
            >
              {t('common.actions.save')}
            </Button>
            <span className="soft small">{t('labels.design.saveHint')}</span>
          </div>
        </Form>
      </div>
    </div>
  )
}

type TemplateForm = ReturnType<typeof useForm<Values, unknown, Values>>

function useSaving({ id, rev }: Template, form: TemplateForm, finish: () => Promise<void>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const text = useFailureText()
  const update = useCommand('labels.updateTemplate')
  const add = useCommand('labels.addTemplate')
  const taken = (useQuery('labels.templates', {}).value ?? []).map(({ name }) => name)
  async function save(values: Values) {
    const answer = await update.run({ ...values, id, rev })
    if (answer.ok) {
      await finish()
      toast({ text: t('common.saved') })
    } else if (placeRefusal(form, { failure: answer.error, fieldByCode: { duplicate_name: 'name' }, text }))
      update.clear()
  }
  /** The old look stays under its name, the changed one gets its own. */
  async function saveCopy(values: Values) {
    const answer = await add.run({ ...values, name: nextName(values.name, taken) })
    if (!answer.ok) return
    await finish()
    toast({ text: t('labels.design.copied', { name: answer.value.name }) })
    void navigate(`${back}/${answer.value.id}`)
  }
  return { save, saveCopy, update, add }
}

function DesignParts({ form }: { form: TemplateForm }) {
  const { t } = useTranslation()
  const fields = bind(form)
  const [kind, design] = useWatch({ control: form.control, name: ['kind', 'design'] })
  const [at, setAt] = useState<number | null>(design.elements.length > 0 ? 0 : null)
  const edit = useEdits(form, setAt)
  const isSound = TemplateFields.shape.design.safeParse(design).success
  const sample = useQuery('labels.sample', { design }, { isActive: isSound, keepsPrevious: true }).value
  const nameOf = useElementName()
  const chosen = at === null ? undefined : design.elements[at]
  return (
    <div className="design">
      <div className="design-stage">
        <DesignCanvas
          design={design}
          drawing={sample?.drawing}
          at={at}
          nameOf={nameOf}
          onPick={setAt}
          onChange={edit.change}
          onRemove={edit.remove}
        />
        <BarFact barMm={sample?.barMm ?? null} />
        <p className="soft small">{t('labels.design.hint')}</p>
      </div>
      <div className="design-side">
        <TextField {...fields.text('name')} label={t('labels.templates.name')} isRequired />
        <div className="measures">
          <Select
            {...fields.text('kind')}
            label={t('labels.templates.kind')}
            options={labelKinds.map((each) => ({ value: each, label: t(`labels.kinds.${each}`) }))}
          />
          <MmField
            label={t('labels.templates.widthMm')}
            value={design.widthMm}
            least={10}
            most={300}
            onChange={(widthMm) => edit.resize({ widthMm })}
          />
          <MmField
            label={t('labels.templates.heightMm')}
            value={design.heightMm}
            least={8}
            most={300}
            onChange={(heightMm) => edit.resize({ heightMm })}
          />
        </div>
        <ElementList design={design} at={at} kind={kind} nameOf={nameOf} onPick={setAt} edit={edit} />
        {chosen && at !== null && (
          <ElementForm
            key={`${at}/${chosen.type}`}
            element={chosen}
            design={design}
            kind={kind}
            onChange={(element) => edit.change(at, element)}
          />
        )}
      </div>
    </div>
  )
}

export type Edits = ReturnType<typeof useEdits>

function useEdits(form: TemplateForm, pick: (at: number | null) => void) {
  const { t } = useTranslation()
  const toast = useToast()
  const nameOf = useElementName()
  const now = () => form.getValues('design')
  const put = (elements: LabelElement[]) =>
    form.setValue('design', { ...now(), elements }, { shouldDirty: true })
  return {
    add(element: LabelElement) {
      put([...now().elements, element])
      pick(now().elements.length - 1)
    },
    change(at: number, element: LabelElement) {
      put(now().elements.map((each, index) => (index === at ? element : each)))
    },
    remove(at: number) {
      const before = now().elements
      const gone = before[at]
      if (!gone) return
      put(before.toSpliced(at, 1))
      pick(null)
      toast({
        text: t('labels.design.removed', { name: nameOf(gone) }),
        onUndo: () => put(now().elements.toSpliced(at, 0, gone)),
      })
    },
    resize(size: { widthMm: number } | { heightMm: number }) {
      form.setValue('design', { ...now(), ...size }, { shouldDirty: true })
    },
  }
}

/** How fine the bars come out on this label: too fine, and cheap readers do not read them. */
function BarFact({ barMm }: { barMm: number | null }) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (barMm === null) return null
  const isFine = barMm < leastBarMm
  return (
    <p className={isFine ? 'tone-bad' : 'soft'} role="status">
      {t(isFine ? 'labels.design.barTooFine' : 'labels.design.bar', {
        mm: number(Math.round(barMm * 100) / 100),
        least: number(leastBarMm),
      })}
    </p>
  )
}
