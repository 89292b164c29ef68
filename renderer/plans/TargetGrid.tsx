import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { directions, type Target } from '../../shared/plans/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useDraft } from '../app/use-draft.ts'
import { useIndicatorCodes, useIndicatorTexts } from '../indicators/index.ts'
import { Button } from '../ui/Button.tsx'
import { EntryGrid, type EntryColumn } from '../ui/EntryGrid.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { changedCells, quarterKeys, rowsOf, typedIn, withTyped, type Typed } from './target-cells.ts'
import { useChoices } from './use-choices.ts'

type Props = {
  year: number
  scope: Target['scope']
  fromOn: string
  targets: readonly Target[]
}
type Ask = 'percent_over_100' | 'unknown_indicator'
const asks: readonly Ask[] = ['percent_over_100', 'unknown_indicator']

export function TargetGrid({ year, scope, fromOn, targets }: Props) {
  const { t, i18n } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const texts = useFailureText()
  const toast = useToast()
  const style = numberStyle(i18n.language)
  const names = useIndicatorTexts()
  const codes = useIndicatorCodes()
  const lines = codes.map((code) => ({ code, name: names.name(code), unit: names.unit(code) }))
  const rows = rowsOf({ lines, targets, year, style })
  const form = useForm<{ typed: Typed; source: string }>({ defaultValues: { typed: {}, source: '' } })
  const draft = useDraft(`plans.grid/${year}-${scope}-${fromOn}`, form)
  const { typed, source } = useWatch({ control: form.control }) as { typed: Typed; source: string }
  const shown = withTyped(rows, typed)
  const { cells, problems } = changedCells(shown, rows, { year, style })
  const set = useCommand('plans.setTargets')
  const takeBack = useTakeBack()
  const [asked, setAsked] = useState<{ question: string; accepted: Ask[] } | null>(null)
  const columns = useColumns()
  async function save(accepted: Ask[]) {
    setAsked(null)
    const answer = await set.run({ ...sourceOf(source), scope, fromOn, cells, accepted })
    if (answer.ok) {
      form.reset({ typed: {}, source })
      await draft.finish()
      toast({
        text: t('plans.grid.saved', { shown: number(cells.length) }),
        onUndo: () => takeBack(answer.value),
      })
      return
    }
    const ask = asks.find((code) => code === answer.error.code)
    if (!ask) return
    set.clear()
    setAsked({ question: texts(answer.error), accepted: [...accepted, ask] })
  }
  const isIdle = cells.length === 0 && problems.length === 0
  return (
    <>
      <DraftNotice draft={draft} />
      {can('plans.write') && (
        <div className="row no-print target-tools">
          <SourceSelect value={source} onChange={(value) => form.setValue('source', value)} />
          <Button
            kind="primary"
            icon="save"
            disabled={cells.length === 0 || problems.length > 0 || set.isRunning}
            onClick={() => void save([])}
          >
            {isIdle ? t('plans.grid.unchanged') : t('plans.grid.save', { shown: number(cells.length) })}
          </Button>
          {!isIdle && <Button onClick={() => draft.drop()}>{t('plans.grid.drop')}</Button>}
        </div>
      )}
      <Failure of={set.failure} />
      {asked && (
        <div className="notice" role="alert">
          <span className="text">{asked.question}</span>
          <Button kind="primary" disabled={set.isRunning} onClick={() => void save(asked.accepted)}>
            {t('common.actions.saveAnyway')}
          </Button>
        </div>
      )}
      <EntryGrid
        label={t('plans.grid.label')}
        columns={can('plans.write') ? columns : columns.map((column) => ({ ...column, isFixed: true }))}
        rows={shown}
        onChange={(next) => form.setValue('typed', typedIn(next, rows), { shouldDirty: true })}
        problems={problems.map((problem) => ({ ...problem, text: t('plans.grid.problem') }))}
      />
    </>
  )
}

/** What was new goes, and what was changed stands as it stood. */
function useTakeBack() {
  const remove = useCommand('plans.removeTargets')
  const update = useCommand('plans.updateTarget')
  return async ({ added, changedFrom }: Output<'plans.setTargets'>): Promise<void> => {
    if (added.length > 0) await remove.run({ targets: added.map(({ id, rev }) => ({ id, rev })) })
    for (const { rev, ...before } of changedFrom)
      await update.run({ ...before, rev: rev + 1, accepted: [...asks] })
  }
}

type SourceProps = { value: string; onChange: (value: string) => void }

function SourceSelect({ value, onChange }: SourceProps) {
  const { t } = useTranslation()
  const { documents, roadmaps } = useChoices()
  return (
    <InlineSelect
      label={t('plans.grid.source')}
      emptyLabel={t('plans.form.noRoadmap')}
      value={value}
      options={[
        ...roadmaps.map((option) => ({ ...option, value: `r${option.value}` })),
        ...documents.map((option) => ({ ...option, value: `d${option.value}` })),
      ]}
      onChange={onChange}
    />
  )
}

function sourceOf(source: string): { documentId: number | null; roadmapId: number | null } {
  const id = Number(source.slice(1)) || null
  return {
    documentId: source.startsWith('d') ? id : null,
    roadmapId: source.startsWith('r') ? id : null,
  }
}

function useColumns(): EntryColumn[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      { key: 'code', label: t('plans.fields.indicatorCode'), widthPx: 84, isFixed: true },
      { key: 'name', label: t('plans.fields.indicator'), widthPx: 300, grows: true, isFixed: true },
      { key: 'unit', label: t('plans.fields.unit'), widthPx: 90, isFixed: true },
      {
        key: 'direction',
        label: t('plans.fields.direction'),
        widthPx: 110,
        options: directions.map((each) => ({ value: each, label: t(`plans.directions.${each}`) })),
      },
      { key: 'year', label: t('plans.grid.wholeYear'), widthPx: 110, align: 'end' },
      ...quarterKeys.map((key, at): EntryColumn => {
        const roman = t(`plans.timeline.roman.${(['1', '2', '3', '4'] as const)[at] ?? '1'}`)
        return { key, label: t('plans.grid.quarterColumn', { roman }), widthPx: 96, align: 'end' }
      }),
    ],
    [t],
  )
}
