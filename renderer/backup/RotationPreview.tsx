import { useTranslation } from 'react-i18next'
import type { BackupPlace, BackupRule } from '../../shared/backup/contract.ts'
import { displayInstant } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Notice } from '../ui/Notice.tsx'
import { usePlaceName } from './use-place-name.ts'

/** Which copies the next backup would clear away under a rule that is being tried. */
export function RotationPreview({ rule }: { rule: BackupRule }) {
  const places = useQuery('backup.places', {}).value ?? []
  return (
    <section className="stack rotation-preview">
      {places
        .filter(({ copies }) => copies > 0)
        .map((place) => (
          <PlacePreview key={place.id} place={place} rule={rule} />
        ))}
    </section>
  )
}

function PlacePreview({ place, rule }: { place: BackupPlace; rule: BackupRule }) {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  const { value } = useQuery('backup.rotation', { placeId: place.id, rule }, { keepsPrevious: true })
  if (!value) return null
  const leaving = value.filter(({ reasons }) => reasons.length === 0)
  const name = placeName(place.name)
  if (leaving.length === 0)
    return <Notice icon="check" text={t('backup.preview.nothing', { name, count: value.length })} />
  return (
    <div>
      <Notice
        icon="warning"
        text={t('backup.preview.leaving', {
          name,
          count: leaving.length,
          kept: value.length - leaving.length,
        })}
      />
      <ul className="plain-list">
        {leaving.map(({ id, madeAt, fileName }) => (
          <li key={id}>
            {displayInstant(madeAt)} <span className="soft small">{fileName}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
