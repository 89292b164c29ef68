import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MarcText } from '../catalogue/index.ts'
import type { ImportRun, RunRecord } from '../../shared/interchange/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { byteLines } from './byte-lines.ts'
import { ComparedRecords } from './ComparedRecords.tsx'
import { DecisionSelect } from './DecisionSelect.tsx'
import { ReadCopies } from './ReadCopies.tsx'
import { VerdictChip } from './StateChip.tsx'
import { useRunWords } from './use-run-words.ts'

type Props = {
  run: ImportRun
  id: number
  /** What the list knows of it, until all of it is here. */
  line: RunRecord | null
}

/** A record as it was read, what it was matched with, what was wrong with it, and its bytes. */
export function RecordView({ run, id, line: known }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { problemText, ruleName } = useRunWords()
  const told = useQuery('interchange.record', { id })
  const line = known ?? told.value?.line
  if (!line) return <Failure of={told.failure} />
  const { record = null, matched = null, copies = [], bytes = '' } = told.value ?? {}
  return (
    <>
      <div className="row">
        <VerdictChip verdict={line.verdict} />
        {line.rule !== '' && (
          <span className="soft">{t('interchange.records.by', { rule: ruleName(line.rule) })}</span>
        )}
        <span className="soft">
          {t(`interchange.records.at.${isTable(run) ? 'row' : 'byte'}`, { at: number(line.at) })}
        </span>
      </div>
      {line.titleId !== null && (
        <p>
          {t(run.state === 'staged' ? 'interchange.records.matched' : 'interchange.records.became')}{' '}
          <Link to={`/catalogue/${line.titleId}`}>{line.titleLabel}</Link>
        </p>
      )}
      <DecisionSelect run={run} line={line} />
      {line.problems.length > 0 && (
        <ul className="plain-list">
          {line.problems.map(({ code, detail }, at) => (
            <li key={`${code}/${at}`} className="fact warn">
              <Icon name="warning" />
              <span>{problemText({ code, detail })}</span>
            </li>
          ))}
        </ul>
      )}
      <Failure of={told.failure} />
      {told.value && !run.hasFile && record === null && (
        <p className="soft">{t('interchange.records.fileGone')}</p>
      )}
      {record && matched && <ComparedRecords mine={record} theirs={matched} />}
      {record && !matched && <MarcText record={record} />}
      {copies.length > 0 && <ReadCopies copies={copies} />}
      {bytes !== '' && (
        <details>
          <summary>{t('interchange.records.bytes', { shown: number(bytes.length / 2) })}</summary>
          <pre
            className="byte-lines"
            tabIndex={0}
            role="region"
            aria-label={t('interchange.records.bytesLabel')}
          >
            {byteLines(bytes)}
          </pre>
        </details>
      )}
    </>
  )
}

/** A table's lines are known by their rows. */
function isTable({ files }: ImportRun): boolean {
  return files.every(({ kind }) => kind === 'sheet' || kind === 'csv')
}
