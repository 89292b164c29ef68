import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Folder } from '../../shared/preservation/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { TextRuleDialog } from './TextRuleDialog.tsx'
import { useLanguageName } from './use-language-name.ts'

type Asked = { languages: string[]; isAgain: boolean; minutes: number | null }
type Props = { folder: Folder; onClose: () => void; onStart: (asked: Asked) => void }

const mostLanguages = 3

/** What reading would do, with which program and in which languages; or why it cannot, and what to do instead. */
export function ReadTextsDialog({ folder, onClose, onStart }: Props) {
  const { t } = useTranslation()
  const plan = useQuery('preservation.textPlan', { folderId: folder.id })
  const found = useQuery('preservation.textProgram', {})
  const [chosen, setChosen] = useState<string[] | null>(null)
  const [isAgain, setAgain] = useState(false)
  const [minutes, setMinutes] = useState<number | null>(null)
  const [isSetting, setSetting] = useState(false)
  const languageName = useLanguageName()
  if (isSetting && found.value)
    return <TextRuleDialog rule={found.value.rule} onClose={() => setSetting(false)} />
  const program = found.value?.program ?? null
  const wanted = plan.value?.languages ?? []
  const installed = program?.languages ?? []
  const languages = chosen ?? wanted.filter((each) => installed.includes(each))
  const missing = program ? wanted.filter((each) => !installed.includes(each)) : []
  const isWrong = minutes !== null && (!Number.isInteger(minutes) || minutes < 1 || minutes > 10_000)
  const left = plan.value ? (isAgain ? plan.value.pages : plan.value.pages - plan.value.withText) : 0
  return (
    <Dialog
      title={t('preservation.readForm.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            disabled={!program || languages.length === 0 || left === 0 || isWrong}
            onClick={() => {
              onStart({ languages, isAgain, minutes })
              onClose()
            }}
          >
            {t('preservation.readForm.start')}
          </Button>
          <Button
            does="preservation.setTextRule"
            icon="settings"
            disabled={!found.value}
            onClick={() => setSetting(true)}
          >
            {t('preservation.readForm.setting')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <p>{t('preservation.readForm.text')}</p>
      <Failure of={plan.failure ?? found.failure} />
      {found.value && !program && <NoProgram path={found.value.rule.path} />}
      {missing.length > 0 && (
        <Notice
          icon="warning"
          text={t('preservation.readForm.missing', { languages: missing.map(languageName).join(', ') })}
        />
      )}
      {plan.value?.mayHoldHanNom && <Notice icon="warning" text={t('preservation.readForm.hanNom')} />}
      {plan.value && <Amounts plan={plan.value} program={program} />}
      {program && (
        <fieldset className="plain-fieldset">
          <legend>{t('preservation.readForm.languages')}</legend>
          {installed.map((each) => (
            <label key={each} className="check">
              <input
                type="checkbox"
                checked={languages.includes(each)}
                disabled={!languages.includes(each) && languages.length >= mostLanguages}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...languages, each] : languages.filter((one) => one !== each))
                }
              />
              <span>{languageName(each)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {program && (
        <NumberField
          label={t('preservation.checkForm.minutes')}
          hint={t('preservation.readForm.minutesHint')}
          value={minutes}
          onChange={setMinutes}
          error={isWrong ? 'invalid' : undefined}
        />
      )}
      {program && (plan.value?.withText ?? 0) > 0 && (
        <label className="check">
          <input type="checkbox" checked={isAgain} onChange={({ target }) => setAgain(target.checked)} />
          <span>{t('preservation.readForm.isAgain')}</span>
        </label>
      )}
    </Dialog>
  )
}

function NoProgram({ path }: { path: string }) {
  const { t } = useTranslation()
  return (
    <div className="notice bad" role="alert">
      <div className="text">
        <div>
          {path === ''
            ? t('preservation.readForm.noProgram')
            : t('preservation.readForm.noProgramAt', { path })}
        </div>
        <div>{t('preservation.readForm.byHand')}</div>
      </div>
    </div>
  )
}

type AmountProps = {
  plan: { pages: number; withText: number; low: number; failed: number; unchecked: number; unfit: number }
  program: { version: string; path: string } | null
}

function Amounts({ plan, program }: AmountProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { pages, withText, failed, unchecked, unfit } = plan
  const others = [
    ...(failed > 0 ? [t('preservation.readForm.failed', { count: failed, shown: number(failed) })] : []),
    ...(unchecked > 0
      ? [t('preservation.readForm.unchecked', { count: unchecked, shown: number(unchecked) })]
      : []),
    ...(unfit > 0 ? [t('preservation.readForm.unfit', { count: unfit, shown: number(unfit) })] : []),
  ]
  return (
    <PropertyList
      isNarrow
      properties={[
        {
          key: 'left',
          label: t('preservation.readForm.left'),
          value: t('preservation.readForm.leftOf', { left: number(pages - withText), pages: number(pages) }),
        },
        ...(others.length > 0
          ? [{ key: 'others', label: t('preservation.readForm.others'), value: others.join(' · ') }]
          : []),
        {
          key: 'program',
          label: t('preservation.readForm.program'),
          value: program && `Tesseract ${program.version} · ${program.path}`,
        },
      ]}
    />
  )
}
