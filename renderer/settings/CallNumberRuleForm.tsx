import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { callNumberFor, CallNumberRule, TitleFields } from '../../shared/catalogue/contract.ts'
import * as z from 'zod'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind, Form, schemaResolver } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { readTable, tableText } from './call-number-table.ts'

const Values = CallNumberRule.extend({ table: z.string() })
type Values = Omit<CallNumberRule, 'table'> & { table: string }

/** Titles most librarians have in hand, so that a rule shows at once what it does. */
const samples: TitleFields[] = [
  { title: 'Truyện Kiều', authors: 'Nguyễn Du', ddc: '895.92212', publishedYear: 2015 },
  { title: 'Đất rừng phương Nam', authors: 'Đoàn Giỏi', ddc: '895.922334', publishedYear: 2021 },
  { title: 'Lịch sử Việt Nam', part: 'T. 3', authors: 'Phan Huy Lê', ddc: '959.702', publishedYear: 2012 },
].map((fields) => TitleFields.parse(fields))

/** How the library makes its call numbers, with what comes out beside it. */
export function CallNumberRuleForm({ rule, mayChange }: { rule: CallNumberRule; mayChange: boolean }) {
  const { t } = useTranslation()
  const toast = useToast()
  const set = useCommand('settings.setCallNumberRule')
  const form = useForm<Values, unknown, Values>({
    defaultValues: { ...rule, table: tableText(rule.table) },
    resolver: schemaResolver(Values),
  })
  const { text, value } = bind(form)
  const values = useWatch({ control: form.control, compute: (typed: Values) => typed })
  const markLength = value('markLength')

  async function save({ table: written, ...fields }: Values) {
    const { table, wrongLine } = readTable(written)
    if (wrongLine !== null) {
      const message = t('settings.callNumbers.wrongLine', { line: wrongLine })
      form.setError('table', { type: 'line', message }, { shouldFocus: true })
      return
    }
    const answer = await set.run({ ...fields, table })
    if (!answer.ok) return
    form.reset({ ...answer.value, table: tableText(answer.value.table) })
    toast({ text: t('common.saved') })
  }
  const previewed = CallNumberRule.safeParse({ ...values, table: readTable(values.table).table })
  return (
    <div className="columns">
      <div className="card">
        <Form form={form} onSubmit={save} label={t('settings.callNumbers.title')} enterSubmits={false}>
          <Failure of={set.failure} />
          <fieldset className="plain-fieldset form-grid" disabled={!mayChange}>
            <NumberField
              {...value('ddcDecimals')}
              label={t('settings.callNumbers.ddcDecimals')}
              hint={t('settings.callNumbers.ddcDecimalsHint')}
            />
            <Select
              {...text('markFrom')}
              label={t('settings.callNumbers.markFrom')}
              options={(['title', 'author', 'none'] as const).map((source) => ({
                value: source,
                label: t(`settings.callNumbers.markFromOptions.${source}`),
              }))}
            />
            <Select
              {...text('markBy')}
              label={t('settings.callNumbers.markBy')}
              options={(['letters', 'initials', 'table'] as const).map((way) => ({
                value: way,
                label: t(`settings.callNumbers.markByOptions.${way}`),
              }))}
            />
            <NumberField
              {...markLength}
              label={t('settings.callNumbers.markLength')}
              onChange={(length) => markLength.onChange(length ?? 1)}
            />
            <Check label={t('settings.callNumbers.hasYear')} {...text('hasYear')} />
            <Check label={t('settings.callNumbers.hasPart')} {...text('hasPart')} />
            {values.markBy === 'table' && (
              <TextArea
                {...text('table')}
                label={t('settings.callNumbers.table')}
                hint={t('settings.callNumbers.tableHint')}
                rows={8}
                isWide
              />
            )}
          </fieldset>
          {mayChange && (
            <div className="actions">
              <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={set.isRunning}>
                {t('common.actions.save')}
              </Button>
            </div>
          )}
        </Form>
      </div>
      <section className="card">
        <h2>{t('settings.callNumbers.preview')}</h2>
        {previewed.success && (
          <ul className="plain-list">
            {samples.map((sample) => (
              <li key={sample.title} className="row">
                <span className="spacer">{sample.title}</span>
                <strong>{callNumberFor(sample, previewed.data)}</strong>
              </li>
            ))}
          </ul>
        )}
        <p className="soft small">{t('settings.callNumbers.previewHint')}</p>
      </section>
    </div>
  )
}

type CheckProps = ReturnType<ReturnType<typeof bind<Values, Values>>['text']> & { label: string }

function Check({ label, error: _, ...input }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      {label}
    </label>
  )
}
