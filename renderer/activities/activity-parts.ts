import type { ActivityFields, DetailValue, SessionFields } from '../../shared/activities/contract.ts'

const links = ['campaignIds', 'partnerIds', 'titleIds'] as const
type Link = (typeof links)[number]

/**
 * An activity taken apart, so that two people's versions are merged by what each of them changed and not list by list:
 * every session, every answer and every link is a part of its own, under the key that both versions know it by.
 */
export type ActivityParts = Record<string, unknown>

const sessionPart = 'session.'
const detailPart = 'details.'

export function partsOf({ sessions, details, ...fields }: ActivityFields): ActivityParts {
  const parts: ActivityParts = {}
  for (const [name, value] of Object.entries(fields)) if (!isLink(name)) parts[name] = value
  for (const link of links) for (const id of fields[link]) parts[`${link}.${id}`] = id
  for (const [key, value] of Object.entries(details)) parts[`${detailPart}${key}`] = value
  // One that was never saved is known to nobody else.
  for (const [at, session] of sessions.entries()) parts[`${sessionPart}${session.id ?? `new${at}`}`] = session
  return parts
}

/** Parts that are undefined were taken away. */
export function fieldsOfParts(parts: ActivityParts): ActivityFields {
  const fields: Record<string, unknown> = {}
  const details: Record<string, DetailValue> = {}
  const sessions: SessionFields[] = []
  for (const link of links) fields[link] = []
  for (const [name, value] of Object.entries(parts)) {
    const [link] = name.split('.')
    if (value === undefined) continue
    if (name.startsWith(sessionPart)) sessions.push(value as SessionFields)
    else if (name.startsWith(detailPart)) details[name.slice(detailPart.length)] = value as DetailValue
    else if (isLink(link ?? '')) (fields[link as Link] as number[]).push(value as number)
    else fields[name] = value
  }
  return { ...fields, details, sessions: sessions.toSorted(byTime) } as ActivityFields
}

function byTime(a: SessionFields, b: SessionFields): number {
  return `${a.on} ${a.startTime ?? ''}` < `${b.on} ${b.startTime ?? ''}` ? -1 : 1
}

function isLink(name: string): name is Link {
  return links.some((link) => link === name)
}

/** What of an activity a part is, for putting it into words. */
export function readPart(name: string): { kind: 'session' | 'detail' | 'field'; key: string } {
  if (name.startsWith(sessionPart)) return { kind: 'session', key: name.slice(sessionPart.length) }
  if (name.startsWith(detailPart)) return { kind: 'detail', key: name.slice(detailPart.length) }
  return { kind: 'field', key: name }
}
