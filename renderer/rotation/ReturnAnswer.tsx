import { useTranslation } from 'react-i18next'
import { useFailureText } from '../ui/Failure.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import type { Shown } from './use-returning.ts'

type Look = { tone: 'plain' | 'good' | 'warn' | 'bad'; icon: IconName }
const looks = {
  returned: { tone: 'good', icon: 'check' },
  found: { tone: 'good', icon: 'check' },
  damaged: { tone: 'warn', icon: 'settings' },
  again: { tone: 'plain', icon: 'history' },
  stranger: { tone: 'bad', icon: 'warning' },
} as const satisfies Record<string, Look>

/** What the last code said, large enough to be read from a step away: colour, shape and word say the same. */
export function ReturnAnswer({ shown }: { shown: Shown }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  if (shown === null) return <Panel tone="plain" icon="barcode" word={t('rotation.return.ready')} />
  if (shown.kind === 'failure')
    return (
      <Panel tone="bad" icon="warning" word={t('rotation.return.wrong')} line={failureText(shown.failure)} />
    )
  if (shown.kind === 'undone') return <Panel tone="plain" icon="restore" word={t('rotation.return.undone')} />
  const { result } = shown
  const word = t(`rotation.return.results.${result.kind}`)
  if (result.kind !== 'stranger') {
    const { accessionNumber, title } = result.copy
    return <Panel {...looks[result.kind]} word={word} line={`${accessionNumber} – ${title}`} />
  }
  const { accessionNumber, title, code, otherNumber } = result.stranger
  const what = accessionNumber === '' ? code : `${accessionNumber} – ${title}`
  const whose = otherNumber === '' ? '' : t('rotation.strangers.other', { number: otherNumber })
  const line = [what, whose, t('rotation.strangers.aside')].filter(Boolean).join('. ')
  return <Panel {...looks.stranger} word={word} line={line} />
}

function Panel({ tone, icon, word, line = '' }: Look & { word: string; line?: string }) {
  return (
    <div className={`lending-answer ${tone}`} role="status" aria-live="assertive">
      <Icon name={icon} />
      <div>
        <strong>{word}</strong>
        {line !== '' && <div className="lending-title">{line}</div>}
      </div>
    </div>
  )
}
