import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { verdicts, type RunRecord } from '../../shared/interchange/contract.ts'
import { decisionOf } from '../../shared/interchange/rules.ts'
import type { Merger } from '../../shared/merger/contract.ts'
import { useRows } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useListCursor } from '../app/use-list-cursor.ts'
import { VerdictChip } from '../interchange/index.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { DecideTitles } from './DecideTitles.tsx'
import { ExportButtons } from './ExportButtons.tsx'
import { readVerdicts } from './merger-address.ts'

const keyOf = ({ id }: RunRecord) => id

/** Every title of the former unit with what it was found to be here; what becomes of those that both have is decided here. */
export function TitlesPart({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const [params, setParams] = useSearchParams()
  const asked = readVerdicts(params)
  const titles = useRows('merger.titles', { mergerId: merger.id, verdicts: asked })
  const cursor = useListCursor(`merger.${merger.id}.titles`, titles)
  const choice = useChoice({ keyOf, load: titles.load, allCount: null, listKey: titles.listKey })
  const columns = useTitleColumns(merger)
  const mayDecide = merger.state === 'staged' && can('merger.write')
  const met = verdicts.filter((verdict) => (merger.found.byVerdict[verdict] ?? 0) > 0)
  return (
    <>
      <div className="row no-print">
        <div className="row" role="group" aria-label={t('merger.titles.filter')}>
          {met.map((verdict) => {
            const isOn = asked.includes(verdict)
            const next = isOn ? asked.filter((other) => other !== verdict) : [...asked, verdict]
            return (
              <Button
                key={verdict}
                aria-pressed={isOn}
                onClick={() =>
                  setParams(next.length > 0 ? { verdicts: next.join(',') } : {}, { replace: true })
                }
              >
                {t(`interchange.verdicts.${verdict}`)}
                <span className="soft number">{number(merger.found.byVerdict[verdict] ?? 0)}</span>
              </Button>
            )
          })}
        </div>
        <span className="spacer" />
        <ExportButtons input={{ mergerId: merger.id, list: 'titles' }} />
      </div>
      <Failure of={titles.failure} />
      {mayDecide && <DecideTitles merger={merger} choice={choice} />}
      <Table
        label={t('merger.page.tabs.titles')}
        name="merger-titles"
        columns={columns}
        keyOf={keyOf}
        rowCount={titles.rowCount}
        rowAt={titles.rowAt}
        onShow={titles.show}
        at={cursor.at}
        jump={cursor.jump}
        onMove={cursor.move}
        listKey={titles.listKey}
        onOpen={({ titleId }) => titleId !== null && void navigate(`/catalogue/${titleId}`)}
        total={titles.total}
        choice={mayDecide ? choice : undefined}
        isLoading={titles.isStarting}
        empty={
          <EmptyState
            icon="search"
            text={t(asked.length > 0 ? 'merger.titles.nothingFound' : 'merger.titles.empty')}
          />
        }
        foot={
          titles.total && (
            <span aria-live="polite">{t('merger.titles.count', { shown: number(titles.total.count) })}</span>
          )
        }
      />
    </>
  )
}

function useTitleColumns({ onMatch }: Merger): Column<RunRecord>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return [
    {
      key: 'verdict',
      label: t('merger.columns.verdict'),
      widthPx: 180,
      cell: ({ verdict }) => <VerdictChip verdict={verdict} />,
    },
    {
      key: 'title',
      label: t('merger.columns.title'),
      widthPx: 240,
      grows: true,
      cell: ({ label }) => label,
    },
    {
      key: 'copies',
      label: t('merger.columns.copies'),
      widthPx: 56,
      align: 'end',
      cell: ({ copies }) => number(copies),
    },
    {
      key: 'decision',
      label: t('merger.columns.decision'),
      widthPx: 250,
      cell: (line) => {
        const word = t(
          `merger.decisions.${decisionOf(line, { kind: 'merger', onMatch, onInside: 'create' })}`,
        )
        return line.decision === null ? <span className="soft">{word}</span> : <strong>{word}</strong>
      },
    },
    {
      key: 'ourTitle',
      label: t('merger.columns.ourTitle'),
      widthPx: 240,
      grows: true,
      cell: ({ titleLabel }) => titleLabel,
    },
  ]
}
