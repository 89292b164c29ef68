import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { PointFields } from '../../shared/network/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import type { Input } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { EntryGrid, type EntryRow } from '../ui/EntryGrid.tsx'
import { valuesOf, type ValueColumn } from '../ui/entry-values.ts'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { newIdentity, useIdentityColumns } from './point-grids.ts'

const mostRows = 1000
const figureKeys = ['copies', 'titles', 'serials', 'areaM2'] as const

/** An existing list of points, pasted from Excel or typed: all of it is added, or nothing. */
export function PointManyPage() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const failureText = useFailureText()
  const style = numberStyle(i18n.language)
  const columns = useColumns()
  const add = useCommand('network.addPoints')
  const form = useForm<{ rows: EntryRow[] }>({ defaultValues: { rows: [newRow()] } })
  const draft = useDraft('network.many', form)
  const [question, setQuestion] = useState<string | null>(null)
  const rows = useWatch({ control: form.control, name: 'rows' })
  const { values, problems } = useMemo(() => valuesOf(rows, columns, style), [rows, columns, style])
  async function save(accepted: 'same_name'[]) {
    setQuestion(null)
    // The contract's own schema has the last word on what was typed.
    const given = values.map(asFields) as Input<'network.addPoints'>['rows']
    const answer = await add.run({ rows: given, accepted })
    if (!answer.ok) {
      if (answer.error.code !== 'same_name') return
      add.clear()
      setQuestion(failureText(answer.error))
      return
    }
    await draft.finish()
    toast({ text: t('network.many.added', { count: given.length }) })
    void navigate('/network')
  }
  return (
    <div className="page filled">
      <PageHeader
        title={t('network.many.title')}
        hint={t('network.many.hint')}
        back={{ to: '/network', label: t('network.tabs.points') }}
      >
        <Button
          kind="primary"
          icon="save"
          disabled={values.length === 0 || problems.length > 0 || add.isRunning}
          onClick={() => void save([])}
        >
          {t('network.many.save', { count: values.length })}
        </Button>
      </PageHeader>
      <DraftNotice draft={draft} />
      <Failure of={add.failure} />
      {question !== null && (
        <div className="notice" role="alert">
          <span className="text">{question}</span>
          <Button disabled={add.isRunning} onClick={() => void save(['same_name'])}>
            {t('network.many.anyway')}
          </Button>
        </div>
      )}
      <EntryGrid
        label={t('network.many.title')}
        columns={columns}
        rows={rows}
        onChange={(next) => form.setValue('rows', next, { shouldDirty: true })}
        problems={problems.map(({ code, ...place }) => ({ ...place, text: t(`ui.invalid.${code}`) }))}
        newRow={newRow}
        maxRows={mostRows}
        mayRemoveRows={rows.length > 1}
        takesFocus
      />
    </div>
  )
}

type Typed = Readonly<Record<string, string | number | null>>

/** A line is one identity, and the figures of the day of its opening where any is known. */
function asFields({ id: _, ...line }: Typed): Partial<PointFields> {
  const { fromOn, name, kind, commune, communeCode, district, formerProvinceCode, body, address, source } =
    line
  const identity = { fromOn, name, kind, commune, communeCode, district, formerProvinceCode }
  const figures = Object.fromEntries(figureKeys.map((key) => [key, line[key]]))
  const isTold = figureKeys.some((key) => line[key] !== null)
  const given = {
    identities: [identity],
    figures: isTold ? [{ fromOn: line['figuresOn'] ?? fromOn, ...figures, source }] : [],
    body,
    address,
  }
  return given as unknown as Partial<PointFields>
}

function newRow(above?: EntryRow): EntryRow {
  const blank = { copies: '', titles: '', serials: '', areaM2: '', body: '', address: '' }
  const usual = {
    figuresOn: above?.['figuresOn'] ?? displayDate(isoDateAt(Date.now())),
    source: above?.['source'] ?? '',
  }
  return { ...newIdentity(above), ...blank, ...usual }
}

function useColumns(): ValueColumn[] {
  const { t } = useTranslation()
  const identity = useIdentityColumns()
  return useMemo(() => {
    const [fromOn, ...others] = identity
    const whole = (key: (typeof figureKeys)[number], widthPx: number): ValueColumn => ({
      key,
      kind: 'number',
      ...(key === 'areaM2' ? {} : { isWhole: true }),
      label: t(`network.fields.${key}`),
      widthPx,
      align: 'end',
    })
    const text = (key: 'body' | 'address', widthPx: number): ValueColumn => ({
      key,
      kind: 'text',
      label: t(`network.fields.${key}`),
      widthPx,
    })
    return [
      ...others,
      ...(fromOn ? [{ ...fromOn, label: t('network.fields.openedOn') }] : []),
      text('body', 130),
      text('address', 130),
      ...figureKeys.map((key) => whole(key, 90)),
      { key: 'figuresOn', kind: 'date', isUsual: true, label: t('network.many.figuresOn'), widthPx: 96 },
      { key: 'source', kind: 'text', isUsual: true, label: t('network.fields.source'), widthPx: 130 },
    ]
  }, [t, identity])
}
