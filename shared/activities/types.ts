/** What an activity is counted as; each indicator of activities rests on one of these and on no list of codes. */
export const feeds = [
  'display',
  'promotion',
  'user_training',
  'support',
  'media',
  'staff_training',
  'delegation',
  'congress',
] as const
export type Feed = (typeof feeds)[number]

export const typeGroups = [
  'reading',
  'service',
  'profession',
  'cooperation',
  'holdings',
  'communication',
  'association',
] as const
export type TypeGroup = (typeof typeGroups)[number]

export const fieldKinds = [
  'text',
  'number',
  'money',
  'date',
  'choice',
  'yes_no',
  'partner',
  'title',
  'site',
] as const
export type FieldKind = (typeof fieldKinds)[number]

export const evidenceKinds = ['photo', 'minutes', 'sign_in', 'other'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const reaches = ['local', 'province', 'national', 'international'] as const
export type Reach = (typeof reaches)[number]

/**
 * A field beyond those that every activity has. Its words are at `activities.typeFields.<key>` for the program's own
 * fields; a library's own carry a label. What names a person never enters the journal.
 */
export type TypeField = {
  key: string
  kind: FieldKind
  choices?: readonly string[]
  isPersonal?: boolean
}

type DeclaredType = {
  group: TypeGroup
  feeds: readonly Feed[]
  /** Any one of these proves that it took place; none where a record elsewhere proves it. */
  proof: readonly EvidenceKind[]
  reach: Reach
  fields: readonly TypeField[]
}

const text = (key: string): TypeField => ({ key, kind: 'text' })
const number = (key: string): TypeField => ({ key, kind: 'number' })
const money = (key: string): TypeField => ({ key, kind: 'money' })
const date = (key: string): TypeField => ({ key, kind: 'date' })
const partner = (key: string): TypeField => ({ key, kind: 'partner' })
const choice = (key: string, ...choices: string[]): TypeField => ({ key, kind: 'choice', choices })
const person = (key: string): TypeField => ({ key, kind: 'text', isPersonal: true })

const ageGroups = choice('ageGroup', 'preschool', 'primary', 'secondary', 'adult')
const level = choice('level', 'commune', 'province', 'region', 'country')

function type(
  group: TypeGroup,
  fields: readonly TypeField[],
  { feeds = [], proof = ['photo', 'minutes', 'sign_in'], reach = 'local' }: Partial<DeclaredType> = {},
): DeclaredType {
  return { group, feeds, proof, reach, fields }
}

const byMinutes = ['minutes', 'sign_in'] as const

/** The thirty-two types that provincial libraries report on; a code means the same in every library and for good. */
export const declaredTypes = {
  E01: type('reading', [text('theme'), text('occasion')], { feeds: ['display', 'congress'] }),
  E02: type('reading', [text('theme'), text('gifts')], { feeds: ['promotion'] }),
  E03: type('reading', [person('speaker'), text('topic')], { feeds: ['promotion', 'congress'] }),
  E04: type('reading', [choice('language', 'vietnamese', 'bilingual', 'ethnic'), text('prizes')], {
    feeds: ['promotion'],
  }),
  E05: type('reading', [ageGroups, text('prizes')], { feeds: ['promotion'] }),
  E06: type('reading', [level, text('result')], { feeds: ['promotion'], reach: 'province' }),
  E07: type('reading', [number('entries'), number('awards')], { feeds: ['promotion'], reach: 'province' }),
  E08: type('profession', [text('topic'), number('papers')], { feeds: ['congress'], proof: byMinutes }),
  E09: type('profession', [text('resolution')], { feeds: ['congress'], proof: byMinutes }),
  E10: type('profession', [text('topic'), number('hours'), number('trainees')], {
    feeds: ['staff_training'],
    proof: byMinutes,
  }),
  E11: type('profession', [partner('host')], { proof: ['photo', 'minutes'] }),
  E12: type(
    'cooperation',
    [choice('direction', 'out', 'in'), text('country'), text('purpose'), text('funding')],
    {
      feeds: ['delegation'],
      reach: 'international',
    },
  ),
  E13: type('cooperation', [choice('congressRole', 'attended', 'paper', 'host'), text('paperGiven')], {
    feeds: ['congress'],
    reach: 'international',
  }),
  E14: type('cooperation', [partner('signedWith'), text('term')], {
    proof: ['minutes', 'photo'],
    reach: 'international',
  }),
  E15: type('cooperation', [choice('origin', 'domestic', 'foreign'), money('value'), text('items')], {
    proof: ['minutes', 'photo'],
  }),
  E16: type('service', [partner('donor'), number('seats')], { proof: ['photo'] }),
  E17: type('service', [text('route'), number('readers'), number('documents')]),
  E18: type('service', [text('point'), number('titles'), number('copies'), date('returnOn')], {
    proof: ['minutes'],
  }),
  E19: type('service', [number('computers')], { feeds: ['user_training'] }),
  E20: type('service', [choice('skillLevel', 'basic', 'advanced')], { feeds: ['user_training'] }),
  E21: type('service', [number('titles'), number('hours')], { proof: ['photo', 'minutes'] }),
  E22: type('holdings', [text('class'), number('titles'), number('pages'), text('contractor')], {
    proof: [],
  }),
  E23: type('holdings', [text('session'), text('decision')], { proof: [] }),
  E24: type('holdings', [text('system')], { proof: ['minutes'] }),
  E25: type('communication', [text('channel'), text('link')], { feeds: ['media'], proof: [] }),
  E26: type('communication', [text('document'), date('deadline')], { proof: ['other', 'minutes'] }),
  E27: type('association', [text('branch'), number('admitted')], { proof: byMinutes }),
  E28: type('association', [money('amount'), text('unit')], { proof: ['other', 'minutes'] }),
  E29: type('profession', [text('findings')], { feeds: ['support'], proof: ['minutes', 'photo'] }),
  E30: type('association', [text('criterion'), number('score')], { proof: ['other', 'minutes'] }),
  E31: type('holdings', [text('decision')], { proof: ['minutes', 'other'] }),
  E32: type('profession', [text('beneficiary')], { feeds: ['support'], proof: ['minutes', 'photo'] }),
} as const satisfies Record<string, DeclaredType>

export type DeclaredCode = keyof typeof declaredTypes
export const declaredCodes = Object.keys(declaredTypes) as DeclaredCode[]

export function isDeclared(code: string): code is DeclaredCode {
  return Object.hasOwn(declaredTypes, code)
}

export function declaredType(code: DeclaredCode): DeclaredType {
  return declaredTypes[code]
}
