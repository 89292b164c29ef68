import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** The folder beside the library has no name of its own. */
export function usePlaceName(): (name: string) => string {
  const { t } = useTranslation()
  return useCallback((name) => name || t('backup.places.own'), [t])
}
