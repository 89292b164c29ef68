import { useEffect } from 'react'
import { useFieldArray, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { councilRoles, PaperContent, type Paper, type WeedingRecord } from '../../shared/weeding/contract.ts'
import { text as textField } from '../../shared/fields.ts'
import { explainsLimit } from '../../shared/weeding/rules.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind, Form, schemaResolver, type Bound } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { fieldsOf, frameFieldsOf, longFields, numberFields, type ContentField } from './paper-fields.ts'

const Values = PaperContent.extend({ symbol: textField(60) })
type Values = z.output<typeof Values>
type Props = { weeding: WeedingRecord; paper: Paper; onDirty: (isDirty: boolean) => void }

/** What a paper will say; kept from key to key, saved into the dossier with the button. */
export function PaperForm({ weeding, paper, onDirty }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const savePaper = useCommand('weeding.savePaper')
  const { kind, symbol, content, rev } = paper
  const form = useForm<Values, unknown, Values>({
    defaultValues: { ...content, symbol },
    resolver: schemaResolver(Values),
  })
  const fields = bind(form)
  const draft = useDraft(`weeding.paper/${kind}/${weeding.id}`, form)
  const { isDirty } = form.formState
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  async function save({ symbol: typed, ...changed }: Values) {
    const answer = await savePaper.run({
      id: weeding.id,
      kind,
      rev,
      symbol: typed,
      content: changed,
    })
    if (!answer.ok) return
    await draft.finish()
    toast({ text: t('common.saved') })
  }
  return (
    <section className="card">
      <DraftNotice draft={draft} />
      <Form form={form} onSubmit={save} label={t('weeding.content.label')} enterSubmits={false}>
        {kind === 'council' && <Members form={form} fields={fields} />}
        <div className="form-grid">
          {fieldsOf(kind).map((field) => (
            <ContentInput key={field} field={field} fields={fields} kind={kind} />
          ))}
          {explainsLimit(kind) && weeding.share.isAboveLimit && (
            <ContentInput field="aboveLimitReason" fields={fields} kind={kind} />
          )}
        </div>
        <details className="rule-details">
          <summary>{t('weeding.content.frame')}</summary>
          <div className="form-grid">
            <TextField
              {...fields.text('symbol')}
              label={t('weeding.content.symbol')}
              hint={t('weeding.content.symbolHint')}
            />
            {frameFieldsOf(kind).map((field) => (
              <ContentInput key={field} field={field} fields={fields} kind={kind} />
            ))}
          </div>
        </details>
        <Failure of={savePaper.failure} />
        <div className="actions">
          <Button type="submit" icon="save" shortcut="Ctrl+Enter" disabled={savePaper.isRunning}>
            {t('weeding.content.save')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

type InputProps = { field: ContentField; fields: Bound<Values>; kind: Paper['kind'] }

function ContentInput({ field, fields, kind }: InputProps) {
  const { t } = useTranslation()
  const label = t(`weeding.content.${field}`)
  if (numberFields.includes(field))
    return <NumberField {...fields.value(field as 'votesFor')} label={label} />
  if (longFields.includes(field))
    return (
      <TextArea
        {...fields.text(field)}
        label={label}
        hint={field === 'text' ? t(`weeding.content.textHint.${kind}`) : undefined}
        isWide
        rows={field === 'text' && (kind === 'proposal' || kind === 'minutes') ? 4 : 2}
      />
    )
  return <TextField {...fields.text(field)} label={label} />
}

type MemberProps = {
  form: ReturnType<typeof useForm<Values, unknown, Values>>
  fields: Bound<Values>
}

/** Who sits in the council; the minutes name them again. */
function Members({ form, fields }: MemberProps) {
  const { t } = useTranslation()
  const members = useFieldArray({ control: form.control, name: 'members' })
  return (
    <fieldset className="plain-fieldset stack tight">
      <legend>
        <h3>{t('weeding.council.title')}</h3>
      </legend>
      <p className="soft small">{t('weeding.council.hint')}</p>
      {members.fields.map((member, index) => (
        <div key={member.id} className="council-member">
          <TextField {...fields.text(`members.${index}.name`)} label={t('weeding.council.name')} isRequired />
          <TextField {...fields.text(`members.${index}.title`)} label={t('weeding.council.position')} />
          <Select
            {...fields.text(`members.${index}.role`)}
            label={t('weeding.council.role')}
            options={councilRoles.map((role) => ({
              value: role,
              label: t(`weeding.roles.${role}`),
            }))}
          />
          <IconButton
            icon="close"
            label={t('weeding.council.remove', { number: index + 1 })}
            onClick={() => members.remove(index)}
          />
        </div>
      ))}
      <div className="row">
        <Button
          icon="add"
          onClick={() =>
            members.append({
              name: '',
              title: '',
              role: councilRoles[Math.min(members.fields.length, councilRoles.length - 1)] ?? 'member',
            })
          }
        >
          {t('weeding.council.add')}
        </Button>
      </div>
    </fieldset>
  )
}
