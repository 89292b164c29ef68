import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Policies } from '../../shared/policies.ts'
import type { Language } from '../../shared/texts.ts'
import { policyValue, usePolicies } from '../app/about.ts'
import { useCommand } from '../app/operations.ts'
import { OtherLibrary } from '../app/OtherLibrary.tsx'
import { storedLanguage } from '../app/preferences.ts'
import { useLanguage } from '../app/texts.ts'
import { RestoreDialog } from '../backup/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { Stage } from '../ui/Stage.tsx'
import { AdministratorStep } from './AdministratorStep.tsx'
import {
  FirstAdministrator,
  FirstLibrary,
  forgetFirstLibrary,
  keepFirstLibrary,
  keptFirstLibrary,
} from './first-run-values.ts'
import { FirstDoors } from './FirstDoors.tsx'
import { LibraryStep } from './LibraryStep.tsx'

type Props = {
  onBegin: () => void
  onFinish: (to: string) => void
  onLanguage: (language: Language) => void
}

const noLibrary = { libraryName: '', provinceCode: '', formerProvinceCode: '', site: '', code: '' }
/** What whoever looks after this PC filled in beforehand; the former unit follows from the province where it can. */
function valuesFrom(policies: Policies): Partial<FirstLibrary> {
  const [libraryName, provinceCode, code, language] = [
    policyValue(policies, 'libraryName'),
    policyValue(policies, 'province'),
    policyValue(policies, 'libraryCode'),
    policyValue(policies, 'language'),
  ]
  return {
    ...(code && { code }),
    ...(libraryName && { libraryName }),
    ...(provinceCode && { provinceCode }),
    ...(language && { language }),
  }
}

const nobody = { name: '', username: '', password: '', passwordAgain: '' }

/** What was fixed or offered beforehand is asked for first, since it fills in the form. */
export function FirstRunPage(props: Props) {
  const policies = usePolicies()
  return policies && <FirstRun {...props} policies={policies} />
}

/** Five minutes: the library, its administrator, then a door to begin by. */
function FirstRun({ onBegin, onFinish, onLanguage, policies }: Props & { policies: Policies }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const refusalText = useFailureText()
  const setUp = useCommand('users.setUp')
  const [kept] = useState(keptFirstLibrary)
  const [step, setStep] = useState<'library' | 'administrator' | 'doors'>(kept ? 'administrator' : 'library')
  const [isRestoring, setRestoring] = useState(false)
  const library = useForm<FirstLibrary, unknown, FirstLibrary>({
    defaultValues: kept ?? { ...noLibrary, language, ...valuesFrom(policies) },
    resolver: schemaResolver(FirstLibrary),
  })
  const administrator = useForm<FirstAdministrator, unknown, FirstAdministrator>({
    defaultValues: nobody,
    resolver: schemaResolver(FirstAdministrator),
  })
  const wanted =
    policies.fixed.language ?? (storedLanguage() === null ? policies.offered.language : undefined)
  useEffect(() => {
    if (wanted && wanted !== language) onLanguage(wanted)
  }, [wanted, language, onLanguage])

  async function goOn(values: FirstLibrary) {
    keepFirstLibrary(values)
    setStep('administrator')
  }
  async function finish({ passwordAgain: _, ...person }: FirstAdministrator) {
    onBegin()
    const answer = await setUp.run({ ...library.getValues(), ...person })
    if (answer.ok) {
      forgetFirstLibrary()
      setStep('doors')
      return
    }
    const fieldByCode = { weak_password: 'password' }
    if (placeRefusal(administrator, { failure: answer.error, fieldByCode, text: refusalText })) setUp.clear()
  }
  if (step === 'doors') return <FirstDoors onFinish={onFinish} />
  return (
    <Stage isBroad corner={t('users.firstRun.step', { step: step === 'library' ? 1 : 2 })}>
      <h1>{t(`users.firstRun.${step}.title`)}</h1>
      <p className="soft">{t(`users.firstRun.${step}.text`)}</p>
      {isRestoring && <RestoreDialog isFirstRun onClose={() => setRestoring(false)} />}
      {step === 'library' ? (
        <Form key={step} form={library} label={t('users.firstRun.library.title')} onSubmit={goOn}>
          <LibraryStep form={library} fixed={policies.fixed} onLanguage={onLanguage} />
          <div className="actions">
            <Button kind="primary" type="submit">
              {t('common.actions.next')}
            </Button>
            <Button icon="restore" onClick={() => setRestoring(true)}>
              {t('backup.restore.firstRun')}
            </Button>
          </div>
        </Form>
      ) : (
        <Form
          key={step}
          form={administrator}
          label={t('users.firstRun.administrator.title')}
          onSubmit={finish}
        >
          <Failure of={setUp.failure} />
          <AdministratorStep form={administrator} />
          <div className="actions">
            <Button onClick={() => setStep('library')}>{t('common.actions.back')}</Button>
            <Button kind="primary" type="submit" disabled={setUp.isRunning}>
              {t('users.firstRun.finish')}
            </Button>
          </div>
        </Form>
      )}
      {/* Its dialog is a form of its own, which no other form may hold. */}
      {step === 'library' && (
        <div className="actions">
          <OtherLibrary label={t('shell.server.open')} />
        </div>
      )}
    </Stage>
  )
}
