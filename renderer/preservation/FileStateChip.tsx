import { useTranslation } from 'react-i18next'
import type { FileRow } from '../../shared/preservation/contract.ts'
import { Chip } from '../ui/Chip.tsx'

/** What is wrong with a file in its own words, the first of several; or that nothing is. */
export function FileStateChip({ file: { state, problems } }: { file: FileRow }) {
  const { t } = useTranslation()
  const [first] = problems
  const words = first ? t(`preservation.problems.${first}`) : ''
  const rest = problems.length > 1 ? ` +${problems.length - 1}` : ''
  if (state === 'good')
    return (
      <Chip tone="good" icon="check">
        {t('preservation.fileStates.good')}
      </Chip>
    )
  if (state === 'waiting') return <Chip icon="pause">{t('preservation.fileStates.waiting')}</Chip>
  if (state === 'gone')
    return (
      <Chip tone="bad" icon="close">
        {t('preservation.fileStates.gone')}
      </Chip>
    )
  return (
    <Chip tone={state === 'bad' ? 'bad' : 'warn'} icon={state === 'bad' ? 'warning' : 'info'}>
      {words + rest}
    </Chip>
  )
}
