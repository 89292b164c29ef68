import { displayDate } from '../../shared/dates.ts'
import type { QueriesOf } from '../context.ts'
import { libraryWords } from '../words.ts'
import { diagnosisText } from './diagnosis.ts'
import { logLines } from './log-lines.ts'
import { lookAt } from './look.ts'

const mostLines = 500

export const queries: QueriesOf<'health'> = {
  async machine(_, { db, dataDir, now }) {
    const { machine, findings, slow, lastProvenAt } = await lookAt(db, dataDir, now)
    return { machine, findings, slow, lastProvenAt }
  },

  async log({ kind }, { dataDir }) {
    const lines = logLines(dataDir).filter((line) => kind === null || line.kind === kind)
    return { lines: lines.slice(0, mostLines), kept: lines.length }
  },

  async diagnosis(_, { db, dataDir, now, today, handOver }) {
    const t = await libraryWords(db)
    const seen = await lookAt(db, dataDir, now)
    const name = t('health.diagnosis.fileName', { day: displayDate(today).replaceAll('/', '-') })
    return handOver.bytes(`${name}.txt`, Buffer.from(diagnosisText(t, seen, now)))
  },
}
