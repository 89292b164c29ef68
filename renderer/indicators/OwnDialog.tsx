import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ownNatures, ownPrefix, ownWays, type OwnIndicator } from '../../shared/indicators/contract.ts'
import { measureName } from '../../shared/indicators/own-text.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { RecordDialog, type RecordGrid } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { formOf, OwnForm, places } from './own-form.ts'

type Props = { own: OwnIndicator | null; onClose: () => void }

/** An indicator of the library's own: what it is called, and what it is counted from. */
export function OwnDialog({ own, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('indicators.addOwn')
  const change = useCommand('indicators.changeOwn')
  return (
    <RecordDialog
      title={own ? t('indicators.own.edit', { code: own.code }) : t('indicators.own.add')}
      formKey={`indicators.own/${own?.id ?? 'new'}`}
      schema={OwnForm}
      start={formOf(own)}
      fields={useFields(own)}
      grid={useTermGrid()}
      save={({ code, nature, ...fields }) =>
        own ? change.run({ ...fields, id: own.id, rev: own.rev }) : add.run({ ...fields, code, nature })
      }
      command={own ? change : add}
      fieldByCode={{ code_taken: 'code', version_too_early: 'fromOn', unknown_measure: 'way' }}
      onClose={onClose}
    />
  )
}

/** Code and nature are settled once figures may rest on them. */
function useFields(own: OwnIndicator | null): FieldSpec[] {
  const { t } = useTranslation()
  const settled: FieldSpec[] = [
    {
      kind: 'text',
      name: 'code',
      label: t('indicators.own.fields.code', { prefix: ownPrefix }),
      hint: t('indicators.own.codeHint', { prefix: ownPrefix }),
      isRequired: true,
    },
    {
      kind: 'choice',
      name: 'nature',
      label: t('indicators.own.fields.nature'),
      options: ownNatures.map((each) => ({ value: each, label: t(`indicators.own.natures.${each}`) })),
    },
  ]
  return [
    ...(own ? [] : settled),
    {
      kind: 'date',
      name: 'fromOn',
      label: t('indicators.own.fields.fromOn'),
      hint: t(own ? 'indicators.own.changeHint' : 'indicators.own.fromHint'),
      isRequired: true,
    },
    { kind: 'text', name: 'name', label: t('indicators.own.fields.name'), isRequired: true, isWide: true },
    { kind: 'text', name: 'nameEn', label: t('indicators.own.fields.nameEn'), isWide: true },
    { kind: 'text', name: 'unit', label: t('indicators.own.fields.unit'), isRequired: true },
    { kind: 'text', name: 'unitEn', label: t('indicators.own.fields.unitEn') },
    {
      kind: 'choice',
      name: 'way',
      label: t('indicators.own.fields.way'),
      hint: t('indicators.own.wayHint'),
      options: ownWays.map((each) => ({ value: each, label: t(`indicators.own.ways.${each}`) })),
    },
    {
      kind: 'number',
      name: 'perUnit',
      label: t('indicators.own.fields.perUnit'),
      hint: t('indicators.own.perUnitHint'),
    },
    {
      kind: 'text',
      name: 'source',
      label: t('indicators.own.fields.source'),
      hint: t('indicators.own.sourceHint'),
      isRequired: true,
      isWide: true,
    },
  ]
}

const mostTerms = 40

function useTermGrid(): RecordGrid {
  const { t, i18n } = useTranslation()
  const measures = useQuery('indicators.measures', {}).value
  return useMemo(() => {
    const collator = new Intl.Collator(i18n.language)
    const named = (measures ?? [])
      .map((value) => ({ value, label: measureName(t, value) }))
      .toSorted((a, b) => collator.compare(a.label, b.label))
    return {
      name: 'rows',
      label: t('indicators.own.terms'),
      hint: t('indicators.own.termsHint'),
      maxRows: mostTerms,
      newRow: () => ({ id: '', place: 'part', sign: 'plus', measure: '' }),
      columns: [
        {
          key: 'place',
          kind: 'choice',
          label: t('indicators.own.fields.place'),
          widthPx: 130,
          options: places.map((each) => ({ value: each, label: t(`indicators.own.places.${each}`) })),
        },
        {
          key: 'sign',
          kind: 'choice',
          label: t('indicators.own.fields.sign'),
          widthPx: 90,
          options: [
            { value: 'plus', label: t('indicators.own.signs.plus') },
            { value: 'minus', label: t('indicators.own.signs.minus') },
          ],
        },
        {
          key: 'measure',
          kind: 'text',
          label: t('indicators.own.fields.measure'),
          widthPx: 360,
          grows: true,
          isRequired: true,
          options: [{ value: '', label: t('indicators.own.chooseMeasure') }, ...named],
        },
      ],
    }
  }, [t, i18n.language, measures])
}
