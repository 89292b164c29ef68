import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import type { Title } from '../../shared/catalogue/contract.ts'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { isoDate, text as textField } from '../../shared/fields.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

/** The online source of a title, and when somebody last looked whether it still opens. */
export function LinkPanel({ title }: { title: Title }) {
  const { t } = useTranslation()
  const mayWrite = useCan()('catalogue.write') && title.removedOn === null
  const { value: checks, failure } = useQuery('catalogue.linkChecks', { titleId: title.id })
  return (
    <>
      <CopyField label={t('catalogue.fields.url')} text={title.url} />
      <Failure of={failure} />
      {checks?.length === 0 && <p className="soft">{t('catalogue.links.empty')}</p>}
      {checks && checks.length > 0 && (
        <ul className="plain-list">
          {checks.map(({ id, checkedOn, isWorking, note }) => (
            <li key={id} className="row">
              <span className="number">{displayDate(checkedOn)}</span>
              <Chip tone={isWorking ? 'good' : 'bad'} icon={isWorking ? 'check' : 'warning'}>
                {t(isWorking ? 'catalogue.links.working' : 'catalogue.links.broken')}
              </Chip>
              <span className="soft">{note}</span>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && <CheckForm titleId={title.id} />}
    </>
  )
}

const NewCheck = z.object({
  checkedOn: isoDate,
  result: z.enum(['working', 'broken']),
  note: textField(1000),
})
type NewCheck = z.output<typeof NewCheck>

function CheckForm({ titleId }: { titleId: number }) {
  const { t } = useTranslation()
  const toast = useToast()
  const refusalText = useFailureText()
  const record = useCommand('catalogue.recordLinkCheck')
  const form = useForm<NewCheck, unknown, NewCheck>({
    defaultValues: { checkedOn: isoDateAt(Date.now()), result: 'working', note: '' },
    resolver: schemaResolver(NewCheck),
  })
  const { text, value } = bind(form)
  const checkedOn = value('checkedOn')

  async function save({ result, ...values }: NewCheck) {
    const answer = await record.run({ ...values, titleId, isWorking: result === 'working' })
    if (answer.ok) {
      form.reset()
      toast({ text: t('catalogue.links.recorded') })
    } else if (
      placeRefusal(form, {
        failure: answer.error,
        fieldByCode: { checked_in_future: 'checkedOn' },
        text: refusalText,
      })
    ) {
      record.clear()
    }
  }
  return (
    <Form form={form} onSubmit={save} label={t('catalogue.links.record')}>
      <Failure of={record.failure} />
      <div className="title-grid">
        <div className="span-3">
          <DateField
            {...checkedOn}
            label={t('catalogue.links.checkedOn')}
            onChange={(date) => checkedOn.onChange(date ?? '')}
          />
        </div>
        <div className="span-3">
          <Select
            {...text('result')}
            label={t('catalogue.links.result')}
            options={(['working', 'broken'] as const).map((result) => ({
              value: result,
              label: t(`catalogue.links.${result}`),
            }))}
          />
        </div>
        <div className="span-6">
          <TextField {...text('note')} label={t('catalogue.links.note')} />
        </div>
      </div>
      <div className="actions">
        <Button type="submit" icon="check" disabled={record.isRunning}>
          {t('catalogue.links.record')}
        </Button>
      </div>
    </Form>
  )
}
