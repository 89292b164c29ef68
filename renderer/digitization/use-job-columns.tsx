import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../shared/digitization/contract.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { PriorityChip, StateChip } from './JobChips.tsx'

export function useJobColumns(): Column<Job>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      { key: 'code', label: t('digitization.fields.code'), widthPx: 84, cell: ({ code }) => code },
      {
        key: 'title',
        label: t('digitization.fields.title'),
        widthPx: 220,
        grows: true,
        cell: ({ title }) => title,
      },
      {
        key: 'accessionNumber',
        label: t('digitization.fields.accessionNumber'),
        widthPx: 90,
        cell: ({ accessionNumber }) => accessionNumber,
      },
      {
        key: 'stage',
        label: t('digitization.fields.stage'),
        widthPx: 164,
        cell: (job) => (job.state === 'open' ? job.stageName : <StateChip state={job.state} />),
      },
      {
        key: 'priority',
        label: t('digitization.fields.priority'),
        widthPx: 122,
        cell: ({ priority }) => priority > 0 && <PriorityChip priority={priority} />,
      },
      {
        key: 'takenBy',
        label: t('digitization.fields.takenBy'),
        widthPx: 124,
        cell: ({ takenByName }) => takenByName,
      },
      {
        key: 'class',
        label: t('digitization.fields.class'),
        widthPx: 124,
        cell: (job) => t(`digitization.classes.${job.class}`),
      },
      {
        key: 'expectedPages',
        label: t('digitization.list.pages'),
        widthPx: 128,
        align: 'end',
        cell: ({ expectedPages }) => expectedPages !== null && number(expectedPages),
      },
    ],
    [t, number],
  )
}
