import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { CandidateRules, type Candidate } from '../../shared/weeding/contract.ts'
import { useKept } from '../app/kept.ts'
import { useRows } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { CandidateFacts } from './CandidateFacts.tsx'
import { CandidateRuleForm } from './CandidateRuleForm.tsx'
import { hasRule } from './candidate-rules.ts'
import { GatherDialog } from './GatherDialog.tsx'
import { useCandidateColumns } from './use-candidate-columns.tsx'
import { WeedingTabs } from './WeedingTabs.tsx'

const keyOf = ({ copyId }: Candidate) => copyId
const isGroundless = ({ ground }: Candidate) => ground === null
const noRules = CandidateRules.parse({})

/** Rules on the left, what they propose on the right with the reason of each, and the way into a dossier. */
export function CandidatesPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const [search] = useSearchParams()
  const [rules, setRules] = useKept<CandidateRules>('weeding.rules', noRules)
  const isAsked = hasRule(rules)
  const found = useRows('weeding.candidates', { rules }, { isActive: isAsked })
  const [at, setAt] = useState(-1)
  const [without, setWithout] = useState<ReadonlyMap<number, Candidate>>(new Map())
  const choice = useChoice({ keyOf, load: found.load, allCount: null, listKey: found.listKey })
  const columns = useCandidateColumns(without)
  const [isGathering, setGathering] = useState(false)
  const count = isAsked ? Math.max(0, (found.total?.count ?? 0) - without.size) : 0
  const chosen = choice.rows.filter((row) => !without.has(keyOf(row)))
  const meant = choice.count > 0 ? chosen.length : count
  const leave = (isLeft: boolean) => {
    const next = new Map(without)
    for (const row of choice.rows)
      if (isLeft) next.set(keyOf(row), row)
      else next.delete(keyOf(row))
    setWithout(next)
    choice.clear()
  }
  return (
    <div className="page filled">
      <PageHeader title={t('weeding.candidates.title')} hint={t('weeding.candidates.hint')}>
        {can('weeding.write') && (
          <Button kind="primary" icon="add" disabled={meant === 0} onClick={() => setGathering(true)}>
            {t(choice.count > 0 ? 'weeding.candidates.gatherChosen' : 'weeding.candidates.gather', {
              count: meant,
              shown: number(meant),
            })}
          </Button>
        )}
      </PageHeader>
      <WeedingTabs />
      <div className="candidates">
        <CandidateRuleForm
          rules={rules}
          onApply={(next) => {
            setRules(next)
            setWithout(new Map())
            choice.clear()
          }}
        />
        <div className="panel-filled">
          <Failure of={found.failure} />
          {isAsked && found.answer && (
            <CandidateFacts found={found.answer} asksLoans={rules.unusedYears !== null} />
          )}
          <ChosenBar choice={choice}>
            <Button onClick={() => leave(true)}>{t('weeding.candidates.leave')}</Button>
            <Button onClick={() => leave(false)}>{t('weeding.candidates.takeBack')}</Button>
          </ChosenBar>
          <Table
            label={t('weeding.candidates.label')}
            name="weeding.candidates"
            columns={columns}
            keyOf={keyOf}
            rowCount={isAsked ? found.rowCount : 0}
            rowAt={found.rowAt}
            onShow={found.show}
            at={at}
            onMove={setAt}
            listKey={found.listKey}
            onOpen={({ copyId }) => void navigate(`/copies/${copyId}`)}
            total={isAsked ? found.total : undefined}
            choice={can('weeding.write') ? choice : undefined}
            isLoading={found.isStarting || found.isOutdated}
            empty={
              <EmptyState
                icon={isAsked ? 'search' : 'sieve'}
                text={t(
                  !isAsked
                    ? 'weeding.candidates.noRule'
                    : found.isStarting
                      ? 'weeding.candidates.searching'
                      : 'weeding.candidates.nothing',
                )}
              />
            }
            foot={
              <span aria-live="polite">
                {t('weeding.candidates.count', { count, shown: number(count) })}
                {without.size > 0 &&
                  ` · ${t('weeding.candidates.left', { count: without.size, shown: number(without.size) })}`}
              </span>
            }
          />
        </div>
      </div>
      {isGathering && (
        <GatherDialog
          rules={rules}
          without={[...without.keys()]}
          only={choice.count > 0 ? chosen.map(keyOf) : null}
          count={meant}
          groundless={
            choice.count > 0
              ? chosen.filter(isGroundless).length
              : (found.answer?.groundless ?? 0) - [...without.values()].filter(isGroundless).length
          }
          weedingId={Number(search.get('weeding')) || null}
          onClose={() => setGathering(false)}
        />
      )}
    </div>
  )
}
