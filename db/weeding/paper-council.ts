import type { councilRoles } from '../../shared/weeding/contract.ts'
import type { Block, Table } from '../documents/document.ts'
import type { Matter, WeedingPaper } from './matter.ts'
import { aboveLimit, body, cited, decision, frame, groundTable, lawBases, ownWords } from './paper-frame.ts'

type Member = Matter['paper']['content']['members'][number]

/** Quyết định thành lập Hội đồng thẩm định. */
export function council(matter: Matter): WeedingPaper {
  const { t, paper, weeding, libraryName } = matter
  const { members, text, issuingBody } = paper.content
  const bases = [
    ...lawBases(matter),
    t('weeding.paper.bases.proposal', { library: libraryName, cited: cited(matter, 'proposal') }),
  ]
  return {
    ...frame(matter),
    blocks: decision(matter, bases, [
      [body(t('weeding.paper.council.founds', { year: weeding.year })), memberTable(matter, members)],
      [body(t('weeding.paper.council.task', { body: issuingBody }))],
      ...text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => [body(line)]),
      [body(t('weeding.paper.council.force', { library: libraryName }))],
    ]),
  }
}

function memberTable({ t }: Matter, members: readonly Member[]): Table {
  return {
    type: 'table',
    columns: [
      { key: 'order', label: t('weeding.columns.order'), weight: 8, kind: 'text', align: 'center' },
      { key: 'name', label: t('weeding.columns.name'), weight: 32, kind: 'text' },
      { key: 'title', label: t('weeding.columns.position'), weight: 36, kind: 'text' },
      { key: 'role', label: t('weeding.columns.role'), weight: 24, kind: 'text' },
    ],
    rows: members.map(({ name, title, role }, index) => ({
      type: 'values',
      values: { order: index + 1, name, title, role: t(`weeding.roles.${role}`) },
    })),
  }
}

/** Biên bản thẩm định: who sat, how they voted, what stays on the list and what was struck off. */
export function minutes(matter: Matter): WeedingPaper {
  const { t, number, paper, papers, sums } = matter
  const { content } = paper
  const members = papers.get('council')?.content.members ?? []
  const named = (role: (typeof councilRoles)[number]) =>
    members.find((member) => member.role === role)?.name ?? ''
  const asked = sums.byGround.reduce((sum, { copies }) => sum + copies, 0) + sums.struck
  const votes = {
    for: content.votesFor === null ? '……' : number(content.votesFor),
    against: content.votesAgainst === null ? '……' : number(content.votesAgainst),
  }
  const struck: (Block | { type: 'items'; of: 'struck' })[] =
    sums.struck === 0
      ? [body(t('weeding.paper.minutes.nothingStruck'))]
      : [
          body(t('weeding.paper.minutes.struck', { copies: number(sums.struck) })),
          { type: 'items', of: 'struck' },
        ]
  const heading = (text: string): Block => ({ type: 'heading', level: 1, text })
  const line = (key: 'startsAt' | 'place' | 'absent', value: string): Block[] =>
    value === '' ? [] : [body(t(`weeding.paper.minutes.${key}`, { value }))]
  return {
    ...frame(matter),
    signature: null,
    recipients: [],
    blocks: [
      ...line('startsAt', content.startsAt),
      ...line('place', content.meetingPlace),
      heading(t('weeding.paper.minutes.present')),
      { type: 'list', items: members.map((member) => memberLine(matter, member)), ordered: true },
      ...line('absent', content.absent),
      heading(t('weeding.paper.minutes.matter')),
      body(t('weeding.paper.minutes.examined', { copies: number(asked), cited: cited(matter, 'list') })),
      heading(t('weeding.paper.minutes.result')),
      body(t('weeding.paper.minutes.votes', votes)),
      body(t('weeding.paper.minutes.agreed', { copies: number(asked - sums.struck) })),
      groundTable(matter),
      ...aboveLimit(matter),
      ...struck,
      ...ownWords(content.text),
      body(t('weeding.paper.minutes.end', { at: content.endsAt || '……' })),
      {
        type: 'signatures',
        places: [
          { capacity: t('weeding.paper.minutes.secretary'), name: named('secretary') },
          { capacity: t('weeding.paper.minutes.chair'), name: named('chair') },
        ],
      },
    ],
  }
}

function memberLine({ t }: Matter, { name, title, role }: Member): string {
  const who = [name, title].filter((part) => part !== '').join(', ')
  return t('weeding.paper.minutes.member', { who, role: t(`weeding.roles.${role}`) })
}
