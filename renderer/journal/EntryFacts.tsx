import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { RowOf } from '../app/operation-types.ts'
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
  const mono = { fontFamily: 'var(--font-mono)', fontSize: 12 }
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
          value: <span style={mono}>{entry.operation}</span>,
        },
        {
          key: 'hash',
          label: t('journal.entry.hash'),
          value: <span style={mono}>{entry.hash}</span>,
          isWide: true,
        },
      ]}
    />
  )
}
