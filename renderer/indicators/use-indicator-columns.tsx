import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Progress, Value } from '../../shared/indicators/contract.ts'
import type { WordAt } from '../../shared/texts.ts'
import { Figure } from '../ui/Figure.tsx'
import type { Column } from '../ui/Table.tsx'
import { useTargetWords } from '../plans/index.ts'
import { TargetProgress } from './TargetProgress.tsx'
import { explainPath, useIndicatorTexts } from './use-indicator-texts.ts'

/** What counts now, beside what was signed for the period. */
type Told = Value & { progress: Progress | null }
export type IndicatorRow = { now: Told; signed: Told | null }

type Shown = { isSigned: boolean; hasTargets: boolean }

export function useIndicatorColumns(period: string, { isSigned, hasTargets }: Shown): Column<IndicatorRow>[] {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const words = useTargetWords()
  const column = (key: WordAt<'indicators.columns'>, widthPx: number) => ({
    key,
    label: t(`indicators.columns.${key}`),
    widthPx,
  })
  const figure = ({ code, ...value }: Value, isOfficial: boolean) => (
    <Figure {...value} isOfficial={isOfficial} to={explainPath(code, period)} label={texts.name(code)} />
  )
  return [
    { ...column('code', 92), cell: ({ now }) => now.code },
    {
      ...column('name', 200),
      grows: true,
      cell: ({ now }) => (
        <Link to={explainPath(now.code, period)} title={texts.name(now.code)}>
          {texts.name(now.code)}
        </Link>
      ),
    },
    { ...column('unit', 84), cell: ({ now }) => texts.unit(now.code) },
    {
      ...column('value', 120),
      align: 'end',
      cell: ({ now, signed }) => (signed ? figure(signed, true) : figure(now, false)),
    },
    ...(isSigned
      ? [
          {
            ...column('now', 130),
            align: 'end' as const,
            cell: ({ now }: IndicatorRow) => <Figure {...now} label="" />,
          },
        ]
      : []),
    ...(hasTargets
      ? [
          {
            ...column('target', 110),
            align: 'end' as const,
            cell: ({ now, signed }: IndicatorRow) => {
              const { progress } = signed ?? now
              return progress && <span title={words.period(progress.period)}>{words.amount(progress)}</span>
            },
          },
          {
            ...column('progress', 172),
            align: 'end' as const,
            cell: ({ now, signed }: IndicatorRow) => {
              const { progress } = signed ?? now
              return progress && <TargetProgress progress={progress} />
            },
          },
        ]
      : []),
    { ...column('version', 90), align: 'end', cell: ({ now, signed }) => (signed ?? now).version },
    {
      ...column('legalBasis', 220),
      grows: true,
      cell: ({ now }) => <span title={texts.bases(now.code)}>{texts.bases(now.code)}</span>,
    },
  ]
}
