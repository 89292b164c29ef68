import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { numberStyle } from '../ui/numbers.ts'
import { PropertyList } from '../ui/PropertyList.tsx'
import { formatSize } from '../ui/sizes.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { FolderStateChip } from './FolderStateChip.tsx'

type FolderRecord = Output<'preservation.folder'>
const shownGaps = 12

export function FolderFacts({ folder }: { folder: FolderRecord }) {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  const { tally, titleId, title, jobCode, purpose, profileName, checkedAt } = folder
  return (
    <PropertyList
      properties={[
        {
          key: 'title',
          label: t('preservation.fields.title'),
          value: <Link to={`/catalogue/${titleId}`}>{title}</Link>,
        },
        { key: 'state', label: t('preservation.fields.state'), value: <FolderStateChip folder={folder} /> },
        { key: 'job', label: t('preservation.fields.job'), value: jobCode },
        {
          key: 'checkedAt',
          label: t('preservation.fields.checkedAt'),
          value: checkedAt && displayInstant(checkedAt),
        },
        {
          key: 'purpose',
          label: t('preservation.fields.purpose'),
          value: t(`preservation.purposes.${purpose}`),
        },
        {
          key: 'amount',
          label: t('preservation.fields.amount'),
          value: t('preservation.folder.amount', {
            files: number(tally.good + tally.noticed),
            pages: number(tally.pages),
            size: formatSize(tally.bytes, numberStyle(i18n.language)),
          }),
        },
        { key: 'profile', label: t('preservation.fields.profile'), value: profileName },
        { key: 'texts', label: t('preservation.fields.texts'), value: <TextAmount texts={folder.texts} /> },
        {
          key: 'problems',
          label: t('preservation.fields.problems'),
          value: folder.problems
            .map(({ problem, files }) => `${t(`preservation.problems.${problem}`)} (${number(files)})`)
            .join(' · '),
        },
        ...(folder.gapPages > 0
          ? [
              {
                key: 'gaps',
                label: t('preservation.fields.gaps'),
                value: <GapText folder={folder} />,
                isWide: true,
              },
            ]
          : []),
      ]}
    />
  )
}

/** Missing pages as people write them down for the one who scans: 2, 5–7, 12. */
function GapText({ folder: { gaps, gapPages } }: { folder: FolderRecord }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const shown = gaps.slice(0, shownGaps).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  return (
    <>
      {t('preservation.folder.gaps', {
        count: gapPages,
        shown: number(gapPages),
        pages: shown.join(', ') + (gaps.length > shownGaps ? ', …' : ''),
      })}
    </>
  )
}

/** How many of the pages have their text. */
function TextAmount({ texts: { pages, withText, low, failed } }: { texts: FolderRecord['texts'] }) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (pages === 0) return null
  const parts = [
    t('preservation.folder.texts', { withText: number(withText), pages: number(pages) }),
    ...(low > 0 ? [t('preservation.folder.textsLow', { shown: number(low) })] : []),
    ...(failed > 0 ? [t('preservation.folder.textsFailed', { shown: number(failed) })] : []),
  ]
  return <>{parts.join(' · ')}</>
}
