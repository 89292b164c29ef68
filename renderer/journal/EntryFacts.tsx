import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { RowOf } from '../app/operation-types.ts'
import { Hash } from '../ui/Hash.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useEntryWords } from './use-entry-words.ts'

/** When, who, and where in the chain. */
export function EntryFacts({
  entry,
  isNarrow = false,
}: {
  entry: RowOf<'journal.list'>
  isNarrow?: boolean
}) {
  const { t } = useTranslation()
  const { who } = useEntryWords()
  return (
    <PropertyList
      isNarrow={isNarrow}
      properties={[
        { key: 'at', label: t('journal.entry.at'), value: displayInstant(entry.at) },
        { key: 'who', label: t('journal.entry.who'), value: who(entry) },
        { key: 'position', label: t('journal.entry.position'), value: entry.id },
        {
          key: 'operation',
          label: t('journal.entry.operation'),
          value: <code className="mono">{entry.operation}</code>,
        },
        {
          key: 'hash',
          label: t('journal.entry.hash'),
          value: <Hash isWhole value={entry.hash} />,
          isWide: true,
        },
      ]}
    />
  )
}
