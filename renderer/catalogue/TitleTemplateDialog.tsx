import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { emptyRecord, withForm } from '../../shared/catalogue/marc-form.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { requiredText } from '../../shared/fields.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { recordIn, type NewTitle, type TemplateRow } from './new-title.ts'

const NewTemplate = z.object({ name: requiredText(200), isDefault: z.boolean() })
type NewTemplate = z.output<typeof NewTemplate>

/** A template keeps what is alike from book to book, not what names one. */
function recordForTemplate(title: NewTitle) {
  const { recordJson, hostId, addedOn, material, digitalOrigin, ...fields } = title
  const record = recordIn(title) ?? emptyRecord(material, isoDateAt(Date.now()))
  return withForm(record, {
    ...fields,
    title: '',
    subtitle: '',
    part: '',
    isbn: '',
    issn: '',
    callNumber: '',
  })
}

type Props = { title: NewTitle; templates: TemplateRow[]; onClose: () => void }

/** The templates of a library: the form as it stands becomes one, and one of each material is where new records begin. */
export function TitleTemplateDialog({ title, templates, onClose }: Props) {
  const { t } = useTranslation()
  const refusalText = useFailureText()
  const toast = useToast()
  const add = useCommand('catalogue.addTemplate')
  const form = useForm<NewTemplate, unknown, NewTemplate>({
    defaultValues: { name: '', isDefault: false },
    resolver: schemaResolver(NewTemplate),
  })
  const { text } = bind(form)
  const { error: _, ...isDefault } = text('isDefault')

  async function save(values: NewTemplate) {
    const answer = await add.run({ ...values, material: title.material, record: recordForTemplate(title) })
    if (answer.ok) {
      form.reset()
      toast({ text: t('catalogue.templates.added', { name: values.name }) })
    } else if (
      placeRefusal(form, {
        failure: answer.error,
        fieldByCode: { duplicate_name: 'name' },
        text: refusalText,
      })
    ) {
      add.clear()
    }
  }
  return (
    <Dialog title={t('catalogue.templates.title')} onClose={onClose} isWide>
      <Failure of={add.failure} />
      <Form form={form} onSubmit={save} label={t('catalogue.templates.add')}>
        <div className="record-bar">
          <TextField {...text('name')} label={t('catalogue.templates.name')} isRequired />
          <label className="check">
            <input type="checkbox" {...isDefault} />
            {t('catalogue.templates.isDefault', { material: t(`catalogue.materials.${title.material}`) })}
          </label>
          <Button type="submit" icon="save" disabled={add.isRunning}>
            {t('catalogue.templates.add')}
          </Button>
        </div>
        <p className="soft small">{t('catalogue.templates.hint')}</p>
      </Form>
      {templates.length === 0 && <p className="soft">{t('catalogue.templates.empty')}</p>}
      <ul className="plain-list">
        {templates.map((template) => (
          <TemplateLine key={template.id} template={template} title={title} />
        ))}
      </ul>
    </Dialog>
  )
}

function TemplateLine({ template, title }: { template: TemplateRow; title: NewTitle }) {
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  const add = useCommand('catalogue.addTemplate')
  const update = useCommand('catalogue.updateTemplate')
  const remove = useCommand('catalogue.removeTemplate')
  const { id, rev, ...fields } = template
  async function removeTemplate() {
    const answer = await remove.run({ id, rev })
    if (answer.ok) {
      toast({
        text: t('catalogue.templates.removed', { name: template.name }),
        onUndo: async () => void (await add.run(fields)),
      })
    } else toast({ text: text(answer.error) })
  }
  async function change(changed: Partial<typeof fields>) {
    const answer = await update.run({ ...template, ...changed })
    toast({ text: answer.ok ? t('common.saved') : text(answer.error) })
  }
  return (
    <li className="row">
      <span className="spacer">
        {template.name} <span className="soft">· {t(`catalogue.materials.${template.material}`)}</span>
      </span>
      {template.isDefault ? (
        <Chip tone="good" icon="check">
          {t('catalogue.templates.default')}
        </Chip>
      ) : (
        <Button kind="quiet" onClick={() => void change({ isDefault: true })}>
          {t('catalogue.templates.makeDefault')}
        </Button>
      )}
      {template.material === title.material && (
        <Button kind="quiet" onClick={() => void change({ record: recordForTemplate(title) })}>
          {t('catalogue.templates.overwrite')}
        </Button>
      )}
      <Button kind="quiet" icon="remove" onClick={() => void removeTemplate()}>
        {t('catalogue.templates.remove')}
      </Button>
    </li>
  )
}
