import { useTranslation } from 'react-i18next'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { PageHeader } from '../../renderer/ui/PageHeader.tsx'
import type { Question } from '../office/contract.ts'
import { useAsked } from './asking.ts'
import { QuestionList } from './QuestionList.tsx'

export function QuestionsPage() {
  const { t } = useTranslation()
  const { value, failure } = useAsked<Question[]>('/questions')
  return (
    <div className="page">
      <PageHeader title={t('ministry.questions.title')} hint={t('ministry.questions.hint')} />
      <Failure of={failure} />
      {value && <QuestionList questions={value} />}
    </div>
  )
}
