import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { frequencies } from '../../shared/catalogue/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { isoDate, text as textField } from '../../shared/fields.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind, Form, schemaResolver } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { issuesOf, parseRun, type Frequency } from './issue-run.ts'

const NewRun = z.object({
  run: z.string(),
  volume: textField(50),
  firstOn: isoDate.nullable(),
  frequency: z.enum(frequencies),
  state: z.enum(['received', 'expected']),
})
type NewRun = z.output<typeof NewRun>

/** "1–12/2026" and Enter: twelve issues at once. */
export function IssueRunForm({ titleId, frequency }: { titleId: number; frequency: Frequency }) {
  const { t } = useTranslation()
  const toast = useToast()
  const add = useCommand('catalogue.addIssues')
  const [count, setCount] = useState(0)
  const form = useForm<NewRun, unknown, NewRun>({
    defaultValues: { run: '', volume: '', firstOn: null, frequency, state: 'received' },
    resolver: schemaResolver(NewRun),
  })
  const { text, value } = bind(form)
  const run = text('run')

  async function save({ run: written, ...options }: NewRun) {
    const parsed = parseRun(written)
    if (!parsed) {
      form.setError('run', { type: 'run', message: t('catalogue.serials.runAdvice') }, { shouldFocus: true })
      return
    }
    const issues = issuesOf(parsed, { ...options, today: isoDateAt(Date.now()) })
    const answer = await add.run({ titleId, issues })
    if (!answer.ok) return
    form.reset({ ...options, run: '', firstOn: null })
    setCount(0)
    form.setFocus('run')
    toast({ text: t('catalogue.serials.added', { count: issues.length }) })
  }
  return (
    <Form form={form} onSubmit={save} label={t('catalogue.serials.add')}>
      <Failure of={add.failure} />
      <div className="title-grid">
        <div className="span-3">
          <TextField
            {...run}
            label={t('catalogue.serials.run')}
            hint={count > 0 ? t('catalogue.serials.runCount', { count }) : t('catalogue.serials.runHint')}
            onChange={(event) => {
              const parsed = parseRun(event.target.value)
              setCount(parsed ? parsed.to - parsed.from + 1 : 0)
              return run.onChange(event)
            }}
          />
        </div>
        <div className="span-2">
          <TextField {...text('volume')} label={t('catalogue.serials.volume')} />
        </div>
        <div className="span-2">
          <DateField {...value('firstOn')} label={t('catalogue.serials.firstOn')} />
        </div>
        <div className="span-2">
          <Select
            {...text('frequency')}
            label={t('catalogue.serials.frequency')}
            options={frequencies.map((name) => ({ value: name, label: t(`catalogue.frequencies.${name}`) }))}
          />
        </div>
        <div className="span-2">
          <Select
            {...text('state')}
            label={t('catalogue.serials.state')}
            options={(['received', 'expected'] as const).map((state) => ({
              value: state,
              label: t(`catalogue.issueStates.${state}`),
            }))}
          />
        </div>
      </div>
      <div className="actions">
        <Button type="submit" icon="add" disabled={add.isRunning}>
          {t('catalogue.serials.add')}
        </Button>
      </div>
    </Form>
  )
}
