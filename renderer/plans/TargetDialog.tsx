import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import {
  directions,
  periodKinds,
  scopes,
  type Target,
  type TargetFields,
} from '../../shared/plans/contract.ts'
import { useCommand } from '../app/operations.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import { useIndicatorChoices } from '../indicators/index.ts'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { formOf, TargetForm } from './target-form.ts'
import { useChoices } from './use-choices.ts'

type Props = {
  target: Target | null
  /** What a new one begins with. */
  start?: Partial<TargetFields>
  onClose: () => void
}

const asks = ['percent_over_100', 'unknown_indicator'] as const

export function TargetDialog({ target, start, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('plans.addTarget')
  const update = useCommand('plans.updateTarget')
  const begin = target ?? { ...blankTarget(), ...start }
  return (
    <RecordDialog
      title={t(target ? 'plans.lists.targets.edit' : 'plans.lists.targets.add')}
      formKey={`plans.targets/${target?.id ?? start?.indicatorCode?.replace('.', '_') ?? 'new'}`}
      schema={TargetForm}
      start={formOf(begin)}
      fields={useFields(begin.indicatorCode)}
      asks={asks}
      save={(values, accepted) =>
        target
          ? update.run({ ...values, id: target.id, rev: target.rev, accepted })
          : add.run({ ...values, accepted })
      }
      command={target ? update : add}
      fieldByCode={{
        target_twice: 'fromOn',
        document_not_found: 'documentId',
        roadmap_not_found: 'roadmapId',
      }}
      onClose={onClose}
    />
  )
}

function blankTarget(): TargetFields {
  const today = isoDateAt(Date.now())
  return {
    indicatorCode: '',
    period: today.slice(0, 4),
    scope: 'library',
    direction: 'at_least',
    value: null,
    fromOn: today,
    documentId: null,
    roadmapId: null,
    source: '',
  }
}

function useFields(code: string): FieldSpec[] {
  const { t } = useTranslation()
  const { documents, roadmaps } = useChoices()
  const indicators = useIndicatorChoices()
  const unknown = code !== '' && !indicators.some(({ value }) => value === code)
  const unknownName = `${code} – ${t('plans.targets.unknownIndicator')}`
  return [
    {
      kind: 'choice',
      name: 'indicatorCode',
      label: t('plans.fields.indicator'),
      options: [
        ...(code === '' ? [{ value: '', label: t('plans.form.chooseIndicator') }] : []),
        ...(unknown ? [{ value: code, label: unknownName }] : []),
        ...indicators,
      ],
      isRequired: true,
      isWide: true,
    },
    {
      kind: 'choice',
      name: 'periodKind',
      label: t('plans.fields.period'),
      options: periodKinds.map((each) => ({ value: each, label: t(`plans.periodKinds.${each}`) })),
    },
    {
      kind: 'number',
      name: 'year',
      label: t('plans.fields.year'),
      hint: t('plans.form.yearHint'),
      isGrouped: false,
    },
    {
      kind: 'choice',
      name: 'quarter',
      label: t('plans.periodKinds.quarter'),
      hint: t('plans.form.quarterHint'),
      options: (['1', '2', '3', '4'] as const).map((each) => ({
        value: each,
        label: t(`plans.timeline.roman.${each}`),
      })),
    },
    {
      kind: 'date',
      name: 'byOn',
      label: t('plans.periodKinds.date'),
      hint: t('plans.form.byHint'),
    },
    {
      kind: 'choice',
      name: 'direction',
      label: t('plans.fields.direction'),
      options: directions.map((each) => ({ value: each, label: t(`plans.directions.${each}`) })),
    },
    { kind: 'number', name: 'value', label: t('plans.fields.value'), hint: t('plans.form.valueHint') },
    {
      kind: 'choice',
      name: 'scope',
      label: t('plans.fields.scope'),
      options: scopes.map((each) => ({ value: each, label: t(`plans.scopes.${each}`) })),
    },
    {
      kind: 'date',
      name: 'fromOn',
      label: t('plans.fields.fromOn'),
      hint: t('plans.form.fromHint'),
      isRequired: true,
    },
    {
      kind: 'record',
      name: 'documentId',
      label: t('plans.fields.documentId'),
      options: documents,
      emptyLabel: t('plans.form.noDocument'),
    },
    {
      kind: 'record',
      name: 'roadmapId',
      label: t('plans.fields.roadmapId'),
      options: roadmaps,
      emptyLabel: t('plans.form.noRoadmap'),
    },
    {
      kind: 'text',
      name: 'source',
      label: t('plans.fields.targetSource'),
      hint: t('plans.form.sourceHint'),
      isWide: true,
    },
  ]
}
