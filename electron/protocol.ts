import { type Session, protocol } from 'electron'
import type { KnownServer } from '../shared/door.ts'
import { appOrigin, isAllowedRequest } from './policy.ts'
import { isPinned, isServerRequest } from './server.ts'

const scheme = new URL(appOrigin).protocol.slice(0, -1)

/** Has to run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** Answers the page from our own files and closes every other way out. */
export function guard(session: Session, serve: (request: Request) => Promise<Response>): void {
  session.protocol.handle(scheme, serve)
  close(session, isAllowedRequest)
}

/** The serving PC is the one whose certificate somebody compared; whoever else answers there is not gone to. */
export function guardServer(session: Session, server: KnownServer): void {
  session.setCertificateVerifyProc(({ certificate }, decide) =>
    decide(isPinned(server, certificate.fingerprint) ? 0 : -2),
  )
  close(session, (url) => isServerRequest(url, server))
}

function close(session: Session, isAllowed: (url: string) => boolean): void {
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowed(details.url) }))
  session.setPermissionRequestHandler((_page, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
