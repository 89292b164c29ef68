import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { useRunWords } from './use-run-words.ts'

/** What the run is and what happens next, in one or two sentences. */
export function useRunSentence(): (run: ImportRun) => string {
  const { t } = useTranslation()
  const number = useNumberText()
  const { files } = useRunWords()
  return (run) => {
    const { state, counts, written } = run
    const words = {
      files: files(run.files),
      records: number(counts.records),
      copies: number(counts.copies),
      unread: number(counts.byVerdict.unread ?? 0),
    }
    switch (state) {
      case 'reading':
      case 'writing':
      case 'undoing':
        return t(`interchange.run.sentence.${state}`, words)
      case 'staged':
        return t(
          `interchange.run.sentence.${run.options.kind === 'refresh' ? 'stagedRefresh' : 'staged'}`,
          words,
        )
      case 'written':
        return t('interchange.run.sentence.written', {
          ...words,
          on: displayInstant(run.writtenAt ?? run.startedAt),
          created: number(written.created),
          overlaid: number(written.overlaid),
          added: number(written.copies),
          skipped: number(written.skipped),
        })
      case 'undone':
        return t('interchange.run.sentence.undone', {
          ...words,
          on: displayInstant(run.undoneAt ?? run.startedAt),
        })
    }
  }
}
