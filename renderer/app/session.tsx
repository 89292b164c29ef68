import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useQuery } from './operations.ts'
import { OpeningPage } from './OpeningPage.tsx'
import { OpeningProblemPage } from './OpeningProblemPage.tsx'
import { PageProblem } from './PageProblem.tsx'
import { keepLanguage, storedLanguage } from './preferences.ts'
import { SessionContext, type Session } from './session-context.ts'
import { showLanguage } from './texts.ts'
import { useIdleLock } from './use-idle-lock.ts'
import { signedOutPages } from './routes.tsx'

const noPage = () => ({ default: PageProblem })
const FirstRunPage = lazy(() => signedOutPages.firstRun().catch(noPage))
const SignInPage = lazy(() => signedOutPages.signIn().catch(noPage))
const { LockScreen } = signedOutPages

/** Follows the library's language until somebody chooses another on this PC. */
function useLibraryLanguage(session: Session | undefined) {
  const language = session && session.state !== 'first_run' ? session.language : undefined
  useEffect(() => {
    if (language) void showLanguage(storedLanguage() ?? language)
  }, [language])
}

/** A locked session answers no grants; the page behind the lock keeps those it was drawn with, or it would close. */
function useSteadySession(session: Session | undefined): Session | undefined {
  const [permissions, setPermissions] = useState<Session['permissions']>([])
  if (session?.state === 'signed_in' && session.permissions !== permissions)
    setPermissions(session.permissions)
  return session?.state === 'locked' ? { ...session, permissions } : session
}

function IdleLock({ afterMinutes }: { afterMinutes: number }) {
  const [isCovered, setCovered] = useState(false)
  useIdleLock(afterMinutes, () => setCovered(true))
  return isCovered ? <LockScreen /> : null
}

/** Who is here decides what is shown; a lock covers the page and keeps it mounted, with its unsaved work. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { value, failure, ask } = useQuery('users.session', {})
  const session = useSteadySession(value)
  const [isFinishing, setFinishing] = useState(false)
  useLibraryLanguage(session)
  if (failure && !session) return <OpeningProblemPage failure={failure} onRetry={ask} />
  if (!session) return <OpeningPage />
  if (session.state === 'first_run' || isFinishing) {
    return (
      <Suspense>
        <SessionContext value={session}>
          <FirstRunPage
            onBegin={() => setFinishing(true)}
            onFinish={(to) => {
              window.location.hash = to
              setFinishing(false)
            }}
            onLanguage={(language) => {
              keepLanguage(language)
              void showLanguage(language)
            }}
          />
        </SessionContext>
      </Suspense>
    )
  }
  return (
    <SessionContext value={session}>
      {session.state === 'signed_out' ? (
        <Suspense>
          <SignInPage />
        </Suspense>
      ) : (
        children
      )}
      {session.state === 'locked' && <LockScreen />}
      {session.state === 'signed_in' && <IdleLock afterMinutes={session.lockAfterMinutes} />}
    </SessionContext>
  )
}
