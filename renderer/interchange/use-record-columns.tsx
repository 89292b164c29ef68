import { useTranslation } from 'react-i18next'
import type { ImportRun, RunRecord } from '../../shared/interchange/contract.ts'
import { decisionOf } from '../../shared/interchange/rules.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { VerdictChip } from './StateChip.tsx'
import { useRunWords } from './use-run-words.ts'

export function useRecordColumns({ options }: ImportRun): Column<RunRecord>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { problem } = useRunWords()
  return [
    {
      key: 'place',
      label: t('interchange.records.place'),
      widthPx: 70,
      align: 'end',
      cell: ({ place }) => number(place),
    },
    {
      key: 'verdict',
      label: t('interchange.records.verdict'),
      widthPx: 172,
      cell: ({ verdict }) => <VerdictChip verdict={verdict} />,
    },
    {
      key: 'label',
      label: t('interchange.records.label'),
      widthPx: 174,
      grows: true,
      cell: ({ label }) => label || <span className="soft">{t('interchange.records.noLabel')}</span>,
    },
    {
      key: 'copies',
      label: t('interchange.records.copies'),
      widthPx: 48,
      align: 'end',
      cell: ({ copies }) => number(copies),
    },
    {
      key: 'decision',
      label: t('interchange.records.decision'),
      widthPx: 138,
      cell: (line) => {
        const word = t(`interchange.decisions.${decisionOf(line, options)}`)
        return line.decision === null ? <span className="soft">{word}</span> : <strong>{word}</strong>
      },
    },
    {
      key: 'titleLabel',
      label: t('interchange.records.titleLabel'),
      widthPx: 180,
      grows: true,
      cell: ({ titleLabel }) => titleLabel,
    },
    {
      key: 'problems',
      label: t('interchange.records.problems'),
      widthPx: 180,
      grows: true,
      cell: ({ problems }) => [...new Set(problems.map(({ code }) => problem(code)))].join('; '),
    },
  ]
}
