import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Folder } from '../../shared/preservation/contract.ts'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FolderStateChip } from './FolderStateChip.tsx'

export function useFolderColumns(): Column<Folder>[] {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const style = numberStyle(i18n.language)
    return [
      { key: 'job', label: t('preservation.fields.job'), widthPx: 108, cell: ({ jobCode }) => jobCode },
      {
        key: 'title',
        label: t('preservation.fields.title'),
        widthPx: 210,
        grows: true,
        cell: ({ title }) => title,
      },
      {
        key: 'purpose',
        label: t('preservation.fields.purpose'),
        widthPx: 110,
        cell: ({ purpose }) => t(`preservation.purposes.${purpose}`),
      },
      {
        key: 'state',
        label: t('preservation.fields.state'),
        widthPx: 176,
        cell: (folder) => <FolderStateChip folder={folder} />,
      },
      {
        key: 'good',
        label: t('preservation.fields.sound'),
        widthPx: 84,
        align: 'end',
        cell: ({ tally }) => number(tally.good + tally.noticed),
      },
      {
        key: 'bad',
        label: t('preservation.fields.bad'),
        widthPx: 70,
        align: 'end',
        cell: ({ tally }) => (tally.bad === 0 ? '' : number(tally.bad)),
      },
      {
        key: 'pages',
        label: t('preservation.fields.pages'),
        widthPx: 70,
        align: 'end',
        cell: ({ tally }) => number(tally.pages),
      },
      {
        key: 'bytes',
        label: t('preservation.fields.bytes'),
        widthPx: 112,
        align: 'end',
        cell: ({ tally }) => (tally.bytes === 0 ? '' : formatSize(tally.bytes, style)),
      },
      {
        key: 'checkedAt',
        label: t('preservation.fields.checkedAt'),
        widthPx: 148,
        cell: ({ checkedAt }) => checkedAt && displayInstant(checkedAt),
      },
    ]
  }, [t, i18n.language, number])
}
