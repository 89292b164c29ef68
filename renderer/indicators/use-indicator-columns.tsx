import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Progress, Value } from '../../shared/indicators/contract.ts'
import type { WordAt } from '../../shared/texts.ts'
import { Awaited } from '../ui/Awaited.tsx'
import { Figure } from '../ui/Figure.tsx'
import type { Column } from '../ui/Table.tsx'
import { useTargetWords } from '../plans/index.ts'
import { TargetProgress } from './TargetProgress.tsx'
import { explainPath, useIndicatorTexts } from './use-indicator-texts.ts'

export type Told = Value & { progress: Progress | null }
/** What counts now, null until it was counted, beside what was signed for the period. */
export type IndicatorRow = { code: string; now: Told | null; signed: Told | null }

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
    { ...column('code', 92), cell: ({ code }) => code },
    {
      ...column('name', 200),
      grows: true,
      cell: ({ code }) => (
        <Link to={explainPath(code, period)} title={texts.name(code)}>
          {texts.name(code)}
        </Link>
      ),
    },
    { ...column('unit', 84), cell: ({ code }) => texts.unit(code) },
    {
      ...column('value', 120),
      align: 'end',
      cell: ({ now, signed }) => (signed ? figure(signed, true) : now ? figure(now, false) : <Awaited />),
    },
    ...(isSigned
      ? [
          {
            ...column('now', 130),
            align: 'end' as const,
            cell: ({ now }: IndicatorRow) => (now ? <Figure {...now} label="" /> : <Awaited />),
          },
        ]
      : []),
    ...(hasTargets
      ? [
          {
            ...column('target', 110),
            align: 'end' as const,
            cell: ({ now, signed }: IndicatorRow) => {
              const progress = (signed ?? now)?.progress
              return progress && <span title={words.period(progress.period)}>{words.amount(progress)}</span>
            },
          },
          {
            ...column('progress', 172),
            align: 'end' as const,
            cell: ({ now, signed }: IndicatorRow) => {
              const progress = (signed ?? now)?.progress
              return progress && <TargetProgress progress={progress} />
            },
          },
        ]
      : []),
    { ...column('version', 90), align: 'end', cell: ({ now, signed }) => (signed ?? now)?.version },
    {
      ...column('legalBasis', 220),
      grows: true,
      cell: ({ code }) => <span title={texts.bases(code)}>{texts.bases(code)}</span>,
    },
  ]
}
