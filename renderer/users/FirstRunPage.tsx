import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Language } from '../../shared/texts.ts'
import { SetUp } from '../../shared/users/contract.ts'
import { useCommand } from '../app/operations.ts'
import { useLanguage } from '../app/texts.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { Stage } from '../ui/Stage.tsx'
import { AdministratorStep } from './AdministratorStep.tsx'
import { FirstDoors } from './FirstDoors.tsx'
import { LibraryStep } from './LibraryStep.tsx'

const FirstRun = SetUp.extend({ passwordAgain: SetUp.shape.password }).refine(
  (values) => values.password === values.passwordAgain,
  { path: ['passwordAgain'], message: 'passwords_differ' },
)
export type FirstRun = z.output<typeof FirstRun>

type Props = {
  onBegin: () => void
  onFinish: (to: string) => void
  onLanguage: (language: Language) => void
}
const libraryFields = ['libraryName', 'provinceCode', 'formerProvinceCode', 'site'] as const

/** Five minutes: the library, its administrator, then a door to begin by. */
export function FirstRunPage({ onBegin, onFinish, onLanguage }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const refusalText = useFailureText()
  const setUp = useCommand('users.setUp')
  const [step, setStep] = useState<'library' | 'administrator' | 'doors'>('library')
  const form = useForm<FirstRun, unknown, FirstRun>({
    defaultValues: {
      libraryName: '',
      provinceCode: '',
      formerProvinceCode: '',
      site: '',
      language,
      name: '',
      username: '',
      password: '',
      passwordAgain: '',
    },
    resolver: schemaResolver(FirstRun),
  })

  async function next() {
    if (await form.trigger([...libraryFields], { shouldFocus: true })) setStep('administrator')
  }
  async function finish({ passwordAgain: _, ...values }: FirstRun) {
    onBegin()
    const answer = await setUp.run(values)
    if (answer.ok) setStep('doors')
    else if (
      placeRefusal(form, {
        failure: answer.error,
        fieldByCode: { weak_password: 'password' },
        text: refusalText,
      })
    ) {
      setUp.clear()
    }
  }
  if (step === 'doors') return <FirstDoors onFinish={onFinish} />
  return (
    <Stage isBroad corner={t('users.firstRun.step', { step: step === 'library' ? 1 : 2 })}>
      <h1>{t(`users.firstRun.${step}.title`)}</h1>
      <p className="soft">{t(`users.firstRun.${step}.text`)}</p>
      <Form
        form={form}
        label={t(`users.firstRun.${step}.title`)}
        onSubmit={finish}
        onInvalid={() => step === 'library' && void next()}
      >
        <Failure of={setUp.failure} />
        {step === 'library' ? (
          <LibraryStep form={form} onLanguage={onLanguage} />
        ) : (
          <AdministratorStep form={form} />
        )}
        <div className="actions">
          {step === 'administrator' && (
            <Button onClick={() => setStep('library')}>{t('common.actions.back')}</Button>
          )}
          <Button kind="primary" type="submit" disabled={setUp.isRunning}>
            {t(step === 'library' ? 'common.actions.next' : 'users.firstRun.finish')}
          </Button>
        </div>
      </Form>
    </Stage>
  )
}
