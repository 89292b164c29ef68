import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { PageText } from '../../shared/preservation/contract.ts'
import { hitPartsOf } from '../../shared/preservation/snippet.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useToast } from '../ui/Toasts.tsx'
import { Snippet } from './Snippet.tsx'

type Props = { text: PageText; sought: string; onEdit: (() => void) | null }

/** What stands on a page, how it was read, and what the program had read where a person has put it right. */
export function PageTextShown({ text, sought, onEdit }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const [isOriginal, setOriginal] = useState(false)
  const command = useCommand('preservation.correctText')
  const { fileId, rev, isCorrected, readText, problem } = text
  const shown = isOriginal ? readText : text.text
  async function restore() {
    const answer = await command.run({ fileId, rev, text: null })
    if (!answer.ok) return
    setOriginal(false)
    toast({
      text: t('preservation.page.restored'),
      onUndo: async () => void (await command.run({ fileId, rev: answer.value.rev, text: text.text })),
    })
  }
  return (
    <section className="page-text stack" aria-label={t('preservation.page.text')}>
      <div className="row">
        <h2>{t('preservation.page.text')}</h2>
        <span className="spacer" />
        {isCorrected && readText !== '' && (
          <Button aria-pressed={isOriginal} onClick={() => setOriginal(!isOriginal)}>
            {t('preservation.page.original')}
          </Button>
        )}
        {isCorrected && onEdit && (
          <Button icon="restore" disabled={command.isRunning} onClick={() => void restore()}>
            {t('preservation.page.restore')}
          </Button>
        )}
        {onEdit && (
          <Button kind="primary" icon="edit" shortcut="E" onClick={onEdit}>
            {t(rev === null || problem !== null ? 'preservation.page.type' : 'preservation.page.correct')}
          </Button>
        )}
      </div>
      <Failure of={command.failure} />
      <HowRead text={text} />
      {shown !== '' && (
        <div className="page-text-body" tabIndex={0} role="document" aria-label={t('preservation.page.text')}>
          <Snippet parts={hitPartsOf(shown, sought)} />
        </div>
      )}
    </section>
  )
}

function HowRead({ text }: { text: PageText }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { rev, problem, isCorrected, source, tool, languages, confidence, readAt } = text
  if (rev === null) return <p className="soft">{t('preservation.page.none')}</p>
  if (problem !== null && !isCorrected)
    return <p className="soft">{t(`preservation.textProblems.${problem}`)}</p>
  const parts = [
    ...(isCorrected ? [t('preservation.page.corrected')] : []),
    ...(source === null ? [] : [t(`preservation.textSources.${source}`, { tool })]),
    ...(languages === '' ? [] : [languages]),
    ...(confidence === null ? [] : [t('preservation.page.confidence', { shown: number(confidence) })]),
    ...(readAt === null ? [] : [displayInstant(readAt)]),
    ...(text.text === '' ? [t('preservation.page.blank')] : []),
  ]
  return <p className="soft small">{parts.join(' · ')}</p>
}
