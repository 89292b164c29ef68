import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { ColumnMap } from '../../shared/interchange/contract.ts'
import { rememberColumns } from '../../shared/interchange/profile.ts'
import { useCommand, useJob } from '../app/operations.ts'
import { noName, type NewRunTools } from './use-new-run.ts'

/** Reads the files on trial; what a profile of the library's own was taught on the way, it keeps. */
export function useStage({ run }: NewRunTools, columns: ColumnMap | null) {
  const { t } = useTranslation()
  const job = useJob('interchange.stage')
  const save = useCommand('interchange.saveProfile')
  const { files, profile, origin, sheet, settings } = run
  const { effectiveOn } = settings
  const needsSource = settings.kind === 'refresh' && profile.source.trim() === ''
  const taught = columns ? rememberColumns(profile, columns) : profile
  async function start() {
    if (effectiveOn === null) return
    const name =
      profile.name === noName ? t('interchange.new.unnamed', { on: displayDate(effectiveOn) }) : profile.name
    const isTaught = columns !== null && run.columns !== null
    if (origin.id !== null && isTaught) await save.run({ id: origin.id, profile: taught })
    await job.start({ ...settings, effectiveOn, profile: { ...taught, name }, sheet, files })
  }
  function missing(): string | null {
    if (needsSource) return t('interchange.new.needsSource')
    return effectiveOn === null ? t('interchange.new.needsDay') : null
  }
  return {
    job,
    start,
    saveFailure: save.failure,
    isReady: files.length > 0 && missing() === null,
    /** What has to be said first, in words. */
    missing: missing(),
  }
}
