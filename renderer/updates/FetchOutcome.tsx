import { useTranslation } from 'react-i18next'
import type { Fetched } from '../../shared/updates/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useUpdateProblem } from '../app/use-update-problem.ts'

/** What the address answered, and the newer version to fetch, where there is one. */
export function FetchOutcome({ found, onFetch }: { found: Fetched; onFetch: () => void }) {
  const { t } = useTranslation()
  const problemText = useUpdateProblem()
  const { version, isNewer, isKept, problem, details } = found
  if (problem) return <Notice icon="warning" text={problemText(problem, details)} />
  if (!isNewer) return <Notice icon="check" text={t('updates.asking.newest')} />
  if (isKept) return <Notice icon="check" text={t('updates.takeIn.done', { version })} />
  return (
    <>
      <Notice icon="info" text={t('updates.asking.found', { version })} />
      <div className="actions">
        <Button does="updates.fetch" kind="primary" icon="download" onClick={onFetch}>
          {t('updates.asking.fetch')}
        </Button>
      </div>
    </>
  )
}
