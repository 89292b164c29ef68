import { useTranslation } from 'react-i18next'
import { runtimeKey } from '../../shared/texts.ts'

/** A language by the name the reading program has for it; its code where nobody has named it. */
export function useLanguageName(): (code: string) => string {
  const { t } = useTranslation()
  return (code) => t([runtimeKey(`preservation.languages.${code}`)], { defaultValue: code })
}
