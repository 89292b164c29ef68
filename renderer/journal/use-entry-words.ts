import { useTranslation } from 'react-i18next'
import { runtimeKey } from '../../shared/texts.ts'
import type { RowOf } from '../app/operation-types.ts'
import { actKey } from './operation-names.ts'
import type { EntryRow } from './row-changes.ts'

type Entry = Pick<RowOf<'journal.list'>, 'operation' | 'userName' | 'isBulk'>

/** An entry as a sentence: who did what. */
export function useEntryWords() {
  const { t } = useTranslation()
  const whatKeys = (operation: string) => [actKey(operation), 'journal.acts.other'] as const
  const what = (operation: string) => t([...whatKeys(operation)], { operation })
  const did = ({ operation, isBulk }: Entry) =>
    isBulk ? what(operation) : t([actKey(operation, '_start'), ...whatKeys(operation)], { operation })
  const who = ({ operation, userName }: Entry) =>
    userName ?? t(operation.startsWith('engine.') ? 'journal.who.program' : 'journal.who.stranger')
  return {
    who,
    /** The act by itself, as a choice in a list. */
    act: (operation: string) => capitalised(what(operation)),
    sentence: (entry: Entry) => t('journal.sentence', { who: who(entry), what: did(entry) }),
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

const nameColumn: Readonly<Record<string, string>> = { title: 'title', figure: 'code' }

/** A record by the name people know it by: `Sửa nhan đề “Truyện Kiều”`. */
export function useRecordWords() {
  const { t } = useTranslation()
  function nameOf({ tableName, rowId, before, after }: EntryRow): string {
    const image = { ...before, ...after }
    if (tableName === 'period')
      return t('journal.records.quarter', { quarter: image.quarter, year: image.year })
    const name = image[nameColumn[tableName] ?? '']
    return typeof name === 'string' ? name : String(rowId)
  }
  return (row: EntryRow): string => {
    const what = t([runtimeKey(`journal.records.${row.tableName}`), 'journal.records.other'], {
      name: nameOf(row),
      table: row.tableName,
    })
    return t(`journal.rows.${row.action}`, { what })
  }
}
