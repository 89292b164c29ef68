import { useTranslation } from 'react-i18next'
import type { Progress } from '../../shared/digitization/contract.ts'

type Place = Progress['standing'][number]['place']

/** Where a job stands, in words: a kind of work, or one of its ends. */
export function usePlaceWord(): (place: Place) => string {
  const { t } = useTranslation()
  return (place) =>
    place === 'done' || place === 'cancelled'
      ? t(`digitization.states.${place}`)
      : t(`digitization.kinds.${place}`)
}
