import { type Session, protocol } from 'electron'
import { appOrigin, isAllowedRequest } from './policy.ts'

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
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowedRequest(details.url) }))
  session.setPermissionRequestHandler((_page, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
