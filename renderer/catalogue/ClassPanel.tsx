import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { SpecialClass, specialClasses, type Title } from '../../shared/catalogue/contract.ts'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { isoDate, requiredText } from '../../shared/fields.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Entry = Output<'catalogue.classesOf'>[number]

/** The special classes of a title: since when, until when, and what proves it. */
export function ClassPanel({ title }: { title: Title }) {
  const { t } = useTranslation()
  const mayWrite = useCan()('catalogue.write') && title.removedOn === null
  const { value: entries, failure } = useQuery('catalogue.classesOf', { titleId: title.id })
  const [ending, setEnding] = useState<Entry | null>(null)
  return (
    <>
      <p className="soft">{t('catalogue.classes.hint')}</p>
      <Failure of={failure} />
      {entries && entries.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              {(['class', 'evidence', 'setOn', 'endedOn'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`catalogue.classes.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{t(`catalogue.specialClasses.${entry.class}`)}</td>
                <td>{entry.evidence}</td>
                <td>{displayDate(entry.setOn)}</td>
                <td>
                  {entry.endedOn && displayDate(entry.endedOn)}
                  {entry.endedOn === null && mayWrite && (
                    <Button kind="quiet" onClick={() => setEnding(entry)}>
                      {t('catalogue.classes.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {entries?.length === 0 && <p className="soft">{t('catalogue.classes.empty')}</p>}
      {mayWrite && <ClassForm titleId={title.id} />}
      {ending && <EndDialog entry={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

const NewClass = z.object({ class: SpecialClass, evidence: requiredText(2000), setOn: isoDate })
type NewClass = z.output<typeof NewClass>

function ClassForm({ titleId }: { titleId: number }) {
  const { t } = useTranslation()
  const toast = useToast()
  const refusalText = useFailureText()
  const set = useCommand('catalogue.setClass')
  const unset = useCommand('catalogue.unsetClass')
  const form = useForm<NewClass, unknown, NewClass>({
    defaultValues: { class: 'local_history', evidence: '', setOn: isoDateAt(Date.now()) },
    resolver: schemaResolver(NewClass),
  })
  const { text, value } = bind(form)
  const setOn = value('setOn')

  async function save(values: NewClass) {
    const answer = await set.run({ ...values, titleIds: [titleId] })
    if (answer.ok) {
      form.reset()
      const { ids } = answer.value
      toast({ text: t('common.saved'), ...(ids.length > 0 && { onUndo: () => undo(ids, values.class) }) })
    } else if (
      placeRefusal(form, {
        failure: answer.error,
        fieldByCode: { set_in_future: 'setOn' },
        text: refusalText,
      })
    ) {
      set.clear()
    }
  }
  async function undo(ids: number[], name: SpecialClass) {
    const answer = await unset.run({ ids })
    const words = { shown: '1', name: t(`catalogue.specialClasses.${name}`) }
    toast({ text: answer.ok ? t('catalogue.manyClass.undone', words) : refusalText(answer.error) })
  }
  return (
    <Form form={form} onSubmit={save} label={t('catalogue.classes.add')} enterSubmits={false}>
      <h3>{t('catalogue.classes.add')}</h3>
      <Failure of={set.failure} />
      <div className="title-grid">
        <div className="span-4">
          <Select
            {...text('class')}
            label={t('catalogue.classes.class')}
            options={specialClasses.map((name) => ({
              value: name,
              label: t(`catalogue.specialClasses.${name}`),
            }))}
          />
        </div>
        <div className="span-6">
          <TextField
            {...text('evidence')}
            label={t('catalogue.classes.evidence')}
            hint={t('catalogue.classes.evidenceHint')}
            isRequired
          />
        </div>
        <div className="span-2">
          <DateField
            {...setOn}
            label={t('catalogue.classes.setOn')}
            onChange={(date) => setOn.onChange(date ?? '')}
          />
        </div>
      </div>
      <div className="actions">
        <Button type="submit" icon="add" disabled={set.isRunning}>
          {t('catalogue.classes.add')}
        </Button>
      </div>
    </Form>
  )
}

function EndDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useTranslation()
  const end = useCommand('catalogue.endClass')
  const [endedOn, setEndedOn] = useState<string | null>(isoDateAt(Date.now()))
  async function save() {
    if (endedOn === null) return
    const answer = await end.run({ id: entry.id, endedOn })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      title={t('catalogue.classes.endTitle', { class: t(`catalogue.specialClasses.${entry.class}`) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button kind="primary" disabled={end.isRunning || endedOn === null} onClick={() => void save()}>
            {t('catalogue.classes.end')}
          </Button>
        </>
      }
    >
      <Failure of={end.failure} />
      <p>{t('catalogue.classes.endText')}</p>
      <DateField label={t('catalogue.classes.endedOn')} value={endedOn} onChange={setEndedOn} />
    </Dialog>
  )
}
