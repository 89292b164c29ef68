import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { runtimeKey } from '../../shared/texts.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Result = Pick<Output<'interchange.export'>, 'titles' | 'problemCount' | 'problems'> & {
  leftOut?: number
}

const shownAtOnce = 20

/** What went into the file, and what the format could not take as it stands. */
export function ExportResult({ result }: { result: Result }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [shown, setShown] = useState(shownAtOnce)
  const { titles, leftOut = 0, problemCount, problems } = result
  return (
    <>
      <Notice
        icon={leftOut > 0 ? 'warning' : 'check'}
        text={[
          t('interchange.exporting.done', { shown: number(titles - leftOut) }),
          leftOut > 0 && t('interchange.exporting.leftOut', { shown: number(leftOut) }),
          problemCount === 0 && t('interchange.exporting.noProblems'),
        ]
          .filter(Boolean)
          .join(' ')}
      />
      {problemCount > 0 && (
        <details className="card" open={problemCount <= shownAtOnce}>
          <summary>{t('interchange.exporting.problems', { shown: number(problemCount) })}</summary>
          <ul className="plain-list">
            {problems.slice(0, shown).map(({ titleId, code, detail }, at) => (
              <li key={`${titleId}/${code}/${at}`}>
                <TitleLink id={titleId} />
                <br />
                {t(runtimeKey(`interchange.exportProblems.${code}`), { detail })}
              </li>
            ))}
          </ul>
          {problems.length > shown && (
            <Button kind="quiet" onClick={() => setShown(shown + shownAtOnce)}>
              {t('common.actions.more')}
            </Button>
          )}
          {problemCount > problems.length && shown >= problems.length && (
            <p className="soft">{t('interchange.exporting.onlyFirst', { shown: number(problems.length) })}</p>
          )}
        </details>
      )}
    </>
  )
}

function TitleLink({ id }: { id: number }) {
  const { t } = useTranslation()
  const title = useQuery('catalogue.title', { id })
  return <Link to={`/catalogue/${id}`}>{title.value?.title ?? t('interchange.exporting.title', { id })}</Link>
}
