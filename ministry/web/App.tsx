import { useTranslation } from 'react-i18next'
import { createHashRouter, NavLink, Outlet, RouterProvider } from 'react-router'
import { showLanguage, useLanguage } from '../../renderer/app/texts.ts'
import { Button } from '../../renderer/ui/Button.tsx'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { Icon, type IconName } from '../../renderer/ui/icons.tsx'
import type { TextKey } from '../../shared/texts.ts'
import type { Me } from '../office/contract.ts'
import { useAct, useAsked } from './asking.ts'
import { ConflictsPage } from './ConflictsPage.tsx'
import { EnrolmentPage } from './EnrolmentPage.tsx'
import { JournalPage } from './JournalPage.tsx'
import { keepLanguage } from './language.ts'
import { LibraryPage } from './LibraryPage.tsx'
import { PackagePage } from './PackagePage.tsx'
import { PersonContext, usePerson } from './person.ts'
import { QuestionsPage } from './QuestionsPage.tsx'
import { ReportsPage } from './ReportsPage.tsx'
import { SettingsPage } from './SettingsPage.tsx'
import { SignInPage } from './SignInPage.tsx'
import { TotalsPage } from './TotalsPage.tsx'

const menu: { path: string; textKey: TextKey; icon: IconName }[] = [
  { path: '/', textKey: 'ministry.menu.reports', icon: 'list' },
  { path: '/totals', textKey: 'ministry.menu.totals', icon: 'chart' },
  { path: '/conflicts', textKey: 'ministry.menu.conflicts', icon: 'warning' },
  { path: '/questions', textKey: 'ministry.menu.questions', icon: 'send' },
  { path: '/enrolments', textKey: 'ministry.menu.enrolments', icon: 'key' },
  { path: '/settings', textKey: 'ministry.menu.settings', icon: 'settings' },
  { path: '/journal', textKey: 'ministry.menu.journal', icon: 'history' },
]

const router = createHashRouter([
  {
    element: <Frame />,
    children: [
      { path: '/', element: <ReportsPage /> },
      { path: '/totals', element: <TotalsPage /> },
      { path: '/libraries/:id', element: <LibraryPage /> },
      { path: '/packages/:hash', element: <PackagePage /> },
      { path: '/conflicts', element: <ConflictsPage /> },
      { path: '/questions', element: <QuestionsPage /> },
      { path: '/enrolments', element: <EnrolmentPage /> },
      { path: '/settings', element: <SettingsPage /> },
      { path: '/journal', element: <JournalPage /> },
      { path: '*', element: <ReportsPage /> },
    ],
  },
])

/** Nobody sees a page before it is known who they are. */
export function App() {
  const { value: me, failure, isLoading } = useAsked<Me>('/session')
  if (isLoading) return null
  if (failure?.code === 'not_enrolled') return <SignInPage />
  if (!me) return <Failure of={failure} />
  return (
    <PersonContext value={me}>
      <RouterProvider router={router} />
    </PersonContext>
  )
}

function Frame() {
  const { t } = useTranslation()
  const { name, receiver } = usePerson()
  const language = useLanguage()
  const other = language === 'vi' ? 'en' : 'vi'
  const signOut = useAct()
  return (
    <div className="shell office">
      <div className="top-bar">
        <span className="library">{`${receiver.name} · ${t('ministry.product')}`}</span>
        <Button
          kind="quiet"
          onClick={() => {
            keepLanguage(other)
            void showLanguage(other)
          }}
        >
          {t(`common.languages.${other}`)}
        </Button>
        <span className="soft">{name}</span>
        <Button
          kind="quiet"
          icon="signOut"
          disabled={signOut.isRunning}
          onClick={() => void signOut.run({ method: 'DELETE', path: '/session' })}
        >
          {t('ministry.signOut')}
        </Button>
      </div>
      <nav className="navigation" aria-label={t('ministry.navigation')}>
        <ul>
          {menu.map(({ path, textKey, icon }) => (
            <li key={path}>
              <NavLink to={path} end={path === '/'} title={t(textKey)}>
                <Icon name={icon} />
                <span>{t(textKey)}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
