import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { ServedActs } from './app/ServedActs.tsx'
import { EngineProvider } from './app/engine.tsx'
import { setTheme, storedLanguage, storedTheme } from './app/preferences.ts'
import { createStanding, StandingContext } from './app/standing.ts'
import { StandingNotice } from './app/StandingNotice.tsx'
import { showLanguage } from './app/texts.ts'
import { httpDoor } from './app/transport-http.ts'
import { ipcDoor } from './app/transport-ipc.ts'
import { Toasts } from './ui/Toasts.tsx'

/** zod would try whether it may compile its schemas; the page's policy forbids that, and the try is a violation. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

async function start() {
  setTheme(storedTheme())
  await showLanguage(storedLanguage() ?? 'vi')
  const place = document.getElementById('root')
  if (!place) throw new Error('index.html has no #root')
  const standing = createStanding()
  createRoot(place).render(
    <StandingContext value={standing}>
      <EngineProvider door={ipcDoor() ?? httpDoor(standing)}>
        <Toasts>
          <ServedActs>
            <App />
          </ServedActs>
        </Toasts>
      </EngineProvider>
      <StandingNotice />
    </StandingContext>,
  )
}

void start()
