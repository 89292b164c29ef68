import { useTranslation } from 'react-i18next'
import { runtimeKey } from '../../shared/texts.ts'
import { givenStatuses, type GivenFigure } from '../../shared/indicators/contract.ts'
import { useCommand } from '../app/operations.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { formOf, GivenForm, spanChoices, type GivenStart } from './given-form.ts'
import { useIndicatorChoices } from './use-indicator-choices.ts'
import { useGivenWords } from './use-given-words.ts'

type Props = { given: GivenFigure | null; start: GivenStart; onClose: () => void }

/** A figure that no record tells, with what it rests on. */
export function GivenDialog({ given, start, onClose }: Props) {
  const { t } = useTranslation()
  const give = useCommand('indicators.give')
  const update = useCommand('indicators.updateGiven')
  const words = useGivenWords()
  return (
    <RecordDialog
      title={
        given
          ? t('indicators.given.edit', { name: given.code, period: words.span(given) })
          : t('indicators.given.add')
      }
      formKey={`indicators.given/${given?.id ?? (start.code.replaceAll('.', '_') || null) ?? 'new'}`}
      schema={GivenForm}
      start={formOf(given, start)}
      fields={useFields(given !== null)}
      save={({ code, fromOn, untilOn, ...fields }) =>
        given
          ? update.run({ ...fields, id: given.id, rev: given.rev })
          : give.run({ ...fields, code, fromOn, untilOn })
      }
      command={given ? update : give}
      fieldByCode={{
        value_missing: 'value',
        has_records: 'code',
        unknown_indicator: 'code',
        given_twice: 'span',
        period_signed: 'span',
        period_not_begun: 'span',
      }}
      onClose={onClose}
    />
  )
}

/** What it is a figure of is settled once it was given. */
function useFields(isKnown: boolean): FieldSpec[] {
  const { t } = useTranslation()
  const indicators = useIndicatorChoices()
  const place: FieldSpec[] = [
    {
      kind: 'choice',
      name: 'code',
      label: t('indicators.columns.name'),
      options: [{ value: '', label: t('indicators.given.chooseIndicator') }, ...indicators],
      isRequired: true,
      isWide: true,
    },
    { kind: 'number', name: 'year', label: t('indicators.given.fields.year'), isGrouped: false },
    {
      kind: 'choice',
      name: 'span',
      label: t('indicators.given.fields.span'),
      options: spanChoices.map((each) => ({
        value: each,
        label: each === 'year' ? t('indicators.given.wholeYear') : t(runtimeKey(`reports.quarters.${each}`)),
      })),
    },
  ]
  return [
    ...(isKnown ? [] : place),
    {
      kind: 'choice',
      name: 'status',
      label: t('indicators.given.fields.status'),
      hint: t('indicators.given.statusHint'),
      options: givenStatuses.map((each) => ({ value: each, label: t(`indicators.given.statuses.${each}`) })),
    },
    {
      kind: 'number',
      name: 'value',
      label: t('indicators.given.fields.value'),
      hint: t('indicators.given.valueHint'),
    },
    {
      kind: 'area',
      name: 'reason',
      label: t('indicators.given.fields.reason'),
      hint: t('indicators.given.reasonHint'),
      isRequired: true,
    },
  ]
}
