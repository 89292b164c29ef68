import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { itemsAddress } from './items-address.ts'
import { isClosed } from './use-stocktake-words.ts'

const nextSteps = ['missing', 'misplaced', 'away_present', 'withdrawn_present', 'unknown'] as const

/** Biên bản kiểm kê, to be signed; what each finding leads to next. */
export function MinutesPart({ stocktake }: { stocktake: Stocktake }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { id, state, members, tallies } = stocktake
  const run = useJob('stocktake.produce')
  useSavedFile(run.output?.file, run.clear)
  const isFrozen = isClosed(state)
  return (
    <>
      <Notice
        icon={isFrozen ? 'lock' : 'edit'}
        text={t(isFrozen ? 'stocktake.paper.frozen' : 'stocktake.paper.draft')}
      />
      {members.length === 0 && !isFrozen && <Notice icon="people" text={t('stocktake.paper.noMembers')} />}
      <div className="actions">
        {(['docx', 'pdf'] as const).map((format) => (
          <Button
            key={format}
            icon={format === 'pdf' ? 'print' : 'file'}
            disabled={run.isRunning}
            onClick={() => void run.start({ id, format })}
          >
            {t(`stocktake.paper.${format}`)}
          </Button>
        ))}
      </div>
      <JobProgress run={run} />
      {isFrozen && (
        <section className="card">
          <h2>{t('stocktake.paper.next')}</h2>
          <ul className="points">
            {nextSteps
              .map((each) => ({ each, count: tallies?.classes[each] ?? 0 }))
              .filter(({ count }) => count > 0)
              .map(({ each, count }) => (
                <li key={each}>
                  <Link to={itemsAddress(id, { class: each })}>
                    <strong>{number(count)}</strong> · {t(`stocktake.paper.steps.${each}`)}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      )}
    </>
  )
}
