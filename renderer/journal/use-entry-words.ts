import { useTranslation } from 'react-i18next'
import { quarterPeriod } from '../../shared/periods.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { RowOf } from '../app/operation-types.ts'
import { useOperationWords } from '../app/use-operation-words.ts'
import { usePeriodName } from '../reports/index.ts'
import { isJob } from './recorded-operations.ts'
import type { EntryRow } from './row-changes.ts'

type Entry = Pick<RowOf<'journal.list'>, 'operation' | 'userName' | 'isBulk' | 'rowCount' | 'refused'>

/** An entry as a sentence: who did what. */
export function useEntryWords() {
  const { t } = useTranslation()
  const { act } = useOperationWords()
  /** Long work leaves one entry where it starts, then one for each part it wrote. */
  const did = ({ operation, isBulk, rowCount }: Entry) =>
    isJob(operation) && !isBulk && rowCount === 0
      ? t('journal.started', { what: act(operation) })
      : act(operation)
  const who = ({ operation, userName }: Entry) =>
    userName ?? t(operation.startsWith('engine.') ? 'journal.who.program' : 'journal.who.stranger')
  return {
    who,
    /** A refusal that is written down (a counted wrong password) is no deed. */
    sentence: (entry: Entry) =>
      t(entry.refused ? 'journal.refused' : 'journal.sentence', { who: who(entry), what: did(entry) }),
  }
}

const nameColumn: Readonly<Record<string, string>> = {
  accessionSeries: 'name',
  authority: 'heading',
  authorityForm: 'form',
  copy: 'accessionNumber',
  digitizationBatch: 'name',
  digitizationPlan: 'year',
  digitizationProject: 'name',
  digitizationStage: 'name',
  digitizationTemplate: 'name',
  filePackage: 'code',
  fileProfile: 'name',
  findingKind: 'name',
  doubtExplanation: 'code',
  earlierFigure: 'code',
  earlierReport: 'source',
  givenFigure: 'code',
  ownIndicator: 'code',
  ownIndicatorVersion: 'name',
  restatedFigure: 'code',
  reportBlock: 'block',
  reportRegistration: 'number',
  reportingUnit: 'name',
  unitFigure: 'code',
  unitReport: 'revision',
  restatement: 'number',
  figure: 'code',
  inspection: 'name',
  labelPrinter: 'name',
  labelSheet: 'name',
  labelTemplate: 'name',
  product: 'name',
  registerLine: 'number',
  serialIssue: 'number',
  site: 'name',
  storageVolume: 'code',
  stocktake: 'name',
  stocktakeSource: 'fileName',
  store: 'name',
  title: 'title',
  titleTemplate: 'name',
  voucher: 'number',
  weeding: 'name',
  weedingPaper: 'number',
  withdrawal: 'decisionNumber',
  equipment: 'name',
  allocation: 'name',
  indicatorTarget: 'indicatorCode',
  milestone: 'name',
  policyDocument: 'name',
  roadmap: 'name',
  onlineService: 'name',
  retirement: 'number',
  room: 'name',
  software: 'name',
  trainingCourse: 'name',
}

/** What was recorded before periods had kinds speaks of a quarter by its number. */
function recordedPeriod({ period, year, quarter }: Record<string, unknown>): string {
  return typeof period === 'string' ? period : quarterPeriod({ year: Number(year), quarter: Number(quarter) })
}

/** A record by the name people know it by: `Sửa nhan đề “Truyện Kiều”`. */
export function useRecordWords() {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  function nameOf({ tableName, rowId, before, after }: EntryRow): string {
    const image = { ...before, ...after }
    if (tableName === 'period') return periodName(recordedPeriod(image))
    const name = image[nameColumn[tableName] ?? '']
    return typeof name === 'string' || typeof name === 'number' ? String(name) : String(rowId)
  }
  return (row: EntryRow): string => {
    const what = t([runtimeKey(`journal.records.${row.tableName}`), 'journal.records.other'], {
      name: nameOf(row),
      table: row.tableName,
    })
    return t(`journal.rows.${row.action}`, { what })
  }
}
