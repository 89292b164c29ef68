import i18next, { type i18n } from 'i18next'
import { useEffect, useState, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Language } from '../../shared/texts.ts'
import { textsIn, useLanguage } from './texts.ts'

type Props = { language: Language; children: ReactNode }

/** A paper keeps its language, whatever is on screen around it. */
export function InLanguage({ language, children }: Props) {
  const isOnScreen = useLanguage() === language
  const [texts, setTexts] = useState<i18n | null>(null)
  useEffect(() => {
    let isGone = false
    if (!isOnScreen) void textsIn(language).then((loaded) => isGone || setTexts(loaded))
    return () => {
      isGone = true
    }
  }, [language, isOnScreen])
  const shown = isOnScreen ? i18next : texts?.language === language ? texts : null
  return shown && <I18nextProvider i18n={shown}>{children}</I18nextProvider>
}

/** Inside a paper, what belongs to the page and not to the paper. */
export function InScreenLanguage({ children }: { children: ReactNode }) {
  return <I18nextProvider i18n={i18next}>{children}</I18nextProvider>
}
