import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Question } from '../office/contract.ts'
import { usePeriodName } from './period-name.ts'

export function QuestionList({ questions }: { questions: readonly Question[] }) {
  const { t } = useTranslation()
  const nameOf = usePeriodName()
  if (questions.length === 0) return <p className="soft">{t('ministry.questions.none')}</p>
  return (
    <ul className="stack">
      {questions.map((question) => (
        <li key={question.questionId} className="stack">
          <div>
            <Link to={`/libraries/${question.libraryId}`}>{question.libraryName}</Link>
            {` · ${nameOf(question)}${question.figureCode ? ` · ${question.figureCode}` : ''} · ${displayInstant(question.sentAt)}`}
          </div>
          <div className="question-said">{question.text}</div>
          {question.answers.length === 0 && <div className="soft">{t('ministry.questions.unanswered')}</div>}
          {question.answers.map((answer) => (
            <div key={answer.receivedAt} className="notice quiet">
              <span className="question-said">{answer.text}</span>
              <span className="soft">{displayInstant(answer.receivedAt)}</span>
              {answer.restatementHash && (
                <Link to={`/packages/${answer.restatementHash}`}>{t('ministry.questions.restated')}</Link>
              )}
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}
