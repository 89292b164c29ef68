import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { languages } from '../../shared/texts.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { beginAtFirstPage } from './first-page.ts'
import { useCommand } from './operations.ts'
import { keepLanguage, setTheme, storedTheme, themes } from './preferences.ts'
import { useSession } from './session-context.ts'
import { showLanguage } from './texts.ts'

/** Who is working here, and how the app looks on this PC. */
export function UserMenu({ onShortcuts, onHelp }: { onShortcuts: () => void; onHelp: () => void }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { user } = useSession()
  const lock = useCommand('users.lock')
  const signOut = useCommand('users.signOut')
  const [theme, chooseTheme] = useState(storedTheme)

  async function leave() {
    const answer = await signOut.run({})
    if (!answer.ok) return
    beginAtFirstPage()
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'users' })
  }
  const themeItems = themes.map((name) => ({
    key: name,
    label: t(`shell.theme.${name}`),
    isChosen: theme === name,
    onPick: () => {
      setTheme(name)
      chooseTheme(name)
    },
  }))
  const languageItems = languages.map((language) => ({
    key: language,
    label: t(`common.languages.${language}`),
    isChosen: i18n.language === language,
    onPick: () => {
      keepLanguage(language)
      void showLanguage(language)
    },
  }))
  const items: MenuItem[] = [
    { key: 'lock', label: t('shell.user.lock'), icon: 'lock', onPick: () => void lock.run({}) },
    { key: 'switch', label: t('shell.user.switch'), icon: 'switch', onPick: () => void leave() },
    {
      key: 'password',
      label: t('shell.user.password'),
      icon: 'key',
      onPick: () => void navigate('/users/password'),
    },
    { key: 'line-1', isLine: true },
    ...languageItems,
    { key: 'line-2', isLine: true },
    ...themeItems,
    { key: 'line-3', isLine: true },
    { key: 'handbook', label: t('shell.user.handbook'), icon: 'help', shortcut: 'F1', onPick: onHelp },
    {
      key: 'shortcuts',
      label: t('shell.shortcuts.title'),
      icon: 'keyboard',
      shortcut: '?',
      onPick: onShortcuts,
    },
    { key: 'sign-out', label: t('shell.user.signOut'), icon: 'signOut', onPick: () => void leave() },
  ]
  const name = user?.name ?? ''
  return (
    <Menu
      label={t('shell.user.menu', { name })}
      items={items}
      button={
        <>
          <Avatar name={name} />
          <span className="hide-narrow">{name}</span>
        </>
      }
    />
  )
}
