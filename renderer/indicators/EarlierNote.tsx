import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Notice } from '../ui/Notice.tsx'
import { EarlierProof } from './EarlierProof.tsx'
import { useGivenWords } from './use-given-words.ts'

/** What a report from before the program says of the same period. */
export function EarlierNote({ earlier }: Pick<Output<'indicators.explain'>, 'earlier'>) {
  const { t } = useTranslation()
  const words = useGivenWords()
  if (!earlier) return null
  const { reportId, source, hasProof } = earlier
  return (
    <Notice text={t('indicators.earlier.says', { value: words.stated(earlier), source })}>
      {hasProof && <EarlierProof reportId={reportId} name={t('indicators.earlier.openProof')} />}
    </Notice>
  )
}
