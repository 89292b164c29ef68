import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import { periodBetween } from '../../shared/periods.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'

export type Question = Extract<Output<'sync.messages'>['rows'][number], { kind: 'question' }>

/** What was asked of a figure, what stands behind it, and the answer with where it is. */
export function QuestionPart({ question, mayDeliver }: { question: Question; mayDeliver: boolean }) {
  const { t } = useTranslation()
  const [isAnswering, setAnswering] = useState(false)
  const { answer } = question
  const isReceived = answer !== null && answer.receivedAt !== null
  return (
    <>
      <FigureLine question={question} />
      <p className="message-text">{question.text}</p>
      {answer === null ? (
        <div className="row">
          <Chip tone="warn" icon="warning">
            {t('sync.answers.none')}
          </Chip>
        </div>
      ) : (
        <AnswerShown answer={answer} />
      )}
      {mayDeliver && !isReceived && (
        <div className="actions">
          <Button kind={answer ? 'plain' : 'primary'} icon="edit" onClick={() => setAnswering(true)}>
            {t(answer ? 'sync.answers.again' : 'sync.answers.open')}
          </Button>
          {answer && <TakeBack question={question} />}
          {!answer && question.periodId !== null && (
            <Link className="button" to={`/reports/${question.periodId}`}>
              {t('sync.answers.restate')}
            </Link>
          )}
        </div>
      )}
      {isAnswering && <AnswerDialog question={question} onClose={() => setAnswering(false)} />}
    </>
  )
}

function FigureLine({ question: { figureCode, period } }: { question: Question }) {
  const { name } = useIndicatorTexts()
  if (figureCode === null) return null
  const named = periodBetween(period.from, period.to)
  const words = `${figureCode} · ${name(figureCode)}`
  return <p>{named ? <Link to={explainPath(figureCode, named.period)}>{words}</Link> : words}</p>
}

function AnswerShown({ answer }: { answer: NonNullable<Question['answer']> }) {
  const { t } = useTranslation()
  const { text, restatement, answeredAt, receivedAt } = answer
  return (
    <div className="message-answer">
      {answeredAt === null ? (
        <p className="soft">{t('sync.answers.elsewhere')}</p>
      ) : (
        <p className="message-text">{text}</p>
      )}
      <div className="row">
        {restatement !== null && <Chip>{t('sync.answers.restatement', { number: restatement })}</Chip>}
        {receivedAt === null ? (
          <Chip icon="send">{t('sync.answers.underWay')}</Chip>
        ) : (
          <Chip tone="good" icon="check">
            {t('sync.answers.received', { at: displayInstant(receivedAt) })}
          </Chip>
        )}
        {answeredAt !== null && (
          <span className="soft small">{t('sync.answers.at', { at: displayInstant(answeredAt) })}</span>
        )}
      </div>
    </div>
  )
}

/** Undone within the same moment by whoever did it: the words come back into the form. */
function TakeBack({ question: { id, answer, restatements } }: { question: Question }) {
  const { t } = useTranslation()
  const toast = useToast()
  const takeBack = useCommand('sync.takeBackAnswer')
  const answerAgain = useCommand('sync.answerQuestion')
  async function run() {
    if (!(await takeBack.run({ id })).ok || !answer) return
    const restatementId = restatements.find(({ number }) => number === answer.restatement)?.id ?? null
    toast({
      text: t('sync.answers.takenBack'),
      onUndo: async () => void (await answerAgain.run({ id, text: answer.text, restatementId })),
    })
  }
  return (
    <>
      <Button disabled={takeBack.isRunning} onClick={() => void run()}>
        {t('sync.answers.takeBack')}
      </Button>
      <Failure of={takeBack.failure} />
    </>
  )
}
