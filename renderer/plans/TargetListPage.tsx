import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { scopes, TargetFields, type TargetRow } from '../../shared/plans/contract.ts'
import { endOf } from '../../shared/plans/rules.ts'
import { suggestedTargets } from '../../shared/plans/suggestions.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { PlansTabs } from './PlansTabs.tsx'
import { TargetDialog } from './TargetDialog.tsx'
import { useListWords } from './use-list-words.ts'
import { useTargetWords } from './use-target-words.ts'
import { yearsAround } from './years.ts'

const nameOf = ({ indicatorCode }: TargetRow) => indicatorCode

/** Every target with who set it, for what, and from when on. */
export function TargetListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const { on, search, narrow, withPast } = asOf
  const scope = scopes.find((each) => each === search.get('scope')) ?? null
  const year = Number(search.get('year')) || null
  const filters = { text, on, scope, year, withPast }
  const list = usePages('plans.targets', filters)
  const remove = useCommand('plans.removeTargets')
  const add = useCommand('plans.addTarget')
  const run = useJob('plans.exportList')
  return (
    <RegisterPage
      name="targets"
      icon="target"
      words={useListWords('targets', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={text !== '' || scope !== null || year !== null || !asOf.isToday}
      mayWrite={can('plans.write')}
      tabs={<PlansTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'targets', filters }, format })}
        />
      }
      filters={
        <AsOfBar
          asOf={asOf}
          searchLabel={t('plans.lists.targets.search')}
          text={text}
          onText={setText}
          pastLabel={t('plans.list.withPast')}
        >
          <InlineSelect
            label={t('plans.fields.scope')}
            emptyLabel={t('plans.list.anyScope')}
            value={scope ?? ''}
            options={scopes.map((each) => ({ value: each, label: t(`plans.scopes.${each}`) }))}
            onChange={(value) => narrow({ scope: value })}
          />
          <InlineSelect
            label={t('plans.fields.year')}
            emptyLabel={t('plans.list.anyYear')}
            value={year === null ? '' : String(year)}
            options={yearsAround(isoDateAt(Date.now()))}
            onChange={(value) => narrow({ year: value })}
          />
        </AsOfBar>
      }
      dialog={(target, onClose) => <TargetDialog key={target?.id} target={target} onClose={onClose} />}
      removal={remove}
      onRemove={async (target) => {
        const answer = await remove.run({ targets: [{ id: target.id, rev: target.rev }] })
        if (!answer.ok) return null
        const accepted = [...(['percent_over_100', 'unknown_indicator'] as const)]
        return () => add.run({ ...TargetFields.parse(target), accepted })
      }}
    >
      {can('plans.write') && <Suggestions />}
    </RegisterPage>
  )
}

/** Values that are not confirmed: each is looked at in the form before it becomes a target. */
function Suggestions() {
  const { t } = useTranslation()
  const number = useNumberText()
  const [chosen, choose] = useState<(typeof suggestedTargets)[number] | null>(null)
  return (
    <details className="no-print">
      <summary>{t('plans.targets.suggestions')}</summary>
      <p className="soft small">{t('plans.targets.suggestionsHint')}</p>
      <div className="row">
        {suggestedTargets.map((suggested) => (
          <Button key={suggested.indicatorCode} icon="add" onClick={() => choose(suggested)}>
            {t('plans.targets.suggest', {
              code: suggested.indicatorCode,
              value: number(suggested.value ?? 0),
              on: displayDate(suggested.period),
            })}
          </Button>
        ))}
      </div>
      {chosen && (
        <TargetDialog
          target={null}
          start={{ ...chosen, scope: 'province', source: t('plans.targets.suggestedSource') }}
          onClose={() => choose(null)}
        />
      )}
    </details>
  )
}

const tones = { holds: 'good', coming: 'plain', superseded: 'plain' } as const

function useColumns(): Column<TargetRow>[] {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const words = useTargetWords()
  return useMemo(
    () => [
      {
        key: 'code',
        label: t('plans.fields.indicatorCode'),
        widthPx: 84,
        cell: ({ indicatorCode }) => indicatorCode,
      },
      {
        key: 'name',
        label: t('plans.fields.indicator'),
        widthPx: 220,
        grows: true,
        cell: ({ indicatorCode, isKnown, withdrawnOn, period }) =>
          withdrawnOn !== null && withdrawnOn <= endOf(period) ? (
            <Chip tone="warn" icon="warning">
              <span title={t('plans.targets.indicatorWithdrawn', { on: displayDate(withdrawnOn) })}>
                {t('plans.targets.withdrawnIndicator', { name: texts.name(indicatorCode) })}
              </span>
            </Chip>
          ) : isKnown ? (
            <span title={texts.name(indicatorCode)}>{texts.name(indicatorCode)}</span>
          ) : (
            <Chip tone="warn" icon="warning">
              <span title={t('plans.targets.unknownHint')}>{t('plans.targets.unknownIndicator')}</span>
            </Chip>
          ),
      },
      {
        key: 'period',
        label: t('plans.fields.period'),
        widthPx: 136,
        cell: ({ period }) => words.period(period),
      },
      {
        key: 'value',
        label: t('plans.fields.value'),
        widthPx: 92,
        align: 'end',
        cell: (target) => words.amount(target),
      },
      {
        key: 'unit',
        label: t('plans.fields.unit'),
        widthPx: 68,
        cell: ({ indicatorCode, isKnown }) => (isKnown ? texts.unit(indicatorCode) : ''),
      },
      {
        key: 'scope',
        label: t('plans.fields.scope'),
        widthPx: 104,
        cell: ({ scope }) => t(`plans.scopes.${scope}`),
      },
      {
        key: 'fromOn',
        label: t('plans.fields.fromOn'),
        widthPx: 110,
        cell: ({ fromOn }) => displayDate(fromOn),
      },
      {
        key: 'state',
        label: t('plans.fields.state'),
        widthPx: 112,
        cell: ({ state }) => <Chip tone={tones[state]}>{t(`plans.targetStates.${state}`)}</Chip>,
      },
      {
        key: 'source',
        label: t('plans.fields.targetSource'),
        widthPx: 140,
        cell: ({ sourceName }) => <span title={sourceName}>{sourceName}</span>,
      },
    ],
    [t, texts, words],
  )
}
