import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Notice } from '../ui/Notice.tsx'
import { usePlaceName } from './use-place-name.ts'

/** What became of the copy at each place. */
export function MakeOutcome({ made }: { made: Output<'backup.make'> }) {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  const names = (which: (outcome: string) => boolean) =>
    made.places
      .filter(({ outcome }) => which(outcome))
      .map(({ name }) => placeName(name))
      .join(', ')
  const [done, absent] = [names((each) => each === 'done'), names((each) => each === 'absent')]
  return (
    <>
      {done && <Notice icon="check" text={t('backup.page.made', { fileName: made.fileName, names: done })} />}
      {absent && <Notice text={t('backup.page.absent', { names: absent })} />}
      {made.places.map(({ placeId, name, outcome }) =>
        outcome === 'done' || outcome === 'absent' ? null : (
          <Notice
            key={placeId}
            icon="warning"
            text={t(`backup.problems.${outcome}`, { name: placeName(name) })}
          />
        ),
      )}
    </>
  )
}
