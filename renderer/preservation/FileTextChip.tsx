import { useTranslation } from 'react-i18next'
import type { FileRow } from '../../shared/preservation/contract.ts'
import { Chip } from '../ui/Chip.tsx'
import type { IconName } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

const looks = {
  read: ['plain', 'check'],
  low: ['warn', 'info'],
  corrected: ['good', 'edit'],
  failed: ['bad', 'warning'],
} as const satisfies Record<NonNullable<FileRow['text']>, ['plain' | 'good' | 'warn' | 'bad', IconName]>

/** How far a page's text is, and how sure the program was of it; nothing where it has none. */
export function FileTextChip({ file: { text, confidence } }: { file: FileRow }) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (text === null) return null
  const [tone, icon] = looks[text]
  const isMeasured = confidence !== null && (text === 'read' || text === 'low')
  return (
    <Chip tone={tone} icon={icon}>
      {isMeasured ? `${number(confidence)} %` : t(`preservation.fileTexts.${text}`)}
    </Chip>
  )
}
